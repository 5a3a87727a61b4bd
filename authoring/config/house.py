"""The house style that a configuration rests on: a file of settings, which those of the configuration add to."""

from __future__ import annotations

from pathlib import Path

from authoring.config.layers import Layer
from authoring.config.values import named, shown
from authoring.config.written import Written, read_alone
from authoring.errors import ConfigError
from authoring.text.files import surely
from authoring.text.near import nearest


def read_config(path: Path, shown_as: str, resting: tuple[Path, ...] = ()) -> Written | None:
    """What a configuration file says; ``None`` for a ``pyproject.toml`` that does not speak of us.

    ``resting`` are the files that rest on this one as their house style. Raises ``ConfigError``.
    """
    own = read_alone(path, shown_as)
    if own is None or not own.sections[0].layer.values.get("house"):
        return own
    return _upon(_house(own.sections[0].layer, path, shown_as, (*resting, path.resolve())), own)


def _house(base: Layer, path: Path, shown_as: str, resting: tuple[Path, ...]) -> Written:
    """The house style that a file names: a path, or the name of a file beside it or in the folder ``house``."""
    name, place = str(base.values["house"]), base.places["house",]
    written_out = name.endswith(".toml") or "/" in name
    seen_from = Path(shown_as).parent
    for near in (name,) if written_out else (f"{name}.toml", f"house/{name}.toml"):
        file = path.parent / near
        if not surely(file.is_file):
            continue
        if file.resolve() in resting:
            message = f"the house style {shown(name)} rests on itself, expected another"
            raise ConfigError(message, path=place.path, line=place.line, column=place.column)
        if found := read_config(file, str(seen_from / near), resting):
            return found
    there = [each.stem for folder in (path.parent, path.parent / "house") for each in _files_in(folder)]
    near_name = nearest(name.removesuffix(".toml"), there)
    hint = f"did you mean “{near_name}”?" if near_name else f"write its settings into house/{named(name)}.toml"
    message = f"there is no house style {shown(name)}, expected a file of settings"
    raise ConfigError(message, path=place.path, line=place.line, column=place.column, hint="" if written_out else hint)


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.toml"))
    except OSError:
        return []


def _upon(house: Written, own: Written) -> Written:
    """A configuration with its house style beneath it, whose globs are seen from the same folder."""
    says = "exclude" in own.sections[0].layer.values
    exclude, excluded = (own.exclude, own.excluded) if says else (house.exclude, house.excluded)
    return Written(own.path, own.folder, (*house.sections, *own.sections), exclude, excluded)
