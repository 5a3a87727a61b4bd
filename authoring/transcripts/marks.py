"""Reads the marks within a line of a subtitle: whose voice it is, at what time, and what is no word but a style."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

from authoring.text.patterns import lazy
from authoring.transcripts.times import seconds

_MARK = lazy(
    r"<v(?:\.[^\s<>]*)?(?:[ \t](?P<voice>[^<>]*))?>|(?P<end></v>)|<(?P<time>\d[\d:.,]*)>"
    r"|</?(?:c|i|b|u|s|em|strong|ruby|rt|lang|font|span|p)(?:[.\s][^<>]*)?>|(?P<room><br\s*/?>|\\[Nnh])|\{\\[^{}]*\}"
)
ENDED = ""
"""Stands for the end of a voice."""
UNKNOWN = "?"
"""Stands for a voice without a name."""


class Stretch(NamedTuple):
    """Words between two marks."""

    text: str
    at: int
    """Offset in the line."""
    voice: str | None
    """Who begins to speak with them; ``None`` where that stays as it was."""
    time: float | None
    """Seconds of the time that stands before them, where one does."""


def stretches(line: str) -> Iterator[Stretch]:
    """The words of a line between its marks; marks without words after them come with no words."""
    if "<" not in line and "{" not in line and "\\" not in line:
        yield Stretch(line, 0, None, None)
        return
    at, voice, time, room = 0, None, None, ""
    for mark in _MARK.finditer(line):
        words = line[at : mark.start()]
        if words or room:
            yield Stretch(room + words, at - len(room), voice, time)
            voice, time, room = None, None, ""
        at = mark.end()
        if mark["end"] or mark[0].startswith("<v"):
            voice = ENDED if mark["end"] else " ".join(html.unescape(mark["voice"] or "").split()) or UNKNOWN
        elif mark["time"]:
            time = seconds(mark["time"])
        elif mark["room"]:
            room = " "
    yield Stretch(room + line[at:], at - len(room), voice, time)


def bare(line: str) -> str:
    """The line with room where its marks stand."""
    return _MARK.sub(lambda mark: " " * len(mark[0]), line) if "<" in line or "{" in line else line
