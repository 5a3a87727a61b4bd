"""Where a source approved the quotations before they were printed, the article says so.

The rule points at the first words of a source with the terms *approval* in the notes (or of whoever was interviewed on
these terms) where the article nowhere tells that quotes were approved, or shown before publication. Better: promise no
approval, and print the words without it.

Why: the New York Times told its reporters in 2012 to grant no approval of quotes; readers who are not told take the
words for spoken.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master, terms: approval}
  cole: {name: Tom Cole, kind: person, role: an angler}
---
## Boats
> We lost the boats.
— ruiz | said | 00:04:10

> I have fished here for forty years.
— cole | said | 00:05:10
```
```bad
“I have fished here for forty years,” Tom Cole said. “We lost the boats,” Ana Ruiz said.
```
```finds
1:54 “We lost the boats,” => Ana Ruiz approved these quotes, expected the article to say so
```
```bad
Ana Ruiz said that the boats are gone. The council will approve the budget.
```
```finds
1:15 that the boats are gone.
```
```good
“We lost the boats,” said Ana Ruiz, who spoke on condition that her quotes be approved.
```
```good
“I have fished here for forty years,” Tom Cole said. Ana Ruiz, the harbour master, was there.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, place_in, source_for

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source

SEVERITY = Severity.ERROR
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH, Voice.ANSWER, Voice.BLOCKQUOTE})
NEEDS_NOTES = True


@cache
def _told() -> re.Pattern[str]:
    words = r"(?:quot(?:e|es|ations?|ed)|words|remarks|comments|answers|statements?|interview|transcript|passages)"
    seen = r"(?:approv(?:e|ed|al|es)|review(?:ed)?|vett?ed|checked|shown|authori[sz]ed|signed off|read back|sent back)"
    return re.compile(rf"\b{words}\b[^.!?]{{0,80}}\b{seen}\b|\b{seen}\b[^.!?]{{0,60}}\b{words}\b", re.IGNORECASE)


def _with_approval(notes: Notes) -> frozenset[str]:
    """The ids of the sources that were promised it."""
    found = {source.id for source in notes.sources.values() if "approv" in _terms(source)}
    interview = notes.front_fields("interview")
    if "approv" in str.__str__(interview.text("terms") or "").casefold():
        value = interview.get("with")
        listed = [str.__str__(one) for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str)]
        found |= {part.strip() for entry in listed for part in entry.split(",")}
    return frozenset(found)


def _terms(source: Source) -> str:
    return str.__str__(source.fields.text("terms") or "").casefold()


def check(document: Document) -> Iterator[Hit]:
    """Point at the first words of every source whose quotes were approved, where the article does not say so."""
    notes = document.notes
    assert notes is not None
    approved = set(_with_approval(notes))
    if not approved or any(_told().search(block.text) for block in document.blocks if block.voice is not Voice.ANSWER):
        return
    for one in document.attributions:
        source = source_for(document, one.speaker)
        if source is not None and source.id in approved:
            approved.discard(source.id)
            message = f"{called(source)} approved these quotes, expected the article to say so"
            yield Hit(one.segments[0], message, place_in(notes, source.span))
