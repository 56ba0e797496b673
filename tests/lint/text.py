#!/usr/bin/env python3
"""text.py REPO - nothing left to do, no paths of one machine, no trailing
blanks, in any file that git tracks or would."""
import re
import subprocess
import sys
from pathlib import Path

from tree import Findings

LEFT = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b")
LOCAL = re.compile(r"(?<![\w.~}/-])(/(?:work|home|root|Users)/\w[\w.-]*)")
# Expected results keep what a renderer writes; example codes are codes.
RESULTS = ("tests/golden/", "samples/")


def tracked(repo):
    names = subprocess.run(
        ["git", "-C", repo, "ls-files", "-z", "-co", "--exclude-standard"],
        text=True, capture_output=True, check=True).stdout
    return [name for name in names.split("\0") if name]


def main():
    repo = Path(sys.argv[1]).resolve()
    if not (repo / ".git").exists():
        print("no git checkout")
        sys.exit(77)
    findings = Findings(repo)
    count = 0
    for name in tracked(repo):
        path = repo / name
        data = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" in data or name.endswith((".pdf", ".png", ".jpg")):
            continue
        count += 1
        text = data.decode("utf-8", "replace")
        findings.search(path, text, LOCAL, "{} is a path of one machine")
        if name.startswith(RESULTS):
            continue
        findings.search(path, text, LEFT, "{}: something is left to do")
        findings.search(path, text, r"(?m)[ \t]+$", "trailing blanks")
    findings.finish(f"{count} files")


main()
