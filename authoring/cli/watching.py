"""``authoring lint --watch``: checks again whenever an article, its notes or the settings change."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.changes import state_of, wait
from authoring.errors import ArticleError, AuthoringError

if TYPE_CHECKING:
    from authoring.cli.linting import Linting


def watch(start: Callable[[], Linting]) -> None:
    """Run again and again until somebody presses Ctrl-C."""
    try:
        while True:
            if sys.stdout.isatty():
                click.clear()
            linting = start()
            before = state_of(_files(linting))
            try:
                linting.run()
            except AuthoringError as error:  # a mistake in the settings may be put right while we watch
                click.echo(str(error), err=True)
            click.echo("watching for changes; Ctrl-C ends", err=True)
            sys.stdout.flush()
            # A fix counts as a change, too, and is looked at again.
            wait(lambda: _files(linting), before)  # noqa: B023
    except KeyboardInterrupt:
        click.echo("", err=True)


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
