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
from authoring.prose.document import WORD, BlockKind, Document, Sentence, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.rules.hit import Hit
from authoring.text.span import Span

SEVERITY = Severity.INFO


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    sentences: int = 5
    """How many in a row are pointed at."""


_SHORTEST = 6
"""Words that each of them has at least."""
_TIMES = 2
"""The longest of them is no more than so many times the shortest."""


def _sentences(document: Document) -> Iterator[Sentence | None]:
    """The sentences of running text in order; nothing where speech, a heading or a list stands between two."""
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.voice is not Voice.NARRATION:
            yield None
            continue
        narration = narration_of(document, block)
        for sentence in block.sentences:
            yield None if SPOKEN in narration[sentence.start : sentence.end] else sentence


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at every run of sentences that open alike and are equally long."""
    run: list[Sentence] = []
    lengths: list[int] = []
    opening = ""
    for sentence in (*_sentences(document), None):
        first = WORD.search(sentence.text) if sentence is not None else None
        word = first[0] if first else ""
        length = len(WORD.findall(sentence.text)) if sentence is not None and word == opening else 0
        if sentence is not None and length and max(*lengths, length) <= _TIMES * min(*lengths, length):
            run.append(sentence)
            lengths.append(length)
            continue
        if len(run) >= options.sentences and min(lengths) >= _SHORTEST:
            last = [one for one in run if one.block is run[0].block][-1]
            message = (
                f"{len(run)} sentences in a row open with “{opening[:20]}” and are about as long, expected a change"
            )
            yield Hit(Span(run[0].span.start, last.span.end), message)
        run = [sentence] if sentence is not None else []
        lengths = [len(WORD.findall(sentence.text))] if sentence is not None else []
        opening = word
