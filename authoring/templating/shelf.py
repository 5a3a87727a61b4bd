"""The templates that a story could use: the house's folders, nearest first, and behind them the program's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateNotFound

from authoring.drafting.draft import house_folders
from authoring.drafting.failures import one_line
from authoring.drafting.loader import TemplateFileError, TemplateFiles
from authoring.errors import TemplateError, read_file
from authoring.templating.parsed import Parsed, environment, parse
from authoring.text.files import surely
from authoring.text.near import nearest
from authoring.text.shipped import builtin_templates

BUILTIN = "builtin/"
"""What the names of the program's own templates begin with, where one of the house's has the same name."""


@dataclass(frozen=True)
class Shelf:
    """Where templates are looked for, and what was read there."""

    folders: tuple[Path, ...]
    """The house's, nearest first."""
    builtin: Path
    file: Path | None = None
    """A template that was named by its path, and stands in none of these folders."""
    _read: dict[str, Parsed | None] = field(default_factory=dict)

    @cached_property
    def files(self) -> TemplateFiles:
        """The loader that drafts use."""
        return TemplateFiles(self.folders, self.builtin, self.file)

    def names(self) -> list[str]:
        """Every name that a template can be called by, in alphabetical order, without those of ``builtin/``."""
        return self.files.list_templates()

    def get(self, name: str) -> Parsed | None:
        """The template of that name, as another template finds it; ``None`` where there is none.

        Raises ``TemplateError`` for a file that is there and cannot be read.
        """
        if name not in self._read:
            try:
                source, path, _ = self.files.get_source(environment(), name)
            except TemplateNotFound:
                self._read[name] = None
            except TemplateFileError as error:
                raise TemplateError(str(error), path=error.name, line=error.line, hint=error.hint) from None
            else:
                self._read[name] = parse(source, name, Path(path))
        return self._read[name]

    def own(self) -> Iterator[Parsed]:
        """The house's templates, those below the folders and those that others take the place of among them."""
        for folder in self.folders:
            for path in sorted(folder.rglob("*.md")):
                yield self.at(path, path.relative_to(folder).as_posix())

    def at(self, path: Path, name: str) -> Parsed:
        """A file of this shelf, whatever takes its place. Raises ``TemplateError`` where it cannot be read."""
        found = self.get(name)
        if found is not None and found.path == path:
            return found
        return parse(read_file(path, TemplateError), name, path)

    def named(self, name: str) -> Parsed:
        """The template that ``--template`` would take. Raises ``TemplateError`` with the nearest name."""
        found = self.get(f"{name}.md")
        if found is not None:
            return found
        names = sorted({each.removesuffix(".md") for each in self.names()})
        near = nearest(name, names)
        hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(names[:8])}{', …' if names[8:] else ''}"
        raise TemplateError(f"there is no template called “{one_line(name)}”", hint=hint)


def shelf_of(path: Path) -> tuple[Shelf, Parsed]:
    """One template file, with the shelf that it stands on or would be used with. Raises ``TemplateError``."""
    if not surely(path.is_file):
        hint = "check the path, or give the name alone, such as interview"
        raise TemplateError("there is no such template file", path=one_line(str(path)), hint=hint)
    around, real = shelf(path), path.resolve()
    for folder in (*around.folders, around.builtin):
        if real.is_relative_to(folder.resolve()):
            name = real.relative_to(folder.resolve()).as_posix()
            own = name if folder != around.builtin else BUILTIN + name
            return around, around.at(folder / Path(name), own)
    alone = Shelf(around.folders, around.builtin, path)
    return alone, alone.at(path, path.name)


def shelf(place: Path) -> Shelf:
    """The templates for notes in a folder, or for one notes file. Raises ``TemplateError`` where there is no such."""
    if not place.exists():
        raise TemplateError("there is no such file or folder", path=place, hint="name a notes file or a folder")
    builtin = builtin_templates()
    found = house_folders(place / "notes.md" if place.is_dir() else place)
    return Shelf(tuple(folder for folder in found if folder.resolve() != builtin.resolve()), builtin)
