"""One claim belongs to one source, in every piece of a story.

What the article reports somebody to have said is compared with what the notes, and the other notes of the same story,
give to others. The rule points at a sentence that another source said and this one did not; and at a characterisation
(“OpenAI, an independent entity, …”) that two pieces put into two mouths. Notes belong to one story where they share
`story:`, or where one points at a beat of the other with `see:`. Silent on what sources of one body say, on quotations
(`borrowed-words` and `wrong-speaker` have these), on protected sources, and where it is not sure who speaks.

Why: the University of Kansas's editing course makes agreement between pieces of a package a check of its own; a reader
of both learns that one of them is wrong.

```notes
---
kind: interview
slug: talk
headline: The pier goes
story: pier
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master, employer: the harbour trust}
  cole: {name: Tom Cole, kind: person, role: an angler}
---
## Boats
~ Acme, an independent owner, would take a third of the boats
— ruiz | said

~ the northern crews had moved their nets before the storm
— cole | said
```
```companion
---
kind: brief
slug: short
headline: The pier goes
story: pier
sources:
  acme: {kind: spokesperson, org: Acme, name: Jo Park, first: Jo Park of Acme}
---
## Boats
- Acme, as an independent owner, makes its own decisions
  — acme | said
```
```bad
Ana Ruiz said that Acme, an independent owner, would take a third of the boats.
```
```finds
1:26 an independent owner => another piece of the story gives this to Jo Park, expected one source for it
```
```bad
Ana Ruiz said that the northern crews had moved their nets before the storm.
```
```finds
1:15 that the northern crews had moved their nets before the storm. => the notes give this to Tom Cole, expected that name, or the note put right
```
```good
Tom Cole said that the northern crews had moved their nets before the storm. Ruiz said that Acme would take boats.
```
```good
Acme, an independent owner, has boats. “Acme, an independent owner, would take them,” Ana Ruiz said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.attribution.model import Kind
from authoring.prose.document import Block, Document
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, one_side, place_in, source_for

if TYPE_CHECKING:
    from authoring.notes.model import Item, Notes, Source
    from authoring.text.span import Span

SEVERITY = Severity.ERROR
NEEDS_NOTES = True

_CONTESTED = (
    r"(?:independent|separate|sovereign|legitimate|illegitimate|safe|unsafe|illegal|unlawful|legal|lawful|fair|unfair"
    r"|neutral|trusted|reliable|unreliable|responsible|irresponsible|failed|successful|necessary|unnecessary|voluntary"
    r"|temporary|routine|isolated|rogue|reckless|dominant|essential|vital|critical|historic|unprecedented|strategic"
    r"|private|impartial|democratic|autonomous|harmless|dangerous|serious|minor|natural|proven|unproven)"
)


@cache
def _description() -> re.Pattern[str]:
    """“OpenAI, as an independent entity”: whom it is about, and the words for it."""
    who = r"(?P<who>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3})"
    link = r"(?:, (?:as )?| (?:is|was|are|were|remains|as) )"
    words = rf"(?P<what>(?:an?|the) (?P<key>(?:[\w-]+ )?{_CONTESTED} (?:[\w-]+ )?[a-z][\w-]+))"
    return re.compile(who + link + words + r"(?=[,.;]|$| that\b| which\b| and\b)")


@dataclass(frozen=True)
class _Told:
    """An item of some notes of the story, with its source."""

    notes: Notes
    item: Item
    source: Source
    elsewhere: bool

    @property
    def text(self) -> str:
        return str.__str__(self.item.text)

    @cached_property
    def descriptions(self) -> frozenset[tuple[str, str]]:
        """Whom it characterises, and how."""
        return frozenset(_key(match) for match in _description().finditer(self.text))


def _key(match: re.Match[str]) -> tuple[str, str]:
    return match["who"].rpartition(" ")[2].casefold(), match["key"].casefold()


def _items(notes: Notes, *, elsewhere: bool) -> Iterator[_Told]:
    for item in notes.of_kind("quote", "reported", "statement", "citation"):
        source = notes.sources.get(item.source or "")
        if source is not None and not source.protected:
            yield _Told(notes, item, source, elsewhere)


def _story(notes: Notes) -> tuple[_Told, ...]:
    from authoring.notes.companions import companions

    others = [told for other in companions(notes).notes for told in _items(other, elsewhere=True)]
    return (*_items(notes, elsewhere=False), *others)


def _hit(span: Span, told: _Told) -> Hit:
    name = called(told.source)
    if told.elsewhere:
        message = f"another piece of the story gives this to {name}, expected one source for it"
    else:
        message = f"the notes give this to {name}, expected that name, or the note put right"
    return Hit(span, message, place_in(told.notes, told.item.span))


def _in_segment(block: Block, span: Span, speaker: Source, story: tuple[_Told, ...]) -> Iterator[Hit]:
    from authoring.verification.words import same_claim

    start, end = block.position_of(span.start), block.position_of(span.end)
    words = block.text[start:end]
    own = [told for told in story if one_side(told.source, speaker)]
    others = [told for told in story if told not in own]
    for match in _description().finditer(words):
        for told in others:
            if told.elsewhere and _key(match) in told.descriptions:
                yield _hit(block.span_of(start + match.start("what"), start + match.end("what")), told)
                return
    if not any(same_claim(words, told.text) for told in own):
        told_by = next((told for told in others if same_claim(words, told.text)), None)
        if told_by is not None:
            yield _hit(block.span_of(start, end), told_by)


def check(document: Document) -> Iterator[Hit]:
    """Point at every reported claim that the story gives to somebody else."""
    assert document.notes is not None
    story = _story(document.notes)
    starts = [block.span.start for block in document.blocks]
    for one in document.attributions:
        speaker = source_for(document, one.speaker) if one.kind is Kind.INDIRECT and one.via is None else None
        if speaker is None or speaker.protected:
            continue
        for segment in one.segments:
            block = document.blocks[bisect_right(starts, segment.start) - 1]
            yield from _in_segment(block, segment, speaker, story)
