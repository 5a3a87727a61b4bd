"""The sentences of an article that retell notes, held against these notes figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.rules.sourced import names_of, place_in
from authoring.text.sentences import sentence_spans

if TYPE_CHECKING:
    from datetime import date

    from authoring.findings import Origin
    from authoring.notes.model import Item, Notes, Request
    from authoring.text.span import Span
    from authoring.verification.figures import Difference, Told

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_ALIKE = 0.5
"""Part of a sentence's words in another note that may be meant as well."""
_NOBODY: frozenset[str] = frozenset()
_LONGEST = 1000
"""Characters of a sentence that is compared."""


@dataclass(frozen=True)
class Noted:
    """One sentence of a note."""

    told: Told
    around: frozenset[str]
    """The words that name its source."""
    place: Span
    """Where the note stands."""
    notes: Notes


@dataclass(frozen=True)
class Retold:
    """A figure of the article that a note has otherwise."""

    span: Span
    difference: Difference
    noted: Noted

    def origin(self) -> Origin:
        """Where the note stands."""
        return place_in(self.noted.notes, self.noted.place)


def noted(notes: Notes) -> Iterator[Noted]:
    """The sentences of the notes, of their headline and of what was asked, without what is off the record."""
    from authoring.verification.figures import told

    for item in notes.items:
        source = notes.sources.get(item.source or "")
        if item.kind in ("question", "no-comment", "break") or (source is not None and source.protected):
            continue
        around = told(" ".join(_around(notes, item))).words
        when = f" on {_spelled(item.tag.date)}" if item.tag and item.tag.date else ""
        text = str.__str__(item.text)
        for start, end in sentence_spans(text):
            for words in dict.fromkeys(
                (text[start:end], text[start:end] + when)
            ):  # with the day of its tag, and without
                yield Noted(told(words), around, item.span, notes)
    for request in notes.requests:
        asked = notes.sources.get(request.to)
        if asked is not None and not asked.protected:
            yield Noted(told(_request(request)), told(" ".join(names_of(asked))).words, request.fields.span, notes)
    for key in ("headline", "dek"):
        value = notes.front.text(key)
        for start, end in sentence_spans(str.__str__(value)) if value else ():
            yield Noted(told(str.__str__(value)[start:end]), _NOBODY, notes.front.place(key), notes)


def _around(notes: Notes, item: Item) -> Iterator[str]:
    """What names the source of an item, and how it was told."""
    ids = [item.source, *((item.tag.keys.get("citing"), item.tag.keys.get("to")) if item.tag else ())]
    for source in (notes.sources.get(str.__str__(each)) for each in ids if each):
        if source is not None and not source.protected:
            yield from names_of(source)
            yield from (str.__str__(source.fields.text(key) or "") for key in ("role", "employer"))
    yield "first reported email phone statement interview noted"
    if item.tag:
        yield from (str.__str__(word) for word in (item.tag.verb, *item.tag.keys.values()) if word)


def _request(request: Request) -> str:
    from authoring.notes.model import as_date

    fields = {key: str.__str__(request.fields.text(key) or "") for key in ("how", "asked_by", "asked_on", "about")}
    day = as_date(fields["asked_on"])
    when = _spelled(day) if day else ""
    return f"did not respond to {fields['how']} from {fields['asked_by']} on {when} about {fields['about']}"


def _spelled(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def sentences(document: Document) -> Iterator[tuple[Block, int, str]]:
    """The sentences of the narration, each with its place in its block, quoted words left blank."""
    for block in document.blocks:
        if block.kind in _KINDS and block.voice is Voice.NARRATION:
            words = narration_of(document, block).replace(SPOKEN, " ")
            for start, end in block.sentence_places:
                if end - start <= _LONGEST:
                    yield block, start, words[start:end]


def retold(document: Document, known: Iterable[Noted], *, least: float, most: float) -> Iterator[Retold]:
    """Every figure that the one note which a sentence can come from has otherwise.

    ``least`` is the part of a sentence's words that stand in that note, ``most`` the part of the note's in the
    sentence. Whoever the article says it from may be named in it.
    """
    from authoring.verification.figures import difference, share, told

    notes = [each for each in known if each.told.words]
    if not any(each.told.figures for each in notes):
        return
    sources = document.notes.sources.values() if document.notes else ()
    speakers = told(" ".join(name for source in sources for name in names_of(source))).words
    for block, start, text in sentences(document):
        said = told(text)
        if not said.figures:
            continue
        found = [
            (each, change)
            for each in notes
            if (change := difference(said, each.told, least=least, most=most, around=each.around | speakers))
        ]
        if len({(change.start, change.other) for _, change in found}) != 1:
            continue
        note, change = found[0]
        key = next(figure.key for figure in said.figures if figure.start == change.start)
        if any(
            key in {figure.key for figure in each.told.figures} and share(said, each.told) >= _ALIKE for each in notes
        ):
            continue
        span = block.span_of(start + change.start, start + change.end)
        yield Retold(span, change, note)
