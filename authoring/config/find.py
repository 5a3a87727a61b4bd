"""Which configuration an article has: the nearest ``authoring.toml`` or ``pyproject.toml`` above it, and the flags.

In one folder ``authoring.toml`` wins, and a ``pyproject.toml`` counts only if it has ``[tool.authoring]``. The nearest
file is the whole configuration: those above it are not read. The search ends at the top of a repository (``.git``) or
of the file system.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from authoring.config import Config
from authoring.config.house import house_layers, read_config
from authoring.config.layers import Layer, merged, without_conventions
from authoring.config.place import Place
from authoring.config.written import Written
from authoring.errors import ConfigError

NAMES = ("authoring.toml", "pyproject.toml")
"""What a configuration is called, the name that wins first."""
HOUSE_FLAG = "--house"


class Configs:
    """The settings of every file of a run. Each configuration is read once, and folders are looked into once."""

    def __init__(
        self, flags: Layer | None = None, given: str | None = None, *, isolated: bool = False, house: str = ""
    ) -> None:
        """Arguments: the settings of the flags; the one file to go by; whether to go by no file at all; a house style
        that takes the place of the file's, with all its conventions.

        Raises ``ConfigError`` where the file that was given cannot be used.
        """
        self._flags = flags or Layer()
        self._isolated = isolated
        self._house = house
        self._folders: dict[str, Written | None] = {}
        self._made: dict[tuple[str, tuple[bool, ...]], Config] = {}
        self._always: Config | None = None
        self._given: Written | None = None
        if given is not None:
            self._given = read_config(Path(given), given)
            if self._given is None:
                raise ConfigError("there is no [tool.authoring] in this file, expected one", path=given)

    @classmethod
    def always(cls, config: Config) -> Configs:
        """The same settings for every file."""
        made = cls(isolated=True)
        made._always = config
        return made

    def of(self, path: str | Path) -> Config:
        """The settings in force for a file, which need not be there, or in a folder. Raises ``ConfigError``."""
        if self._always is not None:
            return self._always
        written = self._written(path)
        sections = written.sections if written else ()
        seen = _seen_from(written.folder, path) if written else ""
        holds = tuple(section.match is None or section.match.mean(seen) for section in sections)
        key = (written.path if written else "", holds)
        if key not in self._made:
            layers = [section.layer for section, held in zip(sections, holds, strict=True) if held]
            if self._house:
                layers = self._in_house(layers, Path(key[0]).parent)
            self._made[key] = merged([*layers, self._flags], key[0])
        return self._made[key]

    def _in_house(self, layers: list[Layer], folder: Path) -> list[Layer]:
        """The layers of a file with the house style that a flag names in place of theirs. Raises ``ConfigError``."""
        named = Layer({"house": self._house}, {("house",): Place(flag=HOUSE_FLAG)})
        return [*map(without_conventions, layers), *house_layers(self._house, folder), named]

    def excluded(self, path: str | Path) -> Place | None:
        """Where a file is excluded; ``None`` where it is not."""
        written = None if self._always is not None else self._written(path)
        if written is None or not written.exclude.mean(_seen_from(written.folder, path)):
            return None
        return written.excluded

    def sections_of(self, path: str | Path) -> list[Config]:
        """The settings of every section of the configuration above a file, for checking them all."""
        written = self._written(path)
        if written is None:
            return []
        always = [section.layer for section in written.sections if section.match is None]
        some = [section.layer for section in written.sections if section.match is not None]
        return [merged([*always, *one, self._flags], written.path) for one in ([], *([layer] for layer in some))]

    def _written(self, path: str | Path) -> Written | None:
        if self._isolated or self._given is not None:
            return self._given
        try:
            folder = os.path.abspath(path)  # noqa: PTH100  # ten times as fast as Path, once a file
            if not os.path.isdir(folder):  # noqa: PTH112
                folder = os.path.dirname(folder)  # noqa: PTH120
        except OSError:  # the folder one is in is gone
            return None
        return self._above(folder)

    def _above(self, folder: str) -> Written | None:
        """The configuration in a folder or the nearest above it."""
        passed = []
        found = None
        while folder not in self._folders:
            passed.append(folder)
            found = _in(folder)
            parent = os.path.dirname(folder)  # noqa: PTH120
            if found is not None or parent == folder or _there(os.path.join(folder, ".git")):  # noqa: PTH118
                break
            folder = parent
        else:
            found = self._folders[folder]
        self._folders |= dict.fromkeys(passed, found)
        return found


def _in(folder: str) -> Written | None:
    for name in NAMES:
        path = Path(folder, name)
        if _is_to_read(str(path)) and (found := read_config(path, _shown(str(path)))) is not None:
            return found
    return None


def _there(path: str) -> bool:
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _is_to_read(path: str) -> bool:
    """Whether a file stands there, or a link that leads to none, so that reading it says what is wrong."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return os.path.islink(path)  # noqa: PTH114


def _shown(path: str) -> str:
    """A path as messages show it: from the folder one is in, where that is shorter."""
    try:
        near = os.path.relpath(path)
    except (ValueError, OSError):  # another drive; a folder that is gone
        return path
    return min(near, path, key=len)


def _seen_from(folder: str, path: str | Path) -> str:
    try:
        near = os.path.relpath(path, folder)
    except (ValueError, OSError):
        return str(path)
    return near.replace(os.sep, "/")
