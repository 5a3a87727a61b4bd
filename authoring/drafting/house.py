"""Which house style a draft is printed in: named by a flag, by the notes, or by the configuration above them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from authoring.config.conventions import UNSETTLED, Conventions
from authoring.config.find import Configs
from authoring.config.house import read_house
from authoring.errors import ConfigError
from authoring.notes.model import Notes


@dataclass(frozen=True, slots=True)
class House:
    """A house style, as a draft goes by it."""

    name: str = ""
    """As the notes, a flag or the configuration name it; empty where nobody does."""
    conventions: Conventions = UNSETTLED
    flagged: bool = False
    """Whether a flag names it, so that it holds for this article alone."""


def house_of(notes: Notes, named: str | None = None) -> House:
    """The house style for notes: the one that is named, else that of their front matter, else the configuration's.

    A house style that is named takes the place of the configuration's, with all its conventions. Raises
    ``ConfigError`` where it cannot be read.
    """
    config = Configs().of(notes.path)
    told = notes.front.text("house")
    name = named or (str.__str__(told).strip() if told else "")
    if not name or name == config.house:
        return House(config.house, Conventions.of(config.conventions), bool(named))
    folder = Path(config.path).parent if config.path else Path(notes.path).parent
    try:
        return House(name, Conventions.of(read_house(name, folder).conventions), bool(named))
    except ConfigError as error:
        if named or error.path:
            raise
        line, column = notes.lines.position(notes.front.place("house").start)
        raise ConfigError(error.message, path=notes.path, line=line, column=column, hint=error.hint) from None
