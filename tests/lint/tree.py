"""tree.py - what the lint scripts share: source files, and C without words.

Each is called as  SCRIPT REPO [ARGUMENT]  and ends with 0 (nothing found) or
1; each finding is a line "path:line: what".
"""
import re
import sys
from pathlib import Path

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"'
                   r"|'(?:\\.|[^'\\\n])*'", re.S)


def sources(repo, *folders, suffixes=(".c", ".h")):
    """All files below the folders, in order."""
    for folder in folders:
        for path in sorted((repo / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path


def bare(text):
    """C without comments, and with empty strings; lines keep their number.
    What #include names is kept."""
    def blank(match):
        found = match.group()
        line = text[text.rfind("\n", 0, match.start()) + 1:match.start()]
        if line.strip() == "#include":
            return found
        if found[0] in "\"'":
            return found[0] * 2
        return "\n" * found.count("\n") or " "
    return TOKEN.sub(blank, text)


def strings(text):
    """(line, literal) of each string of C."""
    for match in TOKEN.finditer(text):
        if match.group()[0] == '"':
            yield text.count("\n", 0, match.start()) + 1, match.group()


class Findings:
    def __init__(self, repo):
        self.repo = repo
        self.count = 0

    def add(self, path, line, what):
        path = Path(path)
        if path.is_relative_to(self.repo):
            path = path.relative_to(self.repo)
        print(f"{path}:{line}: {what}")
        self.count += 1

    def search(self, path, text, pattern, what):
        """One finding for each match; {} in what is the match."""
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            word = match.group(1) if match.re.groups else match.group()
            self.add(path, line, what.format(word))

    def finish(self, done):
        print(f"{done}, {self.count} findings")
        sys.exit(1 if self.count else 0)
