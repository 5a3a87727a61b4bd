"""The words of turns as a terminal shows them: wrapped, with stretches marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from authoring.reporters import Look
from authoring.reporters.context import rows_of
from authoring.reporters.terminal import columns, safe
from authoring.text.patterns import lazy
from authoring.text.span import Span

WIDEST = 100
"""Columns of a row, however wide the terminal: longer ones are hard to read."""
NARROWEST = 20
_GAP = lazy(r"\n\s*\n")


def words_of(text: str, marked: Sequence[Span], look: Look, indent: int) -> Iterator[str]:
    """The rows of a text, each paragraph on rows of its own; marked words in bold, or with marks under them."""
    width = max(min(look.width, WIDEST) - indent, NARROWEST)
    gap = " " * indent
    shown = safe(text)
    cuts = [0, *(edge for match in _GAP.finditer(text) for edge in match.span()), len(text)]
    for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=True)):
        if number:
            yield "\n"
        for first, last in rows_of(shown[start:end], width):
            row = Span(start + first, start + last)
            inside = [Span(max(span.start, row.start), min(span.end, row.end)) for span in marked if span.overlaps(row)]
            if look.colour:
                yield f"{gap}{_painted(shown, row, inside).rstrip()}\n"
                continue
            yield f"{gap}{row.of(shown).rstrip()}\n"
            if inside:
                yield f"{gap}{_marks(shown, row, inside)}\n"


def _painted(text: str, row: Span, marked: Sequence[Span]) -> str:
    edges = [row.start, *(edge for span in marked for edge in (span.start, span.end)), row.end]
    pieces = [text[start:end] for start, end in pairwise(edges)]
    return "".join(f"\033[1;33m{piece}\033[0m" if number % 2 else piece for number, piece in enumerate(pieces))


def _marks(text: str, row: Span, marked: Sequence[Span]) -> str:
    marks, at = "", row.start
    for span in marked:
        marks += " " * columns(text[at : span.start]) + "^" * columns(span.of(text).rstrip())
        at = span.start + len(span.of(text).rstrip())
    return marks
