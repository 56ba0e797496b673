#!/usr/bin/env python3
"""offline.py - a render opens no socket and no file it was not given."""
import os
import re

from common import Validator, need, run, skip

FORMATS = ("html", "pdf", "newsml.xml", "xml", "txt")
HOME = os.path.expanduser("~")
# Libraries, fonts and their configuration, and what the C library reads.
ALLOWED = ("/lib", "/lib64", "/usr/lib", "/usr/local/lib", "/etc/ld.so",
           "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts",
           "/usr/share/fontconfig", "/usr/share/xml/fontconfig",
           "/usr/share/texmf", "/usr/share/hyphen", "/var/cache/fontconfig",
           "/usr/share/locale", "/etc/locale.alias", "/usr/share/icu",
           "/proc",
           "/sys/devices/system/cpu", "/dev/null", "/dev/urandom",
           f"{HOME}/.fonts", f"{HOME}/.config/fontconfig",
           f"{HOME}/.cache/fontconfig", f"{HOME}/.local/share/fonts",
           "/etc/localtime")
# The loader tries many folders for a library, fontconfig for its caches.
TRIED = re.compile(r"\.so(\.\d+)*$|\.cache-\d+$")
OPEN = re.compile(r"\b(?:open|openat|openat2)\("
                  r"(?:(?:AT_FDCWD|\d+)(?:<([^>]*)>)?, )?\"([^\"]*)\""
                  r".*?= (?:\d+<([^>]*)>|-1 )")
SOCKET = re.compile(r"\b(socket|connect|bind|listen|accept4?|send(?:to|msg|mmsg)"
                    r"|recv(?:from|msg|mmsg)|socketpair|getsockopt|setsockopt)"
                    r"\(")


def below(path, folders):
    path = os.path.normpath(path)
    return any(path == folder or path.startswith(folder + "/")
               or (folder == "/etc/ld.so" and path.startswith(folder))
               for folder in folders)


def opened(line):
    """(the name asked for, the file it led to) of one line, or None."""
    match = OPEN.search(line)
    if not match:
        return None
    base, name, real = match.groups()
    asked = os.path.join(base or "/", name)
    return asked, (real or asked).removesuffix(" (deleted)")


def main():
    v = Validator()
    need("strace")
    if not v.releases:
        v.end()
    release = max(v.releases, key=lambda path: len(os.listdir(path.parent)))
    own = [str(release.parent), str(v.scratch), str(v.prfmt.parent)]
    if run("strace", "-o", "/dev/null", "true").returncode != 0:
        skip("strace may not trace here")
    for form in FORMATS:
        trace = v.scratch / f"trace-{form}"
        out = v.scratch / f"offline.{form}"
        out.unlink(missing_ok=True)
        result = run("strace", "-f", "-y", "-s", "4096", "-o", trace, "-e",
                     "trace=network,open,openat,openat2", v.prfmt, release,
                     "-o", out)
        if not v.check(result.returncode == 0 and out.exists(), form,
                       f"{release.parent.name} renders under strace",
                       result.stderr):
            continue
        lines = trace.read_text(errors="replace").splitlines()
        sockets = [line for line in lines if SOCKET.search(line)]
        v.check(not sockets, form, "no socket call", "\n".join(sockets))
        files = [pair for pair in map(opened, lines) if pair]
        strange = sorted({real for asked, real in files
                          if asked != "/etc/localtime"
                          and not TRIED.search(real)
                          and not below(real, [*ALLOWED, *own])})
        v.check(files and not strange, form,
                f"{len(files)} opens, all of files it was given",
                "\n".join(strange) or "no open was seen")
    v.end()


main()
