#!/usr/bin/env python3
"""Writes docs/diagnostics.md from the table of codes in src/base/codes.c.

    tools/gen-diagnostics.py           writes it
    tools/gen-diagnostics.py --check   exit 1 where it is not what the table says
"""
import pathlib
import re
import sys

REPO = pathlib.Path(__file__).resolve().parent.parent
TABLE = REPO / "src/base/codes.c"
PAGE = REPO / "docs/diagnostics.md"
STRING = r'"(?:[^"\\]|\\.)*"'
TEXT = rf"((?:{STRING}\s*)+)"
GROUP = re.compile(r"\t/\* (\w+) \*/")
ROW = re.compile(rf'\[CODE_\w+\] = \{{\s*{TEXT}, PRFMT_(\w+), (\w+),\s*{TEXT},\s*{TEXT},\s*{TEXT}\}}', re.S)
FORMATS = {"0": "all formats", "READ": "all formats but `xml`", "PDF": "`pdf`", "NEWSML": "`newsml`"}
HEAD = """# Diagnostics

Made by `tools/gen-diagnostics.py` from the table in `src/base/codes.c`; `prfmt --list-rules` and `prfmt --explain CODE` print the same.

A diagnostic has a code, a severity, a place, one sentence and mostly a hint. Lines and columns begin at 1; columns count code points, not bytes and
not the columns of a screen. A code never changes its meaning. All findings of a file are given, sorted by place.

- An **error** stops the formats that it concerns.
- A **warning** stops nothing, but under `--strict` everything (exit 2).
- A **note** says what was derived, dropped or ignored.

The severity below is the usual one: `--lenient` makes unknown names warnings, and a missing picture is a warning where its bytes are not needed.
`--no-rule CODE` switches a warning or a note off (in C: `mute` in `prfmt_options`); errors cannot be switched off.

## Forms

`--diagnostics=short`, the default where standard error is no terminal: one line each.

```
release.xml:7:5: error: element-unknown: there is no element <headlin> (did you mean <headline>?)
```

`--diagnostics=human`, the default on a terminal: the same, then the line of the source and a caret below what is meant. A long line is cut on both sides.

`--diagnostics=json`: one array on standard error for the whole run, `[]` where there is nothing to say; ASCII alone. (What is wrong with the command line
itself is said in plain words, with exit 64.) Each object has all of these members; later versions may add others.

| member | type | |
|---|---|---|
| `code` | string | one of the codes below; `failure`: the call failed and no finding explains it; `more`: how many findings were not kept (limit `diagnostics`) |
| `severity` | string | `error`, `warning` or `note` |
| `message` | string | one English sentence |
| `hint` | string | what to do; `""`: nothing is known |
| `source` | string | the input as named on the command line |
| `line`, `column` | number | from 1; 0: no place |
| `end_column` | number | one past the last column; 0: unknown |
| `formats` | array of strings | the formats that it concerns; `[]`: all |

## Codes

| code | severity | |
|---|---|---|
"""


def string(literals):
    text = "".join(s[1:-1] for s in re.findall(STRING, literals))
    return text.replace('\\"', '"').replace("\\\\", "\\")


def markdown(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")


def rows():
    """(group, code, severity, formats, summary, hint, example) of each row."""
    text = TABLE.read_text()
    marks = [(m.start(), m.group(1)) for m in GROUP.finditer(text)]
    found = []
    for m in ROW.finditer(text):
        group = [name for at, name in marks if at < m.start()][-1]
        code, severity, formats, *rest = m.groups()
        found.append((group, string(code), severity.lower(), FORMATS[formats], *map(string, rest)))
    assert len(found) == text.count("[CODE_") - text.count("[CODE_COUNT]")
    return found


def page():
    index = []
    sections = []
    last = None
    for group, code, severity, formats, summary, hint, example in rows():
        first = summary.split(". ")[0].rstrip(".") + "."
        index.append(f"| [`{code}`](#{code}) | {severity} | {markdown(first)} |")
        if group != last:
            sections.append(f"## {group.capitalize()}\n")
            last = group
        sections.append(f"### {code}\n\n{severity.capitalize()}; concerns {formats}.\n\n{markdown(summary)}\n\n"
                        f"What to do: {markdown(hint) or 'as the finding says'}.\n\nExample: ``{example}``\n")
    return HEAD + "\n".join(index) + "\n\n" + "\n".join(sections)


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
