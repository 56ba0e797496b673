#!/usr/bin/env python3
"""xsd.py - each sample's NewsML-G2 is valid by the standard's own schema."""
import os
from pathlib import Path

from common import REPO, Validator, need, run, skip

SCHEMA = "newsml-g2-2.35/NewsML-G2_2.35-spec-All-Power.xsd"


def schema():
    base = os.environ.get("PRFMT_SCHEMAS") or REPO.parent / "shared/schemas"
    path = Path(base) / SCHEMA
    if not path.is_file():
        skip(f"{SCHEMA} not found: set PRFMT_SCHEMAS to its parent folder")
    return path


def main():
    v = Validator()
    need("xmllint")
    xsd = schema()
    for name, _, out in v.rendered("newsml.xml"):
        result = run("xmllint", "--nonet", "--noout", out)
        v.check(result.returncode == 0 and not result.stderr, name,
                "well-formed", result.stderr)
        result = run("xmllint", "--nonet", "--noout", "--schema", xsd, out)
        v.check(result.returncode == 0, name, "valid NewsML-G2 2.35",
                result.stderr)
    v.end()


main()
