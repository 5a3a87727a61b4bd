"""What a transcript holds: turns of speech, each with its speaker, its time and its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where a stretch of a turn's text stands in the file; up to the next place it runs on without a break."""

    at: int
    """Offset into the turn's text, in code points."""
    line: int
    """Line of the file, from 1."""
    column: int
    """Column of the file, from 1."""
    time: float | None = None
    """Seconds from the start of the recording, where they are known."""


@dataclass(frozen=True)
class Turn:
    """What one speaker says until another speaks."""

    speaker: str | None
    """The label as it stands (``THE PRESIDENT``); ``None`` where nobody is named."""
    start: float | None
    """Seconds from the start of the recording, where they are known."""
    end: float | None
    text: str
    """The words without their label; a blank line between paragraphs. Stage directions stay."""
    line: int
    """Line of the file where it begins, from 1."""
    places: tuple[Place, ...] = ()
    """Where each stretch of the text stands, in order."""

    def place(self, offset: int) -> Place:
        """The place in the file of one character of the text, and the time of the stretch that holds it."""
        number = bisect_right(self.places, offset, key=lambda place: place.at) - 1
        if number < 0:
            return Place(offset, self.line, 1, self.start)
        found = self.places[number]
        return Place(offset, found.line, found.column + offset - found.at, found.time)


@dataclass(frozen=True)
class Transcript:
    """A transcript as read: its turns in order."""

    path: str
    """The file's path as given; empty for text that came without a file."""
    turns: tuple[Turn, ...]
    format: str = "text"
    """The name of its format, as in the table of ``formats``."""
    sha256: str = ""
    """Of the file's bytes as they came; empty for text that came without a file."""
    corrections: str = ""
    """The file beside it whose corrections are in it; empty where there is none."""
    remarks: tuple[str, ...] = ()
    """What is to be told about these corrections, such as one that matches nothing."""
