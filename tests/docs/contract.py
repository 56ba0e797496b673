#!/usr/bin/env python3
"""contract.py REPO LIBRARY SCRATCH [FLAG...]: the program in docs/contract.md compiles
without a warning against the public header, runs, and writes its page."""
import pathlib
import re
import subprocess
import sys


def main():
    repo, library, scratch = map(pathlib.Path, sys.argv[1:4])
    extra = sys.argv[4:]  # of the compiler: sanitizers
    scratch.mkdir(parents=True, exist_ok=True)
    page = (repo / "docs/contract.md").read_text()
    program = re.search(r"```c\n(#include <prfmt.*?)```", page, re.S).group(1)
    lines = program.count("\n")
    (scratch / "contract.c").write_text(program)
    out = scratch / "harbour.html"
    out.unlink(missing_ok=True)
    subprocess.run(["cc", "-std=c11", "-Wall", "-Wextra", "-Wpedantic",
                    "-Werror", f"-I{repo / 'include'}", *extra,
                    "contract.c", str(library), "-o", "contract",
                    f"-Wl,-rpath,{library.parent}"], cwd=scratch, check=True)
    subprocess.run(["./contract"], cwd=scratch, check=True)
    good = "The harbour opened today." in out.read_text()
    print(f"{'ok  ' if good else 'FAIL'}  the program of {lines} lines wrote its page")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
