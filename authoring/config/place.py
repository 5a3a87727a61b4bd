"""Where a setting was made: a place in a file, a flag, or nowhere, which is the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Path = tuple[str, ...]
"""The keys that lead to a setting, or to one word of a list: ``("rules", "long-sentence", "words")``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a setting was made."""

    path: str = ""
    """The file, as messages show it."""
    line: int = 0
    """Counted from 1; 0 where it stands in no file."""
    column: int = 0
    flag: str = ""
    """The flag that made it (``--select``)."""

    def __str__(self) -> str:
        if self.path:
            return f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return self.flag or "default"


DEFAULT = Place()


def place_of(places: Mapping[Path, Place], path: Path) -> Place:
    """Where a setting was made, or else the table or list that it stands in."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
    return DEFAULT
