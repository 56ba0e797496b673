#!/usr/bin/env python3
"""agree.py PRFMT INPUT... SCRATCH: do the reader and the schema agree?

Valid releases are changed at random, in ways that editors make mistakes:
elements and attributes are taken out, doubled, moved, renamed, given other
values. For each result `prfmt --check` and xmllint with the printed schema
must both say valid or both say invalid. What only a whole release can tell
(references, states of versions, check digits, alternative texts) is not
asked of the schema, so these codes do not count; nor is the one element
whose text is a number, since no schema can ask for that and let elements of
other namespaces stand beside it.
"""
import copy
import pathlib
import random
import subprocess
import sys
import xml.etree.ElementTree as ET

NS = "urn:prfmt:release:1"
ROUNDS = 2000
BATCH = 100
STRUCTURE = {
    "element-unknown", "attribute-unknown", "child", "text", "order",
    "repeated", "missing", "attribute-missing", "attribute-value", "instant",
    "instant-offset", "lang-tag", "state",
}
VALUES = ["", " ", "x", "1", "0", "-3", "+4", "1.5", "-.5", "en", "en-GB",
          "en_GB", "abcd", "2026-01-01", "2026-13-01", "2026-01-01T00:00:00Z",
          "2026-01-01T00:00:00", "2026-01-01T00:00:00+01:00", "ltr", "press",
          "total", "https://a.example/", "medtop:1", "+44123", "é1", "a b",
          "topic", "col", "number", "material"]


def q(name):
    return "{%s}%s" % (NS, name)


def local(element):
    return element.tag.split("}")[-1]


class Mutator:
    def __init__(self, seed, names, attributes):
        self.random = random.Random(seed)
        self.names = names
        self.attributes = attributes

    def pick(self, root):
        parents = [(parent, child) for parent in root.iter()
                   for child in parent]
        return self.random.choice(parents)

    def mutate(self, root):
        r = self.random
        parent, child = self.pick(root)
        kind = r.randrange(10)
        if kind == 0:
            parent.remove(child)
        elif kind == 1:
            parent.insert(r.randint(0, len(parent)),
                          copy.deepcopy(child))
        elif kind == 2:
            other, _ = self.pick(root)
            other.insert(r.randint(0, len(other)),
                         copy.deepcopy(child))
        elif kind == 3:
            child.tag = q(r.choice(self.names))
        elif kind == 4 and child.attrib:
            del child.attrib[r.choice(sorted(child.attrib))]
        elif kind == 5 and child.attrib:
            child.set(r.choice(sorted(child.attrib)), r.choice(VALUES))
        elif kind == 6:
            child.set(r.choice(self.attributes), r.choice(VALUES))
        elif kind == 7:
            child.tail = (child.tail or "") + r.choice(["x", " ", "\n"])
        elif kind == 8:
            parent.insert(r.randint(0, len(parent)),
                          ET.Element(q(r.choice(self.names))))
        else:
            foreign = ET.Element("{urn:other}thing")
            foreign.text = "words"
            parent.insert(r.randint(0, len(parent)), foreign)


def reader_says(prfmt, files):
    valid = {}
    for path in files:
        run = subprocess.run([prfmt, "--check", str(path)],
                             capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"{path}: exit {run.returncode}\n{run.stderr}")
        bad = [line for line in run.stderr.splitlines()
               if ": error: " in line
               and line.split(": error: ")[1].split(":")[0] in STRUCTURE
               and "<urgency> is not a number" not in line]
        more = [line for line in run.stderr.splitlines()
                if line.startswith("prfmt: ")]
        valid[path] = (not bad, "\n".join(bad + more))
    return valid


def schema_says(schema, files):
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", schema,
                          *map(str, files)], capture_output=True, text=True)
    good = {line[:-len(" validates")] for line in run.stderr.splitlines()
            if line.endswith(" validates")}
    return {path: (str(path) in good, "\n".join(
        line for line in run.stderr.splitlines()
        if line.startswith(str(path)))[:600]) for path in files}


def main():
    prfmt, *inputs, scratch = sys.argv[1:]
    scratch = pathlib.Path(scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    schema = scratch / "release.rng"
    schema.write_text(subprocess.run([prfmt, "--print-schema"], check=True,
                                     capture_output=True, text=True).stdout)
    grammar = ET.parse(schema).getroot()
    rng = "{http://relaxng.org/ns/structure/1.0}"
    names = sorted({e.get("name") for e in grammar.iter(rng + "element")
                    if e.get("name")}) + ["bold", "unknown"]
    attributes = sorted({e.get("name") for e in grammar.iter(rng + "attribute")
                         if e.get("name")} - {"xml:lang"}) + ["nothing"]
    ET.register_namespace("", NS)
    sources = [pathlib.Path(p).read_text() for p in inputs]
    mutator = Mutator(20261125, names, attributes)
    failed = valid = 0
    for start in range(0, ROUNDS, BATCH):
        files = []
        for i in range(start, start + BATCH):
            root = ET.fromstring(sources[i % len(sources)])
            if i >= len(sources):
                for _ in range(mutator.random.choice([1, 1, 1, 2, 3])):
                    mutator.mutate(root)
            path = scratch / f"{i}.xml"
            ET.ElementTree(root).write(path, encoding="utf-8",
                                       xml_declaration=True)
            files.append(path)
        ours, theirs = reader_says(prfmt, files), schema_says(schema, files)
        for path in files:
            valid += ours[path][0]
            if ours[path][0] == theirs[path][0]:
                path.unlink()
                continue
            failed += 1
            if failed <= 10:
                print(f"FAIL  {path}: reader {ours[path]}, schema {theirs[path]}")
    print(f"{valid} of {ROUNDS} valid")
    print(f"{ROUNDS - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
