"""A quotation does not share seven words in a row with another source's text in the notes.

Nobody speaks in the words of a press release. Where a person's quotation and another source's statement run alike, one
has been written from the other, or a note has been filed under the wrong name: ask, and quote the one they come from.

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
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import short, verdicts

SEVERITY = Severity.WARNING
VOICES = _VOICES
NEEDS_NOTES = True


def _name(document: Document, source: str | None) -> str:
    """Whose words they are, as it may be printed."""
    found = document.notes.sources.get(source) if document.notes and source else None
    name = found.name if found and not found.protected else None
    return f"{short(str.__str__(name), 24)}’s" if name else "another source’s"


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation that shares a run of words with another source."""
    for verdict in verdicts(document, "borrowed-words"):
        taken = verdict.borrowed
        if taken is not None:
            whose = _name(document, taken.source)
            message = f"“{short(taken.words, 24)}” stands in {whose} words too, expected one source for it"
            yield Hit(verdict.quote.said.shown, message, taken.origin)
