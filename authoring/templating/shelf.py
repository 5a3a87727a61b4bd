"""The templates that a story could use: the house's folders, nearest first, and behind them the program's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateNotFound

from authoring.drafting.draft import house_folders
from authoring.drafting.loader import TemplateFileError, TemplateFiles
from authoring.errors import TemplateError
from authoring.templating.parsed import Parsed, environment, parse
from authoring.text.shipped import builtin_templates

BUILTIN = "builtin/"
"""What the names of the program's own templates begin with, where one of the house's has the same name."""


@dataclass(frozen=True)
class Shelf:
    """Where templates are looked for, and what was read there."""

    folders: tuple[Path, ...]
    """The house's, nearest first."""
    builtin: Path
    _read: dict[str, Parsed | None] = field(default_factory=dict)

    @cached_property
    def files(self) -> TemplateFiles:
        """The loader that drafts use."""
        return TemplateFiles(self.folders, self.builtin)

    def names(self) -> list[str]:
        """Every name that a template can be called by, in alphabetical order, without those of ``builtin/``."""
        return self.files.list_templates()

    def get(self, name: str) -> Parsed | None:
        """The template of that name, as another template finds it; ``None`` where there is none.

        Raises ``TemplateError`` for a file that is there and cannot be read.
        """
        if name not in self._read:
            try:
                source, path, _ = self.files.get_source(_SOME, name)
            except TemplateNotFound:
                self._read[name] = None
            except TemplateFileError as error:
                raise TemplateError(str(error), path=error.name, line=error.line, hint=error.hint) from None
            else:
                self._read[name] = parse(source, name, Path(path))
        return self._read[name]


_SOME = environment(TemplateFiles([], Path()))
"""Loaders are given an environment, and ours does not look at it."""


def shelf(place: Path) -> Shelf:
    """The templates for notes in a folder, or for one notes file. Raises ``TemplateError`` where there is no such."""
    if not place.exists():
        raise TemplateError("there is no such file or folder", path=place, hint="name a notes file or a folder")
    builtin = builtin_templates()
    found = house_folders(place / "notes.md" if place.is_dir() else place)
    return Shelf(tuple(folder for folder in found if folder.resolve() != builtin.resolve()), builtin)
