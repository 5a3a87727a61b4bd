"""Sentences vary: five in a row do not open with the same word and run to about the same length.

It looks at the writer's own sentences in running text, one paragraph after the other. A writer may want the drumbeat
(“She waited. She counted. …”), hence the rule only informs; very short sentences are taken for one and left alone.

Why: a reader hears prose. Writing handbooks from Strunk to Clark ask for sentences of different lengths, so that
a short one tells.

```bad
The board met on Monday in the old customs house. The members talked at length about the price of the pier. The chair asked for a vote before the evening bell. The treasurer wanted to wait for figures from May. The vote was put off until some time in autumn. Nobody spoke.
```
```finds
1:1 The board met on Monday in the old customs house. The members talked at length about the price of the pier. The chair asked for a vote before the evening bell. The treasurer wanted to wait for figures from May. The vote was put off until some time in autumn. => 5 sentences in a row open with “The” and are about as long, expected a change
```
```options
sentences: 3
```
```bad
He mended the nets that the storm had torn.

He painted the boat that his father had left. He sold the catch that the others had refused.
```
```finds
1:1 He mended the nets that the storm had torn. => 3 sentences in a row open with “He” and are about as long, expected a change
```
```good
The board met on Monday in the old customs house. The members talked. The chair asked for a vote before the evening bell, since the treasurer had a train to catch. The treasurer wanted to wait for figures from May. The vote was put off until some time in autumn.
```
```good
She waited. She counted. She wrote. She slept. She woke. The pier was gone.
```

Options: `sentences`, how many in a row are pointed at.
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Severity
from authoring.prose.document import WORD, Block, BlockKind, Document, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.rules.hit import Hit

SEVERITY = Severity.INFO


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    sentences: int = 5
    """How many in a row are pointed at."""


_SHORTEST = 5
"""Words that each of them has at least."""
_TIMES = 2
"""The longest of them is no more than so many times the shortest."""


def _runs(document: Document) -> Iterator[tuple[str, list[tuple[Block, int, int]]]]:
    """Neighbouring sentences that open with one word; speech, a heading or a list ends a run."""
    opening = ""
    run: list[tuple[Block, int, int]] = []
    for block in document.blocks:
        running = block.kind is BlockKind.PARAGRAPH and block.voice is Voice.NARRATION
        narration = narration_of(document, block) if running else ""
        for start, end in block.sentence_places if running else ((0, 0),):
            first = WORD.search(narration, start, end)
            word = first[0] if first is not None and SPOKEN not in narration[start:end] else ""
            if word != opening:
                yield opening, run
                opening, run = word, []
            run.append((block, start, end))
    yield opening, run


def _even(run: list[tuple[Block, int, int]]) -> Iterator[list[tuple[Block, int, int]]]:
    """The parts of a run whose sentences are about as long as each other."""
    part: list[tuple[Block, int, int]] = []
    least = most = 0
    for block, start, end in run:
        length = len(WORD.findall(block.text, start, end))
        least, most = (min(least, length), max(most, length)) if part else (length, length)
        if length < _SHORTEST or most > _TIMES * least:
            yield part
            part, least, most = [], length, length
        if length >= _SHORTEST:
            part.append((block, start, end))
    yield part


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at every run of sentences that open alike and are about as long."""
    for opening, run in _runs(document):
        if not opening or len(run) < options.sentences:
            continue
        for part in _even(run):
            if len(part) >= options.sentences:
                block, start, _ = part[0]
                end = max(stop for other, _, stop in part if other is block)
                words = f"{len(part)} sentences in a row open with “{opening[:20]}”"
                yield Hit(block.span_of(start, end), f"{words} and are about as long, expected a change")
