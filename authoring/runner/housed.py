"""The house style that a piece names, which takes the place of the configuration's conventions for that piece.

It is named by the front matter of the article (``house: ap``), or else of its notes; ``--house`` outdoes both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from authoring.config import Config
from authoring.config.find import HOUSE_FLAG
from authoring.config.house import places_of, read_house
from authoring.errors import ConfigError
from authoring.findings import Finding, Severity
from authoring.prose.document import Document
from authoring.text.near import nearest
from authoring.text.shipped import builtin_houses

_LONGEST = 40
"""Characters of a name that fit into a message."""


@dataclass(frozen=True, slots=True)
class Housed:
    """The settings for one article."""

    config: Config
    files: tuple[str, ...] = ()
    """Files on which they rest besides the configuration, there or not."""
    findings: tuple[Finding, ...] = ()
    """What the article is to be told about the house style that it names."""


def housed(document: Document, config: Config) -> Housed:
    """The settings for an article. Raises ``ConfigError`` for a house style that is there and is wrong."""
    own = document.front.get("house", "").strip()
    noted = document.notes.front.text("house") if document.notes is not None else None
    name = own or (str.__str__(noted).strip() if noted else "")
    if not name or name == config.house or config.place("house").flag == HOUSE_FLAG:
        return Housed(config)
    beside = document.notes.path if document.notes is not None else document.path
    folder = Path(config.path).parent if config.path else Path(beside).parent
    try:
        return _in_house(config, name, folder)
    except ConfigError as error:
        if error.path:
            raise
    files = tuple(str(file) for file in places_of(name, folder))
    # An article from elsewhere may mean something else by “house”, so only those that are ours are told.
    told = (_unknown(document, name),) if own and document.notes is not None else ()
    return Housed(config, files, told)


def _unknown(document: Document, name: str) -> Finding:
    shown = "".join(char if char.isprintable() else " " for char in name)
    shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    near = nearest(name, [file.stem for file in sorted(builtin_houses().glob("*.toml"))])
    expected = f"“{near}”" if near else "the name of one"
    message = f"there is no house style “{shown}”, expected {expected}"
    return Finding("missing-house", "house", Severity.WARNING, document.front_spans["house"], message)


@lru_cache(64)  # a configuration is equal to itself alone, and each run makes its own
def _in_house(config: Config, name: str, folder: Path) -> Housed:
    found = read_house(name, folder)
    grammar = dict(config.grammar)
    if config.place("grammar", "variant").path != config.path:  # that of the house style which gives way
        grammar.pop("variant", None)
    places = {way: place for way, place in config.places.items() if way[0] not in ("conventions", "house")}
    places |= {way: place for way, place in found.places.items() if way[0] == "conventions"}
    made = replace(config, house=name, conventions=found.conventions, grammar=grammar, places=places)
    files = {str(file) for file in places_of(name, folder)} | {place.path for place in found.places.values()}
    return Housed(made, tuple(sorted(file for file in files if file)))
