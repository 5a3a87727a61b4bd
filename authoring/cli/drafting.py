"""Drafts one story after the other and says, in a line each, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import Draft
from authoring.drafting.draft import draft as render
from authoring.drafting.house import house_of
from authoring.drafting.publish import Written, publish
from authoring.errors import ArticleError, AuthoringError
from authoring.notes import read_notes


@dataclass
class Drafting:
    """How the stories of one command are drafted."""

    worker: Worker
    template: str | None
    output: Path | None
    """Where the article goes; ``None`` for beside the notes."""
    house: str | None
    force: bool
    _taken: dict[Path, Path] = field(default_factory=dict)
    """The notes of every article so far."""

    def every(self, given: Sequence[Path]) -> bool:
        """Draft stories, one after the other; whether all went well."""
        well = True
        for path in given:
            try:
                made = self.made(path)
                written = self.written(made)
            except AuthoringError as error:
                click.echo(str(error), err=True)
                well = False
                continue
            if written.backup:
                click.echo(f"kept the edited article as {written.backup}")
            click.echo(told(made, written))
            if len(given) == 1:
                click.echo(_next(made, written))
        return well

    def made(self, given: Path) -> Draft:
        """The draft of one story; what its notes lack is said on the way. Raises ``AuthoringError``."""
        understood = read_notes(notes_in(given))
        for problem in understood.problems:
            click.echo(str(problem), err=True)
        house = house_of(understood, self.house)
        return render(understood, self.template, article=self.output, house=house, worker=self.worker)

    def written(self, made: Draft) -> Written:
        """Put a draft into its file. Raises ``ArticleError``."""
        notes = Path(made.notes.path)
        article = self.output or notes.with_name(f"{made.template}.md")
        other = self._taken.setdefault(article.resolve(), notes)
        if other.resolve() != notes.resolve():
            message = f"this article is made from {other}, and {notes} would replace it"
            raise ArticleError(message, path=article, hint=f"draft {notes.name} by itself, with -o FILE")
        return publish(made, article, force=self.force)


def notes_in(given: Path) -> Path:
    """The notes file that is meant: itself, or ``notes.md`` in a folder. Raises ``ArticleError``."""
    if not given.is_dir():
        return given
    path = given / "notes.md"
    if not path.exists():
        raise ArticleError("there is no notes.md in this folder", path=given, hint="name the notes file")
    return path


def told(made: Draft, written: Written) -> str:
    """What became of a story, in one line."""
    words = len(made.text.split("---\n", 2)[-1].split())
    done = "is as it was" if written.outcome == "unchanged" else "written"
    return f"{written.path}: {done}, {words} words, every one traced"


def _next(made: Draft, written: Written) -> str:
    notes = made.notes
    if any(item.kind != "break" for item in notes.items) or notes.front.get("corrections"):
        from authoring.text.shell import typed

        return f"next: authoring lint {typed(str(written.path))}"
    return f"next: write what you have under the beats of {notes.path}, where nothing stands yet, and draft it again"
