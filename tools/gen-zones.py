#!/usr/bin/env python3
"""gen-zones.py - the system's tzdata in, src/lang/zone_data.h out.

What is kept of a zone: its rule for every later year (the POSIX footer of its
TZif file, RFC 9636) and, since 1990, the changes that this rule does not
predict. Zones that agree in both share one table.
"""
import argparse
import bisect
import calendar
import datetime
import pathlib
import re
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src" / "lang" / "zone_data.h"
SINCE = calendar.timegm((1990, 1, 1, 0, 0, 0))
UNTIL = calendar.timegm((2037, 12, 31, 0, 0, 0))
SKIPPED = {"Factory"}  # stands for "nobody has set a zone"
EPOCH = datetime.date(1970, 1, 1)

HEAD = """\
/* zone_data.h - time zones of tzdata {version}; made by tools/gen-zones.py. */
#ifndef LANG_ZONE_DATA_H
#define LANG_ZONE_DATA_H

#include "base/base.h"

#define ZONE_DATA_VERSION "{version}"

struct zone_type {{ /* what a clock shows */
\tint32_t offset;
\tuint8_t daylight;
\tchar abbr[7];
}};

struct zone_turn {{ /* the nth weekday of a month; 5: the last */
\tuint8_t month;
\tuint8_t nth;
\tuint8_t weekday; /* 0 Monday */
\tint32_t second;  /* by the clock before; may lie beyond the day */
}};

struct zone_rule {{ /* of every year; standard == daylight: no turns */
\tuint8_t standard;
\tuint8_t daylight;
\tstruct zone_turn to_daylight;
\tstruct zone_turn to_standard;
}};

struct zone_table {{
\tuint16_t first; /* change; its time is 0: the type before all others */
\tuint16_t count; /* 0: the rule holds always */
\tuint8_t rule;   /* from the last change on */
}};

struct zone {{
\tconst char *name;
\tuint16_t table;
}};

/* clang-format off */
"""

TAIL = """\
/* clang-format on */

#endif
"""


def names_and_version(folder):
    """Every zone and link of tzdata.zi, and the version on its first line."""
    lines = (folder / "tzdata.zi").read_text(encoding="ascii").splitlines()
    version = re.fullmatch(r"# version (\w+)(-\w+)*", lines[0])
    if not version:
        sys.exit("gen-zones: tzdata.zi does not begin with its version")
    names = set()
    for line in lines:
        words = line.split()
        if words and words[0] == "Z":
            names.add(words[1])
        elif words and words[0] == "L":
            names.add(words[2])
    return sorted(names - SKIPPED), version[1]


def shown(offset, daylight, abbr):
    """A type; tzdata's numbers ("+08") are no abbreviation."""
    return offset, int(daylight), "" if abbr[0] in "+-" else abbr


def read_tzif(path):
    """Changes as (time, type), the type before them, and the footer."""
    data = path.read_bytes()

    def header(at):
        if data[at:at + 4] != b"TZif" or data[at + 4:at + 5] < b"2":
            sys.exit(f"gen-zones: {path}: no TZif file of version 2 or later")
        return struct.unpack(">6l", data[at + 20:at + 44])

    utc, std, leap, times, types, chars = header(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc
    utc, std, leap, times, types, chars = header(at)
    if leap:
        sys.exit(f"gen-zones: {path}: counts leap seconds")
    at += 44
    when = struct.unpack(f">{times}q", data[at:at + times * 8])
    at += times * 8
    which = data[at:at + times]
    at += times
    infos = [struct.unpack(">lBB", data[at + i * 6:at + i * 6 + 6])
             for i in range(types)]
    at += types * 6
    text = data[at:at + chars]
    at += chars + leap * 12 + std + utc
    footer = data[at:].decode("ascii").strip("\n")

    kinds = [shown(o, d, text[a:text.index(b"\0", a)].decode("ascii"))
             for o, d, a in infos]
    return [(t, kinds[i]) for t, i in zip(when, which)], kinds[0], footer


def seconds(text):
    """[+-]hh[:mm[:ss]]"""
    sign = -1 if text.startswith("-") else 1
    parts = [int(p) for p in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


NAME = r"(<[^>]+>|[A-Za-z]+)"
TIME = r"([+-]?\d+(?::\d\d){0,2})"
TURN = rf",M(\d+)\.(\d)\.(\d)(?:/{TIME})?"
FOOTER = re.compile(rf"{NAME}{TIME}(?:{NAME}{TIME}?{TURN}{TURN})?")


def read_footer(text):
    """(standard, daylight, turn, turn); a turn: month, nth, weekday, second."""
    m = FOOTER.fullmatch(text)
    if not m:
        sys.exit(f"gen-zones: cannot read the rule {text!r}")
    offset = -seconds(m[2])
    standard = shown(offset, False, m[1].strip("<>"))
    none = (0, 0, 0, 0)
    if not m[3]:
        return standard, standard, none, none
    offset = -seconds(m[4]) if m[4] else offset + 3600
    daylight = shown(offset, True, m[3].strip("<>"))
    turns = [(int(mo), int(nth), (int(day) + 6) % 7, seconds(time or "2"))
             for mo, nth, day, time in (m.group(5, 6, 7, 8),
                                        m.group(9, 10, 11, 12))]
    for turn in turns:  # zone.c looks at one year only
        if turn[0] in (1, 12):
            sys.exit(f"gen-zones: a turn near New Year: {text!r}")
    return standard, daylight, *turns


def turn_time(year, turn, offset):
    month, nth, weekday, second = turn
    first = datetime.date(year, month, 1)
    day = first + datetime.timedelta((weekday - first.weekday()) % 7)
    day += datetime.timedelta(7 * (nth - 1))
    if day.month != month:
        day -= datetime.timedelta(7)
    return (day - EPOCH).days * 86400 + second - offset


def predicted(rule, last):
    """The changes of a rule from the year before SINCE to the time `last`."""
    standard, daylight, to_daylight, to_standard = rule
    if standard == daylight:
        return []
    changes = []
    for year in range(1989, datetime.date.fromordinal(
            EPOCH.toordinal() + last // 86400).year + 1):
        changes.append((turn_time(year, to_daylight, standard[0]), daylight))
        changes.append((turn_time(year, to_standard, daylight[0]), standard))
    return sorted(c for c in changes if c[0] <= last)


def type_at(changes, before, time):
    at = bisect.bisect_right([t for t, _ in changes], time)
    return changes[at - 1][1] if at else before


def compact(path):
    """The changes to be kept, the first at 0, and the rule after them."""
    changes, before, footer = read_tzif(path)
    rule = read_footer(footer)
    # "slim" files end where the footer begins to hold, "fat" ones in 2037
    last = changes[-1][0] if changes else SINCE
    changes += [c for c in predicted(rule, UNTIL) if c[0] > last]
    start = type_at(changes, before, SINCE)
    kept = []
    for time, kind in changes:
        if time > SINCE and kind != (kept[-1][1] if kept else start):
            kept.append((time, kind))
    by_rule = predicted(rule, max(UNTIL, last))
    for count in range(len(kept) + 1):
        since, kind = kept[count - 1] if count else (SINCE, start)
        if (type_at(by_rule, rule[0], since) == kind
                and [c for c in by_rule if c[0] > since] == kept[count:]):
            break
    else:
        sys.exit(f"gen-zones: {path}: its rule does not fit its end")
    kept = kept[:count]
    return tuple([(0, start)] + kept if kept else []), rule


def rows(values, per_line):
    for i in range(0, len(values), per_line):
        yield "\t" + " ".join(f"{v}," for v in values[i:i + per_line])


def index(table, value):
    """The place of the value, at the end if it is new."""
    return table.setdefault(value, len(table))


def gather(folder, names):
    types, rules, tables, zones = {}, {}, {}, []
    for name in names:
        kept, rule = compact(folder / name)
        rule = (index(types, rule[0]), index(types, rule[1]), *rule[2:])
        kept = tuple((time, index(types, kind)) for time, kind in kept)
        zones.append((name, index(tables, (kept, index(rules, rule)))))
    changes = [change for kept, _ in tables for change in kept]
    if max(len(types), len(rules)) > 256 or len(changes) > 65535:
        sys.exit("gen-zones: an index has grown beyond its type")
    if (any(not 0 <= time < 2**32 for time, _ in changes)
            or any(len(abbr) > 6 for _, _, abbr in types)):
        sys.exit("gen-zones: a change or name lies beyond its type")
    return types, rules, tables, changes, zones


def write(folder, names, version):
    types, rules, tables, changes, zones = gather(folder, names)
    out = []

    def section(declaration, lines):
        out.extend([f"static const {declaration}[] = {{", *lines, "};", ""])

    section("struct zone_type zone_types",
            (f'\t{{ {o}, {d}, "{a}" }},' for o, d, a in types))
    section("struct zone_rule zone_rules",
            ("\t{{ {}, {}, {{ {}, {}, {}, {} }}, {{ {}, {}, {}, {} }} }},"
             .format(s, d, *a, *b) for s, d, a, b in rules))
    section("uint32_t zone_changes",
            rows([f"{time}u" for time, _ in changes], 5))
    section("uint8_t zone_change_types",
            rows([kind for _, kind in changes], 12))
    lines, first = [], 0
    for kept, rule in tables:
        lines.append(f"\t{{ {first}, {len(kept)}, {rule} }},")
        first += len(kept)
    section("struct zone_table zone_tables", lines)
    section("struct zone zones",
            (f'\t{{ "{name}", {table} }},' for name, table in zones))
    return HEAD.format(version=version) + "\n".join(out) + TAIL


def check(path, text, version):
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    known = re.search(r'ZONE_DATA_VERSION "(\w+)"', committed)
    if known and known[1] != version:
        print(f"gen-zones: {path.name} is of tzdata {known[1]}, this system "
              f"has {version}: not compared")
        return 0
    if committed != text:
        print(f"gen-zones: {path.name} is not what tzdata {version} gives",
              file=sys.stderr)
        return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true",
                        help="compare only; 1: the file differs")
    parser.add_argument("--zoneinfo", type=pathlib.Path, metavar="FOLDER",
                        default=pathlib.Path("/usr/share/zoneinfo"))
    parser.add_argument("--output", type=pathlib.Path, default=OUTPUT)
    args = parser.parse_args()
    names, version = names_and_version(args.zoneinfo)
    text = write(args.zoneinfo, names, version)
    if args.check:
        return check(args.output, text, version)
    args.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
