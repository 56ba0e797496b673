#!/usr/bin/env python3
"""profile.py - each sample's NewsML-G2 keeps to prfmt's own profile.

    profile.py PRFMT SAMPLES SCRATCH

profile.rng (made from profile.rnc by rnc2rng) is stricter than the standard's
schema.  What a grammar cannot say is checked here: no empty elements, no
comments, nothing escaped twice, the same words in both renditions.  Faults put
into a good file show that each of them would be found.
"""
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "validators"))
from common import Validator, run  # noqa: E402

PROFILE = HERE / "profile.rng"
XHTML = "{http://www.w3.org/1999/xhtml}"
NITF = "{http://iptc.org/std/NITF/2006-10-18/}"
# What may hold nothing: the rest of the elements say something.
VOID = {"br", "hr", "img", "media-reference", "th", "td"}
INLINE = {"em", "strong", "sub", "sup", "code", "span", "abbr", "a", "num",
          "lang"}
TWICE = re.compile(r"&amp;(amp|apos|quot|lt|gt|#\w+);")
EMBARGOED = "<embargoed>2026-11-26T06:00:00+01:00</embargoed>"

# (what is wrong, pattern, replacement): each must be refused.
FAULTS = [
    ("no pubStatus", r"<pubStatus [^>]*/>", ""),
    ("no version", r' version="\d+" standard', " standard"),
    ("version 0", r' version="\d+" standard', ' version="0" standard'),
    ("no versionCreated", r"<versionCreated>[^<]*</versionCreated>", ""),
    ("no zone", r"(<firstCreated>[^<]*)\+\d\d:\d\d<", r"\1<"),
    ("Z for an offset", r"(<firstCreated>[^<]*)\+\d\d:\d\d<", r"\1Z<"),
    ("an empty embargo", r"(<pubStatus)", r"<embargoed/>\1"),
    ("an embargo behind pubStatus", r"(<generator)", EMBARGOED + r"\1"),
    ("no contentMeta", r"(?s)<contentMeta>.*</contentMeta>", ""),
    ("no contentSet", r"(?s)<contentSet>.*</contentSet>", ""),
    ("an empty headline", r"<headline>[^<]*</headline>", "<headline/>"),
    ("a blank headline", r"<headline>[^<]*</headline>",
     "<headline> </headline>"),
    ("markup in a headline", r"<headline>", "<headline><b>x</b>"),
    ("an unknown alias", r'"genre:Press', '"gnere:Press'),
    ("an empty list", r"<body>", "<body><ul></ul>"),
    ("a wrapper", r"(?s)<body>(.*?)</body></html>",
     r"<body><section>\1</section></body></html>"),
    ("a div", r"<body>", "<body><div>x</div>"),
    ("text without a block", r"<body>", "<body>x"),
    ("a javascript link", r"<body>",
     '<body><p><a href="javascript:x">x</a></p>'),
    ("a relative picture", r"<body>",
     '<body><p><img src="x.jpg" alt="x"/></p>'),
    ("XHTML without its namespace", r' xmlns="http://www.w3.org/1999/xhtml"',
     ""),
    ("NITF without a block", r"(?s)<block>(.*)</block></body.content>",
     r"\1</body.content>"),
    ("NITF before XHTML", r"(?s)(<inlineXML.*?</inlineXML>)\s*"
     r"(<inlineXML.*?</inlineXML>)", r"\2\1"),
    ("a relative remoteContent", r"</contentSet>",
     '<remoteContent rendition="rnd:web" contenttype="text/html" '
     'href="a.html"/></contentSet>'),
    ("a remoteContent with a blank", r"</contentSet>",
     '<remoteContent rendition="rnd:web" contenttype="text/html" '
     'href="https://x.example/a b"/></contentSet>'),
    ("a remoteContent without contenttype", r"</contentSet>",
     '<remoteContent rendition="rnd:web" href="https://x.example/"/>'
     "</contentSet>"),
    ("hopHistory", r"<rightsInfo>", "<hopHistory/><rightsInfo>"),
]


def valid(path):
    result = run("xmllint", "--noout", "--nonet", "--relaxng", PROFILE, path)
    return result.returncode == 0, result.stderr


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def empties(root):
    """Elements with neither text, nor children, nor an attribute."""
    return [local(e) for e in root.iter()
            if len(e) == 0 and not (e.text or "").strip()
            and not e.attrib and local(e) not in VOID]


def hollow(root):
    """Blocks and marks of the renditions that say nothing at all."""
    found = []
    for top in (root.find(f".//{XHTML}body"), root.find(f".//{NITF}block")):
        for element in [] if top is None else top.iter():
            says = "".join(element.itertext()).strip()
            holds = {local(child) for child in element.iter()} & VOID
            if not says and not holds:
                found.append(local(element))
    return found


def words(top):
    """The words in order: a block or a br parts two, a mark does not."""
    parts = []

    def walk(element):
        apart = " " if local(element) not in INLINE else ""
        parts.append(apart + (element.text or ""))
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        parts.append(apart)

    walk(top)
    return "".join(parts).split()


def one(v, name, out):
    good, said = valid(out)
    v.check(good, name, "keeps to the profile", said)
    text = out.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    lost = empties(root) + hollow(root)
    v.check(not lost, name, "no empty element", " ".join(lost))
    v.check("<!--" not in text, name, "no comment")
    twice = [match.group() for match in TWICE.finditer(text)]
    v.check(not twice, name, "nothing escaped twice", " ".join(twice))
    xhtml = words(root.find(f".//{XHTML}body"))
    nitf = words(root.find(f".//{NITF}block"))
    v.check(xhtml and xhtml == nitf, name,
            f"both renditions say the same {len(xhtml)} words",
            f"{len(xhtml)} and {len(nitf)}")


def faults(v, out):
    text = out.read_text(encoding="utf-8")
    bad = v.scratch / "fault.newsml.xml"
    for what, pattern, replacement in FAULTS:
        changed, count = re.subn(pattern, replacement, text, count=1)
        bad.write_text(changed, encoding="utf-8")
        good, _ = valid(bad)
        v.check(count and not good, "a fault is found", what)
    bad.unlink()


def main():
    v = Validator()
    last = None
    for name, _, out in v.rendered("newsml.xml"):
        one(v, name, out)
        last = out
    if last:
        faults(v, last)
    v.end()


main()
