"""``--private``: what is confidential is shown to whoever sits at a terminal, and goes into no file, pipe or cache."""

from __future__ import annotations

import sys

from authoring.errors import AuthoringError


def terminal_only(*, machine: bool = False) -> None:
    """Raise ``AuthoringError`` where what is printed is kept: by a file, a pipe, or a program that reads a format."""
    if not sys.stdout.isatty():
        raise AuthoringError("--private shows what is confidential, expected a terminal and no file or pipe")
    if machine:
        raise AuthoringError("--private shows what is confidential to people, expected --format text")
