"""Collects the lines of one turn, so that every character of its text keeps its place in the file."""

from __future__ import annotations

import html

from authoring.text.patterns import lazy
from authoring.transcripts.model import Place, Turn

_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,12});")


class TurnLines:
    """A turn that is being read."""

    def __init__(self, speaker: str | None, line: int, time: float | None = None) -> None:
        self.speaker = speaker
        self.line = line
        self.start = time
        self.end: float | None = None
        self._parts: list[str] = []
        self._places: list[Place] = []
        self._length = 0

    def add(self, words: str, line: int, column: int, time: float | None = None, *, joint: str = "\n") -> None:
        """Put a stretch of one line after what is there, with its HTML entities read."""
        if self._parts:
            self._put(joint)
        at = 0
        for match in _ENTITY.finditer(words):
            self._stretch(words[at : match.start()], line, column + at, time)
            self._stretch(html.unescape(match[0]), line, column + match.start(), time)
            at = match.end()
        self._stretch(words[at:], line, column + at, time)

    def _stretch(self, words: str, line: int, column: int, time: float | None) -> None:
        if words:
            self._places.append(Place(self._length, line, column, time))
            self._put(words)

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def turn(self) -> Turn | None:
        """The turn, unless it holds no words."""
        text = "".join(self._parts)
        if not text.strip():
            return None
        return Turn(self.speaker, self.start, self.end, text, self.line, tuple(self._places))
