"""Sets an article for the page: its paragraphs in order, the words of each finding marked, its note beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from authoring.prose.document import Block, Document
from authoring.reporters.page.model import Note, Piece, Row
from authoring.reporters.terminal import safe
from authoring.text.span import Span

GRAVEST = ("error", "warning", "info")
_FARTHEST = 8
"""Rows that the notes of one row may reach over."""
_LONGEST = 600
"""Characters of a line without any words that are shown before a finding, and after it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding's note, and its place in the file."""

    note: Note
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """How a paragraph reads."""

    grade: str = ""
    hard: bool = False
    beats: tuple[tuple[int, str], ...] = ()


def rows_of(document: Document, marked: Sequence[Marked], readings: Mapping[int, Reading]) -> tuple[Row, ...]:
    """Every paragraph with its notes, and the lines around them that have notes.

    ``readings`` tells by the start of a block how it reads.
    """
    setting = _Setting(document, marked)
    made: list[tuple[int, Row]] = []
    for block in document.blocks:
        if block.text.strip():
            notes = setting.of_block.get(id(block), [])
            line = document.lines.position(block.span.start)[0]
            reading = readings.get(block.span.start, Reading())
            row = Row(
                0,
                _kind(block),
                line,
                _pieces(block, setting),
                tuple(one.note for one in notes),
                reading.grade,
                reading.hard,
                beats=reading.beats,
            )
            made.append((block.span.start, row))
    made += _lines(document, setting.outside)
    ordered = [row for _, row in sorted(made, key=lambda pair: pair[0])]
    return _spread([replace(row, number=number) for number, row in enumerate(ordered, 1)])


def only_with_notes(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that have notes, and for those between them one that says how many are left out."""
    kept: list[Row] = []
    missing = 0
    for row in rows:
        if not row.notes:
            missing += 1
            continue
        if missing:
            kept.append(Row(0, "gap", 0, left_out=missing))
        missing = 0
        kept.append(replace(row, spread=1))
    return (*kept, Row(0, "gap", 0, left_out=missing)) if missing else tuple(kept)


class _Setting:
    """Which finding belongs to which block."""

    def __init__(self, document: Document, marked: Iterable[Marked]) -> None:
        self.blocks = [block for block in document.blocks if block.text.strip()]
        self.starts = [block.span.start for block in self.blocks]
        self.of_block: dict[int, list[Marked]] = {}
        """The findings that begin in a block, by its identity."""
        self.touching: dict[int, list[Marked]] = {}
        """Those of which any word stands in it."""
        self.outside: list[Marked] = []
        for one in marked:
            home = self._home(one.span)
            if home is None:
                self.outside.append(one)
                continue
            self.of_block.setdefault(id(home), []).append(one)
            for block in self._touched(one.span):
                self.touching.setdefault(id(block), []).append(one)
            if one not in self.touching.get(id(home), ()):
                self.touching.setdefault(id(home), []).append(one)

    def _home(self, span: Span) -> Block | None:
        """The block that a finding begins in; a caption rather than the paragraph around it."""
        around = None
        for index in range(bisect_right(self.starts, span.start) - 1, -1, -1):
            block = self.blocks[index]
            if block.span.start <= span.start < max(block.span.end, block.span.start + 1):
                if any(first <= span.start < max(last, first + 1) for _, first, last in block.runs):
                    return block
                around = around or block
            elif bisect_right(self.starts, span.start) - index > _FARTHEST:
                break
        return around

    def _touched(self, span: Span) -> Iterator[Block]:
        index = max(bisect_right(self.starts, span.start) - _FARTHEST, 0)
        for block in self.blocks[index : bisect_right(self.starts, max(span.end - 1, span.start))]:
            if any(first < span.end and span.start < last for _, first, last in block.runs):
                yield block


def _kind(block: Block) -> str:
    return str(block.kind).replace(" ", "-")


def _pieces(block: Block, setting: _Setting) -> tuple[Piece, ...]:
    """The words of a block, parted wherever a finding begins or ends."""
    text = safe(block.text)
    places = [
        (max(block.position_of(one.span.start), 0), block.position_of(one.span.end), one.note)
        for one in setting.touching.get(id(block), ())
    ]
    begun = {one.note.number for one in setting.of_block.get(id(block), ())}
    return tuple(parted(text, places, begun, _label(block, text)))


def _label(block: Block, text: str) -> int:
    """Where the words end that name the speaker; 0 where none do."""
    end = block.position_of(block.label.end) if block.label is not None else 0
    return 0 if text[end : end + 1].isalnum() else end


def parted(text: str, places: Sequence[tuple[int, int, Note]], begun: set[int], label: int = 0) -> Iterator[Piece]:
    """The pieces of a text, given where each finding begins and ends in it.

    ``begun`` are the numbers of those that begin here: only they are referred to, so that each is once.
    """
    size = len(text)
    cut = {0, size, min(label, size)}
    held: list[tuple[int, int, Note]] = []
    for start, end, note in places:
        first, last = min(max(start, 0), size), min(max(end, start, 0), size)
        held.append((first, last, note))
        cut |= {first, last}
    ends: dict[int, list[Note]] = {}
    for _, last, note in held:
        if note.number in begun:
            ends.setdefault(last, []).append(note)
    edges = sorted(cut)
    if size == 0 or 0 in ends:
        yield Piece("", ends=tuple(ends.pop(0, ())))
    for start, end in pairwise(edges):
        inside = [note for first, last, note in held if first <= start and end <= last and first < last]
        numbers = tuple(note.number for note in inside)
        gravest = min((note.severity for note in inside), key=GRAVEST.index, default="")
        yield Piece(text[start:end], numbers, gravest, end <= label, tuple(ends.get(end, ())))


def _lines(document: Document, outside: Sequence[Marked]) -> Iterator[tuple[int, Row]]:
    """The lines that no reader sees, as those of front matter, in which something was found."""
    by_line: dict[int, list[Marked]] = {}
    for one in outside:
        by_line.setdefault(document.lines.position(one.span.start)[0], []).append(one)
    for line, found in by_line.items():
        start, end = document.lines.bounds(line)
        first = max(start, min(one.span.start for one in found) - _LONGEST)
        last = min(end, max(one.span.start for one in found) + _LONGEST)
        text = safe(document.text[first:last])
        places = [(one.span.start - first, one.span.end - first, one.note) for one in found]
        notes = tuple(one.note for one in found)
        pieces = tuple(parted(text, places, {note.number for note in notes}))
        yield start, Row(0, "source", line, pieces, notes)


def _spread(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, each with notes knowing how far these may reach."""
    made = list(rows)
    after = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        if rows[index].notes:
            made[index] = replace(rows[index], spread=min(after - index, _FARTHEST))
            after = index
    return tuple(made)
