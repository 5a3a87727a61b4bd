"""Measures the passive detector on annotated sentences, beside a naive pattern, sentence by sentence.

    python benchmarks/passive.py

The lists of participles were tuned on the even lines of each file only; the odd lines are held out. (Of those, the
fifty that a rough pattern missed were read once, before the detector was written, to learn what annotators count.)
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from authoring.prose.passive import passives

ANNOTATED = Path(__file__).parents[1] / ".." / "shared" / "data" / "annotated"
SETS = {
    "GUM news and interviews": ("gum-news-interviews.jsonl", ""),
    "GUM news": ("gum-news-interviews.jsonl", "news"),
    "GUM interviews": ("gum-news-interviews.jsonl", "interview"),
    "PUD news": ("pud-passive.jsonl", ""),
    "PassivePy crowd": ("passivepy-crowd.jsonl", ""),
}
_NAIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|get|gets|got)\s+(?:[\w’']+\s+){0,2}?(?:\w+ed|\w+en|known|made|done|found|held|told"
    r"|sent|said|shown|built|kept|left|lost|paid|sold|set|put|born|brought|thought|drawn"
    r"|thrown|begun|worn|won|cut|hit|led|read|caught|taught|bought|fought)\b",
    re.IGNORECASE,
)
"""What style checkers ship: “be”, at most two words, and what looks like a participle."""


def naive(text: str) -> bool:
    """Whether the pattern finds anything."""
    return _NAIVE.search(text) is not None


def ours(text: str) -> bool:
    """Whether the detector finds anything."""
    return next(passives(text), None) is not None


def sentences(name: str) -> Iterator[tuple[int, str, bool]]:
    """The sentences of a set, each with its line and what people said."""
    file, genre = SETS[name]
    for number, line in enumerate((ANNOTATED / file).read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        if not genre or row["genre"] == genre:
            yield number, row["text"], row["passive"]


def score(pairs: list[tuple[bool, bool]]) -> str:
    """Precision, recall and F of pairs of what was said and what is so."""
    both = sum(said and so for said, so in pairs)
    precision, recall = both / sum(said for said, _ in pairs), both / sum(so for _, so in pairs)
    return f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / (precision + recall):.3f}"


def main() -> None:
    """Print a table: every set whole, then the halves of it."""
    finders: dict[str, Callable[[str], bool]] = {"ours": ours, "naive": naive}
    for name in SETS:
        rows = list(sentences(name))
        print(f"{name}: {len(rows)} sentences, {sum(passive for _, _, passive in rows)} in the passive")
        for finder, finds in finders.items():
            told = [(number, finds(text), passive) for number, text, passive in rows]
            for part, rests in (("all", (0, 1)), ("tuned on", (0,)), ("held out", (1,))):
                pairs = [(said, so) for number, said, so in told if number % 2 in rests]
                print(f"  {finder:6}{part:10}{score(pairs)}")


if __name__ == "__main__":
    main()
