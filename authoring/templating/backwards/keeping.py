"""Puts a template into its file, and never over another without being asked to."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from authoring.drafting.draft import house_folders
from authoring.errors import TemplateError
from authoring.templating.beginning import near, top
from authoring.text.files import UnreadableTextError, atomic_write, keep_copy, read_text


def place(notes: Path, name: str) -> Path:
    """Where a house template of that name belongs: in the nearest ``templates`` folder, or one at the project's top."""
    folders = house_folders(notes)
    return near((folders[0] if folders else top(notes) / "templates") / f"{name}.md")


def keep(path: Path, text: str, *, force: bool) -> tuple[Literal["written", "is as it was"], Path | None]:
    """Write a template; what happened, and where the one before it was kept. Raises ``TemplateError``."""
    backup = None
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise TemplateError("this is no ordinary file, expected one for the template", path=path, hint="choose -o")
        if path.exists():
            if _text(path) == text:
                return "is as it was", None
            if not force:
                hint = "to replace it and keep a copy, add --force; to write elsewhere, add -o FILE or --name NAME"
                raise TemplateError("there is a template here already, and it was left as it is", path=path, hint=hint)
            backup = keep_copy(path)
        path.parent.mkdir(parents=path.parent.name == "templates", exist_ok=True)
        atomic_write(path, text)
    except OSError as error:
        hint = "check the disk, the name and the folder's permissions"
        raise TemplateError(f"this file cannot be written ({error.strerror})", path=path, hint=hint) from None
    return "written", backup


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except UnreadableTextError:
        return "\0"  # not a template of anybody's
