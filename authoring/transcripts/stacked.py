"""Puts a speaker's name and the time of what they say on one line, where a transcript has them on two.

Zoom's page, where it is copied, has the name above the time; documents of older Teams meetings, and some editors of
film, have a stretch of time above the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.clocks import CLOCK
from authoring.transcripts.lines import Line, lines_of

_POINT = r"\d{1,2}:\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?"
_STRETCH = lazy(rf"\s*\[?\s*(?P<clock>{_POINT})\s*(?:-->|[-–—])\s*{_POINT}\s*\]?\s*")
_POINT_ALONE = lazy(rf"\s*[(\[]?(?P<clock>{CLOCK})[)\]]?\s*")
_ENDED = (".", "!", "?", ",", ";", "…", ":")
_SHARE = 0.6
"""Of the lines that hold only times, how many stand beside a name where names and times are on two lines."""
_WORDS = 6
_LOOKED = 20_000


def looks_stacked(text: str) -> bool:
    """Whether it begins with a stretch of time above a name, and goes on so; subtitles have no names there."""
    lines = lines_of(text[:_LOOKED])
    first = next((line for line in lines if not line.blank), None)
    return first is not None and bool(_match(_STRETCH, first)) and bool(_below_times(lines))


def unstacked(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a name and its time on one; as they are where names do not stand so."""
    changed = _below_times(lines) or _above_times(lines)
    return [changed.get(number, line) for number, line in enumerate(lines)]


def _below_times(lines: Sequence[Line]) -> Mapping[int, Line]:
    times = [(number, match["clock"]) for number, line in enumerate(lines) if (match := _match(_STRETCH, line))]
    named = [
        (number, clock) for number, clock in times if _is_name(lines, number + 1) and not _is_blank(lines, number + 2)
    ]
    names = {lines[number + 1].text.strip() for number, _ in named}
    if len(named) < 2 or len(named) < _SHARE * len(times) or len(names) > len(named) / 2 + 1:
        return {}
    return _joined(lines, {number + 1: (number, clock) for number, clock in named})


def _above_times(lines: Sequence[Line]) -> Mapping[int, Line]:
    times = [(number, match["clock"]) for number, line in enumerate(lines) if (match := _match(_POINT_ALONE, line))]
    named = [
        (number, clock)
        for number, clock in times
        if number and _is_name(lines, number - 1) and _is_blank(lines, number - 2) and not _is_blank(lines, number + 1)
    ]
    if len(named) < 2 or len(named) < _SHARE * len(times):
        return {}
    return _joined(lines, {number - 1: (number, clock) for number, clock in named})


def _joined(lines: Sequence[Line], names: Mapping[int, tuple[int, str]]) -> dict[int, Line]:
    changed = {}
    for name, (time, clock) in names.items():
        changed[name] = Line(lines[name].number, f"{lines[name].text.strip()} [{_filled(clock)}]")
        changed[time] = Line(lines[time].number, "")
    return changed


def _filled(clock: str) -> str:
    """A clock with two digits in every field but the first: 0:0:2.90 is 0:00:02.90."""
    whole, _, rest = clock.replace(",", ".").partition(".")
    first, *fields = whole.split(":")
    return ":".join([first, *(field.zfill(2) for field in fields[:2])]) + (f".{rest}" if rest else "")


def _match(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    return pattern.fullmatch(line.text) if line.short and ":" in line.text else None


def _is_name(lines: Sequence[Line], number: int) -> bool:
    if _is_blank(lines, number) or not lines[number].short:
        return False
    words = lines[number].text.split()
    if len(words) > _WORDS or (words[-1].endswith(_ENDED) and len(words[-1]) > 3):
        return False
    return words[0][0].isalpha() and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _is_blank(lines: Sequence[Line], number: int) -> bool:
    return not 0 <= number < len(lines) or lines[number].blank
