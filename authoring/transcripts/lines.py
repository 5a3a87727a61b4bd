"""Parts a transcript's text into lines that know where they stand, without the front matter above them."""

from __future__ import annotations

import re
from typing import NamedTuple

from authoring.text.patterns import lazy

_END = lazy(r"\r\n|\n|\r")
_FRONT = lazy(r"\s*---[ \t]*(?:\r\n|\n|\r)(?:.*?(?:\r\n|\n|\r))??(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.S)
_SHORT = 250
_KEY = lazy(r"[\w-]+[ \t]*:|[-#][ \t]|[ \t]|$")


class Line(NamedTuple):
    """A line of the file, or the rest of one whose beginning is no speech."""

    number: int
    """From 1."""
    text: str
    column: int = 1
    """Column of its first character, from 1."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text or self.text.isspace()

    @property
    def short(self) -> bool:
        """Whether it may be a mark or a heading; patterns that try every gap are not let loose on longer lines."""
        return len(self.text) <= _SHORT

    def rest(self, at: int) -> Line:
        """The line from one of its characters on."""
        return Line(self.number, self.text[at:], self.column + at)


def lines_of(text: str) -> list[Line]:
    """The lines below the front matter; every kind of line end parts them, as everywhere in this program."""
    front = _front(text)
    skipped = len(_END.findall(text[:front]))
    return [Line(number, words) for number, words in enumerate(_END.split(text[front:]), skipped + 1)]


def is_markdown(text: str, path: str) -> bool:
    """Whether a text is written in Markdown: its file is called so, or keys stand above it."""
    return path.casefold().endswith((".md", ".markdown")) or _front(text) > 0


def _front(text: str) -> int:
    """Where the front matter ends: keys between lines of dashes, for speech may stand between rules too."""
    match = _FRONT.match(text)
    if not match:
        return 0
    inner = _END.split(match[0].strip())[1:-1]
    return match.end() if all(_KEY.match(line) for line in inner) else 0
