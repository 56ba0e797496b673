#!/usr/bin/env python3
"""symbols.py REPO LIBRARY - the library gives what prfmt.h promises, and
takes nothing from the system that prints, exits or asks the environment."""
import re
import subprocess
import sys
from pathlib import Path

from tree import Findings, bare

BANNED = set("""
exit _exit quick_exit printf vprintf puts putchar fprintf vfprintf fputs fputc
perror stdout stderr stdin __printf_chk __fprintf_chk __vfprintf_chk
__vprintf_chk getenv secure_getenv setenv unsetenv putenv setlocale uselocale
localeconv signal sigaction raise system popen fork vfork execve execvp
time gettimeofday clock clock_gettime localtime localtime_r gmtime gmtime_r
socket connect chdir strtod tolower toupper __ctype_b_loc __ctype_tolower_loc
__ctype_toupper_loc strcasecmp strerror xmlSetGenericErrorFunc
xmlSetStructuredErrorFunc xmlInitParser xmlCleanupParser FcConfigSetCurrent
FcFini
""".split())


def symbols(library, *options):
    table = subprocess.run(["nm", "-D", *options, library], text=True,
                           capture_output=True, check=True).stdout
    return [row.split()[-2:] for row in table.splitlines()]


def main():
    repo, library = (Path(name).resolve() for name in sys.argv[1:3])
    findings = Findings(repo)
    header = repo / "include/prfmt/prfmt.h"
    text = bare(header.read_text())
    promised = set(re.findall(r"^PRFMT_API\b[^;]*?\b(prfmt_\w+)\(", text,
                              re.M))
    given = set()
    for kind, name in symbols(library, "--defined-only"):
        if kind == "A":
            continue  # the name of a version
        given.add(name.split("@")[0])
        if kind not in "TtWw":
            findings.add(library, 0, f"{name} is no function")
    for name in sorted(promised - given):
        findings.add(header, 0, f"{name} is not in the library")
    for name in sorted(given - promised):
        findings.add(library, 0, f"{name} is not in prfmt.h")
    for _, name in symbols(library, "--undefined-only"):
        if name.split("@")[0] in BANNED:
            findings.add(library, 0, f"uses {name}")
    findings.finish(f"{len(promised)} functions")


main()
