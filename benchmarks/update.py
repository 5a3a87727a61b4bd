"""Prints how updates of edited articles come out, over 500 generated histories, beside git merge-file and diff3.

    python benchmarks/update.py [--count N] [--busy] [--wrong]

Each history is an example story that was drafted, edited by hand and drafted again from other notes or another template
(tests/updating/histories.py). All are judged by the same measures (tests/updating/judging.py), in the same run. The two
peers merge line by line, and a paragraph of an article is one line.
"""

# ruff: noqa: E402  # what is imported from the tests has to be found first

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "updating"))

from histories import COUNT, History, histories
from judging import MARKS, altered, glued, lost, mixed, twice

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint
from authoring.text.clashes import clashes
from authoring.updating.merge import merge

_HUNK = re.compile(r"^<{7} ours\n(.*?)^>{7} theirs\n", re.MULTILINE | re.DOTALL)
_PEER_MARKS = re.compile(r"^(?:<{7} ours|\|{7} base|={7}|>{7} theirs)\n", re.MULTILINE)


def ours(history: History) -> str:
    """As ``authoring update`` merges."""
    return merge(history.base, history.ours, history.theirs, history.by).text


def peer(*command: str) -> Callable[[History], str]:
    """As a program merges that takes three files: ours, base, theirs."""

    def merged(history: History) -> str:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("ours", "base", "theirs"):
                (Path(folder) / name).write_text(getattr(history, name), "utf-8")
            names = ["-L", "ours", "-L", "base", "-L", "theirs", "ours", "base", "theirs"]
            done = subprocess.run([*command, *names], cwd=folder, capture_output=True, check=False)
            return done.stdout.decode("utf-8")

    return merged


def conflicts(text: str) -> list[str]:
    """The words of each place where somebody has to choose, of either kind."""
    found = [MARKS.sub(" ", clash.span.of(text)) for clash in clashes(text)]
    return found + [_PEER_MARKS.sub("", match[1]) for match in _HUNK.finditer(text)]


def judge(name: str, made: list[tuple[History, str]], seconds: float, *, wrong: bool) -> None:
    """Print one row of figures for each measure."""
    open_ones = [conflicts(text) for _, text in made]
    places = [words for each in open_ones for words in each]
    clashing = sum(bool(each) for each in open_ones)
    size = sum(len(words.split()) for words in places)
    print(f"{name}: {seconds / len(made) * 1000:.1f} ms each")
    print(f"  histories with conflicts   {clashing} of {len(made)} ({clashing / len(made):.1%})")
    print(f"  conflicts                  {len(places)}, {len(places) / len(made):.3f} an update")
    print(f"  words in a conflict        {size / max(len(places), 1):.1f}, both versions together; {size} in all")
    tally: Counter[str] = Counter()
    for history, text in made:
        bare = _PEER_MARKS.sub("", text)
        for what, found in (
            ("text lost", lost(history, bare)),
            ("hand edits not to the letter", altered(history, bare)),
            ("sentences there twice", [] if _HUNK.search(text) else twice(history, bare)),
            ("quotations made of two", [] if _HUNK.search(text) else mixed(history, bare)),
            ("lines run together", [] if _HUNK.search(text) else glued(bare)),
        ):
            tally[what] += bool(found)
            if wrong and found:
                print(f"    {history.number} {what}: {found[0][:120]}")
    for what, count in tally.items():
        print(f"  {what:<28} in {count}")


def alone(made: list[tuple[History, str]]) -> None:
    """What only our own merge is asked: does the linter find every clash, and does a second update change anything?"""
    config = Config(select=frozenset({"unresolved-clash"}))
    found = marked = again = other = 0
    for history, text in made:
        marked += len(clashes(text))
        found += len(list(lint(parse(text), config)))
        again += merge(history.theirs, text, history.theirs).text != text
        other += not clashes(text) and merge(history.base, text, history.theirs).text != text
    print(f"  clashes found by lint        {found} of {marked}")
    print(f"  changed by a second update   {again}; by one that takes the first for hand edits {other}")


def main() -> None:
    """Judge all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--busy", action="store_true", help="8 to 20 hand edits and 4 to 8 changes of the notes each")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    asked = parser.parse_args()
    all_of_them = list(histories(range(asked.count), busy=asked.busy))
    stories = Counter(history.story for history in all_of_them)
    print(f"{len(all_of_them)} histories: " + ", ".join(f"{count} {story}" for story, count in stories.most_common()))
    touched = sum(bool(history.kept or history.gone) for history in all_of_them)
    kept = sum(len(history.kept) + len(history.gone) for history in all_of_them)
    print(f"{kept} hand edits in {touched} of them stand in paragraphs that the notes and the template left alone")
    for name, how in (
        ("authoring update", ours),
        ("git merge-file", peer("git", "merge-file", "-p")),
        ("diff3", peer("diff3", "-m")),
    ):
        start = perf_counter()
        made = [(history, how(history)) for history in all_of_them]
        judge(name, made, perf_counter() - start, wrong=asked.wrong)
        if how is ours:
            alone(made)


if __name__ == "__main__":
    main()
