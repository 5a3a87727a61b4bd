"""Runs every command and format on generated stories with planted secrets, and prints where one is found.

    python benchmarks/leaks.py [--stories 300] [--from 0] [--jobs 2]

The stories, the commands and the search are those of ``tests/secrets``: names, ids, roles and employers of protected
sources, words off the record, private comments and requests, each a word that stands nowhere else; articles drafted
from them and edited by somebody who writes such words into them in forty ways; and notes with twenty kinds of mistakes.
Searched are standard output and error, every file that a command writes, also into the cache and the folder for
temporary files and those deleted before it ends, the names of files, and what LanguageTool would be sent. Every tenth
story is run once more by commands of their own. Ends with 1 where a secret is found, or a command crashes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "secrets"))

from secret_runs import Told, run  # noqa: E402
from secret_search import found_in  # noqa: E402
from secret_stories import story  # noqa: E402

AS_PROGRAMS = (
    ("draft", "notes.md"),
    ("lint", "wrong-0", "notes.md", "--format", "sarif"),
    ("notes", "check", "."),
    ("notes", "show", "notes.md"),
    ("draft", "notes.md", "-t", "faulty.md", "-o", "-"),
)
EVERY = 10


def of(number: int) -> tuple[int, Told, list[str]]:
    """What comes of one story."""
    with tempfile.TemporaryDirectory() as room:
        told = run(story(number), Path(room) / "room")
        more = as_programs(number, Path(room) / "again") if number % EVERY == 0 else []
    return number, told, more


def as_programs(number: int, room: Path) -> list[str]:
    """The secrets that commands give away which are started as anybody starts them."""
    made = story(number)
    for name, text in made.files.items():
        path = room / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    found = []
    for words in AS_PROGRAMS:
        done = subprocess.run([sys.executable, "-m", "authoring", *words], cwd=room, capture_output=True, check=False)
        leaked = found_in(done.stdout + done.stderr, made.secrets)
        found += [f"{number} {' '.join(words)} (a program): {made.secrets[secret]}, {secret}" for secret in leaked]
    return found


def main() -> None:
    """Run, count, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    commands = looked_at = secrets = programs = 0
    found: list[str] = []
    leaked: Counter[str] = Counter()
    begun = time.perf_counter()
    with ProcessPoolExecutor(options.jobs) as pool:
        for number, told, more in pool.map(of, range(options.first, options.first + options.stories)):
            commands, looked_at = commands + told.commands, looked_at + told.looked_at
            secrets += len(story(number).secrets)
            programs += len(AS_PROGRAMS) * (number % EVERY == 0)
            found += [*more, *told.crashes]
            found += [f"{leak.story} {leak.command}, {leak.where}: {leak.what}, {leak.secret}" for leak in told.leaks]
            leaked.update({leak.secret for leak in told.leaks})
            if sys.stderr.isatty():
                print(f"\r{number + 1 - options.first} stories, {len(found)} found", end="", file=sys.stderr)
    for line in found:
        print(line)
    print(f"{options.stories} stories with {secrets} secrets: {commands} commands run, {programs} more as programs")
    print(f"{looked_at} streams and files searched, {len(leaked)} secrets found in them")
    print(f"{time.perf_counter() - begun:.0f} seconds")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
