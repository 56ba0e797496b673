#!/usr/bin/env python3
"""qpdf.py - each sample PDF is sound: syntax, tags, text, attachments, ink."""
import re
import xml.etree.ElementTree as ET

from common import (RELEASE, Validator, flat, lost_paragraphs, need, run,
                    squashed)

RGB = re.compile(r"(?<![\d.])(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(rg|RG)\b")


def grey_as_rgb(pdf):
    """The colour operators that paint grey or black with three inks."""
    result = run("qpdf", "--qdf", "--object-streams=disable", pdf, "-")
    return sorted({" ".join(match.groups())
                   for match in RGB.finditer(result.stdout)
                   if len({float(n) for n in match.groups()[:3]}) == 1})


def headline(release):
    head = ET.parse(release).getroot().find(RELEASE + "head")
    return " ".join(flat(head.find(RELEASE + "headline")).split())


def syntax(v, name, pdf):
    result = run("qpdf", "--check", pdf)
    said = result.stdout + result.stderr
    v.check(result.returncode == 0 and "WARNING" not in said, name,
            "qpdf --check finds nothing", said)
    grey = grey_as_rgb(pdf)
    v.check(not grey, name, "greys and blacks are one ink", "\n".join(grey))


def same_bytes(v, name, release, pdf):
    again = v.render(release, "pdf", stem=name + "-again")
    if again:
        v.check(pdf.read_bytes() == again.read_bytes(), name,
                "the same bytes when rendered again")


def information(v, name, release, pdf):
    result = run("pdfinfo", "-enc", "UTF-8", pdf)
    fields = dict(line.split(":", 1) for line in result.stdout.splitlines()
                  if ":" in line)
    tagged = fields.get("Tagged", "").strip()
    title = fields.get("Title", "").strip()
    v.check(tagged == "yes", name, "Tagged: yes", f"Tagged: {tagged}")
    v.check(title == headline(release), name, "the title is the headline",
            f"title {title!r}")


def attachments(v, name, pdf):
    listed = run("pdfdetach", "-list", pdf).stdout
    v.check("release.xml" in listed, name, "carries release.xml", listed)
    v.check(re.search(r"newsml", listed, re.I), name, "carries NewsML-G2",
            listed)


def text(v, name, release, pdf):
    result = run("pdftotext", "-enc", "UTF-8", pdf, "-")
    lost = lost_paragraphs(release, result.stdout, gap=600)
    v.check(not lost, name, "pdftotext gives every paragraph, in order",
            "\n".join(lost))
    # poppler drops what follows an ActualText inside other marked content, so
    # that a loss seen here alone means: do not nest one.
    result = run("pdfinfo", "-enc", "UTF-8", "-struct-text", pdf)
    quoted = "".join(re.findall(r'^\s*"(.*)"\s*$', result.stdout, re.M))
    lost = lost_paragraphs(release, quoted)
    if squashed(headline(release)) not in squashed(quoted):
        lost.insert(0, "the headline")
    v.check(result.returncode == 0 and not lost, name,
            "the structure tree gives headline and every paragraph, in order",
            result.stderr + "\n".join(lost))


def main():
    v = Validator()
    need("qpdf", "pdfinfo", "pdftotext", "pdfdetach")
    for name, release, pdf in v.rendered("pdf"):
        syntax(v, name, pdf)
        same_bytes(v, name, release, pdf)
        information(v, name, release, pdf)
        attachments(v, name, pdf)
        text(v, name, release, pdf)
    v.end()


main()
