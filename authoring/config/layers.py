"""Settings from several places, the later ones before the earlier ones, made into one ``Config``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from authoring.config import Config
from authoring.config.keys import KEYS
from authoring.config.place import Path, Place
from authoring.findings import Severity

_TABLE_KINDS = ("levels", "grades", "tables", "grammar", "conventions", "publication")
_TABLES = frozenset(name for name, key in KEYS.items() if key.kind in _TABLE_KINDS)


@dataclass
class Layer:
    """The settings that stand together in one place: a file, one of its sections, or the flags."""

    values: dict[str, Any] = field(default_factory=dict)
    """By key. A list is a tuple of words; a table is a mapping, and ``rules`` a mapping of mappings."""
    places: dict[Path, Place] = field(default_factory=dict)
    """Where each key, each word of a list and each entry of a table stands."""


def merged(layers: Iterable[Layer], path: str = "") -> Config:
    """The settings of all layers together, with where each was made.

    A later list or value takes the place of an earlier one, and tables are put together entry by entry. Only
    ``ignore`` adds up; but what a later layer selects, or gives a level, by the same name is no longer ignored.
    """
    values: dict[str, Any] = {}
    places: dict[Path, Place] = {}
    for layer in layers:
        _revive(values, layer)
        for key, value in layer.values.items():
            if key in _TABLES:
                values[key] = _joined(values.get(key, {}), value)
            elif key == "ignore":
                values[key] = (*values.get(key, ()), *value)
            else:
                values[key] = value
                for old in [place for place in places if place[0] == key]:
                    del places[old]
        places |= layer.places
    return _config(values, places, path)


def without_conventions(layer: Layer) -> Layer:
    """A layer without what it says of how the house writes things, for one whose house style gives way to another."""
    values = {key: value for key, value in layer.values.items() if key != "conventions"}
    return Layer(values, {way: place for way, place in layer.places.items() if way[0] != "conventions"})


def _revive(values: dict[str, Any], later: Layer) -> None:
    """What a later layer names again is no longer ignored or off."""
    levels = later.values.get("severity", {})
    named = {*later.values.get("select", ()), *(name for name, level in levels.items() if level is not None)}
    if "ignore" in values:
        values["ignore"] = tuple(name for name in values["ignore"] if name not in named)
    if "severity" in values:
        kept = {name: level for name, level in values["severity"].items() if level is not None or name not in named}
        values["severity"] = kept


def _joined(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **old,
        **{key: {**old.get(key, {}), **value} if isinstance(value, Mapping) else value for key, value in new.items()},
    }


def _config(values: Mapping[str, Any], places: Mapping[Path, Place], path: str) -> Config:
    made = {key.replace("-", "_"): value for key, value in values.items()}
    for name in ("select", "ignore"):
        if name in made:
            made[name] = frozenset(made[name])
    if "rules" in made:
        made["options"] = made.pop("rules")
    return Config(**made, path=path, places=places)


def level(word: str) -> Severity | None:
    """The severity of that name, ``None`` for ``off`` and ``never``. Raises ``KeyError`` for any other word."""
    return None if word in ("off", "never") else Severity.parse(word)
