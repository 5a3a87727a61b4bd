"""``authoring lint --watch``: checks again whenever an article, its notes or the settings change."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.errors import ArticleError, AuthoringError

if TYPE_CHECKING:
    from authoring.cli.linting import Linting

_PAUSE = 0.3
"""Seconds between two looks."""
_SHARE = 20
"""How many times as long as a look takes, the next one waits: on a slow drive, looking must not be all it does."""
_State = dict[str, tuple[int, int]]


def watch(start: Callable[[], Linting]) -> None:
    """Run again and again until somebody presses Ctrl-C."""
    try:
        while True:
            if sys.stdout.isatty():
                click.clear()
            linting = start()
            before = _state(linting)
            try:
                linting.run()
            except AuthoringError as error:  # a mistake in the settings may be put right while we watch
                click.echo(str(error), err=True)
            click.echo("watching for changes; Ctrl-C ends", err=True)
            sys.stdout.flush()
            _wait(linting, before)
    except KeyboardInterrupt:
        click.echo("", err=True)


def _wait(linting: Linting, before: _State) -> None:
    """Come back when something is not as it was before the last run: a fix counts, too, and is looked at again."""
    while True:
        began = time.monotonic()
        if _state(linting) != before:
            return
        time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - began)))


def _state(linting: Linting) -> _State:
    """Size and time of every file that may change what is found."""
    found: _State = {}
    for path in _files(linting):
        try:
            told = os.stat(path)  # noqa: PTH116  # many files, many times
            found[path] = told.st_size, told.st_mtime_ns
        except (OSError, ValueError):
            continue
    return found


def _files(linting: Linting) -> Iterator[str]:
    """The articles, all that stands beside them, as notes and transcripts do, the notes given, and the settings."""
    from authoring.config.find import NAMES
    from authoring.runner.places import articles_in

    folders: set[Path] = set()
    for article in articles_in(linting.paths):
        if not isinstance(article, ArticleError):
            yield str(article)
            folders.add(article.parent)
    yield from (file for file in (linting.notes, linting.asked.baseline) if file)
    above = {parent for folder in folders for parent in (folder.absolute(), *folder.absolute().parents)}
    yield from (str(folder / name) for folder in above for name in NAMES)
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                yield from (entry.path for entry in entries if not entry.name.startswith("."))
        except OSError:
            continue
