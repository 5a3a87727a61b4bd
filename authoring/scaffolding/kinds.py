"""The notes that a story of each kind begins with: the program's, or the newsroom's own of the same name."""

from __future__ import annotations

from pathlib import Path

from authoring.drafting.draft import BUILT_IN, house_folders
from authoring.errors import AuthoringError, read_file
from authoring.text.near import nearest
from authoring.text.shipped import builtin_templates

FOLDER = "notes"
"""The folder, inside one of templates, with the notes to begin with."""
_GENERAL = "news"
"""What a kind of the newsroom's own begins with, where it has a template and no notes."""


def kinds(story: Path) -> list[str]:
    """Every kind of piece that a story at this place may be: those of the program, then the newsroom's own."""
    ours = {file.stem for file in builtin_templates().glob("*.md")}
    own = {
        file.stem
        for folder in house_folders(story)
        for file in (*folder.glob("*.md"), *(folder / FOLDER).glob("*.md"))
        if file.stem not in ours
    }
    return [*BUILT_IN, *sorted(own)]


def beginning(kind: str, story: Path) -> tuple[str, Path]:
    """The text of the notes to begin with, and its file. Raises ``AuthoringError`` for a kind that there is not."""
    there = kinds(story)
    if kind not in there:
        near = nearest(kind, there)
        hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(there)}"
        shown = "".join(char if char.isprintable() else " " for char in kind[:40])
        raise AuthoringError(f"there is no kind of story called “{shown}”", hint=hint)
    places = [*house_folders(story), builtin_templates()]
    files = [folder / FOLDER / f"{name}.md" for name in (kind, _GENERAL) for folder in places]
    file = next(file for file in files if file.is_file())
    return read_file(file), file
