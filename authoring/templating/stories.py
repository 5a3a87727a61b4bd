"""The notes of a project, to try its templates on, and what of them a draft does not print."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from authoring.drafting.draft import Draft
from authoring.errors import NotesError
from authoring.notes import Notes, looks_like_notes, read_notes
from authoring.notes.model import Fields, Item
from authoring.templating.shelf import Shelf
from authoring.text.files import UnreadableTextError, read_text
from authoring.text.span import Span

MOST = 12
"""How many stories of a project are tried: more of them seldom find more."""
_SEARCHED = 2000
"""How many files are looked at for that."""
FIRST = ("quote", "statement", "citation", "claim", "reported")
"""What is told first of what nobody prints."""
_MEANT = ("headline", "dek", "kicker", "byline", "published", "dateline", "publication", "image")
"""Keys of the front matter that are there to be printed."""


@dataclass(frozen=True)
class Unprinted:
    """What one template leaves out of one story."""

    template: str
    notes: Notes
    items: tuple[Item, ...]
    """Quotes and facts first; what is off the record is not among them."""
    fields: tuple[tuple[str, Span], ...]
    """Keys of the front matter that are filled, with their places."""


def stories(shelf: Shelf) -> Iterator[Notes]:
    """The stories in the folders where templates are at hand, a few of them; what cannot be read is left out."""
    if not shelf.folders:
        return
    top = min((folder.parent for folder in shelf.folders), key=lambda folder: len(folder.parts))
    found = 0
    for number, path in enumerate(_files(top)):
        if found == MOST or number == _SEARCHED:
            return
        try:
            if looks_like_notes(read_text(path)):
                notes = read_notes(_near(path))
                found += 1
                yield notes
        except (UnreadableTextError, NotesError):
            continue


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "templates")
        yield from (Path(where, name) for name in sorted(files) if name.endswith(".md") and not name.startswith("."))


def _near(path: Path) -> Path:
    """A path as seen from the folder one is in, where it stands below that."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def unprinted(made: Draft) -> Unprinted:
    """What of its notes a draft does not print: no character of it leads back there."""
    notes = made.notes
    printed = [stretch.notes for stretch in made.trace.stretches if stretch.notes is not None]
    items = [item for item in notes.items if item.kind != "break" and not _any(item.span, printed)]
    items.sort(key=lambda item: FIRST.index(item.kind) if item.kind in FIRST else len(FIRST))
    fields = [(name, span) for name, span in _filled(notes.front) if not _any(span, printed)]
    return Unprinted(made.template, notes, tuple(items), tuple(fields))


def _filled(front: Fields) -> Iterator[tuple[str, Span]]:
    for name in _MEANT:
        value = front.get(name)
        if isinstance(value, Fields):
            yield from ((f"{name}.{key}", value.place(key)) for key, held in value.values.items() if held is not None)
        elif value is not None:
            yield name, front.place(name)


def _any(span: Span, printed: list[Span]) -> bool:
    return any(each.start < span.end and span.start < each.end for each in printed)
