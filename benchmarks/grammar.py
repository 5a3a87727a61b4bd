"""Times ``authoring lint`` with LanguageTool, and shows what it finds: ``python benchmarks/grammar.py FOLDER COUNT``.

Without them it takes all of data/articles. It prints how long a server takes to start; how many articles it reads a
second when nothing is known, when every paragraph is, and when every file is, with the number of servers that were
started; the findings to a thousand words; and what is found in the seeds and in the example stories.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "data" / "articles"
    files = sorted(path for path in folder.rglob("*.md"))
    count = int(sys.argv[2]) if len(sys.argv) > 2 else len(files)
    chosen = sorted(Random(1).sample(files, min(count, len(files))))
    with tempfile.TemporaryDirectory() as made:
        desk = Path(made, "desk")
        desk.mkdir()
        for path in chosen:
            shutil.copy2(path, desk / path.name)
        java = counting_java(Path(made))
        started()
        cold = timed("cold, nothing known", made, java, len(chosen))
        for path in (Path(made) / "cache").glob("*.json"):
            path.unlink()
        timed("warm, every paragraph known", made, java, len(chosen))
        timed("second run, every file known", made, java, len(chosen))
        told(cold, desk)
    seeds()
    stories()


def started() -> None:
    """Time the start of a server."""
    from authoring.grammar.installed import find_installed
    from authoring.grammar.java import find_java
    from authoring.grammar.server import Server

    installed = find_installed()
    if installed is None:
        sys.exit("LanguageTool is not installed; run: authoring grammar install")
    began = time.perf_counter()
    with Server.start(find_java().path, installed.classpath) as server:
        took = time.perf_counter() - began
        print(f"server start: {took:.2f} s, {resident(server.pid)} MB")


def resident(pid: int) -> int | str:
    """Megabytes that a process holds in memory."""
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return "?"
    return int(found[1]) // 1024 if found else "?"


def counting_java(folder: Path) -> Path:
    """A Java that writes down each time it is started as a server."""
    from authoring.grammar.java import find_java

    home = folder / "java"
    (home / "bin").mkdir(parents=True)
    path = home / "bin" / "java"
    real, log = find_java().path, folder / "started"
    path.write_text(f'#!/bin/sh\ncase "$*" in *--port*) echo >> "{log}";; esac\nexec "{real}" "$@"\n')
    path.chmod(0o755)
    return home


def timed(what: str, folder: str, java: Path, count: int) -> str:
    """Lint, print how long it took and how many servers it started, and give what it printed."""
    log = Path(folder, "started")
    log.unlink(missing_ok=True)
    env = {**os.environ, "JAVA_HOME": str(java), "AUTHORING_CACHE_DIR": str(Path(folder, "cache"))}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "authoring", "lint", "desk", "--format", "json"],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    took = time.perf_counter() - began
    servers = len(log.read_text()) if log.exists() else 0
    print(f"{what}: {count} articles in {took:.2f} s, {count / took:.1f} a second, {servers} servers started")
    if done.stderr:
        print(f"  {done.stderr.strip()}")
    return done.stdout


def told(output: str, folder: Path) -> None:
    """Count the findings of the family."""
    words = sum(len(path.read_text("utf-8").split()) for path in folder.iterdir())
    findings = [one for file in json.loads(output)["files"] for one in file["findings"] if one["family"] == "grammar"]
    levels = Counter(one["severity"] for one in findings)
    per = len(findings) * 1000 / words
    print(f"{len(findings)} findings in {words} words, {per:.2f} to a thousand; {dict(levels)}")
    for rule, number in Counter(one["rule"] for one in findings).most_common(25):
        print(f"  {number:>5}  {rule}")


def lint(*paths: Path) -> list[tuple[str, dict[str, object]]]:
    """What LanguageTool finds in files."""
    done = subprocess.run(
        [sys.executable, "-m", "authoring", "lint", *map(str, paths), "--format", "json", "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
    )
    files = json.loads(done.stdout)["files"]
    return [(file["path"], one) for file in files for one in file["findings"] if one["family"] == "grammar"]


def seeds() -> None:
    """Show what is found in the seeds."""
    found = lint(SHARED / "seeds" / "interview.txt", SHARED / "seeds" / "brief.txt")
    print(f"seeds: {len(found)} findings")
    for path, one in found:
        print(f"  {Path(path).name}:{one['line']}:{one['column']}: {one['severity']}: {one['message']} [{one['rule']}]")


def stories() -> None:
    """Show what is found in the example stories."""
    found = lint(ROOT / "drafts")
    print(f"example stories: {len(found)} findings")
    for path, one in found:
        print(f"  {path}:{one['line']}:{one['column']}: {one['severity']}: {one['message']} [{one['rule']}]")


if __name__ == "__main__":
    main()
