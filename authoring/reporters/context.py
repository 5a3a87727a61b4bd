"""Words in their context: as much of the article around them as one needs to judge them, wrapped, with marks below."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.reporters.terminal import columns, safe
from authoring.text.span import Span

AROUND = 220
"""Characters that are shown before the words, and after them."""
_LONGEST = 900
"""Characters of the words themselves that are shown."""
_NARROWEST = 20


def in_context(text: str, marked: Span, width: int) -> Iterator[tuple[str, str]]:
    """The rows of the context, each with the marks to print under it; empty where no marked word stands in it."""
    width = max(width, _NARROWEST)
    marked = Span(marked.start, min(marked.end, marked.start + _LONGEST))
    start, end = _start(text, marked.start), _end(text, marked.end)
    lead, tail = "… " if _goes_on(text, start, -1) else "", " …" if _goes_on(text, end, 1) else ""
    shown = lead + safe(text[start:end]) + tail
    by = len(lead) - start
    for first, last in rows_of(shown, width):
        low, high = max(marked.start + by, first), min(marked.end + by, last)
        marks = " " * columns(shown[first:low]) + "^" * columns(shown[low:high].rstrip()) if low < high else ""
        yield shown[first:last].rstrip(), marks.rstrip()


def _start(text: str, place: int) -> int:
    """Where the context begins: with the paragraph, or with a word not too far before."""
    earliest = max(place - AROUND, 0)
    paragraph = text.rfind("\n\n", earliest, place)
    if paragraph >= 0:
        return paragraph + 2
    if earliest == 0:
        return 0
    space = text.find(" ", earliest, place)
    return earliest if space < 0 else space + 1


def _end(text: str, place: int) -> int:
    latest = min(place + AROUND, len(text))
    paragraph = text.find("\n\n", place, latest)
    if paragraph >= 0:
        return paragraph
    if latest == len(text):
        return len(text.rstrip()) if place <= len(text.rstrip()) else latest
    space = text.rfind(" ", place, latest)
    return latest if space < 0 else space


def _goes_on(text: str, place: int, way: int) -> bool:
    """Whether the paragraph goes on beyond a place."""
    near = text[max(place - 2, 0) : place] if way < 0 else text[place : place + 2]
    return bool(near) and "\n\n" not in near and not (near.isspace() and len(near) < 2)


def rows_of(shown: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the rows begin and end into which a text is broken that is to fit a terminal."""
    first = 0
    while first < len(shown):
        last, taken, space = first, 0, -1
        while last < len(shown):
            taken += columns(shown[last])
            if taken > width:
                break
            if shown[last] == " ":
                space = last
            last += 1
        if last < len(shown) and shown[last] != " " and space > first:
            last = space
        last = max(last, first + 1)
        yield first, last
        first = last
        while first < len(shown) and shown[first] == " ":
            first += 1
