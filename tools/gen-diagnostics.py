#!/usr/bin/env python3
"""Writes docs/diagnostics.md from the table of codes in src/base/diag.c.

    tools/gen-diagnostics.py           writes it
    tools/gen-diagnostics.py --check   exit 1 where it is not what the table says
"""
import pathlib
import re
import sys

REPO = pathlib.Path(__file__).resolve().parent.parent
TABLE = REPO / "src/base/diag.c"
PAGE = REPO / "docs/diagnostics.md"
ROW = re.compile(r'\[CODE_\w+\] = \{ "([^"]+)", PRFMT_(\w+),((?:\s*"(?:[^"\\]|\\.)*")+) \}',
                 re.S)
HEAD = """# Diagnostics

Made by `tools/gen-diagnostics.py` from the table in `src/base/diag.c`.

A diagnostic is `file:line:col: severity: code: sentence (hint)`. Lines and columns begin at 1; columns count code points. A code never changes its meaning.
The severity below is the usual one; `--lenient` makes unknown names warnings, and a missing picture is a warning where its bytes are not needed.

| code | severity | what to do |
|---|---|---|
"""


def page():
    rows = []
    for token, severity, strings in ROW.findall(TABLE.read_text()):
        hint = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', strings))
        hint = hint.replace('\\"', '"').replace("|", "\\|").replace("<", "&lt;")
        rows.append(f"| `{token}` | {severity.lower()} | {hint or 'as the sentence says'} |")
    return HEAD + "\n".join(rows) + "\n"


def main():
    new = page()
    if "--check" in sys.argv[1:]:
        if PAGE.read_text() == new:
            return 0
        print("docs/diagnostics.md is not what the table says; run tools/gen-diagnostics.py")
        return 1
    PAGE.write_text(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
