"""Collects what is wrong in one notes file, so that all of it can be reported at once."""

from __future__ import annotations

from authoring.errors import Level, Problem
from authoring.text.lines import LineIndex

MOST = 1000
"""Problems that are kept; a file with more is no notes file, and nobody reads them all."""


class Problems:
    """The problems of one file, found in any order."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._found: dict[tuple[int, int, str], Problem] = {}
        self._failed: set[int] = set()
        self._more = 0
        self._lines: LineIndex | None = None

    @property
    def lines(self) -> LineIndex:
        """Line and column of every offset; made at the first problem, since most files have none."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def error(self, start: int, end: int, message: str) -> None:
        """Something that must be put right before the notes can be used."""
        self._add("error", start, end, message)

    def warning(self, start: int, end: int, message: str) -> None:
        """Something that is probably not meant."""
        self._add("warning", start, end, message)

    def info(self, start: int, end: int, message: str) -> None:
        """Something that the writer may want to know."""
        self._add("info", start, end, message)

    @property
    def full(self) -> bool:
        """Whether there are so many problems that another one need not be thought about."""
        return len(self._found) >= MOST

    def error_within(self, start: int, end: int) -> bool:
        """Whether an error was reported on a line of this stretch."""
        return any(line in self._failed for line in range(self.line_of(start), self.line_of(end) + 1))

    def line_of(self, offset: int) -> int:
        """The line of an offset, to name another place in a message."""
        return self.lines.position(offset)[0]

    @property
    def failed(self) -> bool:
        """Whether there is any error."""
        return bool(self._failed)

    def sorted(self) -> tuple[Problem, ...]:
        """Every problem in order of place."""
        found = sorted(self._found.values(), key=lambda problem: (problem.line, problem.column))
        if self._more:
            line, column = self.lines.position(len(self.text))
            message = f"{self._more} more problems, expected notes in our format (is this the right file?)"
            found.append(Problem(self.path, line, column, message, "error", len(self.text), len(self.text)))
        return tuple(found)

    def _add(self, level: Level, start: int, end: int, message: str) -> None:
        line, column = self.lines.position(start)
        if level == "error":
            self._failed.add(line)
        if len(self._found) >= MOST:
            self._more += 1
            self._failed.add(line)
            return
        problem = Problem(self.path, line, column, message, level, start, max(start, end))
        self._found.setdefault((line, start, message), problem)


def shown(word: str, most: int = 28) -> str:
    """A word of the writer's in quotation marks, cut short where it is long and without invisible characters."""
    plain = "".join(sign if sign.isprintable() else " " for sign in str.__str__(word)[: most * 2]).strip()
    return f"“{plain[:most]}…”" if len(plain) > most or len(word) > most * 2 else f"“{plain}”"
