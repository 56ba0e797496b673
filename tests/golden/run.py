#!/usr/bin/env python3
"""run.py - each golden case rendered again and compared with what was accepted.

    run.py [--accept] PRFMT CASES SCRATCH [CASE...]

A case is a folder of CASES with in.xml, its pictures and some of

    out.html out.newsml.xml out.xml out.txt    equal byte for byte, but the
                         style sheet in the page is looked at in "minimal" only
    pdf-structure.txt    pdfinfo: a few facts, then -struct-text: the tags and
                         their text
    pdf-text.txt         pdftotext -layout: the lines, blanks folded
    diag.txt             what `prfmt in.xml --check` says, run in the folder
    args                 more arguments, for every call; if -t FORMAT or
                         --now is among them, diag.txt is of that call
    exit                 the exit code that goes with diag.txt, if not 0

Only the files that exist are compared; to begin one, make it empty and say
--accept, which rewrites what differs.  Read what it wrote before you commit.
The case "foreign" is also searched, in every format, for words that must not
get there.  The cases diag-CODE show the place of each diagnostic; those that
no input alone provokes (io, font) are in ../cli/bad_input.py.  Ends with 0
(all well), 1 (something failed).
"""
import difflib
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OUTPUTS = {"out.html": "html", "out.newsml.xml": "newsml", "out.xml": "xml",
           "out.txt": "text"}
TOOLS = ("pdfinfo", "pdftotext", "pdfdetach")
FACTS = ("Title", "Subject", "Keywords", "Author", "CreationDate", "ModDate",
         "Tagged", "Page size")
DIFF_LINES = 60

# The words of the case "foreign" and the formats that may carry them.
WORDS = {"ZZINTERNAL": {"xml"}, "ZZFOREIGN": {"xml"}, "ZZCOMMENT": {"xml"},
         "ZZPI": {"xml"}, "ZZEDNOTE": {"xml", "newsml"},
         "ZZPUBLIC": {"xml", "newsml", "html", "text", "pdf"}}


class Failure(Exception):
    """A case that could not be rendered; its text says why."""


def run(*command, cwd=None):
    return subprocess.run([str(part) for part in command], cwd=cwd,
                          stdin=subprocess.DEVNULL, capture_output=True)


def tool(*command):
    result = run(*command)
    if result.returncode:
        raise Failure(f"{command[0]}: {result.stderr.decode()}")
    return result.stdout.decode()


class Case:
    def __init__(self, prfmt, folder, scratch):
        self.prfmt = prfmt
        self.folder = folder
        self.scratch = scratch
        self.args = []
        if (folder / "args").exists():
            self.args = shlex.split((folder / "args").read_text())
        self.exit = 0
        if (folder / "exit").exists():
            self.exit = int((folder / "exit").read_text())
        self.pdf_path = None

    def call(self, *more):
        return run(self.prfmt, "in.xml", *self.args, *more, cwd=self.folder)

    def render(self, form):
        result = self.call("-t", form, "-o", "-")
        if result.returncode:
            raise Failure(f"-t {form}: exit {result.returncode}\n" +
                          result.stderr.decode())
        return result.stdout

    def pdf(self):
        if not self.pdf_path:
            self.pdf_path = self.scratch / f"{self.folder.name}.pdf"
            self.pdf_path.write_bytes(self.render("pdf"))
        return self.pdf_path

    def structure(self):
        """Object numbers and the tool's own blanks are not the document's."""
        facts = [line for line in
                 tool("pdfinfo", "-isodates", self.pdf()).splitlines()
                 if line.startswith(FACTS)]
        text = "\n".join(facts) + "\n\n"
        text += tool("pdfinfo", "-struct-text", self.pdf())
        text = re.sub(r"Object \d+ \d+", "Object", text)
        text = re.sub(r"/BBox \[.*\]", "/BBox", text)
        return "".join(line.rstrip() + "\n" for line in text.splitlines())

    def page_text(self):
        """The widths of a font's glyphs move words only by blanks."""
        text = tool("pdftotext", "-layout", self.pdf(), "-")
        text = text.replace("\f", "\n=== page ===\n")
        lines = (" ".join(line.split()) for line in text.splitlines())
        return "".join(line + "\n" for line in lines if line)

    def diagnostics(self):
        own = any(a in ("-t", "--now") for a in self.args)
        more = ("-o", "-") if "-t" in self.args else ("-t", "text")
        result = self.call(*more) if own else self.call("--check")
        if result.returncode != self.exit:
            raise Failure(f"exit {result.returncode}, not {self.exit}\n" +
                          result.stderr.decode())
        return result.stderr

    def made(self, name):
        if name in OUTPUTS:
            made = self.render(OUTPUTS[name])
            if name == "out.html" and self.folder.name != "minimal":
                made = re.sub(rb"(<style>).*(</style>)", rb"\1\2", made,
                              count=1, flags=re.S)
            return made
        if name == "diag.txt":
            return self.diagnostics()
        if name == "pdf-structure.txt":
            return self.structure().encode()
        return self.page_text().encode()

    def compared(self):
        names = [*OUTPUTS, "pdf-structure.txt", "pdf-text.txt", "diag.txt"]
        return [n for n in names if (self.folder / n).exists()]

    def everywhere(self):
        """(format, part, its text) for each thing that prfmt can write."""
        for form in OUTPUTS.values():
            yield form, form, self.render(form).decode()
        parts = self.scratch / f"{self.folder.name}.parts"
        shutil.rmtree(parts, ignore_errors=True)
        parts.mkdir()
        tool("pdfdetach", "-saveall", "-o", parts, self.pdf())
        yield "pdf", "pdf structure", self.structure()
        yield "pdf", "pdf pages", tool("pdftotext", self.pdf(), "-")
        yield "pdf", "pdf facts", tool("pdfinfo", self.pdf())
        yield "pdf", "pdf xmp", tool("pdfinfo", "-meta", self.pdf())
        for part in sorted(parts.iterdir()):
            yield "pdf", f"in the pdf: {part.name}", part.read_text()


def difference(name, old, new):
    lines = difflib.unified_diff(
        old.decode(errors="replace").splitlines(),
        new.decode(errors="replace").splitlines(),
        f"accepted {name}", f"now {name}", lineterm="")
    return "\n".join(list(lines)[:DIFF_LINES])


def compare(case, name, accept):
    """Lines to print; none: it is as accepted."""
    path = case.folder / name
    try:
        new = case.made(name)
    except Failure as why:
        return [f"FAIL  {case.folder.name}/{name}", str(why).rstrip()]
    old = path.read_bytes()
    if old == new:
        return []
    if accept:
        path.write_bytes(new)
        print(f"new   {case.folder.name}/{name}")
        return []
    return [f"FAIL  {case.folder.name}/{name}", difference(name, old, new)]


def leaks(case):
    found = []
    for form, part, text in case.everywhere():
        for word, allowed in WORDS.items():
            if word in text and form not in allowed:
                found.append(f"{word} is in {part}")
            if word not in text and form in allowed and part == form:
                found.append(f"{word} is not in {part}")
    return [f"FAIL  {case.folder.name}: what goes where", *found] if found \
        else []


def run_case(case, accept):
    """(passed, failed) of one case."""
    passed = failed = 0
    names = case.compared()
    if not names:
        print(f"FAIL  {case.folder.name}: nothing to compare")
        return 0, 1
    said = [compare(case, name, accept) for name in names]
    if case.folder.name == "foreign":
        said.append(leaks(case))
    for lines in said:
        failed += bool(lines)
        passed += not lines
        for line in lines:
            print(line, flush=True)
    return passed, failed


def main():
    args = [a for a in sys.argv[1:] if a != "--accept"]
    if len(args) < 3:
        sys.exit("usage: run.py [--accept] PRFMT CASES SCRATCH [CASE...]")
    missing = [t for t in TOOLS if not shutil.which(t)]
    if missing:
        sys.exit(f"{missing[0]} is not installed (poppler-utils)")
    prfmt = Path(args[0]).resolve()
    folders = sorted(p.parent for p in Path(args[1]).resolve()
                     .glob("*/in.xml"))
    scratch = Path(args[2]).resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for folder in folders:
        if len(args) > 3 and folder.name not in args[3:]:
            continue
        ok, bad = run_case(Case(prfmt, folder, scratch),
                           "--accept" in sys.argv)
        passed += ok
        failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
