"""A quotation does not share seven words in a row with another source's text in the notes.

Nobody speaks in the words of a press release. Where a person's quotation and another source's statement run alike, one
has been written from the other, or a note has been filed under the wrong name: ask, and quote the one they come from.
The other notes of the same story (those that share its `story:`, or to which a `see:` leads) are looked through, too.

Why: National Public Radio and most newsrooms print nobody's copy as somebody else's words.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  abel: {name: Tom Abel, kind: person, role: an angler}
---
## Boats
> We may lose a third of the boats, // and nobody has told the crews.
— ruiz | said | 00:04:10

- the company may lose a third of the boats and nobody has told it why
— abel
```
```bad
“We may lose a third of the boats,” Ana Ruiz said.
```
```finds
1:1 “We may lose a third of the boats,” => “may lose a third of…” stands in Tom Abel’s words too, expected one source for it
```
```bad
“And nobody has told the crews,” Ruiz said. “We may lose a third of the boats.”
```
```finds
1:45 “We may lose a third of the boats.”
```
```good
“And nobody has told the crews,” Ana Ruiz said.
```
```good
Ruiz said a third of the boats may be lost.
```
```notes
---
kind: interview
slug: talk
headline: The pier goes
story: pier
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> They moved the crews of all the boats to a pier in the north.
— ruiz | said | 00:04:10
```
```companion
---
kind: brief
slug: short
headline: The pier goes
story: pier
sources:
  acme: {kind: spokesperson, org: Acme, first: an Acme spokesperson}
---
## Boats
- Acme has moved the crews of all the boats to a pier in the south
  — acme | said
```
```bad
“They moved the crews of all the boats to a pier in the north,” Ana Ruiz said.
```
```finds
1:1 “They moved the crews of all the boats to a pier in the north,” => “moved the crews of all…” stands in an Acme spokesperson’s words too, expected one source for it
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import short, verdicts
from authoring.rules.sourced import called

if TYPE_CHECKING:
    from authoring.wording import Borrowed

SEVERITY = Severity.WARNING
VOICES = _VOICES
NEEDS_NOTES = True


def _name(document: Document, taken: Borrowed) -> str:
    """Whose words they are, as it may be printed."""
    from authoring.notes.companions import companions

    assert document.notes is not None
    story = (document.notes, *companions(document.notes).notes)
    notes = next((notes for notes in story if notes.path == taken.origin.path), None)
    found = notes.sources.get(taken.source) if notes and taken.source else None
    name = called(found) if found and not found.protected else None
    return f"{short(name, 24)}’s" if name else "another source’s"


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation that shares a run of words with another source."""
    for verdict in verdicts(document, "borrowed-words"):
        taken = verdict.borrowed
        if taken is not None:
            whose = _name(document, taken)
            message = f"“{short(taken.words, 24)}” stands in {whose} words too, expected one source for it"
            yield Hit(verdict.quote.said.shown, message, taken.origin)
