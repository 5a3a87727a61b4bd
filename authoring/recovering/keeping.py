"""Where recovered notes belong, and how they get there without taking another file's place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from authoring.errors import AuthoringError
from authoring.notes.slug import slugged
from authoring.text.files import UnreadableTextError, atomic_write, keep_copy, read_text

NOTES = "notes.md"


def place(article: Path, slug: str) -> Path:
    """``notes.md`` in a folder of the story's own beside the article, or in the article's where that is the story's."""
    name = slugged(slug) or "story"
    here = article.parent
    return here / NOTES if here.resolve().name == name else here / name / NOTES


def keep(path: Path, text: str, *, force: bool) -> tuple[Literal["written", "is as it was"], Path | None]:
    """Write notes; what happened, and where those before them were kept. Raises ``AuthoringError``."""
    backup = None
    try:
        if path.is_symlink() or (os.path.lexists(path) and not path.is_file()):
            hint = "choose another with -o"
            raise AuthoringError("this is no ordinary file, expected one for the notes", path=path, hint=hint)
        if path.exists():
            if _text(path) == text:
                return "is as it was", None
            if not force:
                hint = "to replace it and keep a copy, add --force; to write elsewhere, add -o FILE"
                raise AuthoringError("there is a file here already, and it was left as it is", path=path, hint=hint)
            backup = keep_copy(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, text)
    except OSError as error:
        hint = "check the disk, the name and the folder's permissions"
        raise AuthoringError(f"this file cannot be written ({error.strerror})", path=path, hint=hint) from None
    return "written", backup


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except UnreadableTextError:
        return "\0"  # nobody's notes
