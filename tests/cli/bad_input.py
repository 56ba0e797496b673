#!/usr/bin/env python3
"""bad_input.py - what prfmt does with what it should not be given.

    bad_input.py PRFMT SCRATCH

Every case says which exit code and which diagnostic (file:line:column:
severity: code:) it wants, and that no output file is there afterwards.  Ends
with 0 (all well), 1 (something failed).
"""
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

NS = "urn:prfmt:release:1"
SUFFIXES = ("html", "pdf", "newsml.xml", "xml", "txt")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae"
    "426082")


def release(head="", body="<p>The map shows the pond.</p>", root="",
            top='<?xml version="1.0" encoding="UTF-8"?>',
            headline="<headline>Mill Pond prints a map</headline>",
            guid='guid="tag:mill-pond.example,2026:1"'):
    """A release whose line 7 is head and whose line 10 is body."""
    return f"""{top}
<release xmlns="{NS}" xml:lang="en" {guid}{root}>
  <head>
    <issuer><name>Mill Pond Press</name></issuer>
    <issued at="2026-03-02T09:00:00Z"/>
    {headline}
    {head}
  </head>
  <body>
    {body}
  </body>
  <back>
    <contact><email>desk@mill-pond.example</email></contact>
  </back>
</release>
"""


PLAIN = release()
FIGURE = '<figure><img src="{}" alt="A map"/></figure><p>A map.</p>'


class Result:
    def __init__(self, done):
        self.exit = done.returncode
        self.out = done.stdout
        self.err = done.stderr.decode(errors="replace")


class Tests:
    def __init__(self):
        if len(sys.argv) != 3:
            sys.exit(f"usage: {sys.argv[0]} PRFMT SCRATCH")
        self.prfmt = str(Path(sys.argv[1]).resolve())
        self.scratch = Path(sys.argv[2]).resolve() / "bad_input"
        self.passed = 0
        self.failed = 0
        self.count = 0

    def folder(self):
        """A new and empty folder for a case."""
        self.count += 1
        folder = self.scratch / f"{self.count:03}"
        folder.mkdir(parents=True)
        return folder

    def run(self, folder, *args, **options):
        env = dict(os.environ, **options.pop("env", {}))
        options.setdefault("stdin", subprocess.DEVNULL)
        if "input" in options:
            del options["stdin"]
        return Result(subprocess.run([self.prfmt, *map(str, args)],
                                     cwd=folder, env=env, capture_output=True,
                                     **options))

    def check(self, name, wrong, result=None):
        """wrong: the list of what is not as it should be."""
        if not wrong:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAIL  {name}: {'; '.join(wrong)}")
        for line in (result.err if result else "").splitlines()[:8]:
            print(f"      {line}", flush=True)

    def faults(self, result, code, says=(), folder=None, no_files=()):
        wrong = []
        if result.exit != code:
            wrong.append(f"exit {result.exit}, not {code}")
        for one in [says] if isinstance(says, str) else says:
            if not re.search("^" + one, result.err, re.M):
                wrong.append(f"it does not say {one}")
        for path in no_files:
            if (folder / path).exists():
                wrong.append(f"{path} is there")
        return wrong

    def refused(self, name, text, code, says, *args, out="out.html",
                folder=None, **options):
        """prfmt in.xml ARGS -o OUT ends so, says so, and leaves nothing."""
        folder = folder or self.folder()
        data = text if isinstance(text, bytes) else text.encode()
        (folder / "in.xml").write_bytes(data)
        before = sorted(p.name for p in folder.iterdir())
        result = self.run(folder, "in.xml", *args, "-o", out, **options)
        wrong = self.faults(result, code, says)
        after = sorted(p.name for p in folder.iterdir())
        if after != before:
            wrong.append(f"left behind: {set(after) - set(before)}")
        self.check(name, wrong, result)
        return result

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


# -- what is no release ---------------------------------------------------

def not_xml(t):
    t.refused("an empty file", "", 1, r"in\.xml:1:1: error: empty: ")
    t.refused("blanks alone", " \n\n", 1, r"in\.xml:1:1: error: empty: ")
    t.refused("plain text", "Mill Pond prints a map\n", 1,
              r"in\.xml:1:1: error: xml-syntax: ")
    t.refused("JSON", '{"headline": "Mill Pond"}', 1,
              r"in\.xml:1:1: error: xml-syntax: ")
    t.refused("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 1,
              r"in\.xml:\d+:\d+: error: (encoding|xml-syntax): ")
    for cut in (PLAIN.index("</headline>"), PLAIN.index("xml:lang") + 3,
                PLAIN.index("<body>") + 8, len(PLAIN) - 3):
        line = PLAIN.count("\n", 0, cut) + 1
        t.refused(f"cut off behind {cut} bytes", PLAIN[:cut], 1,
                  rf"in\.xml:{line}:\d+: error: xml-syntax: ")
    t.refused("another namespace", PLAIN.replace(NS, "urn:example:other"), 1,
              r"in\.xml:2:1: error: namespace: ")
    t.refused("no namespace", PLAIN.replace(f'xmlns="{NS}" ', ""), 1,
              r"in\.xml:2:1: error: namespace: ")
    t.refused("another root", "<html/>", 1, r"in\.xml:1:1: error: root: ")
    folder = t.folder()
    result = t.run(folder, "none.xml", "-o", "out.html")
    t.check("an input that is not there", t.faults(
        result, 74, r"none\.xml: error: io: ", folder, ["out.html"]), result)
    (folder / "dir").mkdir()
    result = t.run(folder, "dir", "-o", "out.html")
    t.check("a folder as input", t.faults(
        result, 74, r"dir: error: io: ", folder, ["out.html"]), result)


def content(t):
    t.refused("an unknown element", release("<headlin>A</headlin>"), 1,
              r"in\.xml:7:5: error: element-unknown: .*<headlin>"
              r".*did you mean <headline>")
    t.refused("no headline", release(headline=""), 1,
              r"in\.xml:3:3: error: missing: <head> has no <headline>"
              r".*--set headline=")
    t.refused("an embargo without offset",
              release('<embargo until="2026-03-03T09:00:00"/>'), 1,
              r"in\.xml:7:14: error: instant-offset: ")
    t.refused("an embargo that is a day",
              release('<embargo until="2026-03-03"/>'), 1,
              r"in\.xml:7:14: error: instant: ")
    text = release(body='<p id="x">A</p>', headline="")
    t.refused("two errors, both said", text, 1,
              (r"in\.xml:3:3: error: missing: ",
               r"in\.xml:10:8: error: attribute-unknown: "))
    for suffix in SUFFIXES[:3]:
        t.refused(f"nothing is written as {suffix}", release(headline=""), 1,
                  r"in\.xml:3:3: error: missing: ", out=f"out.{suffix}")


def characters(t):
    body = "<p>é tab \t and {} here.</p>"
    t.refused("U+000B", release(body=body.format("\x0b")), 1,
              r"in\.xml:10:20: error: xml-char: U\+000B ")
    t.refused("U+0000", release(body=body.format("\0")), 1,
              r"in\.xml:10:20: error: xml-char: U\+0000 ")
    t.refused("U+FFFE", release(body=body.format("\ufffe")), 1,
              r"in\.xml:10:20: error: xml-char: U\+FFFE ")
    t.refused("&#11;", release(body=body.format("&#11;")), 1,
              r"in\.xml:10:\d+: error: xml-(char|syntax): ")
    bytes_ = release(body=body.format("XX")).encode()
    for bad in (b"\x93", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80",
                b"\xc0\xaf"):
        t.refused(f"invalid UTF-8 {bad.hex()}", bytes_.replace(b"XX", bad), 1,
                  r"in\.xml:10:20: error: encoding: byte 0x"
                  rf"{bad[0]:02X} is not UTF-8")
    folder = t.folder()
    for encoding in ("windows-1252", "utf-16", "utf-16-le", "iso-8859-1"):
        name = encoding.replace("utf-16-le", "utf-16")
        text = release(body="<p>café</p>",
                       top=f'<?xml version="1.0" encoding="{name}"?>')
        data = text.encode(encoding)
        (folder / "in.xml").write_bytes(data)
        result = t.run(folder, "in.xml", "-t", "text")
        t.check(f"declared {encoding} is read", t.faults(result, 0) + (
            [] if "café".encode() in result.out else ["no café"]), result)


# -- nothing is fetched ---------------------------------------------------

def entities(t):
    bomb = ["<!DOCTYPE release [", '<!ENTITY a "ha">']
    for i in range(9):
        bomb.append(f'<!ENTITY {"abcdefghij"[i + 1]} "'
                    + f'&{"abcdefghij"[i]};' * 10 + '">')
    cases = {
        "an entity bomb": "\n".join([*bomb, "]>"]),
        "an external entity": '<!DOCTYPE release [<!ENTITY j SYSTEM '
                              '"file://{}/secret.txt">]>',
        "an external entity by name": '<!DOCTYPE release [<!ENTITY j SYSTEM '
                                      '"secret.txt">]>',
        "an external DTD": '<!DOCTYPE release SYSTEM "secret.txt">',
        "a public DTD": '<!DOCTYPE release PUBLIC "-//A//B" "secret.txt">',
        "a parameter entity": '<!DOCTYPE release [<!ENTITY % p SYSTEM '
                              '"secret.txt"> %p;]>',
        "an empty DOCTYPE": "<!DOCTYPE release>",
    }
    for name, doctype in cases.items():
        traced(t, name, release(headline="<headline>&j;</headline>",
                                top='<?xml version="1.0"?>\n' + doctype),
               1, r"in\.xml:2:1: error: doctype: ")
    xinclude = ('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                'href="secret.txt" parse="text"/>')
    traced(t, "XInclude", release(body=f"<p>A {xinclude}</p>"), 0,
           r"in\.xml:10:10: note: foreign: ")
    traced(t, "a style sheet", PLAIN.replace(
        "?>\n", '?>\n<?xml-stylesheet href="secret.txt"?>', 1), 0, ())
    traced(t, "a schema location", release(
        root=' xmlns:s="http://www.w3.org/2001/XMLSchema-instance" '
             's:schemaLocation="urn:x secret.txt"'), 0, ())


def traced(t, name, text, code, says):
    """Not one call names the file that the input names."""
    folder = t.folder()
    (folder / "secret.txt").write_text("SECRET")
    (folder / "in.xml").write_text(text.replace("{}", str(folder)))
    log = t.scratch / f"{folder.name}.strace"
    env = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") +
               ":detect_leaks=0")  # the leak check is no use under ptrace
    done = subprocess.run(
        ["strace", "-f", "-o", log, "-e", "trace=%file,%network", t.prfmt,
         "in.xml", "-t", "html"], cwd=folder, env=env, capture_output=True,
        stdin=subprocess.DEVNULL, timeout=60)
    result = Result(done)
    wrong = t.faults(result, code, says)
    calls = log.read_text(errors="replace")
    if "in.xml" not in calls:
        wrong.append("strace saw nothing")
    if "secret.txt" in calls:
        wrong.append("the file was looked for")
    if re.search(r"\bsocket\(|\bconnect\(", calls):
        wrong.append("a socket was opened")
    if b"SECRET" in result.out:
        wrong.append("the file is in the output")
    t.check(f"{name}: nothing is read", wrong, result)


# -- limits ---------------------------------------------------------------

def limits(t):
    deep = "<p>" + "<span>" * 300 + "x" + "</span>" * 300 + "</p>"
    column = 5 + len("<p>") + 61 * len("<span>")
    for suffix in SUFFIXES:
        t.refused(f"300 nested spans, {suffix}", release(body=deep), 5,
                  rf"in\.xml:10:{column}: error: limit: .*\(limit depth\)",
                  out=f"out.{suffix}")
    t.refused("50,000 levels", "<a>" * 50000, 1, r"in\.xml:1:1: error: root: ")
    t.refused("50,000 levels of ours", release(body="<p>" + "<em>" * 50000), 5,
              r"in\.xml:10:\d+: error: limit: ")
    t.refused("a paragraph of 500,000 letters",
              release(body=f"<p>{'x' * 500000}</p>"), 5,
              r"in\.xml:10:8: error: limit: .*\(limit block_bytes\)")
    attributes = " ".join(f'a{i}="1"' for i in range(100))
    t.refused("100 attributes", release(body=f"<p {attributes}>A</p>"), 5,
              r"in\.xml:10:5: error: limit: .*\(limit attrs\)")
    t.refused("17 MiB", release(body=f"<!--{'x' * (17 << 20)}-->"), 5,
              r"in\.xml: error: limit: .*\(limit input_bytes\)")


# -- pictures -------------------------------------------------------------

def pictures(t):
    missing = release(body=FIGURE.format("map.png"))
    at = r"in\.xml:10:18: error: asset-missing: "
    t.refused("a picture that is not there, PDF", missing, 4, at,
              out="out.pdf")
    folder = t.folder()
    (folder / "in.xml").write_text(missing)
    for suffix, says in (("html", r"in\.xml:10:18: warning: asset-missing: "),
                         ("newsml.xml", ()), ("xml", ()), ("txt", ())):
        result = t.run(folder, "in.xml", "-o", f"out.{suffix}")
        wrong = t.faults(result, 0, says)
        if not (folder / f"out.{suffix}").is_file():
            wrong.append("no output")
        t.check(f"a picture that is not there, {suffix}", wrong, result)
    result = t.run(folder, "in.xml", "--missing-assets=placeholder", "-o",
                   "out.pdf")
    wrong = t.faults(result, 0,
                     r"in\.xml:10:18: warning: asset-placeholder: ")
    if not (folder / "out.pdf").is_file():
        wrong.append("no output")
    t.check("--missing-assets=placeholder", wrong, result)
    for src in ("../map.png", "/etc/hostname", "file:///etc/hostname",
                "sub/../../map.png", "link.png", "linked/map.png",
                "http://127.0.0.1:9/map.png", "%2e%2e/map.png", "fifo"):
        folder = t.folder() / "root"
        (folder / "sub").mkdir(parents=True)
        (folder.parent / "map.png").write_bytes(PICTURE)
        (folder / "link.png").symlink_to("../map.png")
        (folder / "linked").symlink_to("..")
        os.mkfifo(folder / "fifo")
        t.refused(f"a picture outside the root: {src}",
                  release(body=FIGURE.format(src)), 4, at, out="out.pdf",
                  folder=folder, timeout=60)
    folder = t.folder()
    (folder / "map.png").write_bytes(PICTURE)
    t.refused("a picture outside --root", release(
        body=FIGURE.format("../map.png")), 4, at, "--root", "sub",
        out="out.pdf", folder=make(folder, "sub"))
    t.refused("a --root that is not there", PLAIN, 74, r"prfmt: .*none",
              "--root", "none", out="out.pdf")
    bad = release(body=FIGURE.format("in.xml"))
    t.refused("a picture that is none", bad, 4,
              r"in\.xml:10:18: error: asset-kind: ", out="out.pdf")
    folder = t.folder()
    (folder / "map.png").write_bytes(PICTURE[:-20])
    t.refused("a picture that is cut off", missing, 4,
              r"in\.xml:10:18: error: asset-kind: ", out="out.pdf",
              folder=folder)


def make(folder, name):
    (folder / name).mkdir()
    return folder


# -- where it cannot be written -------------------------------------------

def outputs(t):
    t.refused("a folder that is not there", PLAIN, 74,
              r"none/out\.html: error: io: cannot write it: ",
              out="none/out.html")
    t.refused("a folder as target", PLAIN, 74,
              r"sub\.html: error: io: cannot write it: ", out="sub.html",
              folder=make(t.folder(), "sub.html"))
    t.refused("/dev/full", PLAIN, 74, r"/dev/full: error: io: ", "-t", "html",
              out="/dev/full")
    folder = t.folder()
    (folder / "in.xml").write_text(PLAIN)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([t.prfmt, "in.xml", "-t", "html"], cwd=folder,
                              stdout=full, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL)
    said = done.stderr.decode()
    t.check("standard output is full",
            [] if done.returncode == 74 and said else
            [f"exit {done.returncode}, said {said!r}"])
    if os.geteuid():
        folder = t.folder()
        make(folder, "sub")
        (folder / "sub").chmod(0o555)
        t.refused("a folder that may not be written to", PLAIN, 74,
                  r"sub/out\.html: error: io: ", out="sub/out.html",
                  folder=folder)
    several(t)


def several(t):
    folder = t.folder()
    (folder / "in.xml").write_text(release(body=FIGURE.format("map.png")))
    (folder / "old.html").write_text("old")
    result = t.run(folder, "in.xml", "-o", "old.html", "-o", "out.txt", "-o",
                   "out.pdf")
    wrong = t.faults(result, 4, r"in\.xml:10:18: error: asset-missing: ",
                     folder, ["out.txt", "out.pdf"])
    if (folder / "old.html").read_text() != "old":
        wrong.append("old.html was replaced")
    if len(list(folder.iterdir())) != 2:
        wrong.append("something was left behind")
    t.check("several -o, one fails: none is written", wrong, result)
    result = t.run(folder, "in.xml", "-o", "out.txt", "-o", "none/out.html")
    t.check("several -o, one folder is not there", t.faults(
        result, 74, r"none/out\.html: error: io: ", folder, ["out.txt"]),
        result)
    (folder / "in.xml").write_text(PLAIN)
    names = [f"out.{s}" for s in SUFFIXES]
    result = t.run(folder, "in.xml", *[a for n in names for a in ("-o", n)])
    wrong = t.faults(result, 0)
    wrong += [f"no {n}" for n in names if not (folder / n).is_file()]
    t.check("several -o, all are written", wrong, result)


def fonts(t):
    folder = t.folder()
    (folder / "empty.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        "<fontconfig></fontconfig>")
    env = {"FONTCONFIG_FILE": str(folder / "empty.conf"),
           "XDG_CACHE_HOME": str(t.scratch / "cache")}
    result = t.refused("no font at all", PLAIN, 3,
                       r"in\.xml: error: font: |prfmt: .*font", "-q",
                       out="out.pdf", folder=folder, env=env)
    said = result.err.strip().splitlines()
    t.check("no font: one sentence", [] if len(said) == 1 else
            [f"{len(said)} lines"], result)
    result = t.run(folder, "in.xml", "-t", "html", env=env)
    t.check("no font: HTML needs none", t.faults(result, 0), result)
    make(folder, "nofonts")
    t.refused("--font-dir without a font", PLAIN, 3, r".*error: font: ",
              "--font-dir", "nofonts", out="out.pdf", folder=folder)


# -- the command line -----------------------------------------------------

def options(t):
    warned = release(body='<p><a href="javascript:x">A</a></p>')
    at = r"in\.xml:10:11: warning: link-scheme: "
    for suffix in SUFFIXES[:3] + ("txt",):
        t.refused(f"--strict with a warning, {suffix}", warned, 2, at,
                  "--strict", out=f"out.{suffix}")
        t.refused(f"--strict -q with a warning, {suffix}", warned, 2, at,
                  "--strict", "-q", out=f"out.{suffix}")
    t.refused("--strict, a missing picture", release(
        body=FIGURE.format("map.png")), 2,
        r"in\.xml:10:18: warning: asset-missing: ", "--strict")
    folder = t.folder()
    unknown = release("<headlin>A</headlin>", '<p x="1">A <b>B</b></p>')
    (folder / "in.xml").write_text(unknown)
    result = t.run(folder, "in.xml", "--lenient", "-o", "out.txt")
    wrong = t.faults(result, 0, (
        r"in\.xml:7:5: warning: element-unknown: ",
        r"in\.xml:10:8: warning: attribute-unknown: ",
        r"in\.xml:10:16: warning: element-unknown: "))
    if "A B" not in (folder / "out.txt").read_text():
        wrong.append("the words are not kept")
    t.check("--lenient", wrong, result)
    t.refused("--lenient --strict", unknown, 2, (), "--lenient", "--strict")
    usage = {
        "-o - without -t": ["-o", "-"],
        "an unknown suffix": ["-o", "out.doc"],
        "no suffix": ["-o", "out"],
        "a suffix alone": ["-o", ".html"],
        "an unknown format": ["-t", "doc"],
        "-t with two -o": ["-t", "html", "-o", "a.html", "-o", "b.html"],
        "-o - with another": ["-t", "html", "-o", "-", "-o", "b.html"],
        "neither -o nor -t": [],
        "an unknown option": ["--colour", "-t", "html"],
        "an option without its value": ["-o"],
        "--check with -o": ["--check", "-o", "out.html"],
        "a second input": ["in.xml", "-t", "html"],
        "paper that is none": ["--paper", "a5", "-t", "html"],
        "assets that are none": ["--missing-assets", "x", "-t", "html"],
        "a format that is not built": ["-t", "png", "-o", "out.png"],
        "--set of nothing": ["--set", "colour=red", "-t", "html"],
        "--set without =": ["--set", "headline", "-t", "html"],
        "--now without offset": ["--now", "2026-03-02T09:00", "-t", "html"],
        "an input format that is none": ["-f", "doc", "-t", "html"],
    }
    for name, args in usage.items():
        folder = t.folder()
        (folder / "in.xml").write_text(PLAIN)
        result = t.run(folder, "in.xml", *args)
        wrong = t.faults(result, 64, r"\S.*: ")
        if result.out:
            wrong.append("something was written")
        if len(list(folder.iterdir())) != 1:
            wrong.append("a file was left behind")
        t.check(name, wrong, result)


def streams(t):
    folder = t.folder()
    result = t.run(folder, "-", "-t", "text", input=PLAIN.encode())
    t.check("standard input", t.faults(result, 0) + (
        [] if b"Mill Pond" in result.out else ["no text"]), result)
    result = t.run(folder, "-", "-t", "text", input=b"<!-- x")
    t.check("standard input that is no XML", t.faults(
        result, 1, r"-:1:\d+: error: xml-syntax: "), result)
    (folder / "map.png").write_bytes(PICTURE)
    figure = release(body=FIGURE.format("map.png")).encode()
    result = t.run(folder, "-", "-o", "out.pdf", input=figure)
    t.check("standard input has no folder", t.faults(
        result, 4, r"-:10:18: error: asset-missing: ", folder, ["out.pdf"]),
        result)
    result = t.run(folder, "-", "--root", ".", "-o", "out.pdf", input=figure)
    t.check("standard input with --root", t.faults(result, 0), result)
    (folder / "in.xml").write_text(PLAIN)
    code, said = on_terminal(t, folder, "in.xml", "-t", "pdf")
    t.check("a PDF is not for a terminal", [] if code == 64 and
            b"terminal" in said and b"%PDF" not in said else
            [f"exit {code}, said {said[:60]}"])
    code, said = on_terminal(t, folder, "in.xml", "-t", "text")
    t.check("text is", [] if code == 0 and b"Mill Pond" in said else
            [f"exit {code}, said {said[:60]}"])
    code, said = on_terminal(t, folder, "in.xml", "-t", "pdf", "-o", "-")
    t.check("-o - says that it is meant", [] if code == 0 and b"%PDF" in said
            else [f"exit {code}, said {said[:60]}"])


def on_terminal(t, folder, *args):
    """(exit code, what came to a terminal)."""
    main, other = pty.openpty()
    child = subprocess.Popen([t.prfmt, *args], cwd=folder, stdout=other,
                             stderr=other, stdin=subprocess.DEVNULL)
    os.close(other)
    said = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        said += part
    os.close(main)
    return child.wait(), said


# -- the same bytes -------------------------------------------------------

def same_bytes(t):
    folder = t.folder()
    (folder / "map.png").write_bytes(PICTURE)
    text = release('<embargo until="2026-03-03T09:00:00+01:00" '
                   'zone="Europe/Berlin" show="Asia/Makassar"/>',
                   FIGURE.format("map.png"))
    (folder / "in.xml").write_text(text)
    worlds = [{}, {}, {"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"},
              {"LC_ALL": "C"}, {"TZ": "Pacific/Auckland"},
              {"TZ": "America/Los_Angeles"}, {"HOME": "/nonexistent"},
              {"SOURCE_DATE_EPOCH": "1"}, {"LANGUAGE": "id", "LANG": "id_ID"}]
    for suffix in SUFFIXES:
        first = None
        for i, world in enumerate(worlds):
            out = folder / f"{i}.{suffix}"
            result = t.run(folder, "in.xml", "-o", out, env=world)
            wrong = t.faults(result, 0)
            made = out.read_bytes() if out.exists() else b""
            first = first or made
            if not made or made != first:
                wrong.append("the bytes differ")
            t.check(f"the same {suffix} with {world or 'nothing new'}", wrong,
                    result)


def main():
    t = Tests()
    if not shutil.which("strace"):
        sys.exit("strace is not installed")
    shutil.rmtree(t.scratch, ignore_errors=True)
    for part in (not_xml, content, characters, entities, limits, pictures,
                 outputs, fonts, options, streams, same_bytes):
        part(t)
    t.end()


main()
