"""Brings an article that was edited by hand up to date with its notes and its template."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.drafting.house import House, house_of
from authoring.errors import ArticleError, TemplateError
from authoring.notes import read_notes
from authoring.notes.model import Notes
from authoring.prose.front import read_front
from authoring.trace.trace import Trace
from authoring.updating.edited import Edited
from authoring.updating.front import FINGERPRINTS
from authoring.updating.merge import Merge, merge


@dataclass(frozen=True)
class Update:
    """What an update makes of an article; nothing is written until ``write``."""

    edited: Edited
    merge: Merge
    text: str
    """The article as it is to be, with the line ends that it has."""
    trace: Trace
    notes: Notes
    causes: tuple[str, ...]
    """What has changed since: ``the notes``, ``the template``; empty where nothing that is printed has."""

    @property
    def path(self) -> Path:
        """Where the article stands."""
        return self.edited.path

    @property
    def changes(self) -> int:
        """How many paragraphs, headings and lines of front matter are added or not as they were."""
        before = set(_lines(self.edited.text))
        return sum(line not in before for line in _lines(self.merge.text))

    def write(self) -> None:
        """Write the article and its trace. Raises ``ArticleError`` where that cannot be done."""
        self.edited.put(self.text, self.trace)


def update(
    article: Path, *, notes: Path | None = None, template: str | None = None, worker: Worker | None = None
) -> Update:
    """Render an article's notes again and merge that with the article.

    Arguments: the article; its notes, where they have moved; its template, where that has; and a worker that is up
    already. Raises ``ArticleError``, ``NotesError``, ``TemplateError`` or ``ConfigError``, each saying what to do.
    """
    edited = Edited(article)
    edited.settled()
    old = edited.trace
    understood = read_notes(notes or _notes(edited))
    try:
        made = draft(
            understood,
            template or _template(edited),
            article=article,
            house=_house(edited, understood),
            worker=worker,
        )
    except TemplateError as error:
        if template is None and "no template called" in error.message:
            hint = f"or name its file: authoring update {article} --template FILE"
            error.hint = f"{error.hint}; {hint}".removeprefix("; ")
        raise
    base, new = edited.base, made.text.replace("\r\n", "\n")
    causes = _causes(base, new, old, made.trace)
    by = "template" if causes and "the notes" not in causes else "notes"
    merged = merge(base, edited.text, new, by)
    return Update(edited, merged, edited.with_line_ends(merged.text), made.trace, understood, causes)


def _notes(edited: Edited) -> Path:
    """Where the notes are: as the trace says, or, where they have moved, as somebody has written in the article."""
    expected = edited.path.parent / edited.trace.notes
    if expected.is_file():
        return Path(os.path.normpath(expected))
    named = read_front(edited.text)[0].get("notes", "")
    if named and (edited.path.parent / named).is_file():
        return Path(os.path.normpath(edited.path.parent / named))
    hint = f"say where they are: authoring update {edited.path} --notes NOTES"
    raise ArticleError(f"its notes are not at {os.path.normpath(expected)}", path=edited.path, hint=hint)


def _template(edited: Edited) -> str:
    """The template that made the article, by its path where it was named so and is still there."""
    file = edited.path.parent / edited.trace.template_file
    if edited.trace.template_file and file.is_file():
        return os.path.normpath(file)
    return edited.trace.template


def _house(edited: Edited, notes: Notes) -> House:
    return house_of(notes, edited.trace.house or None)


def _causes(base: str, new: str, old: Trace, trace: Trace) -> tuple[str, ...]:
    """Why the rendering is another one; nothing where only the fingerprints in it are."""
    if _printed(base) == _printed(new):
        return ()
    found = []
    if trace.notes_sha256 != old.notes_sha256 or old.earlier:
        found.append("the notes")
    if trace.template_sha256 != old.template_sha256:
        found.append("the template")
    return tuple(found) or ("the house style",)


def _printed(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith(tuple(f"{key}:" for key in FINGERPRINTS))]


def _lines(text: str) -> list[str]:
    return [line for line in _printed(text) if line.strip()]
