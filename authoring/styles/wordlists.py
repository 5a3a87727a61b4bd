"""The words that a spelling rule knows: Hunspell dictionaries, or plain lists with one word a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from authoring.errors import ConfigError, read_file
from authoring.styles.definition import Definition
from authoring.text.near import nearest


class _Hunspell(Protocol):
    def lookup(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Iterator[str]: ...


@dataclass(frozen=True)
class Dictionary:
    """All that one rule knows."""

    words: frozenset[str]
    hunspells: tuple[_Hunspell, ...] = ()

    def knows(self, word: str) -> bool:
        """Whether the word, or what it is without a capital or a possessive, is in a list."""
        forms = {word, word.removesuffix("'s").removesuffix("'")}
        forms |= {form[:1].lower() + form[1:] for form in forms}
        if forms & self.words:
            return True
        return any(hunspell.lookup(word) for hunspell in self.hunspells)

    def near(self, word: str) -> tuple[str, ...]:
        """What may have been meant."""
        for hunspell in self.hunspells:
            return tuple(text for _, text in zip(range(3), hunspell.suggest(word), strict=False))
        near = nearest(word, self.words)
        return (near,) if near else ()


def dictionary_of(definition: Definition, *, check: bool = False) -> Dictionary:
    """What a rule's keys name. Raises ``ConfigError`` for what is not there; ``check`` only looks."""
    keys = definition.keys
    base = Path(definition.path).parent
    lists = [_find(definition, "ignore", name, _places(base)) for name in keys.get("ignore") or ()]
    folders = (
        [Path(keys["dicpath"]), base / keys["dicpath"], base.parent / keys["dicpath"]]
        if keys.get("dicpath")
        else [base.parent / "config" / "dictionaries", base]
    )
    pairs = [_dictionary(definition, name, folders) for name in keys.get("dictionaries") or ()]
    if keys.get("dic"):
        pairs.append(_find(definition, "dic", keys["dic"], _places(base)))
    if not pairs and not lists:
        place = definition.places.get("extends")
        raise ConfigError(
            "a spelling rule without a dictionary",
            path=definition.path,
            line=place.line if place else 1,
            column=place.column if place else 1,
            hint="add dictionaries: and the name of a .dic file, or ignore: and a list of words",
        )
    if check:
        return Dictionary(frozenset())
    plain = [path for path in (*lists, *pairs) if not path.with_suffix(".aff").exists()]
    words = frozenset(word for path in plain for word in _words(path))
    return Dictionary(words, tuple(_hunspell(definition, path) for path in pairs if path not in plain))


def _places(base: Path) -> list[Path]:
    return [base, base.parent, base.parent / "config" / "ignore", Path()]


def _dictionary(definition: Definition, name: str, folders: list[Path]) -> Path:
    for folder in folders:
        for ending in (".dic", ".txt", ""):
            path = folder / f"{name}{ending}"
            if path.is_file():
                return path
    return _missing(definition, "dictionaries", name)


def _find(definition: Definition, key: str, name: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    return _missing(definition, key, name)


def _missing(definition: Definition, key: str, name: str) -> Path:
    place = definition.places.get(key)
    raise ConfigError(
        f"there is no word list “{name}”",
        path=definition.path,
        line=place.line if place else 1,
        column=place.column if place else 1,
        hint="put it beside the rule, or give its path",
    )


@cache
def _words(path: Path) -> frozenset[str]:
    """The words of a list; a Hunspell list's marks after a slash, and its count of words, are no words."""
    lines = (line.strip().partition("/")[0] for line in read_file(path, ConfigError).splitlines())
    return frozenset(line.replace("’", "'") for line in lines if line and not line.isdigit() and line[0] != "#")


@cache
def _hunspell(definition: Definition, path: Path) -> _Hunspell:
    try:
        from spylls.hunspell import Dictionary as Hunspell
    except ImportError:
        raise ConfigError(
            f"the Hunspell dictionary “{path.name}” cannot be read without spylls",
            path=definition.path,
            hint="pip install authoring[hunspell], or give a plain list of words",
        ) from None
    made: _Hunspell = Hunspell.from_files(str(path.with_suffix("")))
    return made
