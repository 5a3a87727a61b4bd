"""Times that are written between the words of a transcript, told apart from times that somebody says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.lines import Line
from authoring.transcripts.times import seconds

CLOCK = r"\d{1,3}:\d{2}(?::\d{2}(?::\d{2})?)?(?:[.,]\d{1,3})?"
_UNTIL = rf"(?:\s*(?:-->|[-–—])\s*{CLOCK})?"
_ALONE = lazy(rf"\s*(?:\#{{1,6}}\s+)?(?P<open>\\?[(\[])?\s*(?P<clock>{CLOCK}){_UNTIL}\s*(?:\\?[)\]])?\s*")
_FIRST = lazy(rf"\s*(?P<open>\\?[(\[])?(?P<clock>{CLOCK}){_UNTIL}(?:\\?[)\]])?(?:\s+|$)")
_SHARE = 0.4
"""Of a text's paragraphs, how many at least must begin with a time without brackets before it counts as a mark."""


def time_of(clock: str) -> float | None:
    """Seconds of a clock as transcripts write them; ``None`` for one that no recording shows, such as 00:99:00."""
    fields = clock.replace(",", ".").split(":")[:3]  # what follows the seconds is the number of a picture
    if any(float(field) >= 60 for field in fields[1:]):
        return None
    return seconds(":".join(fields))


def rising(times: Sequence[float]) -> list[int]:
    """Which of these make the longest row that never goes back: a recording's times do, times in speech need not."""
    tails: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for number, time in enumerate(times):
        length = bisect_right(tails, time)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(time)
            ends.append(number)
        else:
            tails[length], ends[length] = time, number
    row: list[int] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        row.append(number)
        number = before[number]
    return row[::-1]


def time_lines(lines: Sequence[Line]) -> Mapping[int, float | None]:
    """The lines that hold nothing but a mark of time, by their number in the row, each with its seconds.

    A time with brackets, hours or a heading's sign is a mark where it goes on from those before it. A bare “12:30” may
    be somebody's answer: it takes two such lines, the second later than the first.
    """
    found = [
        (number, match) for number, line in enumerate(lines) if line.short and (match := _ALONE.fullmatch(line.text))
    ]
    marks: dict[int, float | None] = {}
    for sure in (True, False):
        kind = [(n, m) for n, m in found if sure == (bool(m["open"]) or m["clock"].count(":") > 1 or "#" in m[0])]
        timed = [(number, time) for number, match in kind if (time := time_of(match["clock"])) is not None]
        row = rising([time for _, time in timed])
        if row and (sure or len({timed[at][1] for at in row}) > 1):
            marks.update(timed[at] for at in row)
            marks.update((number, None) for number, match in kind if time_of(match["clock"]) is None)
    return marks


def times_before(lines: Sequence[Line]) -> Mapping[int, tuple[float, int]]:
    """The lines that begin with a mark of time and go on: its seconds, and where the words begin.

    “[00:12] We went” does, where the times go on; “12:30 was too late” only where much of the text has such beginnings.
    """
    found = [(number, match) for number, line in enumerate(lines) if (match := _FIRST.match(line.text))]
    filled = sum(not line.blank for line in lines)
    marks: dict[int, tuple[float, int]] = {}
    for sure in (True, False):
        kind = [(n, m) for n, m in found if sure == bool(m["open"]) and m.end() < len(m.string)]
        timed = [(n, time, m.end()) for n, m in kind if (time := time_of(m["clock"])) is not None]
        row = rising([time for _, time, _ in timed])
        if sure or (len(row) > 2 and len(row) >= _SHARE * filled):
            marks.update((timed[at][0], timed[at][1:]) for at in row)
    return marks
