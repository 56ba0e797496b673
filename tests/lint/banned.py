#!/usr/bin/env python3
"""banned.py REPO BUILD - what the code may not use (STYLE 12, 13, 17).

No function that asks the locale, the clock or the environment, none that
writes without a bound, no arrays of variable length, no variable that
outlives a call.
"""
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tree import Findings, bare, sources, strings

LOCALE = ("strto[dfl] strtold atof isalpha isdigit isalnum isspace isupper "
          "islower isprint ispunct isxdigit iscntrl isgraph isblank tolower "
          "toupper strftime strptime strcasecmp strncasecmp strcoll strxfrm "
          "setlocale uselocale newlocale localeconv nl_langinfo mbstowcs "
          "mbrtowc wcrtomb strerror strsignal")
UNBOUND = ("strcpy strcat strncpy strncat stpcpy sprintf vsprintf gets atoi "
           "atol atoll strtok alloca setjmp longjmp sigsetjmp siglongjmp "
           "system popen scanf sscanf fscanf tmpnam mktemp")
CLOCK = ("time gettimeofday clock clock_gettime localtime localtime_r gmtime "
         "gmtime_r mktime tzset rand random srand srandom fork vfork execve "
         "signal sigaction raise chdir putenv unsetenv setenv")
IN_CLI = {"signal"}
FLOAT = re.compile(r"%[-+#0-9.*']*(?:ll|[hlLqjzt])?[fFeEgGaA]")
WRITABLE = re.compile(r"\.(data|bss|tdata|tbss)\b(?!\.rel\.ro)|COMMON")
SANITIZER = re.compile(r"__odr_asan|__asan|__ubsan|^\.L|^\.?L?ubsan|"
                       r"_ubsan_|__sancov")


def words(*lists):
    names = "|".join(name for text in lists for name in text.split())
    return re.compile(rf"(?<![\w.>])({names})\s*\(")


def functions(findings, repo, file):
    text = bare(file.read_text())
    in_cli = file.is_relative_to(repo / "src/cli")
    for match in words(LOCALE, UNBOUND, CLOCK).finditer(text):
        if in_cli and match.group(1) in IN_CLI:
            continue
        line = text.count("\n", 0, match.start()) + 1
        findings.add(file, line, f"{match.group(1)}() is banned")
    for line, literal in strings(file.read_text()):
        found = FLOAT.search(literal.replace("%%", ""))
        if found and "printf" in text.splitlines()[line - 1]:
            findings.add(file, line, f"{found.group()} asks the locale")


def variable_arrays(findings, repo, commands):
    """gcc -Wvla says it best."""
    for entry in commands:
        file = Path(entry["file"])
        if not file.is_relative_to(repo / "src"):
            continue
        words = shlex.split(entry["command"])
        at = words.index("-o")
        del words[at:at + 2]
        result = subprocess.run(
            [*words, "-fsyntax-only", "-Wvla", "-Wno-error"],
            cwd=entry["directory"], text=True, capture_output=True)
        for match in re.finditer(r"^([^:\n]+):(\d+):.*\[-Wvla\]",
                                 result.stderr, re.M):
            findings.add(match.group(1), match.group(2),
                         "an array of variable length")
        if result.returncode:
            findings.add(file, 1, "does not compile")


def variables(findings, build):
    """Symbols in sections that stay writable after loading."""
    count = 0
    for file in sorted((build / "CMakeFiles").glob("prfmt*.dir/**/*.o")):
        count += 1
        table = subprocess.run(["objdump", "-t", file], text=True,
                               capture_output=True, check=True).stdout
        for row in table.splitlines():
            match = re.match(r"[0-9a-f]{8,} (.{7}) (\S+)\t[0-9a-f]+ +(.+)$",
                             row)
            if not match or "d" in match.group(1):
                continue
            section, name = match.group(2), match.group(3)
            if WRITABLE.search(section) and not SANITIZER.search(name):
                findings.add(file, 0, f"{name} in {section} is mutable")
    return count


def main():
    repo, build = (Path(name).resolve() for name in sys.argv[1:3])
    findings = Findings(repo)
    for file in sources(repo, "src"):
        functions(findings, repo, file)
    commands = json.loads((build / "compile_commands.json").read_text())
    variable_arrays(findings, repo, commands)
    count = variables(findings, build)
    findings.finish(f"{count} objects")


main()
