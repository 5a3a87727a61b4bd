"""``authoring draft --watch``: drafts again whenever notes, a template or the settings change."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from authoring.cli.changes import state_of, wait
from authoring.cli.drafting import Drafting, notes_in, told
from authoring.config.find import NAMES
from authoring.drafting.draft import house_folders
from authoring.drafting.publish import EditedError
from authoring.errors import ArticleError, AuthoringError
from authoring.text.shipped import builtin_houses, builtin_templates
from authoring.trace.trace import trace_path

_SETTINGS = (*NAMES, "contacts.md")


def redraft(drafting: Drafting, given: Sequence[Path]) -> None:
    """Draft again and again until somebody presses Ctrl-C."""
    gc.enable()
    stories = [_Story(drafting, path) for path in given]

    def files() -> Iterator[str]:
        for story in stories:
            yield from story.always()
            yield from story.templates()

    try:
        now = state_of(files())
        changed = set(now)
        while True:
            said = [line for story in stories if (line := story.drafted(changed))]
            for line in said:
                click.echo(line)
            if said:
                click.echo("watching for changes; Ctrl-C ends", err=True)
            sys.stdout.flush()
            before, now = now, wait(files, now)
            changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    except KeyboardInterrupt:
        click.echo("", err=True)


class _Story:
    """One story that is watched."""

    def __init__(self, drafting: Drafting, given: Path) -> None:
        self._drafting = drafting
        self._given = given
        self._said = ""

    @property
    def notes(self) -> Path:
        """Its notes file, whether there is one or not."""
        try:
            return notes_in(self._given)
        except ArticleError:
            return self._given / "notes.md"

    def templates(self) -> Iterator[str]:
        """Every template that a draft could use."""
        named = self._drafting.template or ""
        if named.endswith(".md"):
            yield named
            if Path(named).parent.name == "templates":
                yield from _texts(Path(named).parent, ".md")
        try:
            folders = house_folders(self.notes)
        except AuthoringError:
            folders = [self.notes.parent / "templates"]
        for folder in (*folders, builtin_templates()):
            yield from _texts(folder, ".md")

    def always(self) -> Iterator[str]:
        """Notes and settings."""
        yield str(self.notes)
        here = self.notes.absolute().parent
        for folder in (here, *here.parents):
            yield from (str(folder / name) for name in _SETTINGS)
            yield from _texts(folder / "house", ".toml")
        yield from _texts(builtin_houses(), ".toml")
        if (self._drafting.house or "").endswith(".toml"):
            yield str(self.notes.parent / str(self._drafting.house))

    def drafted(self, changed: set[str]) -> str:
        """Draft it, if it may be another now; what there is to say of that.

        A template that had no part in it, and takes nobody's place, is nothing to speak of.
        """
        if changed.isdisjoint((*self.always(), *self.templates())):
            return ""
        part = set(self.always())
        again = False
        try:
            made = self._drafting.made(self.notes)
            part.update(made.files)
            written = self._drafting.written(made)
        except EditedError as error:
            said = f"{error.path}: edited by hand and left as it is; {_way_on(str(error.path))}"
        except AuthoringError as error:
            said = str(error)
        else:
            said = told(made, written)
            again = written.outcome == "unchanged"
        if changed.isdisjoint(part) and (again or said == self._said):
            return ""
        self._said = said
        return said


def _way_on(article: str) -> str:
    if trace_path(Path(article)).is_file():
        from authoring.text.shell import typed

        return f"next: authoring update {typed(article)}"
    return "move it away, or write elsewhere with -o FILE"


def _texts(folder: Path, ending: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.path for entry in entries if entry.name.endswith(ending))
    except OSError:
        return
