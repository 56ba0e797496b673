#!/usr/bin/env python3
"""clients.py - two real wire clients read each sample's NewsML-G2.

superdesk-core and newsmlg2 run in virtual environments of their own, through
the two small programs in the tools folder (PRFMT_TOOLS, else ../shared/tools
beside the checkout).  What they read back is compared with the release.
"""
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from datetime import datetime, timezone
from html import unescape
from pathlib import Path

from common import (RELEASE, REPO, Validator, cache, flat, install,
                    lost_paragraphs, run, skip)

XHTML = "{http://www.w3.org/1999/xhtml}"
# What newsmlg2 1.1 itself drops from any file, whoever wrote it.
KNOWN_LOSS = re.compile(r"/contactInfo/address/line ")
BLOCKS = ("p|h[1-6]|li|ul|ol|dl|dt|dd|t[drh]|table|caption|hl2|div|section|"
          "blockquote|bq|br|hr|pre|figure|figcaption|aside|thead|tbody|tfoot|"
          "block|nitf-table|media|media-caption|body.content")


def tools():
    base = os.environ.get("PRFMT_TOOLS") or REPO.parent / "shared/tools"
    folder = Path(base)
    for name in ("ingest_superdesk.py", "ingest_superdesk.requirements.txt",
                 "ingest_newsmlg2.py"):
        if not (folder / name).is_file():
            skip(f"{name} not found: set PRFMT_TOOLS to its folder")
    return folder


def venv(name, *packages, key):
    """The Python of a virtual environment with these packages, made once."""
    folder = cache(name)
    python = folder / "venv/bin/python"
    stamp = folder / "installed"
    if not stamp.exists() or stamp.read_text() != key:
        install(f"{name} (venv)", sys.executable, "-m", "venv", "--clear",
                folder / "venv")
        install(name, python, "-m", "pip", "install", "--quiet",
                "--disable-pip-version-check", *packages)
        stamp.write_text(key)
    return python


def html_words(text):
    """The words of HTML: tags taken out, entities decoded."""
    text = re.sub(rf"</?({BLOCKS})\b[^>]*>", " ", text, flags=re.I)
    return unescape(re.sub(r"<[^>]*>", "", text)).split()


def body_words(out):
    """The words of the XHTML body in our own NewsML-G2."""
    body = ET.parse(out).getroot().find(f".//{XHTML}body")
    if body is None:
        return []
    for element in body.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
    return html_words(ET.tostring(body, encoding="unicode"))


def instant(text):
    """An RFC 3339 time (without offset: UTC, as superdesk reads it)."""
    if not text:
        return None
    at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return at if at.tzinfo else at.replace(tzinfo=timezone.utc)


def wanted(release):
    """What a client has to read back: headline, embargo, version."""
    root = ET.parse(release).getroot()
    head = root.find(RELEASE + "head")
    embargo = head.find(RELEASE + "embargo")
    headline = " ".join(flat(head.find(RELEASE + "headline")).split())
    until = instant(embargo.get("until")) if embargo is not None else None
    return headline, until, root.get("version", "1")


def read(python, script, *arguments):
    """(worked, the JSON that the client printed, everything it said)."""
    result = run(python, script, *arguments)
    said = (result.stdout + result.stderr).strip()
    try:
        return result.returncode == 0, json.loads(result.stdout), said
    except ValueError:
        return False, None, said


def one_item(items):
    """The text item among what a client read."""
    items = items if isinstance(items, list) else [items]
    texts = [item for item in items if item.get("type", "text") == "text"]
    return texts[0] if texts else {}


def same_facts(v, name, client, item, release):
    headline, until, version = wanted(release)
    v.check(item.get("headline") == headline, name, f"{client}: headline",
            f"read {item.get('headline')!r}, not {headline!r}")
    v.check(str(item.get("version")) == version, name, f"{client}: version",
            f"read {item.get('version')!r}, not {version!r}")
    read_until = instant(item.get("embargoed"))
    v.check(read_until == until, name, f"{client}: embargo",
            f"read {read_until}, not {until}")


def same_text(v, name, item, release, out):
    got = html_words(item.get("body_html") or "")
    ours = body_words(out)
    differ = next((i for i, (a, b) in enumerate(zip(got, ours)) if a != b),
                  min(len(got), len(ours)))
    v.check(got and got == ours, name,
            f"superdesk: the {len(ours)} words of the XHTML body",
            f"{len(got)} words; they part at {differ}: "
            f"{got[differ:differ + 6]} / {ours[differ:differ + 6]}")
    lost = lost_paragraphs(release, " ".join(got))
    v.check(not lost, name, "superdesk: every paragraph of the release, "
            "in order", "\n".join(lost))


def superdesk(v, python, script, name, release, out):
    worked, answer, said = read(python, script, out)
    if not v.check(worked and answer and answer.get("ingested"), name,
                   "superdesk: ingested", said[-600:]):
        return
    item = one_item(answer["items"])
    print(f"      headline {item.get('headline')!r}")
    print(f"      version {item.get('version')}, "
          f"embargoed {item.get('embargoed')}, "
          f"pubstatus {item.get('pubstatus')}, "
          f"body {len(item.get('body_html') or '')} characters")
    same_facts(v, name, "superdesk", item, release)
    same_text(v, name, item, release, out)


def newsmlg2(v, python, script, name, release, out):
    _, answer, said = read(python, script, "--strict", out)
    if not v.check(answer and answer.get("read"), name, "newsmlg2: read",
                   said[-600:]):
        return
    faults = []
    for item in answer["items"]:
        faults += item["catalog_warnings"] + item["unresolved_qcodes"]
        faults += [lost for lost in item["round_trip_lost"]
                   if not KNOWN_LOSS.search(lost)]
    v.check(not faults, name, "newsmlg2: every code resolved, nothing lost",
            "\n".join(faults))
    texts = [item for item in answer["items"]
             if item.get("itemclass") == "ninat:text"]
    item = dict((texts or [{}])[0])
    headlines = item.get("headline") or [None]
    item["headline"] = (headlines[0] if isinstance(headlines, list)
                        else headlines)
    same_facts(v, name, "newsmlg2", item, release)


def main():
    v = Validator()
    folder = tools()
    pins = folder / "ingest_superdesk.requirements.txt"
    desk = venv("superdesk", "--no-deps", "-r", pins, key=pins.read_text())
    g2 = venv("newsmlg2", "newsmlg2==1.1", "lxml==5.3.2", key="1.1 5.3.2")
    for name, release, out in v.rendered("newsml.xml"):
        superdesk(v, desk, folder / "ingest_superdesk.py", name, release, out)
        newsmlg2(v, g2, folder / "ingest_newsmlg2.py", name, release, out)
    v.end()


main()
