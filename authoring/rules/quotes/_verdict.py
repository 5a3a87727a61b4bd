"""Which rule speaks about a quotation: one quotation gets one finding, the gravest.

What was changed comes before how it is edited, that before where the words come from, and what may stand comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from authoring.findings import Origin, Suggestion
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Item, Notes
    from authoring.verification.changes import Change
    from authoring.verification.quotes import CheckedQuote
    from authoring.verification.speech import Said
    from authoring.wording import Borrowed

VOICES = frozenset({Voice.SPEECH, Voice.ANSWER, Voice.BLOCKQUOTE})
"""Quotations, and answers that carry no marks."""
BY_STATUS = {
    "altered": "altered-quote",
    "not-found": "altered-quote",
    "omission": "unmarked-edit",
    "negation": "dropped-negation",
    "stitched": "stitched-quote",
    "wrong-speaker": "wrong-speaker",
    "tidied": "silent-cleanup",
}
MOST_EDITS = 2
"""Brackets and ellipses that a quotation may have; with more it is better told."""
_EDIT = lazy(r"\[[^\[\]]*\](?:\w+)?|…|\.(?:\s?\.){2,}")
_NO_EDIT = lazy(r"\[\w\]\w+|\[[^\[\]]*(?:laugh|applau|cheer|inaudible|crosstalk|pause|sigh)[^\[\]]*\]", re.I)
"""“[T]he”, and stage directions."""
_ENDS = " \t\n.…,;:?!-–—"
_ROOMY = 15
"""Words of a quotation that bear a bracket or an ellipsis: a long one may have more than two."""
_ROOM = 28
"""Characters of either wording that fit into a message."""
_SMALL = 3
"""Words of a difference that an edit may put right."""


@dataclass(frozen=True)
class Verdict:
    """A quotation, and the one rule that speaks about it."""

    quote: CheckedQuote
    rule: str
    borrowed: Borrowed | None = None
    unplaced: Literal["place", "heard"] | None = None


def verdicts(document: Document, rule: str) -> Iterator[Verdict]:
    """The quotations that this rule speaks about, in order of place; worked out once for an article."""
    if document.notes is None:
        return
    if "verdicts" not in document.worked_out:
        document.worked_out["verdicts"] = tuple(_all(document, document.notes))
    for verdict in cast(tuple[Verdict, ...], document.worked_out["verdicts"]):
        if verdict.rule == rule:
            yield verdict


def _all(document: Document, notes: Notes) -> Iterator[Verdict]:
    from authoring.verification.material import material
    from authoring.verification.quotes import checked_quotes
    from authoring.wording import borrowed

    told = material(notes)
    bare = {item.span.start: item for item in notes.items if item.kind == "quote"}
    for quote in checked_quotes(document):
        said, check = quote.said, quote.check
        if not said.closed:
            continue  # where the words end is not known, which unclosed-quotation says
        if not check.passes:
            yield Verdict(quote, BY_STATUS[check.status])
        elif is_over_edited(said):
            yield Verdict(quote, "over-edited-quote")
        elif said.trusted and (taken := borrowed(said.text, told, check.source)):
            yield Verdict(quote, "borrowed-words", borrowed=taken)
        else:
            if taken := _borrowed_elsewhere(quote, notes):
                yield Verdict(quote, "borrowed-words", borrowed=taken)
            yield from _of_the_note(quote, notes, bare)


def _of_the_note(quote: CheckedQuote, notes: Notes, bare: dict[int, Item]) -> Iterator[Verdict]:
    """What the note of a quotation owes, and what was tidied in the quotation."""
    if lack := _lacks(quote, notes, bare):
        yield Verdict(quote, "unplaced-quote", unplaced=lack)
    elif quote.check.status == "tidied":
        yield Verdict(quote, "silent-cleanup")


def _borrowed_elsewhere(quote: CheckedQuote, notes: Notes) -> Borrowed | None:
    """The words of a quotation that the other notes of the story give to somebody else."""
    from authoring.notes.companions import companions
    from authoring.rules.sourced import one_side
    from authoring.wording import borrowed
    from authoring.wording.noted import material_of_items

    source = notes.sources.get(quote.check.source or "")
    if source is None:
        return None
    for other in companions(notes).notes:
        same = frozenset(known.id for known in other.sources.values() if known.protected or one_side(known, source))
        if taken := borrowed(quote.said.text, material_of_items(other), source.id, same):
            return taken
    return None


def edits(text: str) -> int:
    """How many brackets and ellipses a quotation has that change more than the case of a letter."""
    return sum(not _NO_EDIT.fullmatch(match[0]) for match in _EDIT.finditer(text.strip(_ENDS)))


def is_over_edited(said: Said) -> bool:
    """Whether a quotation in marks is more mended than quoted."""
    count = edits(said.text) if said.attributed and not said.answer else 0
    return count > MOST_EDITS and count * _ROOMY > len(said.text.split())


def _lacks(quote: CheckedQuote, notes: Notes, bare: dict[int, Item]) -> Literal["place", "heard"] | None:
    """What the note of a quotation lacks; each note is told of once, at the first of its words that are quoted."""
    from authoring.verification.material import material
    from authoring.wording import check_quote, unplaced

    origin = quote.check.origin
    if origin is None or origin.path != notes.path:
        return None
    offset = notes.lines.offset(origin.line, origin.column)
    start = next((start for start, item in bare.items() if item.span.start <= offset < item.span.end), None)
    lack = unplaced(bare[start], notes) if start is not None else None
    if lack is None or start is None:
        return None
    if lack == "place":
        told = material(notes)
        recorded = [number for number, passage in enumerate(told.passages) if not passage.noted]
        if recorded and check_quote(quote.said.text, told.view(recorded)).passes:
            return None
    del bare[start]
    return lack


def hit(verdict: Verdict, message: str, suggestions: tuple[Suggestion, ...] = ()) -> Hit:
    """What a rule yields for a quotation: its place, and the place of the words that it was compared with."""
    return Hit(verdict.quote.said.shown, message, verdict.quote.check.origin, suggestions)


def where(document: Document, origin: Origin | None) -> str:
    """What the words were compared with, as a message says it."""
    return "notes" if document.notes and (origin is None or origin.path == document.notes.path) else "transcript"


def short(words: str, room: int = _ROOM) -> str:
    """The words, or as many of the first as fit into a message."""
    words = " ".join(words.split()).rstrip(".,;: ")
    return words if len(words) <= room else words[: room - 1].rsplit(" ", 1)[0].rstrip(".,;: ") + "…"


def correction(document: Document, quote: CheckedQuote, change: Change) -> tuple[Suggestion, ...]:
    """The edit that puts the said words in, where only they differ and it is clear which words they replace."""
    from authoring.verification.changes import changes
    from authoring.wording.characters import even
    from authoring.wording.material import WITHHELD

    if WITHHELD in change.said:
        return ()
    if not change.said or not change.quoted or len(list(changes(quote.check.diff))) > 1:
        return ()
    if max(len(change.said.split()), len(change.quoted.split())) > _SMALL:
        return ()
    text = quote.span.of(document.text)
    words = even(text)
    at = _only(words, change.quoted)
    if at is None:
        return ()
    said = change.said.replace("'", "’") if "’" in text or "'" not in text else change.said
    span = Span(quote.span.start + at, quote.span.start + at + len(change.quoted))
    return (Suggestion(span, said, safe=False),)


def _only(text: str, words: str) -> int | None:
    """Where words stand in a text, if they stand there once and whole."""
    places = []
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(words) : at + len(words) + 1]
        if not before.isalnum() and not after.isalnum():
            places.append(at)
        at = text.find(words, at + 1)
    return places[0] if len(places) == 1 else None
