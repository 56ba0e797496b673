"""common.py - what the validators share: arguments, rendering, a tally.

Each validator is called as  SCRIPT PRFMT SAMPLES SCRATCH  and ends with
0 (all well), 1 (something failed) or 77 (skipped: a tool is missing).
With CI=true nothing may be skipped, so a missing tool is a failure.
"""
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
RELEASE = "{urn:prfmt:release:1}"
SKIPPED = 77


def cache(name):
    """A folder that outlives the run, for what has to be downloaded."""
    root = os.environ.get("PRFMT_TEST_CACHE")
    base = Path(root) if root else Path.home() / ".cache" / "prfmt-tests"
    folder = base / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def skip(why):
    if os.environ.get("CI") == "true":
        print(f"FAIL  {why} (CI=true: nothing may be skipped)")
        sys.exit(1)
    print(f"SKIP  {why}")
    sys.exit(SKIPPED)


def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            skip(f"{tool} is not installed")


def run(*command, **options):
    """Run a command; its outputs come back as text."""
    return subprocess.run([str(part) for part in command], text=True,
                          capture_output=True, errors="replace", **options)


def install(what, *command, **options):
    """Fetch something for the tests; without it the test is skipped."""
    result = run(*command, **options)
    if result.returncode != 0:
        print((result.stdout + result.stderr).strip()[-2000:])
        skip(f"{what} could not be installed")


def npm(folder, *packages):
    """node_modules with exactly these packages, made once."""
    stamp = folder / "installed"
    wanted = " ".join(packages)
    if not stamp.exists() or stamp.read_text() != wanted:
        install(wanted, "npm", "install", "--prefix", folder, "--no-audit",
                "--no-fund", "--ignore-scripts", "--save-exact", *packages)
        stamp.write_text(wanted)
    return folder / "node_modules"


class Validator:
    def __init__(self):
        if len(sys.argv) != 4:
            sys.exit(f"usage: {sys.argv[0]} PRFMT SAMPLES SCRATCH")
        self.prfmt = Path(sys.argv[1]).resolve()
        self.samples = Path(sys.argv[2]).resolve()
        self.scratch = Path(sys.argv[3]).resolve()
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.passed = 0
        self.failed = 0
        self.releases = sorted(self.samples.glob("*/release.xml"))
        if not self.releases:
            self.bad(str(self.samples), "no sample found")

    def good(self, name, what):
        self.passed += 1
        print(f"ok    {name}: {what}", flush=True)

    def bad(self, name, what, more=""):
        self.failed += 1
        print(f"FAIL  {name}: {what}", flush=True)
        for line in more.strip().splitlines()[:20]:
            print(f"      {line}", flush=True)

    def check(self, right, name, what, more=""):
        if right:
            self.good(name, what)
        else:
            self.bad(name, what, more)
        return right

    def render(self, release, suffix, stem=None):
        """The sample in one format, or None (which counts as a failure)."""
        name = release.parent.name
        out = self.scratch / f"{stem or name}.{suffix}"
        out.unlink(missing_ok=True)
        theme = os.environ.get("PRFMT_TEST_THEME", "plain")
        result = run(self.prfmt, release, "--theme", theme, "-o", out)
        if result.returncode != 0 or not out.exists():
            self.bad(name, f"prfmt did not render .{suffix} "
                           f"(exit {result.returncode})", result.stderr)
            return None
        return out

    def rendered(self, suffix):
        """(name, release, output) for each sample that could be rendered."""
        for release in self.releases:
            out = self.render(release, suffix)
            if out:
                yield release.parent.name, release, out

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


def flat(element):
    """The text of an element without its footnotes, white space folded."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != RELEASE + "footnote":
            parts.append(" " if child.tag == RELEASE + "br" else flat(child))
        parts.append(child.tail or "")
    return "".join(parts)


def paragraphs(release):
    """The words of each paragraph of the body of a release, in order."""
    body = ET.parse(release).getroot().find(RELEASE + "body")
    texts = (flat(p).split() for p in body.iter(RELEASE + "p"))
    return [words for words in texts if words]


def squashed(text):
    """Without white space and hyphens, so that line ends do not matter."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011\u200b\u2060]", "",
                  unicodedata.normalize("NFKC", text))


def lost_paragraphs(release, text, gap=40):
    """The paragraphs whose words are not in the text, in order.

    Between two words at most gap other characters may stand: quotation
    marks, the mark of a note or, in a page's text, its foot and head.
    """
    hay = squashed(text)
    at = 0
    lost = []
    for words in paragraphs(release):
        first = squashed("".join(words[:3]))
        start = hay.find(first, at)
        end = -1
        # a summary or an issuer's name may begin as the paragraph does
        while start >= 0 and end < 0:
            end = start
            for word in map(squashed, words):
                if end >= 0:
                    found = hay.find(word, end, end + len(word) + gap)
                    end = found + len(word) if found >= 0 else -1
            start = hay.find(first, start + 1)
        if end < 0:
            lost.append(" ".join(words)[:70])
        else:
            at = end
    return lost
