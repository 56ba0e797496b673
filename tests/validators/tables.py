#!/usr/bin/env python3
"""tables.py PRFMT SAMPLES SCRATCH: are the committed tables of languages what
the generator makes of the CLDR version that they name?

CLDR's JSON packages are fetched once with npm into the cache of the tests.
"""
import pathlib
import re
import subprocess
import sys

from common import cache, npm

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACKAGES = ("cldr-core", "cldr-bcp47", "cldr-dates-full", "cldr-misc-full")


def main():
    table = (ROOT / "src/lang/calendar_data.h").read_text()
    version = re.search(r"CLDR (\d+\.\d+\.\d+)", table).group(1)
    folder = cache(f"cldr-{version}")
    npm(folder, *(f"{name}@{version}" for name in PACKAGES))
    check = subprocess.run(
        [sys.executable, ROOT / "tools/gen-lang.py", "--check", "--cldr",
         folder / "node_modules"], capture_output=True, text=True)
    said = (check.stdout + check.stderr).strip()
    good = check.returncode == 0
    print(f"{'ok  ' if good else 'FAIL'}  src/lang/calendar_data.h, CLDR {version}: "
          f"{said or 'current'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
