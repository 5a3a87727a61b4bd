"""The lede, a piece's first paragraph, is short enough to be taken in at a glance.

It counts all words of the first paragraph of running text, those in quotation marks too, after the byline, the date
line and the captions. An opening that takes its time is not taken for a lede: three sentences or more, a short first
sentence before a second one, or, in a piece whose `kind` nobody told, a writer who says “I” or “we”. Nor is the first
answer of a Q&A, an editor's note that is all in italics, or a correction (`kind: correction`), which has to name the
piece that it is of.

Why: the wire services keep a lede to one idea in 25 to 35 words, since many readers read no further. The limit is set
by the house.

```bad
# Harbour board puts off the pier

By Noor Haddad

The harbour board, which met on Monday in the old customs house, put off until the autumn the question of who is to pay for the pier. Its chair said that the painters had to be gone before anyone could sit down and count.

Nobody on the board voted against it.
```
```finds
5:1 The harbour board, which met on Monday in the old customs house, put off until the autumn the question of who is to pay for the pier. Its chair said that the painters had to be gone before anyone could sit down and count. => this lede has 44 words, expected 35 at most
```
```options
words: 12
```
```bad
WEST QUAY, May 3 — The harbour board put off until the autumn the question of “who pays for the pier”.

Nobody on the board voted against it.
```
```finds
1:1 WEST QUAY, May 3 — The harbour board put off until the autumn the question of “who pays for the pier”. => this lede has 16 words, expected 12 at most
```
```good
*The questions below were put by those who came to the open evening at the town hall on May 18, which the friends of the harbour and the library held together, and were answered by the head of the harbour board, its secretary and two of the captains.*

The pier stays shut.
```
```good
# Harbour board puts off the pier

The harbour board has put off until the autumn the question of who pays for the pier.

The board, which met for the third time this year in the old customs house because its own rooms are being painted, had no figures before it, and its chair said that it was better to wait for them.
```
```good
---
kind: correction
---
An article about the harbour published on May 3 on page 3 (“Harbour board puts off the pier that nobody wants to pay for”) said in the second paragraph that the board had voted by six to one. In fact, the vote was four to three.
```
```good
I have put off until now the question of who is to pay for the pier that the storm took, because every answer that I have been given on the quay is different from the one before it.

That is how it goes here.
```
```good
It was raining on the quay. The boats lay two deep, and nobody had gone out since the Friday before, when the pier went. Ada Low counted what was left of her father's pots, one by one, and wrote the number on her hand.

She had done that before.
```

Options: `words`, the most words a lede may have.
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Severity
from authoring.prose.document import WORD, Block, BlockKind, Document, Voice
from authoring.prose.joints import joint_of
from authoring.prose.narration import is_listing, narration_of
from authoring.rules.hit import Hit
from authoring.rules.kinds import is_correction
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})  # how long it is is the writer's choice, whoever speaks in it


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    words: int = 35
    """The most words a lede may have."""


_ENDED = lazy(r"[.!?…]\W*$")
_CREDIT = lazy(r"\b(?:Image|Photo|Picture|Illustration|Credit)s?: |\bFile photo\b")
"""A picture's description that lost its picture."""
_SHORTEST = 8
"""Words that running text has at least; what is shorter on top of a page is a byline or a label."""
_SENTENCES = 2
_FIRST = 24
"""Words that the first of two sentences has at least in a lede: it tells the news."""
_WRITER = lazy(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Mm]e|[Uu]s)\b(?![.’'-])")
_DATELINE = lazy(
    r"(?:\w+day, )?[A-Z][a-z]+ \d\d?, \d{4} |[A-Z][A-Z .’'-]+(?:,[^—–-]{1,30})? ?(?:\([^()]{1,20}\) ?)?(?:—|–|--?) "
)


def _lede(document: Document) -> Block | None:
    """The first paragraph of running text, if it stands on top: nothing where an answer or a section comes first."""
    headings = 0
    for block in document.blocks:
        if block.voice in (Voice.ANSWER, Voice.QUESTION):
            return None
        headings += block.kind is BlockKind.HEADING
        if block.kind is not BlockKind.PARAGRAPH or block.voice is not Voice.NARRATION or headings > 2:
            continue
        if _CREDIT.search(block.text):
            continue
        if _is_set_apart(document, block):  # what comes after it may open anything
            return None
        if _ENDED.search(block.text) and len(WORD.findall(block.text)) >= _SHORTEST:
            return block
    return None


def _is_set_apart(document: Document, block: Block) -> bool:
    """Whether all of it is in italics: a word from the desk on where the piece comes from."""
    source = block.span.of(document.text).strip()
    mark = source[:1]
    return mark in {"*", "_"} and source.endswith(mark) and source.count(mark) == 2


def _takes_its_time(document: Document, lede: Block) -> bool:
    """Whether it opens a story told at leisure rather than the news."""
    first = lede.sentences[0].text
    if len(lede.sentences) > 1 and len(WORD.findall(first)) < _FIRST:
        return True
    told = document.front.get("kind") or (document.notes and document.notes.front.text("kind"))
    return not told and _WRITER.search(narration_of(document, lede)) is not None


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the lede if it has too many words."""
    lede = _lede(document)
    if lede is None or is_correction(document) or len(lede.sentences) > _SENTENCES or _takes_its_time(document, lede):
        return
    dateline = _DATELINE.match(lede.text)
    words = WORD.findall(lede.text, dateline.end() if dateline else 0)
    if len(words) > options.words and not is_listing(words):
        first = lede.sentences[0]
        span = Span(first.span.start, lede.sentences[-1].span.end)
        joint = joint_of(narration_of(document, lede), first.start, first.end) if first is lede.sentences[-1] else None
        advice = f"; a sentence could begin at “{joint}”" if joint else ""
        yield Hit(span, f"this lede has {len(words)} words, expected {options.words} at most{advice}")
