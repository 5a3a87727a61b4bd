"""Cuts the body of notes into lines without their comments, each piece with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from authoring.notes.problems import Problems
from authoring.text.patterns import lazy

_TOKEN = lazy(r"<!--|\r\n|\n|\r")


class Piece(NamedTuple):
    """Characters that stand next to each other in the file."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset just past the piece."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """A part of the piece."""
        return Piece(self.text[start:end], self.start + start)

    def strip(self) -> Piece:
        """The piece without white space around it."""
        text = self.text.lstrip()
        return Piece(text.rstrip(), self.start + len(self.text) - len(text))


class Line(NamedTuple):
    """A line as the reader understands it: a comment that runs over several lines joins what stands around it."""

    pieces: tuple[Piece, ...]
    """What is left without comments and without white space at both ends; empty for a blank line."""
    indent: int
    """Columns of white space before it; a tab counts to the next fourth column."""
    start: int
    end: int

    @property
    def first(self) -> Piece:
        """The piece that a mark would stand in."""
        return self.pieces[0]

    def without_mark(self, width: int) -> tuple[Piece, ...]:
        """The pieces after a mark of ``width`` characters, and after the white space that follows it."""
        return tidy((self.first.cut(width), *self.pieces[1:]))


def tidy(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without white space at both ends, and with one stretch of it where a comment had some on either side."""
    if len(pieces) == 1:
        bare = pieces[0].strip()
        return (bare,) if bare.text else ()
    kept: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if not kept or kept[-1].text[-1].isspace():
            text = text.lstrip()
        if text:
            kept.append(Piece(text, piece.end - len(text)))
    while kept:
        last = kept.pop()
        text = last.text.rstrip()
        if text:
            kept.append(Piece(text, last.start))
            break
    return tuple(kept)


def lines(text: str, start: int, problems: Problems) -> Iterator[Line]:
    """The lines from offset ``start`` on; a line that holds nothing but comments is left out."""
    begin = at = start
    pieces: list[Piece] = []
    comments = False
    while True:
        token = _TOKEN.search(text, at)
        stop = token.start() if token else len(text)
        if token is None or token.group() != "<!--":
            if comments or pieces:
                pieces.append(Piece(text[at:stop], at))
                line = _joined(tuple(pieces), begin, stop)
                if line.pieces:
                    yield line
            else:
                yield _plain(text[at:stop], at, stop)
            if token is None:
                return
            begin = at = token.end()
            pieces, comments = [], False
            continue
        pieces.append(Piece(text[at:stop], at))
        comments = True
        close = text.find("-->", token.end())
        if close < 0:
            problems.error(stop, stop + 4, "this comment is not closed, expected “-->” where it ends")
            at = len(text)
        else:
            inner = text.find("<!--", token.end(), close)
            if inner >= 0:  # the mark between the two was deleted, and what stands there would be lost in silence
                problems.warning(inner, inner + 4, "a comment begins inside a comment, expected “-->” above it")
            at = close + 3


def _plain(text: str, start: int, end: int) -> Line:
    bare = text.lstrip()
    if not bare:
        return Line((), 0, start, end)
    width = len(text) - len(bare)
    indent = len(text[:width].expandtabs(4)) if width else 0
    return Line((Piece(bare.rstrip(), start + width),), indent, start, end)


def _joined(pieces: tuple[Piece, ...], start: int, end: int) -> Line:
    kept = tidy(pieces)
    first = pieces[0].text
    indent = len(first) - len(first.lstrip()) if first.strip() else 0
    return Line(kept, indent, kept[0].start if kept else start, kept[-1].end if kept else end)
