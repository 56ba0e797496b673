#!/usr/bin/env python3
"""nu.py - the Nu HTML Checker finds no error and no warning in a sample."""
import json
from collections import Counter

from common import Validator, cache, need, npm, run

CHECKER = "vnu-jar@26.9.27"


def messages(jar, pages):
    """What the checker says of each page: a list of messages per name."""
    result = run("java", "-jar", jar, "--format", "json", "--stdout",
                 "--exit-zero-always", *pages)
    found = {page.name: [] for page in pages}
    for message in json.loads(result.stdout)["messages"]:
        name = message.get("url", "?").rsplit("/", 1)[-1]
        found.setdefault(name, []).append(message)
    return found


def main():
    v = Validator()
    need("java", "npm")
    modules = npm(cache("nu"), CHECKER)
    jar = modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = [out for _, _, out in v.rendered("html")]
    if pages:
        for name, said in messages(jar, pages).items():
            count = Counter("error" if m["type"] != "info" else
                            m.get("subType", "info") for m in said)
            text = "\n".join(f"{m.get('lastLine', 0)}: {m['message']}"
                             for m in said)
            v.check(not said, name, f"{count['error']} errors, "
                    f"{count['warning'] + count['info']} warnings", text)
    v.end()


main()
