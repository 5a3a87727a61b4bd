"""The attributions around a place, found without going over those of the whole article each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from authoring.prose.attribution.model import Attribution
from authoring.prose.document import Document, Quotation, Voice
from authoring.text.span import Span

SAYING = frozenset(
    """
        according acknowledged added admitted advised agreed alleged announced answered argued argues asked asserted
        blamed called cautioned cited claimed claims commented complained conceded concluded confirmed contended
        declared declined denied described disclosed estimated explained explains expressed insisted insists joked
        maintained mentioned noted notes objected observed pointed predicted promised quipped recalled recounted
        remarked repeated replied reported responded revealed said say saying says shouted speaking speculated spoke
        stated states stressed suggested suggests tell telling tells testified thinks thought told urged vowed warned
        warns whispered wrote writes
    """.split()
)
"""Words without one of which nobody is said to say anything."""
_ENDS = (".", ",", "!", "?", "…", "—", "–", "-", ":", ";")
_FEW = 7
"""Spaces in words that may be somebody's though no mark ends them."""
_BACK = 12
"""Attributions before a place that may still reach into it."""


def of_quotations(document: Document) -> tuple[Attribution, ...]:
    """The attributions of an article that quotes somebody or has answers; of another none are looked for.

    Titles, terms and other words in marks, of a few words that no mark ends, are nobody's speech.
    """
    if any(voice is Voice.ANSWER for _, voice in document.voices) or any(map(_is_speech, document.quotations)):
        return document.attributions
    return ()


def _is_speech(quotation: Quotation) -> bool:
    words = quotation.text.rstrip("*_ \"'”’»")
    return len(quotation.inner) > 1 or words.endswith(_ENDS) or words.count(" ") >= _FEW


def around(document: Document, span: Span) -> Iterator[Attribution]:
    """The attributions that may touch this stretch, in order of place; the caller looks at their segments."""
    found = document.attributions
    end = bisect_left(found, span.end, key=_start)
    low = max(0, bisect_right(found, span.start, key=_start) - _BACK)
    return iter(found[low:end])


def _start(one: Attribution) -> int:
    return one.segments[0].start
