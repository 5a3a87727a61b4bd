"""Errors about the user's files: what is wrong, where, and what to do next. One click handler prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from authoring.text.files import UnreadableTextError, read_article, read_text

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a user's file, at one place."""

    path: str
    line: int
    """Counted from 1; 0 where the whole file is meant."""
    column: int
    message: str
    """What is there, a comma, and what was expected; never a word of confidential material."""
    level: Level = "error"
    start: int = 0
    """Offset in code points into the decoded text."""
    end: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        note = "" if self.level == "error" else f"{self.level}: "
        return f"{place}: {note}{self.message}"


class AuthoringError(Exception):
    """Something in the user's files or flags is wrong; exit code 2, and no traceback."""

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int = 0,
        column: int = 0,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = str(path) if path is not None else None
        self.line = line
        self.column = column
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """How it crosses from one process to another, whatever its kind is made of."""
        return _again, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        place = self.path or ""
        if self.path and self.line:
            place += f":{self.line}:{self.column or 1}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.hint}" if self.hint else text


def _again(kind: type[AuthoringError], told: tuple[object, ...], state: dict[str, object]) -> AuthoringError:
    made = kind.__new__(kind)
    made.args = told
    made.__dict__.update(state)
    return made


class NotesError(AuthoringError):
    """A notes file that cannot be used: every problem in it, in order of place."""

    def __init__(self, path: str | Path, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))
        first = next((problem for problem in self.problems if problem.level == "error"), self.problems[0])
        super().__init__(first.message, path=path, line=first.line, column=first.column)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class TemplateError(AuthoringError):
    """A template that cannot be used, or that asked for something the notes do not hold."""


class _SeveralError(AuthoringError):
    """One error for everything that is wrong in a file."""

    others: tuple[Self, ...] = ()
    """What else is wrong in the same file, in order of place."""

    @classmethod
    def of(cls, problems: Iterable[Self]) -> Self:
        """One error for everything that is wrong in a file, of which there must be something."""
        first, *others = sorted(problems, key=lambda problem: (problem.line, problem.column))
        first.others = tuple(others)
        return first

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.others)])


class ConfigError(_SeveralError):
    """A setting that does not exist or has a value it cannot have."""


class TranscriptError(_SeveralError):
    """A transcript that cannot be read, or its corrections, or a place in it that does not exist."""


class ArticleError(AuthoringError):
    """An article that cannot be read, or that must not be overwritten."""


class GrammarError(AuthoringError):
    """LanguageTool, or the Java it runs on, is not there, is broken, or does not answer."""


def read_file(path: str | Path, kind: type[AuthoringError] = AuthoringError) -> str:
    """The decoded text of a user's file; whatever prevents reading it is raised as an error of ``kind``.

    Of articles, which ``ArticleError`` tells, Word documents are read too: their text is the Markdown made from them.
    """
    try:
        return read_article(Path(path)) if kind is ArticleError else read_text(Path(path))
    except UnreadableTextError as problem:
        line, column = problem.line, problem.column
        if kind is NotesError:
            message = f"{problem.message}; {problem.hint}"
            raise NotesError(path, [Problem(str(path), line, column, message)]) from None
        raise kind(problem.message, path=path, line=line, column=column, hint=problem.hint) from None
