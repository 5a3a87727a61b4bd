"""Gives every character of an article its voice."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from authoring.prose.document import Voice

Piece = tuple[int, int, Voice]
"""A stretch of the file and its voice."""

_PLACE = itemgetter(0, 1)


def overlay(pieces: list[Piece], marks: Iterable[Piece]) -> list[Piece]:
    """``pieces`` with the voices of ``marks`` where they cover them; both in order and free of overlaps."""
    marks = list(marks)
    if not marks:
        return pieces
    result: list[Piece] = []
    index = 0
    for start, end, voice in pieces:
        at = start
        while index < len(marks) and marks[index][1] <= at:
            index += 1
        cursor = index
        while cursor < len(marks) and marks[cursor][0] < end:
            first, last, other = marks[cursor]
            if first > at:
                result.append((at, first, voice))
                at = first
            stop = min(last, end)
            if stop > at:
                result.append((at, stop, other))
                at = stop
            if last > end:
                break
            cursor += 1
        if at < end:
            result.append((at, end, voice))
    return result


def disjoint(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in order, each cut to begin where the one before it ends."""
    result: list[Piece] = []
    at = 0
    for first, end, voice in sorted(pieces, key=_PLACE):
        start = max(first, at)
        if start < end:
            result.append((start, end, voice))
            at = end
    return result


def starts(pieces: Iterable[Piece], length: int) -> tuple[tuple[int, Voice], ...]:
    """Where each voice begins, from 0 on; what no piece covers is markup; the pieces are in order."""
    result: list[tuple[int, Voice]] = []
    at = 0
    last: Voice | None = None
    for start, end, voice in pieces:
        if start > at and last is not Voice.MARKUP:
            result.append((at, Voice.MARKUP))
            last = Voice.MARKUP
        if voice is not last:
            result.append((start, voice))
            last = voice
        at = end
    if (at < length or not result) and last is not Voice.MARKUP:
        result.append((at, Voice.MARKUP))
    return tuple(result)
