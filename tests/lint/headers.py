#!/usr/bin/env python3
"""headers.py REPO BUILD - each header compiles alone, each file is built and
includes its own header first, none is too long or too wide."""
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tree import Findings, sources

MOST_LINES = 900
MOST_COLUMNS = 80
# Tables of text: a line is one entry, whatever its length.
WIDE = re.compile(r"src/lang/lang_\w+\.c|src/lang/zone_data\.h|"
                  r"src/render/pdf/srgb\.h|src/theme/css\.c")
# A line of text as it is printed.
USAGE = re.compile(r'\t"[^"]*\\n";?')
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]


def compiles(command, include, directory):
    """None, or the compiler's first error."""
    result = subprocess.run([*command, "-"], input=f"#include {include}\n",
                            cwd=directory, text=True, capture_output=True)
    if result.returncode == 0:
        return None
    lines = [line for line in result.stderr.splitlines() if "error" in line]
    return lines[0] if lines else result.stderr.strip()


def build_command(build):
    """The compiler and flags that the library is built with, and where."""
    commands = json.loads((build / "compile_commands.json").read_text())
    entry = next(entry for entry in commands
                 if entry["file"].endswith("src/base/alloc.c"))
    words = shlex.split(entry["command"])
    del words[words.index("-o"):]
    return [*words, "-fsyntax-only", "-x", "c"], entry["directory"]


def alone(findings, repo, build):
    command, directory = build_command(build)
    count = 0
    for file in sources(repo, "src", suffixes=(".h",)):
        count += 1
        name = file.relative_to(repo / "src").as_posix()
        trouble = compiles(command, f'"{name}"', directory)
        if trouble:
            findings.add(file, 1, f"does not compile alone: {trouble}")
    header = repo / "include/prfmt/prfmt.h"
    for compiler in (["gcc", "-x", "c", "-std=c11"],
                     ["g++", "-x", "c++", "-std=c++17"]):
        for define in ([], ["-DPRFMT_STATIC"]):
            count += 1
            trouble = compiles([*compiler, *STRICT, *define,
                                f"-I{repo / 'include'}"],
                               "<prfmt/prfmt.h>", directory)
            if trouble:
                findings.add(header, 1, f"{compiler[-1]}: {trouble}")
    return count


def listed(findings, repo):
    """Each .c is built, and nothing is that is not there."""
    lists = (repo / "cmake/sources.cmake").read_text()
    lists += (repo / "CMakeLists.txt").read_text()
    named = set(re.findall(r"\bsrc/[\w/]+\.c\b", lists))
    there = {file.relative_to(repo).as_posix()
             for file in sources(repo, "src", suffixes=(".c",))}
    for name in sorted(there - named):
        findings.add(repo / name, 1, "is in no list of CMake")
    for name in sorted(named - there):
        findings.add("cmake/sources.cmake", 1, f"{name} does not exist")


def own_header_first(findings, repo, file):
    own = file.with_suffix(".h")
    if not own.exists():
        return
    wanted = own.relative_to(repo / "src").as_posix()
    match = re.search(r'^#include\s*[<"]([^>"]+)', file.read_text(), re.M)
    if not match or match.group(1) != wanted:
        findings.add(file, 1, f"does not include {wanted} first")


def measure(findings, repo, file):
    path = file.relative_to(repo).as_posix()
    lines = file.read_text().splitlines()
    if (len(lines) > MOST_LINES and file.suffix == ".c" and
            file.is_relative_to(repo / "src")):
        findings.add(file, len(lines), f"{len(lines)} lines")
    if lines and not lines[0].startswith("/*"):
        findings.add(file, 1, "does not begin by saying what it is for")
    if WIDE.fullmatch(path):
        return
    for number, line in enumerate(lines, 1):
        width = len(line.expandtabs(8))
        if width > MOST_COLUMNS and not USAGE.fullmatch(line):
            findings.add(file, number, f"{width} columns")


def main():
    repo, build = (Path(name).resolve() for name in sys.argv[1:3])
    findings = Findings(repo)
    count = alone(findings, repo, build)
    listed(findings, repo)
    for file in sources(repo, "src", suffixes=(".c",)):
        own_header_first(findings, repo, file)
    for file in sources(repo, "src", "include", "tests"):
        measure(findings, repo, file)
    findings.finish(f"{count} headers")


main()
