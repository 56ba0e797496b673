#!/usr/bin/env python3
"""Writes src/cli/width_data.h: which characters a terminal shows in two columns, and which in none.

    tools/gen-width.py           writes it, with the Unicode version of this Python
    tools/gen-width.py --check   exit 1 where it is not what that version says

Two columns: East_Asian_Width W or F (UAX #11). None: marks that do not advance and format characters
(Mn, Me, Cf but the soft hyphen), and the vowels and finals of Hangul Jamo, which join the letter before them.
"""
import pathlib
import sys
import unicodedata

PAGE = pathlib.Path(__file__).resolve().parent.parent / "src/cli/width_data.h"


def width(cp):
    c = chr(cp)
    if unicodedata.category(c) in ("Mn", "Me", "Cf") and cp != 0xAD:
        return 0
    if 0x1160 <= cp <= 0x11FF or 0xD7B0 <= cp <= 0xD7FF:
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def ranges(wanted):
    found = []
    for cp in range(0x110000):
        if width(cp) != wanted:
            continue
        if found and found[-1][1] == cp - 1:
            found[-1][1] = cp
        else:
            found.append([cp, cp])
    return found


def table(name, wanted):
    cells = [f"{{ 0x{a:04X}, 0x{b:04X} }}," for a, b in ranges(wanted)]
    lines = ["\t" + " ".join(cells[i:i + 3]) for i in range(0, len(cells), 3)]
    return f"static const struct range {name}[] = {{\n" + "\n".join(lines) + "\n};\n"


def page():
    return f"""/* width_data.h - columns of characters, of Unicode {unicodedata.unidata_version}; made by
   tools/gen-width.py. */
#ifndef CLI_WIDTH_DATA_H
#define CLI_WIDTH_DATA_H

#include <stdint.h>

struct range {{
	uint32_t first;
	uint32_t last;
}};

/* clang-format off */
{table("none", 0)}
{table("two", 2)}/* clang-format on */

#endif
"""


def main():
    if "--check" in sys.argv[1:]:
        if PAGE.read_text() == page():
            return 0
        print(f"{PAGE.name} is not what Unicode {unicodedata.unidata_version} says; run tools/gen-width.py")
        return 1
    PAGE.write_text(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
