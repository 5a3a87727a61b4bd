"""What a newsroom's project consists of, and how it is begun: what is missing is added, nothing is replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

from authoring import __version__
from authoring.config.find import NAMES
from authoring.config.house import read_house
from authoring.errors import AuthoringError
from authoring.notes.slug import slugged
from authoring.scaffolding.files import resolved, write_once
from authoring.scaffolding.settings import house_style, settings
from authoring.text.shipped import builtin_houses, builtin_templates

DEFAULT_HOUSE = "plain"
"""The style that a house rests on where nobody chooses."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a project."""

    name: str
    """Its path in the project, with slashes."""
    text: str
    what: str
    """What it is for, in a few words."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What became of one file: whether it was missing, so that it was made (or would be, on a dry run)."""

    piece: Piece
    made: bool


def houses() -> list[str]:
    """The names of the house styles that come with the program."""
    return sorted(file.stem for file in builtin_houses().glob("*.toml"))


def has_settings(folder: Path) -> bool:
    """Whether a folder has a configuration of its own, so that no other may be put beside it."""
    if os.path.lexists(folder / "authoring.toml"):
        return True
    try:
        return "[tool.authoring" in (folder / "pyproject.toml").read_text("utf-8", "replace")
    except OSError:
        return False


def begin(folder: Path, house: str = DEFAULT_HOUSE, *, dry_run: bool = False) -> Iterator[Begun]:
    """Make what is missing of a project in a folder, file by file.

    ``house`` is the style that comes with the program and that the newsroom's own rests on. Each file is there whole
    or not at all, so that a run that was stopped is finished by another one. Raises ``AuthoringError``.
    """
    if house not in houses():
        raise AuthoringError(f"there is no house style “{house}”", hint=f"there are: {', '.join(houses())}")
    if os.path.lexists(folder) and not folder.is_dir():
        raise AuthoringError("this is a file, expected a folder", path=folder, hint="choose another name")
    for piece in list(pieces(folder, house)):
        path = folder / piece.name
        made = not os.path.lexists(path) if dry_run else write_once(path, piece.text)
        yield Begun(piece, made)


def pieces(folder: Path, house: str) -> Iterator[Piece]:
    """The files of a project, in the order in which they are made.

    The house style comes before the settings that name it: nothing that is there ever points at what is not.
    """
    title = " ".join("".join(char if char.isprintable() else " " for char in resolved(folder).name).split())
    name = slugged(title) or "house"
    if f"{name}.toml" in NAMES:  # a style is looked for beside the settings, too
        name = f"{name}-house"
    if has_settings(folder):
        there = next(each for each in NAMES if os.path.lexists(folder / each))
        yield Piece(there, "", _SETTINGS)
    else:
        base = read_house(f"builtin/{house}", folder)
        own = house_style(house, base.conventions, base.targets)
        yield Piece(f"house/{name}.toml", own, "how you write dates, figures, names")
        yield Piece("authoring.toml", settings(name), _SETTINGS)
    for file, source, what in _FILES:
        text = (builtin_templates() / "newsroom" / source).read_text("utf-8") if source else ""
        known = {"title": title or "Newsroom", "house": name, "version": __version__}
        yield Piece(file, Template(text).safe_substitute(known), what)


_SETTINGS = "the settings: which rules run, how strictly"
_FILES = (
    ("drafts/.gitkeep", "", "the stories, a folder each"),
    ("templates/README.txt", "templates.txt", "templates of your own"),
    ("contacts.md", "contacts.md", "sources that all stories can use"),
    ("README.md", "README.md", "how the newsroom works with this folder"),
    (".gitignore", "gitignore", "what is not kept: recordings, copies"),
    (".pre-commit-config.yaml", "pre-commit-config.yaml", "lints before every commit"),
    (".github/workflows/articles.yml", "articles.yml", "lints every pull request"),
)
"""Path in the project, file that it is made from, what it is for."""
