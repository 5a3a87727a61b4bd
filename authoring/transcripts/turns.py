"""Collects the lines of one turn, so that every character of its text keeps its place in the file."""

from __future__ import annotations

import html
from collections.abc import Iterator

from authoring.text.patterns import lazy
from authoring.transcripts.model import Place, Turn

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,12});"
_PLAIN = lazy(_ENTITY)
_TARGET = r"(?:[^()\s]|\([^()\s]*\))*(?:[ \t]+\"[^\"]*\")?"
_MARKDOWN = lazy(rf"{_ENTITY}|\\(?P<char>[!-/:-@\[-`{{-~])|(?P<image>!)?\[(?P<words>[^\[\]]*)\]\({_TARGET}\)")


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

    @property
    def empty(self) -> bool:
        """Whether it holds no words yet."""
        return not self._parts

    def add(
        self,
        words: str,
        line: int,
        column: int,
        time: float | None = None,
        *,
        joint: str = "\n",
        markdown: bool = False,
    ) -> None:
        """Put a stretch of one line after what is there, with its HTML entities read.

        Of Markdown, escapes are read too, and a link gives its words: nobody says an address that is not shown.
        """
        stretches = [(text, at) for text, at in _spelled(words, 0, markdown=markdown) if text]
        if self._parts and stretches:
            self._put(joint)
        for text, at in stretches:
            self._places.append(Place(self._length, line, column + at, time))
            self._put(text)

    def put(self, words: str, line: int, column: int, time: float | None, joint: str) -> None:
        """Put words after what is there, as they are."""
        if self._parts:
            self._put(joint)
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


def _spelled(words: str, at: int, *, markdown: bool) -> Iterator[tuple[str, int]]:
    """The stretches of a line as they read, each with the offset where it stands."""
    done = 0
    for match in (_MARKDOWN if markdown else _PLAIN).finditer(words):
        if match.start() > done:
            yield words[done : match.start()], at + done
        done = match.end()
        if match[0][0] == "&":
            yield html.unescape(match[0]), at + match.start()
        elif match["char"]:
            yield match["char"], at + match.start("char")
        elif not match["image"]:
            yield from _spelled(match["words"], at + match.start("words"), markdown=True)
    if len(words) > done:
        yield words[done:], at + done
