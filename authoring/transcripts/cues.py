"""Cuts subtitles into cues, WebVTT as well as SubRip, so that no word is lost where a file is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from authoring.text.patterns import lazy
from authoring.transcripts.lines import Line

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,6}))?"
_ARROW = r"\s{0,9}-->\s{0,9}"
_TIMING = lazy(rf"-?{_CLOCK}{_ARROW}-?{_CLOCK}(?=\s|$)")
_BAD_TIMING = lazy(rf"(?=\S{{0,20}}[\d:])[\w:.,-]{{0,20}}{_ARROW}(?:$|(?=\S{{0,20}}[\d:])[\w:.,-]{{1,20}}(?=\s|$))")
_LONGEST = 300
"""Characters of a line of times, with what is set for the cue after them."""
_END = lazy(r"\r\n|\n|\r")
_COMMENT = lazy(r"(?:NOTE(?=[ \t]|$)|(?:STYLE|REGION)[ \t]*$)")
_TEAMS_NOTE = lazy(r"NOTE (?:Confidence|language|duration|recognizability)\b")
_HEADER = lazy(r"(?:Kind|Language|X-TIMESTAMP-MAP)[ \t]*[:=]")
_ID = lazy(r"\S*[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\S*|\S+/\d+-\d+")
_CUT = lazy(r"[\d:.,\s>-]*")


class Cue(NamedTuple):
    """A timed stretch of speech."""

    start: float | None
    """Seconds from the start of the recording; ``None`` where its time cannot be read."""
    end: float | None
    lines: Sequence[Line]
    """What stands under the time, without comments and blank lines."""


def cues(text: str, *, webvtt: bool) -> list[Cue]:
    """The cues of a file in order; words outside of any come with the one before, or without a time."""
    lines = [Line(number, words) for number, words in enumerate(_END.split(text), 1)]
    timings = [number for number, line in enumerate(lines) if "-->" in line.text and _is_timing(line.text)]
    bounds = [*timings, len(lines)]
    last = 0
    found: list[Cue] = []
    before, last = _without_id(lines[: bounds[0]], last, webvtt=webvtt, first=True)
    if words := [*_spoken(_below_header(before), first=True)] if webvtt else _filled(before):
        found.append(Cue(None, None, words))
    for at, following in pairwise(bounds):
        block: Sequence[Line] = lines[at + 1 : following]
        if following < len(lines):
            block, last = _without_id(block, last, webvtt=webvtt)
        else:
            block = _without_cut(block)
        found.append(Cue(*_times(lines[at].text), [*_spoken(block)] if webvtt else _filled(block)))
    return found


def _is_timing(line: str) -> bool:
    told = line.strip()
    return len(told) < _LONGEST and bool(_TIMING.match(told) or _BAD_TIMING.match(told))


def _times(line: str) -> tuple[float | None, float | None]:
    told = line.strip()
    match = _TIMING.match(told)
    if not match:
        return None, None
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    if told.startswith("-"):
        start = 0.0  # what was said as the recording began
    return start, None if start is None or end is None or end < start else end


def _seconds(parts: Sequence[str | None]) -> float | None:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    if int(seconds) > 59 or (parts[0] and int(minutes) > 59):
        return None
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _below_header(lines: Sequence[Line]) -> Sequence[Line]:
    """What stands above the first cue, without the first block and keys that some programs part from it."""
    at = 0
    while at < len(lines) and not lines[at].blank:
        at += 1
    while at < len(lines) and (lines[at].blank or _HEADER.match(lines[at].text)):
        at += 1
    return lines[at:]


def _without_id(block: Sequence[Line], last: int, *, webvtt: bool, first: bool = False) -> tuple[Sequence[Line], int]:
    """The lines above a time without the name of the cue, and its number, or the last one before where it has none."""
    at = len(block) - 1
    while at >= 0 and block[at].blank:
        at -= 1
    if at < 0 or (at == 0 and not first):
        return block, last
    name = block[at].text.strip()
    number = int(name) if name.isdecimal() and len(name) < 9 else None
    apart = at == 0 or block[at - 1].blank
    adjacent = at == len(block) - 1
    named = apart and (number is not None if not webvtt else adjacent)
    if named or (adjacent and (number == last + 1 or (first and number is not None) or _ID.fullmatch(name))):
        return block[:at], last if number is None else number
    return block, last


def _without_cut(block: Sequence[Line]) -> Sequence[Line]:
    """The last lines of a file without the name or the time of a cue that is cut off there."""
    at = len(block)
    while at > 1 and _CUT.fullmatch(block[at - 1].text):
        at -= 1
    return block[:at] if at < len(block) and block[at].blank else block


def _filled(block: Sequence[Line]) -> Sequence[Line]:
    return [line for line in block if not line.blank]


def _spoken(block: Sequence[Line], *, first: bool = False) -> Iterator[Line]:
    """The lines of a block without comments, which begin after a blank line."""
    comment, gap = False, first
    for line in block:
        if line.blank:
            comment, gap = False, True
            continue
        if gap and _COMMENT.match(line.text):
            comment = True
        if not comment and not _TEAMS_NOTE.match(line.text):
            yield line
        gap = False
