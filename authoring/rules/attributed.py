"""The attributions around a place, found without going over those of the whole article each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from authoring.prose.attribution.model import Attribution
from authoring.prose.document import Document, Voice
from authoring.text.span import Span

_BACK = 12
"""Attributions before a place that may still reach into it."""


def of_quotations(document: Document) -> tuple[Attribution, ...]:
    """The attributions of an article that quotes somebody or has answers; of another none are looked for."""
    speaks = any(voice is Voice.SPEECH or voice is Voice.ANSWER for _, voice in document.voices)
    return document.attributions if speaks else ()


def beginning_in(document: Document, span: Span) -> Iterator[Attribution]:
    """The attributions whose words begin in this stretch."""
    found = document.attributions
    low = bisect_left(found, span.start, key=_start)
    return iter(found[low : bisect_left(found, span.end, key=_start)])


def around(document: Document, span: Span) -> Iterator[Attribution]:
    """The attributions that may touch this stretch, in order of place; the caller looks at their segments."""
    found = document.attributions
    end = bisect_left(found, span.end, key=_start)
    low = max(0, bisect_right(found, span.start, key=_start) - _BACK)
    return iter(found[low:end])


def _start(one: Attribution) -> int:
    return one.segments[0].start
