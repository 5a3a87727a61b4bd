"""An article says who wrote it.

A byline counts where it stands in the front matter (`byline` or `author`), as a line of its own at the head of the
piece (“By Noor Haddad”, “Author: Noor Haddad”), or as a name of its own at the foot. A transcript needs none, nor does
a press release that says it is one.

Why: readers judge a piece by who stands behind it, and somebody has to answer for it. NPR signs its pieces as a
rule, and the Trust Project counts the author among the things a reader must be able to find.

```bad
# Ferry fares rise in May

The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
1:3 Ferry fares rise in May => no byline here, expected “By” and the writer's name, or byline: in the front matter
```

A byline that is still empty is none:

```bad
---
headline: Ferry fares rise in May
byline:
---
The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
2:11 Ferry fares rise in May
```
```good
---
headline: Ferry fares rise in May
byline: Noor Haddad
---
The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
# Ferry fares rise in May

By Noor Haddad

The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
The ferry company will raise its fares in May, it told passengers in a letter.

Noor Haddad
```
```good
**Author:** Noor Haddad

The ferry company will raise its fares in May, it told passengers in a letter.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands

_KEYS = ("byline", "author", "authors", "by", "writer")
_HEADLINES = ("headline", "title")
_NAME = r"[A-Z][\w’'.\-]+"
_BYLINE = re.compile(
    rf"^(?:(?:(?:story|words|text|interview|reporting|posted|written|published)\s+)?by:?|authors?(?:\(s\))?:)\s+{_NAME}",
    re.IGNORECASE,
)
_AT_FOOT = re.compile(rf"^[—–-]{{0,2}}\s*{_NAME}(?: {_NAME}){{1,3}}$")
_RELEASE = re.compile(
    r"\b(?:for immediate release|(?:press|news|media) release|(?:press|media) contact)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{3}")
"""What a headline has and a line with nothing but a date has not."""
_NEAR = 6
"""How many blocks from the head or the foot a byline may stand."""


def _is_transcript(blocks: list[Block]) -> bool:
    """Whether most of it is turns of labelled speakers, which no writer signs."""
    turns = sum(block.speaker is not None or block.label is not None for block in blocks)
    return turns * 2 > len(blocks) and any(block.label is not None for block in blocks)


def _in_front_matter(document: Document, end: int) -> bool:
    """Whether a key for the writer has a value, be it a text or a list."""
    if any(document.front.get(key, "").strip() for key in _KEYS):
        return True
    keys = "|".join(_KEYS)
    head = document.text[:end]
    return re.search(rf"^(?:{keys}):[ \t]*(?:\[.*\w|\r?\n\s*-\s*\w)", head, re.MULTILINE) is not None


def _is_byline(block: Block) -> bool:
    words = block.text.split()
    return (
        block.kind is not BlockKind.CODE
        and len(words) <= 16
        and not block.text.rstrip().endswith((".", "?", "!", ":"))
        and _BYLINE.match(block.text.strip(" *_")) is not None
    )


def _is_name(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _AT_FOOT.match(block.text.strip(" *_")) is not None


def _headline(document: Document, blocks: list[Block]) -> Span:
    for key in _HEADLINES:
        if document.front.get(key, "").strip() and key in document.front_spans:
            return document.front_spans[key]
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    first = first or next((block for block in blocks if _LETTERS.search(block.text)), blocks[0])
    words = len(first.text.rstrip())
    if first.kind is not BlockKind.HEADING and first.sentences:
        return first.sentences[0].span
    return first.span_of(0, words)


def check(document: Document) -> Iterator[Hit]:
    """Point at the headline of an article without a byline."""
    blocks = [block for block in document.blocks if block.text.strip()]
    if not blocks or _is_transcript(blocks) or _in_front_matter(document, blocks[0].span.start):
        return
    if any(_RELEASE.search(block.text[:300]) for block in blocks[:_NEAR]):
        return
    if any(_is_byline(block) for block in (*blocks[:_NEAR], *blocks[-_NEAR:])):
        return
    if any(_is_name(block) for block in blocks[-_NEAR:]):
        return
    message = "no byline here, expected “By” and the writer's name, or byline: in the front matter"
    yield Hit(_headline(document, blocks), message)
