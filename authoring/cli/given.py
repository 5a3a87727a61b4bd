"""What the commands share that take articles: standard input, and how far they have come."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from authoring.errors import AuthoringError
    from authoring.reporters import Look

_Named = TypeVar("_Named", str | None, tuple[str, ...])
_PATIENCE = 20
"""How many files are checked without a word on how far it has come."""


def standard_bytes(what: str = "the text of an article") -> bytes:
    """What is piped in. Raises ``ArticleError`` where that is nothing, or too much."""
    from authoring.errors import ArticleError
    from authoring.text.files import LIMIT

    if sys.stdin is None:  # started with "<&-"
        raise ArticleError(f"nothing is piped in, expected {what}", path="-", hint="name a file instead")
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        message = f"more than {LIMIT // 1_000_000} MB are piped in, expected the text of one story"
        raise ArticleError(message, path="-", hint="check what is piped")
    return data


def standard_input() -> str:
    """The text that is piped in. Raises ``ArticleError`` where it cannot be read."""
    from authoring.errors import ArticleError
    from authoring.text.files import UnreadableTextError, article_text

    data = standard_bytes()
    try:
        return article_text(data)
    except UnreadableTextError as problem:
        raise ArticleError(
            problem.message, path="-", line=problem.line, column=problem.column, hint=problem.hint
        ) from None


def piped(paths: Iterable[str], unread: list[AuthoringError]) -> Iterator[str]:
    """The text that is piped in where one of the paths is ``-``; what prevents reading it goes to ``unread``."""
    from authoring.errors import ArticleError

    if "-" in paths:
        try:
            yield standard_input()
        except ArticleError as error:
            unread.append(error)


def named(_context: click.Context, _option: click.Parameter, value: _Named) -> _Named:
    """What stands after an option that takes a file; an empty name would be taken for the folder one is in."""
    if value == "" or (isinstance(value, tuple) and "" in value):
        raise click.BadParameter("the name of the file is empty; a variable of your shell may be")
    return value


def look() -> Look:
    """How the place looks where the output is shown: colour only on a terminal, and never with NO_COLOR."""
    from authoring.reporters import Look

    return Look(shutil.get_terminal_size().columns, sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def progress(done: int, total: int) -> None:
    """Say on the terminal how far it has come; nothing for a few files."""
    if total > _PATIENCE:
        click.echo("\r\033[K" if done == total else f"\rchecking {done} of {total}", err=True, nl=False)
