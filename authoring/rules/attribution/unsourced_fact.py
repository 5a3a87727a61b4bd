"""Every fact of the article has a source in the notes, or is marked `known` there.

The rule points at a sentence that comes from a fact without a tag (“- the pier was built in 1911”, and no “— source”
under it), and at a sentence with a figure that no note and no transcript has. Silent where the sentence itself
names a source that the notes have, or links to one, on what is quoted, and on the writer's own narration in the notes.

Why: Reuters asks for a source for everything that reporters have not seen themselves, and National Public Radio's rule
is to attribute everything; what everybody knows needs none.

```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  trust: {name: Harbour Trust, kind: organisation, url: https://trust.example}
---
## Boats
- the pier was built in 1911 for the herring fleet

- Delta lies on the sea, and its harbour freezes in winter
  — known

- the trust spent a million on the pier in ten years
  — trust | according to
```
```bad
The pier was built in 1911 for the herring fleet. Delta lies on the sea, and its harbour freezes in winter.
```
```finds
1:1 The pier was built in 1911 for the herring fleet. => nobody is the source of this in the notes, expected a tag under it, or “known”
```
```bad
The firm lost half of its 4,200 users in one year. According to the Harbour Trust, the trust spent a million on the pier in ten years.
```
```finds
1:1 The firm lost half of its 4,200 users in one year. => no note holds this figure, expected one with its source
```
```good
According to the Harbour Trust, the trust spent a million on the pier in ten years. Its harbour freezes in winter.
```
```good
According to the Harbour Trust, the pier was built in 1911 for the herring fleet. “It cost 4,200 dollars,” Ana Ruiz said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.document import WORD, BlockKind, Document, Sentence, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.rules.attributed import around
from authoring.rules.hit import Hit
from authoring.rules.sourced import place_in, source_for

if TYPE_CHECKING:
    from authoring.notes.model import Item, Notes
    from authoring.verification.words import NotedWords

SEVERITY = Severity.WARNING
NEEDS_NOTES = True

_FLOW = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEAST = 6
"""Words of a sentence that states something; a shorter one is a label or a line of the page."""
_SAME = 3
"""Words that carry a claim, at least."""


@cache
def _amount() -> re.Pattern[str]:
    """A figure in words that counts something."""
    return re.compile(
        r"\b(?:half (?:of|its|their|the)|(?:a|one|two) (?:third|quarter|fifth)s?|doubled|tripled|quadrupled|halved"
        r"|(?:million|billion|thousand|hundred|dozen|percent|per cent)s?)\b",
        re.IGNORECASE,
    )


def _sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of the article's own voice that quote nobody, in order."""
    for block in document.blocks:
        if block.kind in _FLOW and block.voice is Voice.NARRATION:
            own = narration_of(document, block)
            for sentence in block.sentences:
                if SPOKEN not in own[sentence.start : sentence.end] and len(WORD.findall(sentence.text)) >= _LEAST:
                    yield sentence


def _is_sourced(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence gives its source to the reader."""
    if any(voice is Voice.LINK_TARGET for _, voice in document.voices_in(sentence.span)):
        return True
    return any(
        one.span.overlaps(sentence.span) and source_for(document, one.speaker) is not None
        for one in around(document, sentence.span)
    )


def _bare_claims(notes: Notes) -> list[Item]:
    return [item for item in notes.of_kind("claim") if item.tag is None or not item.tag.known]


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) or _amount().search(text) is not None


def _is_noted(text: str, noted: NotedWords) -> bool:
    """Whether the notes have the figures; where these are words, whether they have the sentence."""
    return noted.hold_figures(text) if any(map(str.isdigit, text)) else noted.hold(text)


def check(document: Document) -> Iterator[Hit]:
    """Point at every sentence of fact that nobody is the source of."""
    from authoring.verification.material import material
    from authoring.verification.words import NotedWords, same_claim

    assert document.notes is not None
    claims = _bare_claims(document.notes)
    noted: NotedWords | None = None
    for sentence in _sentences(document):
        text = sentence.text
        claim = next((claim for claim in claims if same_claim(text, str.__str__(claim.text), _SAME)), None)
        if (claim is None and not _has_figure(text)) or _is_sourced(document, sentence):
            continue
        if claim is not None:
            claims.remove(claim)
            message = "nobody is the source of this in the notes, expected a tag under it, or “known”"
            yield Hit(sentence.span, message, place_in(document.notes, claim.span))
            continue
        if noted is None:
            answers = (passage.text for passage in material(document.notes).passages if not passage.noted)
            noted = NotedWords(document.notes, answers)
        told = any(one.span.overlaps(sentence.span) for one in around(document, sentence.span))
        if not told and not _is_noted(text, noted):
            yield Hit(sentence.span, "no note holds this figure, expected one with its source")
