"""Each quotation of an article beside what was said: the transcript around it, or the note, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from authoring.export.factcheck.backing import Resting
from authoring.export.factcheck.model import Heard, Piece, Quote
from authoring.export.factcheck.shown import Shown, may_be_named, texts
from authoring.prose.document import Document
from authoring.reporters.verify import STATUSES
from authoring.text.sentences import sentence_spans
from authoring.verification.quotes import CheckedQuote
from authoring.wording.material import Material, Passage, clock
from authoring.wording.places import Place, places
from authoring.wording.speakers import same_speaker

_AROUND = 1
"""Turns that are shown before the words, and after them."""
_BEFORE = 320
"""Characters of the turn itself that are shown before the words, and after them."""
_BESIDE = 220
"""Characters of the turns around it that are shown."""
_UNNAMED = "This source is not named, so what was said around the words is not shown here. Ask the reporter."
_NEVER_SAID = "Nothing in the notes or the transcripts reads like it."


class Beside:
    """Sets quotations beside what was said."""

    def __init__(self, document: Document, material: Material | None, resting: Resting, shown: Shown) -> None:
        self._notes = document.notes
        self._shown = shown
        self._resting = resting
        passages = material.passages if material else ()
        self._said = material.view([n for n, one in enumerate(passages) if not one.noted]) if material else None
        self._noted = material.view([n for n, one in enumerate(passages) if one.noted]) if material else None
        sources = document.notes.sources.values() if document.notes else ()
        self._guarded = any(source.protected for source in sources)
        self._writers = texts(document.notes.front.get("byline")) if document.notes else []

    def quote(self, number: int, one: CheckedQuote, lines: Sequence[int], words: str) -> Quote:
        """One quotation; ``lines`` are its sentences, ``words`` the quoted ones as they may be shown."""
        check, shown = one.check, self._shown
        source = may_be_named(self._notes, self._resting.source_of(one)) if self._notes else None
        unnamed = source is not None and source.protected
        speaker = one.said.speaker
        leaks = shown.holds_leak(one.span)
        passages, from_notes = self._passages(one) if not (unnamed or leaks) else ((), False)
        differs = not leaks and any(sign != "=" for sign, _ in check.diff)
        return Quote(
            number,
            words,
            shown.line((speaker.name or speaker.text) if speaker and not shown.holds_leak(speaker.span) else None),
            shown.code(source) if source else "",
            STATUSES[check.status] if self._notes else "",
            "none" if self._notes is None else "good" if check.passes else "look",
            "" if leaks or check.origin is None else shown.line(check.reason),
            tuple(lines),
            self._resting.place(check.origin) if check.origin else "",
            check.origin.time or "" if check.origin else "",
            differs,
            tuple(self._difference(check.diff)) if differs else (),
            passages,
            from_notes,
            _UNNAMED if unnamed else "" if passages or leaks else _NEVER_SAID,
        )

    def _difference(self, diff: Iterable[tuple[str, str]]) -> Iterator[Piece]:
        kinds = {"=": "", "-": "del", "+": "ins"}
        for sign, words in diff:
            if line := self._shown.line(words):
                yield Piece(line, kinds[sign])

    def _passages(self, one: CheckedQuote) -> tuple[tuple[tuple[Heard, ...], ...], bool]:
        speaker = one.said.speaker
        who = (speaker.source or speaker.name) if speaker and one.said.trusted else None
        for material, from_notes in ((self._said, False), (self._noted, True)):
            found = places(material, one.said.text, who) if material and material.passages else ()
            if found and material:
                return tuple(self._around(material, group, alone=from_notes) for group in _groups(found)), from_notes
        return (), False

    def _around(self, material: Material, found: Sequence[Place], *, alone: bool) -> tuple[Heard, ...]:
        first, last = found[0].passage, found[-1].passage
        around = 0 if alone or material.unhidden else _AROUND
        low, high = max(first - around, 0), min(last + around, len(material.passages) - 1)
        group = material.passages[first].group
        made = []
        for number in range(low, high + 1):
            passage = material.passages[number]
            if passage.group != group and not alone:
                continue
            marked = [(place.start, place.end) for place in found if place.passage == number]
            if self._may_show(passage):
                close = material.unhidden and not alone
                begin, end = _window(passage.text, marked, after=number > last, close=close)
                made.append(self._heard(passage, marked, begin, end))
        return tuple(made)

    def _may_show(self, passage: Passage) -> bool:
        """Whether a turn gives nobody away: where a source is not named, only those of people who are."""
        if not self._guarded or any(same_speaker(name, passage.speaker or "") for name in self._writers):
            return True
        source = self._notes.sources.get(passage.source or "") if self._notes else None
        return source is not None and not source.protected

    def _heard(self, passage: Passage, marked: Sequence[tuple[int, int]], begin: int, end: int) -> Heard:
        text, shown = passage.text, self._shown
        pieces = [Piece("… ")] if begin else []
        at = begin
        for start, stop in marked:
            pieces += [Piece(shown.words(text[at:start])), Piece(shown.words(text[start:stop]), "said")]
            at = stop
        pieces.append(Piece(shown.words(text[at:end])))
        if end < len(text):
            pieces.append(Piece(" …"))
        origin, time = passage.placed(marked[0][0] if marked else begin)
        return Heard(
            shown.line(passage.speaker),
            self._resting.place(origin),
            clock(time) or origin.time or "",
            tuple(piece for piece in pieces if piece.text),
        )


def _groups(found: Sequence[Place]) -> Iterator[list[Place]]:
    """The stretches, those together that one can be shown with the other."""
    ordered = sorted(found)
    group = ordered[:1]
    for before, place in pairwise(ordered):
        far = place.passage > before.passage + 2
        if far or (place.passage == before.passage and place.start > before.end + 2 * _BEFORE):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _window(text: str, marked: Sequence[tuple[int, int]], *, after: bool, close: bool) -> tuple[int, int]:
    """From where to where a turn is shown: around the words; else its end, or its beginning if it comes after them.

    With ``close`` it is the sentences of the words alone, since what stands around them may be off the record.
    """
    if close:
        spans = [span for span in sentence_spans(text) if span[0] < marked[-1][1] and marked[0][0] < span[1]]
        return (spans[0][0], spans[-1][1]) if spans else (marked[0][0], marked[-1][1])
    if not marked:
        return (0, _cut(text, _BESIDE, back=True)) if after else (_cut(text, len(text) - _BESIDE), len(text))
    return _cut(text, marked[0][0] - _BEFORE), _cut(text, marked[-1][1] + _BEFORE, back=True)


def _cut(text: str, place: int, *, back: bool = False) -> int:
    """A place between two words near another one."""
    if place <= 0:
        return 0
    if place >= len(text):
        return len(text)
    found = text.rfind(" ", 0, place) if back else text.find(" ", place)
    return place if found < 0 else found + (0 if back else 1)
