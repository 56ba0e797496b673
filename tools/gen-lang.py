#!/usr/bin/env python3
"""gen-lang.py - Unicode CLDR in, src/lang/calendar_data.h out.

CLDR is read from a folder with its JSON packages cldr-core, cldr-bcp47,
cldr-dates-full and cldr-misc-full, all of one version (npm makes
such a folder; a build never needs it). Kept are the names of months and
weekdays, the long and full forms of a date, quotation marks, the direction of
lines, the names of cities that stand for time zones, and three lists of
regions.
"""
import argparse
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src" / "lang" / "calendar_data.h"
PACKAGES = ("cldr-core", "cldr-bcp47", "cldr-dates-full", "cldr-misc-full")
# locale: others that share its calendar, and must have the same
LOCALES = {
    "ar": [], "ar-DZ": ["ar-TN"], "ar-IQ": ["ar-JO", "ar-LB", "ar-PS", "ar-SY"],
    "ar-MA": [], "ar-MR": [], "de": ["de-CH", "de-LI"], "de-AT": [],
    "en": ["en-CA", "en-PH", "en-PR"], "en-001": ["en-GB"], "es": [],
    "es-419": ["es-AR", "es-US"], "fr": ["fr-BE", "fr-CA"],
    "id": [], "it": ["it-CH"], "ja": [], "nl": [], "pt": [],
    "pt-PT": ["pt-AO", "pt-MZ"], "ru": [], "zh-Hans": ["zh-Hans-SG"],
}
SHORT_WEEKDAYS = ("ja",)  # who prints them
# Locales with cities of their own; the others take their language's.
CITIES = ("ar", "de", "en", "es", "fr", "id", "it", "ja", "nl", "pt", "pt-PT",
          "ru", "zh-Hans")
AREAS = ("Africa America Antarctica Arctic Asia Atlantic Australia Europe "
         "Indian Pacific").split()
# A day has no leading zero in running text, whatever CLDR's form.
FIELDS = {"EEEE": "%W", "d": "%d", "dd": "%d", "MMMM": "%M", "M": "%n",
          "y": "%Y"}
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

HEAD = """\
/* calendar_data.h - months, weekdays, dates, quotation marks and cities of
   Unicode CLDR {version}; made by tools/gen-lang.py. */
#ifndef LANG_CALENDAR_DATA_H
#define LANG_CALENDAR_DATA_H

#include "lang/lang_data.h"

#define CALENDAR_DATA_VERSION "{version}"

/* clang-format off */
"""

TAIL = """\
/* clang-format on */

#endif
"""


class Missing(Exception):
    """The data are not there."""


class Source:
    def __init__(self, folder):
        self.folder = folder
        versions = {self.load(p, "package.json")["version"] for p in PACKAGES}
        if len(versions) != 1:
            raise Missing(f"the packages are of versions {sorted(versions)}")
        self.version = versions.pop()

    def load(self, package, path):
        file = self.folder / package / path
        try:
            return json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise Missing(f"there is no {package}/{path}") from None

    def main(self, package, locale, name):
        return self.load(package, f"main/{locale}/{name}.json")["main"][locale]

    def supplement(self, name):
        path = f"supplemental/{name}.json"
        return self.load("cldr-core", path)["supplemental"][name]


TOKEN = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>([A-Za-z])\3*)"
                   r"|(?P<other>[^A-Za-z']+)")


def pattern(text):
    """CLDR's "d 'de' MMMM" as the "%d de %M" of lang_data.h."""
    out = ""
    for token in TOKEN.finditer(text):
        field = token["field"]
        if field and field not in FIELDS:
            sys.exit(f"gen-lang: an unknown field in {text!r}")
        out += FIELDS[field] if field else token["quoted"] or token["other"]
    return out


def names(table, keys):
    return [table[key] for key in keys]


def calendar(source, locale):
    dates = source.main("cldr-dates-full", locale, "ca-gregorian")
    dates = dates["dates"]["calendars"]["gregorian"]
    marks = source.main("cldr-misc-full", locale, "delimiters")["delimiters"]
    layout = source.main("cldr-misc-full", locale, "layout")["layout"]
    numbers = [str(n) for n in range(1, 13)]
    months = names(dates["months"]["format"]["wide"], numbers)
    alone = names(dates["months"]["stand-alone"]["wide"], numbers)
    days = dates["days"]["format"]
    return {
        "months": months,
        "months_alone": alone if alone != months else None,
        "weekdays": names(days["wide"], WEEK),
        "weekdays_short": (names(days["abbreviated"], WEEK)
                           if locale in SHORT_WEEKDAYS else None),
        "date": pattern(dates["dateFormats"]["long"]),
        "full": pattern(dates["dateFormats"]["full"]),
        "quote_open": marks["quotationStart"],
        "quote_close": marks["quotationEnd"],
        "inner_open": marks["alternateQuotationStart"],
        "inner_close": marks["alternateQuotationEnd"],
        "rtl": layout["orientation"]["characterOrder"] == "right-to-left",
    }


def cities_of(table, path=""):
    """(zone, city) of CLDR's nested table."""
    for key, value in table.items():
        if key == "exemplarCity":
            yield path, value
        elif isinstance(value, dict):
            yield from cities_of(value, f"{path}/{key}" if path else key)


def zone_names(source):
    """CLDR's name of a zone: the one tzdata now has, where it differs."""
    zones = source.load("cldr-bcp47", "bcp47/timezone.json")
    zones = zones["keyword"]["u"]["tz"]
    return {zone["_alias"].split()[0]: zone["_iana"] for zone in zones.values()
            if isinstance(zone, dict) and "_iana" in zone}


def cities(source, locale, now):
    """{tzdata's city: the language's}, where they differ."""
    zones = source.main("cldr-dates-full", locale, "timeZoneNames")
    zones = zones["dates"]["timeZoneNames"]["zone"]
    found = {}
    for zone, city in cities_of(zones):
        city = city.replace("\u00AD", "")  # no place for hyphens here
        if zone.split("/")[0] not in AREAS or re.search(r"[,&(（،、]", city):
            continue
        for name in {zone, now.get(zone, zone)}:
            key = name.split("/")[-1].replace("_", " ")
            if found.setdefault(key, city) != city:
                sys.exit(f"gen-lang: {locale}: {key} is two cities")
    return {k: v for k, v in sorted(found.items()) if k != v}


def quoted(text):
    """A string of C; the spaces one cannot see stand there by number."""
    return '"{}"'.format(re.sub("[\u00A0\u202F]",
                                lambda m: f"\\u{ord(m[0]):04X}", text))


def rows(values):
    line = "\t\t"
    for value in (quoted(v) + "," for v in values):
        if len(line) > 2 and len(line) + 14 + len(value) > 78:
            yield line.rstrip()
            line = "\t\t"
        line += value + " "
    yield line.rstrip()


def symbol(locale):
    return locale.replace("-", "_")


def write_calendar(locale, table):
    yield f"static const struct lang_calendar calendar_{symbol(locale)} = {{"
    for key in ("months", "months_alone", "weekdays", "weekdays_short"):
        if table[key]:
            yield f"\t.{key} = {{"
            yield from rows(table[key])
            yield "\t},"
    for key in ("date", "full", "quote_open", "quote_close",
                "inner_open", "inner_close"):
        yield f"\t.{key} = {quoted(table[key])},"
    if table["rtl"]:
        yield "\t.rtl = true,"
    owner = locale if locale in CITIES else locale.split("-")[0]
    yield f"\t.cities = cities_{symbol(owner)},"
    yield "};"
    yield ""


def regions(source):
    paper = source.supplement("measurementData")["paperSize"]
    yield "LETTER", [r for r, size in paper.items() if size == "US-Letter"]
    likely = source.supplement("likelySubtags")
    yield "HANT", [k[3:] for k, v in likely.items()
                   if re.fullmatch("zh-[A-Z]{2}", k) and "-Hant-" in v]
    parents = source.supplement("parentLocales")["parentLocale"]
    for parent in ("es-419", "pt-PT"):
        yield symbol(parent).upper(), [parent[3:]] + [
            k[3:] for k, v in parents.items() if v == parent]


def write(source):
    out = []
    for name, found in regions(source):
        out.append(f"#define REGIONS_{name} \\")
        line = ""
        for region in sorted(found):
            if len(line) > 60:
                out.append(f'\t"{line} " \\')
                line = ""
            line += " " * bool(line) + region
        out.extend([f'\t"{line}"', ""])
    now = zone_names(source)
    for locale in CITIES:
        name = f"cities_{symbol(locale)}"
        out.append(f"static const struct lang_pair {name}[] = {{")
        out.extend(f"\t{{ {quoted(k)}, {quoted(v)} }},"
                   for k, v in cities(source, locale, now).items())
        out.extend(["\t{ NULL, NULL },", "};", ""])
    for locale, same in LOCALES.items():
        table = calendar(source, locale)
        for other in same:
            theirs = calendar(source, other)
            for key in ("months", "weekdays", "date"):
                if theirs[key] != table[key]:
                    sys.exit(f"gen-lang: {other} has not {locale}'s {key}")
        out.extend(write_calendar(locale, table))
    return HEAD.format(version=source.version) + "\n".join(out) + TAIL


def check(path, text, version):
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    known = re.search(r'CALENDAR_DATA_VERSION "([^"]+)"', committed)
    if known and known[1] != version:
        print(f"gen-lang: {path.name} is of CLDR {known[1]}, the folder has "
              f"{version}: not compared")
        return 0
    if committed != text:
        print(f"gen-lang: {path.name} is not what CLDR {version} gives",
              file=sys.stderr)
        return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true",
                        help="compare only; 1: the file differs")
    parser.add_argument("--cldr", type=pathlib.Path, metavar="FOLDER",
                        default=ROOT / "node_modules")
    parser.add_argument("--output", type=pathlib.Path, default=OUTPUT)
    args = parser.parse_args()
    try:
        source = Source(args.cldr)
        text = write(source)
    except Missing as missing:
        print(f"gen-lang: no CLDR: {missing}"
              + (": not compared" if args.check else ""))
        return 0 if args.check else 1
    if args.check:
        return check(args.output, text, source.version)
    args.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
