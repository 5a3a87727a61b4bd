"""A sentence of narration is short enough to be read once.

It counts the writer's own words: what stands in quotation marks is left out, and so are headings, captions and answers
of a Q&A. Sentences that mostly list names are left out too. Where a second sentence could surely begin (“, but they …”,
or behind the one semicolon), the finding says so.

Why: the wire services teach one idea a sentence; comprehension falls off well before forty words. The limit is set by
the house.

```bad
The harbour board, which met for the third time this year in the old customs house because its own rooms are being painted, put off until the autumn the question of who is to pay for the pier that the storm took.
```
```finds
1:1 The harbour board, which met for the third time this year in the old customs house because its own rooms are being painted, put off until the autumn the question of who is to pay for the pier that the storm took. => this sentence has 42 words, expected 35 at most
```
```bad
The harbour board met for the third time this year in the old customs house with all of its nine members, but they put off until the autumn the question of who is to pay for the pier.
```
```finds
1:1 The harbour board met for the third time this year in the old customs house with all of its nine members, but they put off until the autumn the question of who is to pay for the pier. => this sentence has 38 words, expected 35 at most; a new one could begin at “but they”
```
```options
words: 12
```
```bad
The board met in the old customs house because its own rooms are being painted, “and not for the first time or even for the second,” its chair said.
```
```finds
1:1 The board met in the old customs house because its own rooms are being painted, => this sentence has 18 words outside quotation marks, expected 12 at most
```
```good
The harbour board put the question off. “We shall talk about who pays for the pier, and for the sheds, and for the crane that nobody wanted and everybody used, in the autumn, when the painters are gone and we can sit,” its chair said.
```
```good
The board met. It put the question off until the autumn.
```

Options: `words`, the most words a sentence may have.
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Severity
from authoring.prose.document import BlockKind, Document, Voice
from authoring.prose.joints import joint_of
from authoring.prose.narration import is_listing, narration_of, told_in
from authoring.rules.hit import Hit

SEVERITY = Severity.WARNING


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    words: int = 35
    """The most words a sentence may have."""


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at every sentence with too many words of narration."""
    for block in document.blocks:
        if block.voice is not Voice.NARRATION or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        narration = narration_of(document, block)
        for sentence in block.sentences:
            words = sentence.word_texts
            if len(words) <= options.words or is_listing(words):
                continue
            span, count = told_in(sentence, narration)
            if count > options.words:
                where = "" if count == len(words) else " outside quotation marks"
                joint = joint_of(narration, sentence.start, sentence.end)
                advice = f"; a new one could begin at “{joint}”" if joint else ""
                yield Hit(span, f"this sentence has {count} words{where}, expected {options.words} at most{advice}")
