"""The pieces of one story agree on the same fact.

It holds each sentence of the article against the other notes of the story (those that share its `story:`, or that it
points to with `see:`), and points at the one figure, month or day in which it differs from a note that tells the
same otherwise. What differs from the article's own notes is the matter of changed-figure. Silent where the own notes
and the others cannot be told apart, where the article rounds, and on quotations.

Why: the University of Kansas's editing course makes agreement between the pieces of a package a check of its own; a
reader of both learns that one of them is wrong.

```notes
---
kind: interview
slug: talk
headline: The night ferry
story: fares
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Fares
- the ferry will raise its fares by 12 percent on {2026-07-10}
— ruiz | said
```
```companion
---
kind: brief
slug: short
headline: Ferry fares rise
story: fares
sources:
  company: {name: The Orrin Line, kind: company}
---
## Fares
- the ferry will raise its fares by 12 percent on {2026-07-09}
— company | said

- the night boat carries 40 passengers to the islands
— company
```
```bad
Ana Ruiz said the ferry will raise its fares by 12 percent on July 10.
```
```finds
1:68 10
```
```bad
The night boat carries 60 passengers to the islands.
```
```finds
1:24 60 => “60” is “40” in the notes of another piece of this story, expected one of them
```
```good
The ferry will raise its fares by 12 percent on July 9. The night boat carries 40 passengers to the islands.
```
```good
The day boat carries 60 passengers to the city, and about 41 more to the islands. “The night boat carries 60 passengers to the islands,” Ana Ruiz said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.facts._retold import noted, retold
from authoring.rules.hit import Hit

SEVERITY = Severity.ERROR
NEEDS_NOTES = True

_DRAWN = 0.75
"""Part of a sentence's words that stand in the other note."""
_TOLD = 0.6
"""Part of the other note's words that stand in the sentence; more than of its own notes, which it was drawn from."""


def check(document: Document) -> Iterator[Hit]:
    """Point at every figure that another piece of the story has otherwise."""
    from authoring.notes.companions import companions

    if document.notes is None:
        return
    others = [each for other in companions(document.notes).notes for each in noted(other)]
    for each in retold(document, others, least=_DRAWN, most=_TOLD) if others else ():
        written, other = (text.strip()[:24] for text in (each.difference.written, each.difference.other))
        message = f"“{written}” is “{other}” in the notes of another piece of this story, expected one of them"
        yield Hit(each.span, message, each.origin())
