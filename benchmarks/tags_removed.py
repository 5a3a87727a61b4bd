"""Takes the tag (“…,” Ruiz said) from quotations in real news, and prints how many ``unattributed-quote`` then finds.

    python benchmarks/tags_removed.py [--draw 30] [--show]

The quotations are those of Wikinews, OneStopEnglish and the press releases of ``../shared/data/articles`` that end
with their tag. What carries on from another tagged quotation in its paragraph counts as a miss here, though the rule
passes it on purpose; it is also counted apart.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint
from authoring.text import read_text

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "articles"
COLLECTIONS = ("wikinews", "onestopenglish", "congress")
SEED = 3
_NAME = (
    r"(?:(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Rep|Sen|Senator|Congressman|Congresswoman|Ambassador)\.? )?"
    r"[A-Z][\w’'\-]+(?: [A-Z][\w’'.\-]+){0,2}|he|she)"
)
_CUE = r"(?:said|says|added|adds|explained|explains|asked|told reporters|noted|wrote)"
_TAG = re.compile(
    rf"(?P<mark>[,?!]) ?(?P<close>[”\"]) (?:{_NAME} {_CUE}|{_CUE} {_NAME})(?:, [^.“”\"]{{3,120}})?\.(?=\s|$)"
)
_OTHER = re.compile(rf"[,?!.] ?[”\"] ?(?:{_NAME} {_CUE}|{_CUE} {_NAME})|{_CUE}[^.“\"]{{0,40}}[:,] ?[“\"]")
"""A tagged quotation, or one that is led in."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draw", type=int, default=10_000)
    parser.add_argument("--show", action="store_true", help="print what was not found")
    given = parser.parse_args()
    paths = [path for path in sorted(ARTICLES.iterdir()) if path.name.split("-")[1] in COLLECTIONS]
    tags = [(path, text, match) for path in paths for text in (read_text(path),) for match in _TAG.finditer(text)]
    random.Random(SEED).shuffle(tags)
    tags = tags[: given.draw]
    config = Config(select=frozenset({"unattributed-quote"}))
    found = covered = 0
    for path, text, match in tags:
        mark = "." if match["mark"] == "," else match["mark"]
        changed = text[: match.start()] + mark + match["close"] + text[match.end() :]
        document = parse(changed, path=path.name)
        if any(finding.span.start <= match.start() <= finding.span.end for finding in lint(document, config)):
            found += 1
            continue
        block = next(block for block in document.blocks if block.span.start <= match.start() < block.span.end)
        covered += _OTHER.search(changed, block.span.start, match.start()) is not None
        if given.show:
            print(f"\n{path.name}\n  {changed[max(block.span.start, match.start() - 300) : match.end() + 100]}")
    print(f"{len(tags)} tags removed: {found} found, {len(tags) - found} not;", end=" ")
    print(f"{covered} of those carry on from another quotation of their paragraph")


if __name__ == "__main__":
    main()
