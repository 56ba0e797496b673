#!/usr/bin/env python3
"""roundtrip.py - what is read and written again is the same; no word is lost.

    roundtrip.py PRFMT SAMPLES SCRATCH

For each sample, each golden case that can be read and, where it exists,
../shared/design/release-example.xml: the XML that prfmt writes is read and
written once more and must be the same bytes, say the same text, and be valid
by ../shared/design/release.rng (PRFMT_DESIGN names another folder) if the
input was.  For each sample all words of -t text must stand in the same order
in the structure of its PDF and in its page.  Ends with 0 (all well), 1
(something failed).
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
GOLDEN = REPO / "tests/golden"
DESIGN = Path(os.environ.get("PRFMT_DESIGN") or REPO.parent / "shared/design")


class Tests:
    def __init__(self):
        if len(sys.argv) != 4:
            sys.exit(f"usage: {sys.argv[0]} PRFMT SAMPLES SCRATCH")
        self.prfmt = Path(sys.argv[1]).resolve()
        self.samples = sorted(Path(sys.argv[2]).resolve()
                              .glob("*/release.xml"))
        self.scratch = Path(sys.argv[3]).resolve() / "roundtrip"
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def check(self, right, name, what, more=""):
        self.passed += bool(right)
        self.failed += not right
        if not right:
            print(f"FAIL  {name}: {what}")
            for line in more.splitlines()[:12]:
                print(f"      {line}", flush=True)

    def render(self, path, form, *args):
        """(exit code, bytes, what it said)"""
        done = subprocess.run([self.prfmt, path, "-t", form, "-o", "-", *args],
                              capture_output=True, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout, done.stderr.decode(
            errors="replace")


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True,
                          text=True)


# -- once more round ------------------------------------------------------

def inputs(t):
    """(name, path) of every release that there is."""
    for path in t.samples:
        yield f"sample {path.parent.name}", path
    for path in sorted(GOLDEN.glob("*/in.xml")):
        yield path.parent.name, path
    example = DESIGN / "release-example.xml"
    if example.exists():
        yield "example", example
    else:
        t.skipped += 1


def is_valid(path):
    schema = DESIGN / "release.rng"
    return run("xmllint", "--nonet", "--noout", "--relaxng", schema, path)


def valid(t, name, path, written):
    if not (DESIGN / "release.rng").exists():
        t.skipped += 1
    elif is_valid(path).returncode == 0:
        result = is_valid(written)
        t.check(result.returncode == 0, name, "what it wrote is not valid",
                result.stderr)


def round_trip(t, name, path):
    code, once, said = t.render(path, "xml")
    if code:
        # errors of content stop the writer too: nothing to compare
        t.check(not once, name, f"exit {code}, but something was written")
        return
    written = t.scratch / f"{name.replace(' ', '-')}.xml"
    written.write_bytes(once)
    code, twice, said = t.render(written, "xml")
    t.check(code == 0 and once == twice, name,
            "written again it is not the same", said)
    wants = t.render(path, "text", "--set", "lang=en")
    has = t.render(written, "text", "--set", "lang=en")
    t.check(wants[:2] == has[:2], name, "written again it says other words",
            has[2])
    valid(t, name, path, written)


# -- words ----------------------------------------------------------------

def words(text):
    """Words to compare: capitals, the marks of lists and what stands between
    two words are the renderer's own, as is the https:// of an address."""
    text = re.sub(r"https?://", "", text.casefold()).replace("\u00ad", "")
    found = (w.strip("/.,;:()[]–—·•") for w in text.split())
    return [w for w in found if w]


def text_words(text):
    """Of -t text, without the footnotes below and their marks."""
    text = re.sub(r"\n\n\[1\] .*\Z", "\n", text, flags=re.S)
    text = re.sub(r"\[\d+\]", "", text)
    text = re.sub(r"^ *\d+\. ", "", text, flags=re.M)
    return words(text)


class Page(HTMLParser):
    """The words of a page; what stands in a line stands together."""
    INLINE = {"a", "abbr", "code", "data", "del", "em", "ins", "q", "span",
              "strong", "sub", "sup", "time"}
    VOID = {"meta", "link", "img", "br", "hr", "col", "source", "input"}

    def __init__(self, html):
        super().__init__()
        self.parts = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        skip = tag in ("head", "script", "style") or \
            "pr-mark" in classes or "pr-footnotes" in classes
        if tag not in self.INLINE:
            self.parts.append(" ")
        if (self.hidden or skip) and tag not in self.VOID:
            self.hidden += 1

    def handle_endtag(self, tag):
        if self.hidden:
            self.hidden -= 1
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)

    def words(self):
        return words("".join(self.parts))


def structure_words(text):
    """Of pdfinfo -struct-text, without the notes and their marks."""
    parts = []
    outside = None  # the indent of what is left out
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        line = line.strip()
        if outside is not None and indent > outside:
            continue
        outside = None
        if line.startswith('"'):
            parts.append(line[1:-1])
        elif line.startswith(("Note", "Reference")):
            outside = indent
        elif re.match(r"Lbl\b", line):
            outside = indent
            parts.append(" ")
        elif not line.startswith(("/", "Object")) and "(inline)" not in line:
            parts.append(" ")
    return words("".join(parts))


def lost(wanted, there):
    """The runs of words that do not come in this order, with one before."""
    match = difflib.SequenceMatcher(None, wanted, there, autojunk=False)
    end = 0
    for block in match.get_matching_blocks():
        if block.a > end:
            run = " ".join(wanted[max(0, end - 1):block.a])
            yield f"{block.a - end}: {run}"
        end = block.a + block.size


def same_words(t, path):
    name = f"sample {path.parent.name}"
    code, text, said = t.render(path, "text")
    wanted = text_words(text.decode())
    t.check(code == 0 and wanted, name, "no text", said)
    html = Page(t.render(path, "html")[1].decode()).words()
    missing = list(lost(wanted, html))
    t.check(not missing, name, f"of its {len(wanted)} words these "
            "do not come in this order in the page", "\n".join(missing))
    pdf = t.scratch / f"{path.parent.name}.pdf"
    pdf.write_bytes(t.render(path, "pdf")[1])
    done = run("pdfinfo", "-struct-text", pdf)
    missing = list(lost(wanted, structure_words(done.stdout)))
    t.check(not missing, name, f"of its {len(wanted)} words these "
            "do not come in this order in the PDF", "\n".join(missing))


def main():
    t = Tests()
    for tool in ("xmllint", "pdfinfo"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed")
    t.check(t.samples, "samples", "there are none")
    for name, path in inputs(t):
        round_trip(t, name, path)
    for path in t.samples:
        same_words(t, path)
    if t.skipped:
        print(f"{t.skipped} not done: {DESIGN} lacks release.rng or the "
              "example")
    print(f"{t.passed} passed, {t.failed} failed")
    sys.exit(1 if t.failed else 0)


main()
