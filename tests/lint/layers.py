#!/usr/bin/env python3
"""layers.py REPO - who may include whom, open files, print and exit.

base <- lang, model, xml <- read, check, asset, theme, sink, render <- api;
the command sees the public header alone.
"""
import re
import sys
from pathlib import Path

from tree import Findings, bare, sources

PUBLIC = "prfmt"  # <prfmt/prfmt.h>
RENDERERS = {"html", "newsml", "xml", "text", "pdf"}
# Which folders of src a folder may see, beside itself.
MAY_SEE = {
    "base": {PUBLIC},
    "lang": {PUBLIC, "base"},
    "model": {PUBLIC, "base", "lang"},
    "xml": {PUBLIC, "base"},
    "read": {PUBLIC, "base", "lang", "model", "xml"},
    "check": {PUBLIC, "base", "lang", "model"},
    "asset": {PUBLIC, "base", "lang", "model"},
    "theme": {PUBLIC, "base", "lang", "model", "xml"},
    "sink": {PUBLIC, "base", "lang", "model"},
    "render": {PUBLIC, "base", "lang", "model", "asset", "theme", "sink"},
    "api": {PUBLIC, "base", "lang", "model", "read", "check", "asset",
            "sink", "theme", "render"},
    "cli": {PUBLIC},
}
# One file more than the folder's law.
EXTRA = {
    "src/render/render.c": {"check/check.h", "render/pdf/fonts.h"},
}
# Headers of other libraries: where each may be seen.
ALIEN = [
    (r"cairo|pango|qpdf|fontconfig|ft2|freetype|hb|lcms2|jpeglib|"
     r"libdeflate|glib", ("src/render/pdf/", "src/theme/theme.c",
                          "src/theme/theme.h")),
    (r"libxml", ("src/xml/",)),
    (r"sha1\.h$", ("src/model/release.c",)),
    (r"sha2\.h$", ("src/render/html/",)),
    (r"md5\.h$", ("src/render/pdf/",)),
]
SYSTEM = {
    "assert.h", "errno.h", "fcntl.h", "getopt.h", "iconv.h", "limits.h",
    "math.h", "signal.h", "stdalign.h", "stdarg.h", "stdbool.h", "stddef.h",
    "stdint.h", "stdio.h", "stdlib.h", "string.h", "unistd.h",
    "sys/random.h", "sys/stat.h", "sys/syscall.h", "linux/openat2.h",
}
OPENERS = {"src/read/read.c", "src/asset/dir.c", "src/sink/sink_file.c"}
OPENS = r"\b(open|openat|openat2|fopen|fdopen|freopen|creat|opendir)\s*\("
TALKS = (r"\b(stdout|stderr|stdin)\b",
         r"\b(v?f?printf|dprintf|puts|fputs|putchar|fputc|putc|perror)\s*\(",
         r"\b(exit|_exit|quick_exit|abort|getenv|secure_getenv|setenv)\s*\(")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def may_see_ours(where, path, name):
    """Is this file allowed to include this header of src?"""
    if name in EXTRA.get(path, ()):
        return True
    mine = where.parts
    theirs = Path(name).parts
    if theirs[0] != mine[0]:
        return theirs[0] in MAY_SEE[mine[0]]
    if mine[0] != "render" or len(theirs) < 3:
        return True
    # below render/, a renderer sees itself alone
    return len(mine) > 2 and theirs[1] == mine[1]


def may_see_alien(path, name):
    for pattern, places in ALIEN:
        if re.match(pattern, name):
            return path.startswith(places)
    return name in SYSTEM


def includes(findings, repo, file):
    path = file.relative_to(repo).as_posix()
    where = file.relative_to(repo / "src")
    text = bare(file.read_text())
    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        line = text.count("\n", 0, match.start()) + 1
        if name == "prfmt/prfmt.h":
            continue
        fine = (may_see_ours(where, path, name) if kind == '"'
                else may_see_alien(path, name))
        if not fine:
            findings.add(file, line, f"may not include {name}")
    return path, text


def main():
    repo = Path(sys.argv[1]).resolve()
    findings = Findings(repo)
    count = 0
    for file in sources(repo, "src"):
        count += 1
        path, text = includes(findings, repo, file)
        if path not in OPENERS:
            findings.search(file, text, OPENS, "{}() opens a file")
        if path.startswith("src/cli/"):
            continue
        for pattern in TALKS:
            findings.search(file, text, pattern, "only src/cli may say {}")
    findings.finish(f"{count} files")


main()
