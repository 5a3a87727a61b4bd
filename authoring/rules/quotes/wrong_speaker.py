"""Quoted words are given to the person who said them.

The words stand in the notes or in a transcript, but under another name, and nowhere under the one that the article
gives. Silent where the article leaves open who speaks, and where it tells it by a pronoun or a description while the one
who said the words is named above: “he” may then be either.

Why: Reuters and the Associated Press hold a newsroom to the name as much as to the words; a true sentence from the wrong
mouth is a false one.

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
```bad
“Nobody has told the crews,” Tom Abel said.
```
```finds
1:1 “Nobody has told the crews,” => Tom Abel is named as the speaker, expected Ana Ruiz, who said this
```
```bad
Tom Abel, an angler, was at the pier.

“We may lose a third of the boats,” Abel said.
```
```finds
3:1 “We may lose a third of the boats,” => Tom Abel is named as the speaker, expected Ana Ruiz, who said this
```
```good
“Nobody has told the crews,” Ana Ruiz said.
```
```good
Tom Abel was at the pier. “Nobody has told the crews.”
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import hit, short, verdicts

SEVERITY = Severity.ERROR
VOICES = _VOICES
NEEDS_NOTES = True

_ROOM = 26


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation that is given to somebody else."""
    for verdict in verdicts(document, "wrong-speaker"):
        speaker = verdict.quote.said.speaker
        named = short(speaker.name or speaker.text, _ROOM) if speaker else "somebody else"
        other = verdict.quote.check.speaker
        expected = f"{short(other, _ROOM)}, who said this" if other else "the one who said this"
        yield hit(verdict, f"{named} is named as the speaker, expected {expected}")
