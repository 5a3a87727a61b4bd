"""Finds what stands above the first words of a transcript and below the last ones, and was not said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.lines import Line

_HOUR = r"\d{1,2}:\d{2}\s*[AP]\.?M\.?(?:\s+\(?[A-Z][A-Za-z]{1,4}\)?)?\.?"
_BEGUN = lazy(rf"\s*{_HOUR}\s*", re.I)
_OFFICE = lazy(
    r"\s*(?:the white house|office of the .{1,60}|for immediate release\b.*|weekly address"
    r"|remarks (?:of|by) .{1,80})\s*",
    re.I,
)
_DATE = lazy(
    r"\s*(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}\s*",
    re.I,
)
_END = lazy(
    rf"\s*(?:-?\s*END\s*-?|\#\s?\#\s?\#|-\s?30\s?-|\[?END OF (?:TRANSCRIPT|INTERVIEW|RECORDING)\]?)\s*(?:{_HOUR})?\s*"
)
_CLOSED = lazy(rf"\s*{_HOUR}\s*")
_SERVICE = lazy(r"\s*transcribed by (?:https?://)?(?:www\.)?[\w-]+\.[a-z]{2,4}/?\s*", re.I)
_SENTENCE = lazy(r"[.?!…][\"”’)*]*\s*$")
_NAMED = lazy(r"\s*(?:[A-Z][\w ]{1,20}:\s|https?://|<https?://|[*-]\s)")
_DEEP = 60
"""Lines down to which a heading reaches in a text that names nobody."""
_TITLE = 8
"""Words from which the first paragraph reads as speech where it ends as a sentence; fewer are a title."""
_LEAST = 3


def heading(lines: Sequence[Line], first: int | None) -> int:
    """The number of the line with which speech may begin; ``first`` is that of the first label.

    In an official transcript that is the line below the hour at which it began, or below the office that gave it out.
    Elsewhere titles, dates and lists of names above the first label are passed over, and from the first sentence on
    everything is speech. A text that names nobody and is not official is all speech.
    """
    zone = lines[: _DEEP if first is None else first]
    official = [
        number for number, line in enumerate(zone) if _OFFICE.fullmatch(line.text) or _DATE.fullmatch(line.text)
    ]
    hours = [number for number, line in enumerate(zone) if _BEGUN.fullmatch(line.text)]
    if hours and (official or first is not None):
        return hours[-1] + 1
    if len(official) > 1 and any(_OFFICE.fullmatch(zone[number].text) for number in official):
        return official[-1] + 1
    return 0 if first is None else _first_sentence(zone)


def _first_sentence(zone: Sequence[Line]) -> int:
    """Where the first paragraph begins that reads as said; past the last line where none does."""
    start: int | None = None
    paragraphs = 0
    for number in range(len(zone) + 1):
        if number < len(zone) and not zone[number].blank:
            start = number if start is None else start
            continue
        if start is not None:
            words = " ".join(line.text for line in zone[start:number])
            if len(words.split()) >= (_LEAST if paragraphs else _TITLE) and _is_said(words):
                return start
            paragraphs += 1
            start = None
    return len(zone)


def _is_said(words: str) -> bool:
    return bool(_SENTENCE.search(words)) and not _NAMED.match(words)


def footing(lines: Sequence[Line]) -> int:
    """The number of the line after the last that may be speech: below it stand “END”, the hour, who transcribed it."""
    end = len(lines)
    hour: int | None = None
    while end and (lines[end - 1].blank or _SERVICE.fullmatch(lines[end - 1].text)):
        end -= 1
    if end and _CLOSED.fullmatch(lines[end - 1].text):
        hour, end = end, end - 1
        while end and lines[end - 1].blank:
            end -= 1
    if end and lines[end - 1].short and _END.fullmatch(lines[end - 1].text):
        return end - 1
    return end if hour is None else hour
