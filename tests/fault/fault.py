#!/usr/bin/env python3
"""fault.py PRFMT FAILMALLOC SCRATCH - each allocation fails, once and from
there on: the command says that memory is out, or gives the very same bytes.

Fails: a crash, other bytes with exit 0, a file left behind, another exit, or
one that explains nothing.  Where there are more allocations than the time
allows, they are sampled evenly.
"""
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
RELEASES = ("small", "rich")
FORMATS = ("html", "newsml", "xml", "text")
SECONDS = float(os.environ.get("FAULT_SECONDS", 100))
HANG = 20
NO_MEMORY = 3


class Case:
    def __init__(self, prfmt, shim, scratch, release, to):
        self.command = [prfmt, HERE / f"{release}.xml", "-t", to, "-o"]
        self.name = f"{release}-{to}"
        self.shim = shim
        self.folder = scratch / self.name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.right = None
        self.words = None

    def run(self, order, tag):
        """(exit, bytes or None, stderr, allocations) of one call."""
        folder = self.folder / tag
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        out = folder / "out"
        reader, writer = os.pipe()
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C",
               "LD_PRELOAD": str(self.shim), "FAILMALLOC": order,
               "FAILMALLOC_FD": str(writer)}
        try:
            done = subprocess.run([*self.command, out], env=env,
                                  pass_fds=(writer,), capture_output=True,
                                  timeout=HANG)
            code, said = done.returncode, done.stderr.decode()
        except subprocess.TimeoutExpired:
            code, said = "hangs", ""
        os.close(writer)
        with os.fdopen(reader) as pipe:
            asked = pipe.read().strip()
        data = out.read_bytes() if out.exists() else None
        left = [file.name for file in folder.iterdir() if file != out]
        if left:
            code = f"leaves {left}"
        return code, data, said, int(asked or 0)

    def judge(self, order, tag):
        """None, or what is wrong with this run."""
        code, data, said, _ = self.run(order, tag)
        if code == 0:
            return None if data == self.right else "exit 0 with other bytes"
        if code != NO_MEMORY:
            return f"exit {code}: {said.strip()[-200:]}"
        if data is not None:
            return "exit 3, but there is a result"
        if "memory" not in said:
            return f"exit 3 that does not say memory: {said.strip()[-200:]}"
        return None

    def count(self):
        code, self.right, said, asked = self.run("0 count", "count")
        if code != 0 or not asked:
            print(f"FAIL  {self.name}: exit {code} without a fault: {said}")
            sys.exit(1)
        return asked


def sample(count, most):
    """Numbers from 1 to count, all of them or `most` evenly."""
    if count <= most:
        return range(1, count + 1)
    return sorted({1 + round(i * (count - 1) / (most - 1))
                   for i in range(most)})


def main():
    prfmt, shim, scratch = (Path(name).resolve() for name in sys.argv[1:4])
    cases = [Case(prfmt, shim, scratch, release, to)
             for release in RELEASES for to in FORMATS]
    counts = [case.count() for case in cases]
    started = time.monotonic()
    for _ in range(10):
        cases[0].run("0 count", "count")
    each = (time.monotonic() - started) / 10
    workers = os.cpu_count() or 1
    most = max(20, int(SECONDS * workers / each / len(cases) / 2 * 0.8))
    total = failed = 0

    def check(job):
        case, number, mode = job
        return job, case.judge(f"{number} {mode}", f"{number}-{mode}")

    jobs = [(case, number, mode) for case, count in zip(cases, counts)
            for mode in ("once", "on") for number in sample(count, most)]
    with ThreadPoolExecutor(workers) as pool:
        for (case, number, mode), wrong in pool.map(check, jobs):
            total += 1
            if wrong:
                failed += 1
                print(f"FAIL  {case.name}, allocation {number} {mode}: "
                      f"{wrong}")
    sampled = "all" if most >= max(counts) else f"{most} a case"
    print(f"{sum(counts)} allocations in {len(cases)} cases, {sampled}: "
          f"{total} runs, {failed} failed")
    sys.exit(1 if failed else 0)


main()
