"""The attributions around a place, found without going over those of the whole article each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from authoring.prose.attribution.model import Attribution
from authoring.prose.document import Document
from authoring.text.span import Span

_BACK = 12
"""Attributions before a place that may still reach into it."""


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
