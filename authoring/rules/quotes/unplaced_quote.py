"""A quote in the notes has a place where its words can be looked up again.

That is a time in the recording, a page, or the date of a message; and where the notes say (`ai:`) that software wrote
the transcript, `heard: yes` once somebody has listened. The finding stands at the first words of it that are quoted. A
note whose words stand in a transcript that the notes name has its place there.

Why: The Open Notebook tells reporters to keep the place of each quotation for whoever checks the piece, and the BBC's
guidelines (3.3.5) ask for records that can be checked; speech recognition hears what it expects to hear.

```notes
---
kind: interview
slug: pier
headline: The pier goes
ai: transcribed by software
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  abel: {name: Tom Abel, kind: person, role: an angler}
---
## Boats
> We may lose a third of the boats, // and nobody has told the crews.
— ruiz | said

> I have fished here for forty years.
— abel | said | 00:04:10
```
```bad
“We may lose a third of the boats,” Ana Ruiz said. “And nobody has told the crews.”
```
```finds
1:1 “We may lose a third of the boats,” => the note of this quote has no place, expected a time, a page or the date of a message
```
```bad
“I have fished here for forty years,” Tom Abel said.
```
```finds
1:1 “I have fished here for forty years,” => software wrote these words down, expected “heard: yes” in the note once somebody has listened
```
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

- the pier was built in 1911
— ruiz
```
```good
“We may lose a third of the boats,” Ana Ruiz said. “And nobody has told the crews.”
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
from authoring.rules.quotes._verdict import hit, verdicts

SEVERITY = Severity.WARNING
VOICES = _VOICES
NEEDS_NOTES = True

_MESSAGES = {
    "place": "the note of this quote has no place, expected a time, a page or the date of a message",
    "heard": "software wrote these words down, expected “heard: yes” in the note once somebody has listened",
}


def check(document: Document) -> Iterator[Hit]:
    """Point at the first words of every note without a place."""
    for verdict in verdicts(document, "unplaced-quote"):
        if verdict.unplaced is not None:
            yield hit(verdict, _MESSAGES[verdict.unplaced])
