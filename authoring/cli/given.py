"""What the commands share that take articles: standard input, and how far they have come."""

from __future__ import annotations

import sys

import click

_PATIENCE = 20
"""How many files are checked without a word on how far it has come."""


def standard_input() -> str:
    """The text that is piped in. Raises ``ArticleError`` where it cannot be read."""
    from authoring.errors import ArticleError
    from authoring.text.files import UnreadableTextError, decode

    try:
        return decode(sys.stdin.buffer.read())
    except UnreadableTextError as problem:
        raise ArticleError(
            problem.message, path="-", line=problem.line, column=problem.column, hint=problem.hint
        ) from None


def progress(done: int, total: int) -> None:
    """Say on the terminal how far it has come; nothing for a few files."""
    if total > _PATIENCE:
        click.echo("\r\033[K" if done == total else f"\rchecking {done} of {total}", err=True, nl=False)
