"""A correction says what was wrong, what is right, and of which day it is.

It points at a correction or a note of an update that says only that there was one, and at an article whose front
matter says that it was corrected (`corrected:`) while nothing in its text does. A new version without any such mark
cannot be seen from the article alone; keep `corrected:` in the front matter, and this rule will ask for the line.

Why: National Public Radio and StateImpact append every correction with its date, what was wrong and what is right.

```bad
The fares rise in May.

Correction: This story has been updated.
```
```finds
3:1 Correction: This story has been updated. => this says only that there was a correction, expected what was wrong and what is right
```
```bad
---
headline: Ferry fares rise in May
corrected: 2026-04-03
---
The fares rise in May.
```
```finds
3:12 2026-04-03 => corrected, and nothing in the text says so, expected what was wrong, what is right, the day
```
```bad
The fares rise in May.

*This article was corrected on April 3, 2026.*
```
```finds
3:2 This article was corrected on April 3, 2026. => this says only that there was a correction, expected what was wrong and what is right
```
```good
The fares rise in May.

Correction, April 3, 2026: An earlier version of this article gave June as the month.
```
```good
The correction of the map was late, and the list has been corrected three times since. The office has been updated.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice) - {Voice.CODE, Voice.LINK_TARGET}

_KEYS = ("corrected", "correction")
_SIGNS = ("orrect", "ORRECT", "larification", "his story", "his article", "his post", "his piece")
_LONGEST = 60
"""Words of a paragraph that is a note about the article."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The begin of a correction, a sentence that only says there was one, and what was wrong or right."""
    piece = r"(?:story|article|post|piece|report|page|version)"
    return (
        re.compile(r"\W*(?:corrections?|clarifications?|corrected)\b(?:,? [^:.]{0,40})?(?:[:.—–-]|$)", re.IGNORECASE),
        re.compile(
            rf"\W*(?:this|the|an earlier version of this) {piece} (?:has been|was|is)(?: since)? (?:corrected|amended)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:earlier|previous|original(?:ly)?|initial(?:ly)?|first) (?:version|post|story|article|stated|said|said|gave|reported)\b"
            r"|\b(?:not|instead of|rather than|should have|should read|misspelled|misstated|misidentified|incorrectly|wrongly"
            r"|mistakenly|inaccurate(?:ly)?|in fact|the correct|erroneously|omitted|credited|was wrong|is now|because|since the)\b"
            r"|\bto (?:reflect|say|show|remove|add|include|clarify|fix|note|update|make|state|indicate)\b|“|\"",
            re.IGNORECASE,
        ),
    )


def _notes_about(document: Document) -> Iterator[tuple[int, Block]]:
    """The paragraphs that speak of a correction of this article, with their numbers among the blocks."""
    begins, says, _ = _patterns()
    for number, block in enumerate(document.blocks):
        text = block.text
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE) or not any(sign in text for sign in _SIGNS):
            continue
        if len(text.split()) <= _LONGEST and (begins.match(text) or says.match(text)):
            yield number, block


def check(document: Document) -> Iterator[Hit]:
    """Point at every correction that does not say what was corrected."""
    found = list(_notes_about(document))
    for number, block in found:
        following = document.blocks[number + 1 : number + 2]
        more = following[0].text if len(block.text.split()) < 3 and following else ""
        if not _patterns()[2].search(block.text) and len(more.split()) < 5:
            message = "this says only that there was a correction, expected what was wrong and what is right"
            yield Hit(block.span_of(0, len(block.text.rstrip())), message)
    for key in _KEYS:
        value = document.front.get(key, "").strip()
        if value and value.casefold() not in ("false", "no", "none") and not found:
            message = "corrected, and nothing in the text says so, expected what was wrong, what is right, the day"
            yield Hit(document.front_spans[key], message)
            return
