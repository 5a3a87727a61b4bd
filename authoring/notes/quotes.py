"""Grows a quote from its lines: paragraphs, and the place where the attribution goes."""

from __future__ import annotations

import re
from typing import Literal, cast

from authoring.notes.inline import add_plain
from authoring.notes.mentions import KnownNames
from authoring.notes.problems import Problems
from authoring.notes.scan import Piece
from authoring.notes.weave import Weaver
from authoring.text.patterns import lazy
from authoring.trace.traced import Traced

_WORD = lazy(r"\S")
Joint = Literal["", ",", ".", "before", "after"]
_SLASHES = lazy(r"\\//|(?<!\S)//([,.]?)(?!\S)|//")


class Quote:
    """The words of one quote, exactly as they stand in the file."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._parts = [Weaver()]
        self._mark: re.Match[str] | None = None
        self._mark_span = (0, 0)
        self._last = -1
        self._paragraph: int | None = None
        self._apart = False
        """Whether the words after the attribution begin a paragraph."""

    def line(self, pieces: tuple[Piece, ...], start: int) -> None:
        """Adds a line without its mark; an empty one begins the next paragraph."""
        if not pieces:
            if self._last >= 0 and self._paragraph is None:
                self._paragraph = start
            return
        words = self._parts[-1]
        if self._paragraph is not None and not words and self._mark is not None:
            self._apart = True
        if words:
            words.made("\n\n" if self._paragraph is not None else " ", self._last, pieces[0].start)
        self._paragraph = None
        for piece in pieces:
            self._piece(piece)
        self._last = pieces[-1].end

    def _piece(self, piece: Piece) -> None:
        text, start = piece
        if "//" not in text:
            add_plain(self._parts[-1], text, start)
            return
        at = 0
        for slashes in _SLASHES.finditer(text):
            if slashes.group()[0] == "\\" or text[slashes.start() - 1 : slashes.start()] == ":":
                continue
            place = start + slashes.start(), start + slashes.end()
            if slashes[1] is None:
                message = "“//” without a space on each side, expected “ // ” (or “\\//” for plain slashes)"
                self._problems.error(*place, message)
                continue
            add_plain(self._parts[-1], text[at : slashes.start()], start + at)
            if self._mark is not None:
                self._problems.error(*place, "a second “//” in this quote, expected one attribution")
            else:
                if self._parts[-1].plain.endswith("\n\n"):
                    self._apart = True
                self._parts[-1].trim()
                self._mark, self._mark_span = slashes, place
                self._parts.append(Weaver())
            word = _WORD.search(text, slashes.end())
            at = word.start() if word else len(text)
        add_plain(self._parts[-1], text[at:], start + at)

    def finish(self, known: KnownNames) -> tuple[Traced, tuple[Traced, ...], Joint]:
        """The text, its parts, and what follows the attribution between them, or which side of all of them it is on."""
        parts = tuple(part.build() for part in self._parts)
        if self._mark is None:
            return parts[0], parts, ""
        for place, rest in (("before", parts[1]), ("after", parts[0])):
            if len(rest) == len(parts[0]) + len(parts[1]):
                return rest, (rest,), cast(Joint, place)
        space = Traced.made_from("\n\n" if self._apart else " ", *self._mark_span)
        typed = self._mark[1]
        joint = typed or ("," if known.after(str.__str__(parts[1])) else ".")
        return Traced.concat([parts[0], space, parts[1]]), parts, cast(Joint, joint)
