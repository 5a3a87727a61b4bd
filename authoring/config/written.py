"""A configuration file as it is written: its settings and its sections for some files, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from authoring.config.globs import Globs, NoGlobError
from authoring.config.keys import KEYS
from authoring.config.layers import Layer
from authoring.config.place import DEFAULT, Place
from authoring.config.toml import Keys, Offsets, offsets
from authoring.config.values import hint_of, shown, value_of
from authoring.errors import ConfigError, read_file
from authoring.text.files import surely
from authoring.text.lines import LineIndex
from authoring.text.patterns import lazy

LIMIT = 1_000_000
"""Characters of the longest file that is read, far beyond any configuration."""
_IN_PYPROJECT = ("tool", "authoring")
_SPEAKS_OF_US = lazy(r"""\btool["']?\s*(?:\.\s*["']?authoring|[\]=])""")
_AT = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class Section:
    """Settings for all or some of the files."""

    match: Globs | None
    """``None`` for all."""
    layer: Layer


@dataclass(frozen=True)
class Written:
    """What a configuration file says."""

    path: str
    """As messages show it."""
    folder: str
    """The folder that its globs are seen from; absolute."""
    sections: tuple[Section, ...]
    """Later ones win. Those of the house style stand before those of the file itself."""
    exclude: Globs
    excluded: Place
    """Where it is said what is excluded."""


def read_alone(path: Path, shown_as: str) -> Written | None:
    """What a configuration file says, without its house style; ``None`` for a ``pyproject.toml`` not about us.

    Raises ``ConfigError`` with everything that is wrong in it.
    """
    if path.is_symlink() and not surely(path.exists):
        raise ConfigError("this link leads to no file, expected a configuration", path=shown_as, hint="set it right")
    text = read_file(shown_as, kind=ConfigError)
    inside = _IN_PYPROJECT if path.name == "pyproject.toml" else ()
    if inside and not _SPEAKS_OF_US.search(text):  # then no reader is loaded
        return None
    if len(text) > LIMIT:
        raise ConfigError("this file has more than a million characters, expected a configuration", path=shown_as)
    table: Any = parsed(text, shown_as)
    for key in inside:
        table = table.get(key) if isinstance(table, Mapping) else None
        if table is None:
            return None
    return _Reading(text, path, shown_as, inside).all(table)


def parsed(text: str, path: str) -> dict[str, Any]:
    """What a TOML text says; raises ``ConfigError`` with the place at which it is none."""
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError("lists stand in lists beyond measure here, expected a configuration", path=path) from None
    except ValueError as error:
        message = str(error)
        at = _AT.search(message)
        what = message[: at.start()] if at else message
        lines = LineIndex(text)
        line, column = (int(at[1]), int(at[2])) if at and at[1] else lines.position(len(text.rstrip()))
        said = f"{what[:1].lower()}{what[1:]}".replace("\n", " ")[:80] if at else "expected a shorter number"
        raise ConfigError(
            f"this is not TOML ({said}), expected key = value",
            path=path,
            line=line,
            column=column,
            hint="words stand in quotation marks, lists in [ ]",
        ) from None


class _Reading:
    """Turns the tables of one file into layers, and gathers what is wrong."""

    def __init__(self, text: str, path: Path, shown_as: str, inside: tuple[str, ...]) -> None:
        self.lines = LineIndex(text)
        self.path = shown_as
        self.inside = inside
        self.folder = str(path.absolute().parent)
        self.seen_from = str(Path(shown_as).parent)
        try:
            self.offsets = offsets(text)
        except RecursionError:
            self.offsets = Offsets()
        self.problems: list[ConfigError] = []

    def all(self, table: object) -> Written:
        if not isinstance(table, Mapping):
            self.tell((), f"authoring is {shown(table)}, expected a table", "")
            table = {}
        base = self.layer(table, ())
        sections = (Section(None, base), *self.sections(table.get("files", [])))
        exclude = self.globs(base.values.get("exclude") or (), ("exclude",))
        if self.problems:
            raise ConfigError.of(self.problems)
        return Written(self.path, self.folder, sections, exclude, base.places.get(("exclude",), DEFAULT))

    def sections(self, tables: object) -> list[Section]:
        if not isinstance(tables, list):
            self.tell(("files",), f"this is {shown(tables)}, expected sections", "write [[files]] above each")
            return []
        found = []
        for number, table in enumerate(tables):
            at: Keys = ("files", number)
            if not isinstance(table, Mapping):
                self.tell(at, f"this is {shown(table)}, expected a section", "write [[files]] above each")
                continue
            if "match" not in table:
                self.tell(at, "this section has no match, expected globs", 'for example: match = ["briefs/**"]')
                continue
            words = self.value("match", table["match"], (*at, "match"))
            layer = self.layer({key: value for key, value in table.items() if key != "match"}, at)
            found.append(Section(self.globs(words or (), (*at, "match")), layer))
        return found

    def globs(self, words: tuple[str, ...], at: Keys) -> Globs:
        try:
            return Globs(words)
        except NoGlobError:
            pass
        for number, word in enumerate(words):
            try:
                Globs((word,))
            except NoGlobError as error:
                self.tell((*at, number), f"{shown(word)} is no glob, expected one as in a .gitignore", str(error))
        return Globs()

    def layer(self, table: Mapping[str, object], at: Keys) -> Layer:
        layer = Layer()
        known = [*KEYS, "match"] if at else [*KEYS, "files"]
        for name, value in table.items():
            way = (*at, name)
            key = KEYS.get(name)
            if key is None:
                if at or name != "files":
                    self.tell(way, f"there is no key {shown(name)}", hint_of(name, known), key=True)
            elif at and not key.everywhere:
                hint = "set it once, above all sections"
                self.tell(way, f"{name} stands in a section, expected only outside", hint, key=True)
            else:
                layer.values[name] = self.value(name, value, way)
                self.place(layer, value, way, (name,))
                if key.kind == "folders":  # by what it was made into, too
                    for number, folder in enumerate(layer.values[name] or ()):
                        layer.places[name, folder] = self.where((*way, number))
        return layer

    def value(self, name: str, value: object, way: Keys) -> Any:
        """What the value of a key stands for; what is wrong with it is told."""
        kind, example = (KEYS[name].kind, KEYS[name].example) if name in KEYS else ("globs", '["briefs/**"]')

        def tell(deeper: Keys, message: str, hint: str) -> None:
            self.tell((*way, *deeper), message, hint or ("" if deeper else f"for example: {name} = {example}"))

        return value_of(kind, value, self.seen_from, tell)

    def place(self, layer: Layer, value: object, way: Keys, path: tuple[str, ...]) -> None:
        """Note where a setting stands, and what is inside it."""
        layer.places[path] = self.where(way, key=True)
        if isinstance(value, Mapping):
            for name, inner in value.items():
                self.place(layer, inner, (*way, name), (*path, name))
        elif isinstance(value, list):
            for number, word in enumerate(value):
                if isinstance(word, str):
                    layer.places[*path, word.strip()] = self.where((*way, number))

    def where(self, way: Keys, *, key: bool = False) -> Place:
        """The place of a value, or of its key."""
        first, second = (self.offsets.keys, self.offsets.values)[:: 1 if key else -1]
        full = (*self.inside, *way)
        while full and full not in first and full not in second:
            full = full[:-1]
        offset = first.get(full, second.get(full, 0))
        return Place(self.path, *self.lines.position(offset))

    def tell(self, way: Keys, message: str, hint: str, *, key: bool = False) -> None:
        place = self.where(way, key=key)
        self.problems.append(ConfigError(message, path=self.path, line=place.line, column=place.column, hint=hint))
