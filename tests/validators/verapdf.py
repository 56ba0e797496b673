#!/usr/bin/env python3
"""verapdf.py - every sample PDF is PDF/UA-1 and PDF/A-3a for veraPDF."""
import shutil

from common import HERE, Validator, cache, install, need, run

PROFILES = "ua1,3a"


def classpath():
    """veraPDF's jars and our compiled runner, fetched and built once."""
    need("mvn", "javac", "java")
    folder = cache("verapdf")
    source = HERE / "verapdf"
    stamp = folder / "installed"
    wanted = "".join((source / name).read_text()
                     for name in ("pom.xml", "Validate.java"))
    if not stamp.exists() or stamp.read_text() != wanted:
        shutil.rmtree(folder / "lib", ignore_errors=True)
        install("veraPDF", "mvn", "-q", "-B", "-f", source / "pom.xml",
                "dependency:copy-dependencies",
                f"-DoutputDirectory={folder / 'lib'}")
        install("the veraPDF runner", "javac", "-nowarn", "-encoding", "UTF-8",
                "-cp", folder / "lib" / "*", "-d", folder / "classes",
                source / "Validate.java")
        stamp.write_text(wanted)
    return f"{folder / 'classes'}:{folder / 'lib' / '*'}"


def main():
    v = Validator()
    java = ("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-cp", classpath(), "Validate", PROFILES)
    files = [out for _, _, out in v.rendered("pdf")]
    if files:
        result = run(*java, *files)
        lines = 0
        for line in result.stdout.splitlines():
            fields = line.split("\t")
            if len(fields) < 4:
                print(line)
                continue
            lines += 1
            state, profile, file, detail = fields[:4]
            v.check(state == "PASS", file.rsplit("/", 1)[-1],
                    f"{profile} {state} {detail}")
        if lines != len(files) * len(PROFILES.split(",")):
            v.bad("veraPDF", f"only {lines} answers", result.stderr)
    v.end()


main()
