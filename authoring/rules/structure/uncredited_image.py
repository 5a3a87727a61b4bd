"""A picture says who made it, and whether software did.

It reads the picture of the notes (`image:` with `credit` and `made_with`) where the article shows it, and, in any
article, a picture's description that stands in the text without a credit beside it. A picture that the notes say was
made with software needs a line that says so. Pictures of an article without notes are not judged: most of those
without a credit are the writer's own screenshots, charts and logos.

Why: the Associated Press credits every picture, and wants what software has made labelled as such.

```notes
---
kind: brief
slug: fares
headline: Ferry fares rise in May
image:
  file: ferry.jpg
  alt: A ferry in the fog, seen from the pier.
  credit:
  made_with:
---
## Fares
The fares rise.
```
```bad
# Ferry fares rise in May

![A ferry in the fog, seen from the pier.](ferry.jpg)

The ferry company will raise its fares in May.
```
```finds
3:3 A ferry in the fog, seen from the pier. => nobody is credited for this picture, expected who made it, and whether software did
```
```notes
---
kind: brief
slug: fares
headline: Ferry fares rise in May
image:
  file: ferry.jpg
  alt: A ferry in the fog, seen from the pier.
  credit: Noor Haddad
  made_with: an image generator
---
## Fares
The fares rise.
```
```bad
# Ferry fares rise in May

![A ferry in the fog, seen from the pier.](ferry.jpg)

The ferry company will raise its fares in May.
```
```finds
3:3 A ferry in the fog, seen from the pier. => software made this picture and nothing says so, expected a label such as “AI-generated”
```
```good
# Ferry fares rise in May

![A ferry in the fog, seen from the pier.](ferry.jpg)

*AI-generated illustration: Noor Haddad*

The ferry company will raise its fares in May.
```
```good
# The pier

![Another picture](pier.jpg)

A photo of the boy went round the world.
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
from authoring.rules.structure._pictures import leaked, plain

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION, Voice.CAPTION})

_NEAR = 4
"""How many blocks around a picture its credit may stand in."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A credit, and a label for what software has made."""
    return (
        re.compile(
            r"\b(?:photo(?:graph)?s?|images?|illustrations?|pictures?|graphics?|credits?|source|art)\b ?(?:by\b|:|courtesy|from\b)"
            r"|\bcourtesy of\b|©|\b(?:getty|reuters|associated press|wikimedia|flickr|cc[ -]by|public domain|shutterstock|unsplash)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\bAI\b|\bartificial intelligence\b|\b(?:generated|made|created|drawn) (?:by|with|using)\b|\bgenerat(?:ed|or)\b"
            r"|\b(?:Midjourney|DALL)\b",
        ),
    )


def _shown(document: Document) -> Iterator[tuple[int, Block]]:
    """The pictures that are judged, with their numbers among the blocks."""
    descriptions = list(leaked(document))
    image = document.notes.front_fields("image") if document.notes else None
    alt = plain(str.__str__(image.text("alt") or "")) if image else ""
    for number, block in enumerate(document.blocks):
        if (block.kind is BlockKind.CAPTION and alt and plain(block.text) == alt) or any(
            block is each for each in descriptions
        ):
            yield number, block


def check(document: Document) -> Iterator[Hit]:
    """Point at every picture that nobody is credited for, or that software made without saying so."""
    image = document.notes.front_fields("image") if document.notes else None
    known = str.__str__(image.text("credit") or "").strip() if image else ""
    made_with = str.__str__(image.text("made_with") or "").strip() if image else ""
    credit, label = _patterns()
    for number, block in _shown(document):
        near = [each.text for each in document.blocks[max(0, number - _NEAR) : number + _NEAR + 1] if each is not block]
        around = [text for text in near if len(text.split()) <= 25]
        end = block.span_of(0, len(block.text.rstrip()))
        if made_with and not any(label.search(text) for text in (*around, block.text)):
            yield Hit(end, "software made this picture and nothing says so, expected a label such as “AI-generated”")
        elif not any(credit.search(text) or (known and known in text) for text in (*around, block.text)):
            yield Hit(end, "nobody is credited for this picture, expected who made it, and whether software did")
