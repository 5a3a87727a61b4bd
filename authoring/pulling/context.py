"""A quotation of an article amid what was said around it, in the transcript or, where there is none, in its note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from authoring.errors import ArticleError, TranscriptError
from authoring.findings import Origin
from authoring.notes.model import Notes
from authoring.runner.verified import Verified
from authoring.runner.withheld import withheld
from authoring.text.span import Span
from authoring.transcripts import Transcript, read_transcript
from authoring.transcripts.model import Turn
from authoring.transcripts.times import seconds
from authoring.verification.material import material
from authoring.verification.quotes import CheckedQuote
from authoring.wording import Material, transcript_paths
from authoring.wording.material import masked
from authoring.wording.noted import secret_names
from authoring.wording.shown import Shown, shown
from authoring.wording.standing import stretches


@dataclass(frozen=True)
class Around:
    """A turn as it may be shown."""

    turn: Turn
    """With what is withheld taken out of its words and its label."""
    quoted: tuple[Span, ...] = ()
    """Where the quoted words stand in its text."""


@dataclass(frozen=True)
class Spot:
    """One quotation, and where it comes from."""

    quote: CheckedQuote
    words: str = ""
    """As the article has them, without what is not to be shown."""
    reason: str = ""
    """What is wrong with it, unless that would show such a thing."""
    note: Origin | None = None
    """Where the words stand in the notes."""
    noted: str = ""
    """What that note says."""
    said: Origin | None = None
    """Where they stand in a transcript."""
    turns: tuple[Around, ...] = ()
    """What was said there, and before and after it."""
    looked: bool = True
    """Whether there was a transcript to look in."""


def quotes_at(result: Verified, line: int, column: int | None = None) -> list[CheckedQuote]:
    """The quotations on a line of an article, or the one at a column. Raises ``ArticleError`` where there is none."""
    lines = result.article.lines
    on_line = [
        quote
        for quote in result.quotes
        if lines.position(quote.span.start)[0] <= line <= lines.position(max(quote.span.end - 1, quote.span.start))[0]
    ]
    if column is not None and on_line:
        here = [quote for quote in on_line if _holds(result, quote, line, column)]
        if not here:
            columns = ", ".join(str(lines.position(quote.span.start)[1]) for quote in on_line)
            message = f"no quotation stands at column {column}, expected one"
            hint = f"those of this line begin at column {columns}"
            raise ArticleError(message, path=result.article.path, line=line, column=column, hint=hint)
        return here
    if not on_line:
        there = sorted({lines.position(quote.span.start)[0] for quote in result.quotes})
        near = min(there, key=lambda each: (abs(each - line), each), default=None)
        hint = f"the nearest is on line {near}" if near is not None else "there is none in this article"
        raise ArticleError(f"no quotation stands on line {line}", path=result.article.path, hint=hint)
    return on_line


def _holds(result: Verified, quote: CheckedQuote, line: int, column: int) -> bool:
    first, last = result.article.lines.position(quote.span.start), result.article.lines.position(quote.span.end)
    return first <= (line, column) < last


class Contexts:
    """Looks quotations up in the notes and transcripts of one article, each of which is read once."""

    def __init__(self, result: Verified, given: Sequence[str | Path] = (), turns: int = 2) -> None:
        document = result.article.document
        notes = document.notes if document is not None else None
        self._withheld = withheld(document)
        self._secrets = secret_names(notes) if notes else ()
        paths = [*map(Path, given), *(transcript_paths(notes) if notes else ())]
        self._notes, self._turns = notes, turns
        self._read = {str(each.path): each for each in _readable(paths)}
        told = material(notes, [each for each in self._read.values() if Path(each.path) in map(Path, given)])
        numbers = [number for number, passage in enumerate(told.passages) if not passage.noted]
        self._said = told.view(numbers)
        self._shown: dict[str, tuple[Shown, ...]] = {}

    def of(self, quote: CheckedQuote) -> Spot:
        """One quotation with what stands around it."""
        origin = quote.check.origin
        secret = any(span.overlaps(quote.span) for span in self._withheld)
        words = "[withheld]" if secret else masked(quote.said.text, self._secrets)
        spot = Spot(quote, words, "" if secret else quote.check.reason, looked=bool(self._read))
        if origin is not None and self._notes is not None and Path(origin.path) == Path(self._notes.path):
            spot = replace(spot, note=origin, noted=masked(_words_of(self._notes, origin), self._secrets))
        time = seconds(origin.time) if origin is not None and origin.time else None
        places = self._places(quote, self._own(quote), time)
        if not places:
            return spot
        first = places[0][0]
        read = self._read.get(first.path)
        return replace(spot, said=first, turns=tuple(self._around(read, places))) if read else spot

    def _own(self, quote: CheckedQuote) -> Material:
        """What the speaker said to whom the check has given the words, or everything."""
        speaker = quote.check.speaker
        numbers = [number for number, each in enumerate(self._said.passages) if each.speaker == speaker]
        return self._said.view(numbers) if speaker and numbers else self._said

    def _places(self, quote: CheckedQuote, own: Material, time: float | None) -> list[tuple[Origin, Origin]]:
        def away(offset: int) -> float:
            at = own.at(offset)[2] if time is not None else None
            return abs(at - time) if at is not None and time is not None else 0.0

        found = []
        for number, span in stretches(quote.said.text, own, away):
            passage = own.passages[number]
            found.append((passage.placed(span.start)[0], passage.placed(max(span.end - 1, span.start))[0]))
        return found

    def _around(self, read: Transcript, places: Sequence[tuple[Origin, Origin]]) -> Iterator[Around]:
        told = self._shown.setdefault(read.path, shown(read, self._notes))
        marked: dict[int, list[Span]] = {}
        map_ = _Map(read)
        for first, last in places:
            start, end = map_.at(first), map_.at(last, last=True)
            if first.path == read.path and start and end and start[0] <= end[0]:
                for number in range(start[0], end[0] + 1):
                    begin = start[1] if number == start[0] else 0
                    stop = end[1] + 1 if number == end[0] else len(read.turns[number].text)
                    marked.setdefault(number, []).append(Span(begin, max(begin, stop)))
        if not marked:
            return
        for number in range(max(min(marked) - self._turns, 0), min(max(marked) + self._turns + 1, len(told))):
            words, quoted = told[number].words(sorted(marked.get(number, ()), key=lambda span: span.start))
            yield Around(replace(told[number].turn, speaker=told[number].speaker, text=words, places=()), quoted)


class _Map:
    """From places in a transcript's file to its turns."""

    def __init__(self, transcript: Transcript) -> None:
        self._places = sorted(
            (place.line, place.column, number, place.at)
            for number, turn in enumerate(transcript.turns)
            for place in (turn.places or (turn.place(0),))
        )
        self._keys = [place[:2] for place in self._places]

    def at(self, origin: Origin, *, last: bool = False) -> tuple[int, int] | None:
        """Number of the turn and offset into its text of a place; of a corrected stretch its beginning or its end."""
        key = (origin.line, origin.column)
        number = bisect_left(self._keys, key)
        if last or number == len(self._keys) or self._keys[number] != key:
            number = bisect_right(self._keys, key) - 1
        if number < 0:
            return None
        line, column, turn, at = self._places[number]
        return (turn, at + origin.column - column) if line == origin.line else None


def _readable(paths: Sequence[Path]) -> Iterator[Transcript]:
    for path in dict.fromkeys(paths):
        try:
            yield read_transcript(path)
        except TranscriptError:  # which the quote check has told
            continue


def _words_of(notes: Notes, origin: Origin) -> str:
    """The note that stands at a place."""
    for item in notes.items:
        first = notes.lines.position(item.span.start)[0]
        last = notes.lines.position(item.span.end)[0]
        if first <= origin.line <= last:
            return str.__str__(item.text)
    return ""
