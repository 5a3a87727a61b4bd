"""A gesture, a look or a tone of voice stands in the article only where the notes say that it was seen, and when.

What was seen is an item of the notes (`* leaned back`) or the `manner:` of a quotation; its time is the one in its tag,
or in the tag of the quotation that goes with it. The rule points at a gesture beside a source's words that the notes do
not have, and at one that they have without a time. Narration in the notes counts as seen. Without notes it is silent.

Why: a stage direction colours what was said, and nobody can check it afterwards unless it was written down at the
moment. The Associated Press allows the manner of delivery where it is context; “leaned forward, thoughtful” seldom is.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master, pronoun: she}
---
## Boats
* paused for ten seconds
> We may lose a third of the boats.
— ruiz | said | 00:04:10
* leaned forward, her hands folded
> Nobody has told the crews.
— ruiz | said | manner: a smile in her voice
```
```bad
Ana Ruiz leaned forward, her hands folded. “Nobody has told the crews,” Ruiz said, a smile in her voice.
```
```finds
1:10 leaned forward, her hands folded => the note of this has no time, expected when it was seen (“00:31”), or leave it out
1:84 a smile in her voice
```
```bad
Ana Ruiz sighed. “We may lose a third of the boats,” she said, shaking her head.
```
```finds
1:10 sighed => “sighed” is not in the notes, expected a note that it was seen, or leave it out
1:64 shaking her head
```
```good
Ana Ruiz paused for ten seconds. “We may lose a third of the boats,” she said.
```
```good
The boat leaned to one side. The wind sighed. Ana Ruiz has run the harbour since 2001.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.notes.model import Item, Notes
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.rules.sourced import names_in, place_in
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.INFO
NEEDS_NOTES = True

_MOVES = tuple(
    """leaned leans leaning smiled smiles smiling grinned grins grinning sighed sighs sighing nodded nods nodding shrugged
    shrugs shrugging frowned frowns frowning chuckled chuckles chuckling laughed laughs laughing giggled winced winces
    wincing paused pauses pausing gestured gestures gesturing blinked shaking shook shakes wept crying cried weeping
    tearing trembled trembling twinkle glint""".split()
)
_NEEDS = {
    "shaking": r" (?:his|her|their) head",
    "shook": r" (?:his|her|their) head",
    "shakes": r" (?:his|her|their) head",
    "tearing": r" up\b",
    "leaned": r" (?:forward|back|in|over|closer)\b",
    "leans": r" (?:forward|back|in|over|closer)\b",
    "leaning": r" (?:forward|back|in|over|closer)\b",
    "twinkle": r" in (?:his|her|their) eyes?",
    "glint": r" in (?:his|her|their) eyes?",
}
_SOMEBODY = lazy(r"\b(?:he|she|they)\b[^.;:]{0,60}$|,\s*$", re.I)
_ROOM = 24


@cache
def _words(text: str) -> re.Pattern[str]:
    """The words of a note, as they may stand in an article."""
    pieces = (re.escape(piece).replace("’", "'").replace("'", "['’]") for piece in text.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(pieces) + r"(?!\w)", re.I)


def _seen(notes: Notes) -> Iterator[tuple[str, Item, bool]]:
    """What the notes say was seen or heard, its item, and whether it has a time."""
    for beat in notes.beats:
        items = [item for item in beat.items if not notes.secret(item)]
        for number, item in enumerate(items):
            manner = item.tag.keys.get("manner") if item.tag else None
            if manner:
                yield str.__str__(manner), item, item.tag is not None and item.tag.time is not None
            if item.kind == "action":
                with_it = next((other for other in items[number + 1 :] if other.tag), None)
                tags = [one.tag for one in (item, with_it) if one and one.tag]
                yield str.__str__(item.text), item, any(tag.time is not None for tag in tags)


def _untimed(told: Narrated, notes: Notes) -> Iterator[tuple[Span, Item]]:
    noted = list(_seen(notes))
    timed = {words.casefold() for words, _, has_time in noted if has_time}
    for words, item, has_time in noted:
        if has_time or not words.strip() or words.casefold() in timed:
            continue
        match = _words(words.strip(" .")).search(told.text)
        if match:
            yield told.span(match.start(), match.end()), item


def _unnoted(told: Narrated, document: Document, notes: Notes) -> Iterator[Span]:
    kinds = ("narration", "action", "quote", "reported", "statement", "claim")
    noted = " ".join(str.__str__(item.text) for item in notes.items if item.kind in kinds)
    noted += " ".join(words for words, _, _ in _seen(notes))
    people = [source for source in notes.sources.values() if source.kind in ("person", "spokesperson")]
    for place in told.at(*_MOVES):
        end = place
        while told.text[end : end + 1].isalnum():
            end += 1
        word = told.text[place:end].lower()
        start, _ = told.sentence_at(place)
        more = re.compile(_NEEDS.get(word, "")).match(told.text, end)
        before = told.text[start:place]
        if more is None or re.search(rf"\b{word[: 3 if word.startswith('nod') else 4]}", noted, re.I):
            continue
        somebody = _SOMEBODY.search(before) or any(names_in(source, before) for source in people)
        block, _ = told.block_at(place)
        if somebody and any(block.span.start <= one.span.start < block.span.end for one in document.attributions):
            yield told.span(place, more.end())


def check(document: Document) -> Iterator[Hit]:
    """Point at every gesture that the notes do not have, or not with a time."""
    notes = document.notes
    if notes is None:
        return
    told = narrated(document)
    for span, item in _untimed(told, notes):
        message = "the note of this has no time, expected when it was seen (“00:31”), or leave it out"
        yield Hit(span, message, place_in(notes, item.span))
    for span in _unnoted(told, document, notes):
        shown = " ".join(span.of(document.text).split())[:_ROOM]
        yield Hit(span, f"“{shown}” is not in the notes, expected a note that it was seen, or leave it out")
