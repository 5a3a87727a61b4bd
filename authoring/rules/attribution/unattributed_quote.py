"""A paragraph that quotes somebody says who speaks.

The name stands with a reporting word in the quotation's own sentence (“…,” Ruiz said) or the one before it (Ruiz
thinks not. “…”), or leads in the quotation with a colon. What comes after a tagged quotation in the same paragraph
carries on from it, and so does a quotation that opens the next one. A sentence that only describes the speaker is no
tag, nor is “when asked about it, she smiled”: the reader has to guess whose words follow. The answers are those of
`authoring quotes`. Silent: fragments inside a sentence, questions that nobody in particular asks, answers of a Q&A,
headings, lists, what stands under a heading or over a credit line. Where the rule cannot tell, it takes a quotation for
attributed.

Why: Reuters asks for a source in every quoted paragraph, as near the words as can be; of 6,421 quotations counted in
US news, fewer than one in a hundred leave the reader to find the speaker in an earlier sentence.

```bad
Ruiz looked out at the harbour for a while. “We lost the boats, and then we lost the people.”
```
```finds
1:45 “We lost the boats, and then we lost the people.” => only the sentence before tells who speaks, expected a tag (“…,” Ruiz said)
```
```bad
Ruiz said the boats were gone.

When asked about the winter, Ruiz leaned back in her chair. “It took the pier first. Then it took the rest.”
```
```finds
3:61 “It took the pier first. Then it took the rest.”
```
```bad
Ana Ruiz, 54, has run the harbour since 2001, and has seen three mayors come and go.

“We lost the boats, and then we lost the people.”
```
```finds
3:1 “We lost the boats, and then we lost the people.” => nobody is named for this quotation, expected who said it (“…,” Ruiz said)
```
```good
Ruiz looked out at the harbour for a while. “We lost the boats,” she said, “and then we lost the people.”
```
```good
Ruiz was blunt:

“We lost the boats, and then we lost the people.”

“I do not blame the weather for all of it.”
```
```good
She calls the pier “the longest bench in the whole of the north”. A sign there reads “Mind the gap between boat and pier.”
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from authoring.findings import Severity
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import WORD, Block, BlockKind, Document, Voice
from authoring.rules.attributed import of_quotations
from authoring.rules.hit import Hit

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.SPEECH})

_BEFORE = "only the sentence before tells who speaks, expected a tag (“…,” Ruiz said)"
_GUESSED = {
    "none": "nobody is named for this quotation, expected who said it (“…,” Ruiz said)",
    "after a remark": _BEFORE,
    "after its subject": _BEFORE,
    "on from a report": _BEFORE,
}
"""Steps that find no tag, and what is to be said of them."""
_LEAST = 2
"""Words; a single one is a cry."""
_CREDIT = 12
"""Words of a credit line under a pull quote, at most."""


def _is_credited(block: Block | None) -> bool:
    """Whether the block under a quotation is a line that names its source."""
    if block is None:
        return False
    line = block.text.strip()
    return line.startswith(("-", "–", "—")) or (
        len(line.split()) <= _CREDIT and not line.endswith((".", "!", "?", ":"))
    )


def _led_in(blocks: Sequence[Block]) -> frozenset[int]:
    """The paragraphs of quoted words that a heading or a colon leads in, with those that follow on them, by number."""
    led: set[int] = set()
    for number, (above, block) in enumerate(pairwise(blocks), 1):
        leads = above.kind is BlockKind.HEADING or above.text.rstrip().endswith(":") or number - 1 in led
        if leads and block.text.startswith(("“", '"', "‘", "'")):
            led.add(number)
    return frozenset(led)


def _is_direct(one: Attribution, text: str) -> bool:
    words = text[one.span.start : one.span.end].rstrip("\"”’'»*_ ")
    return one.kind is Kind.DIRECT and len(WORD.findall(words)) >= _LEAST and words.endswith((".", "!", "…", "—", "–"))


def check(document: Document) -> Iterator[Hit]:
    """Point at every direct quotation whose paragraph names no speaker."""
    blocks = document.blocks
    told = next((number for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH), 0)
    starts = [block.span.start for block in blocks]
    led = _led_in(blocks)
    for one in of_quotations(document):
        if one.step not in _GUESSED or not _is_direct(one, document.text):
            continue
        number = bisect_right(starts, one.span.start) - 1
        block = blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or block.voice is not Voice.NARRATION:
            continue
        if number in led:
            continue
        opens = one.span.start - block.span.start <= len("**“")
        if opens and number == told and block.span.end - one.span.end <= len("**”"):  # a motto over the piece
            continue
        if not _is_credited(blocks[number + 1] if number + 1 < len(blocks) else None):
            yield Hit(one.segments[0], _GUESSED[one.step])
