"""The house style that a configuration rests on: a file of settings, which those of the configuration add to.

Three come with the program (``ap``, ``guardian``, ``plain``). A file of the newsroom's own of the same name comes
before one of them, and may rest on it as ``builtin/ap``.
"""

from __future__ import annotations

from pathlib import Path

from authoring.config import Config
from authoring.config.layers import Layer, merged
from authoring.config.values import named, shown
from authoring.config.written import Written, read_alone
from authoring.errors import ConfigError
from authoring.text.files import surely
from authoring.text.near import nearest
from authoring.text.shipped import builtin_houses


def read_config(path: Path, shown_as: str, resting: tuple[Path, ...] = ()) -> Written | None:
    """What a configuration file says; ``None`` for a ``pyproject.toml`` that does not speak of us.

    ``resting`` are the files that rest on this one as their house style. Raises ``ConfigError``.
    """
    own = read_alone(path, shown_as)
    if own is None or not own.sections[0].layer.values.get("house"):
        return own
    return _upon(_house(own.sections[0].layer, path, shown_as, (*resting, path.resolve())), own)


def _house(base: Layer, path: Path, shown_as: str, resting: tuple[Path, ...]) -> Written:
    """The house style that a file names. Raises ``ConfigError`` at the place where it is named."""
    name, place = str(base.values["house"]), base.places["house",]
    for file, seen_as in _places(name, path.parent, Path(shown_as).parent):
        if not surely(file.is_file):
            continue
        if file.resolve() in resting:
            if file.parent == builtin_houses():
                break
            if f"{name}.toml" == file.name and surely((builtin_houses() / file.name).is_file):
                hint = f'to rest on ours of that name: house = "builtin/{named(name)}"'
            else:
                hint = ""
            message = f"the house style {shown(name)} rests on itself, expected another"
            raise ConfigError(message, path=place.path, line=place.line, column=place.column, hint=hint)
        if found := read_config(file, seen_as, resting):
            return found
    message, hint = _unknown(name, path.parent)
    raise ConfigError(message, path=place.path, line=place.line, column=place.column, hint=hint)


def read_house(name: str, folder: Path) -> Config:
    """The settings of a house style that a flag or the front matter of a piece names, seen from a folder.

    Arguments and errors are those of ``house_layers``.
    """
    return merged(house_layers(name, folder))


def house_layers(name: str, folder: Path) -> list[Layer]:
    """The same, one layer a file, those on which it rests first.

    Arguments: its name, or the path of its file; the folder of the configuration, or of the piece where there is
    none. Raises ``ConfigError``, without a place, where there is no such house style.
    """
    for file, seen_as in _places(name, folder, folder):
        if surely(file.is_file) and (found := read_config(file, seen_as)):
            return [section.layer for section in found.sections if section.match is None]
    message, hint = _unknown(name, folder)
    raise ConfigError(message, hint=hint)


def places_of(name: str, folder: Path) -> list[Path]:
    """Every file in which a house style of that name may stand, seen from a folder."""
    return [file for file, _ in _places(name, folder, folder)]


def _places(name: str, folder: Path, seen_from: Path) -> list[tuple[Path, str]]:
    """Where a house style may be, and how messages show it: a path, or a name beside it, in ``house``, or ours."""
    inside = name.removeprefix("builtin/")
    ours = (builtin_houses() / f"{inside}.toml", str(builtin_houses() / f"{inside}.toml"))
    if inside != name:
        return [ours] if _is_plain(inside) else []
    if name.endswith(".toml") or "/" in name:
        return [(folder / name, str(seen_from / name))]
    near = [(folder / each, str(seen_from / each)) for each in (f"{name}.toml", f"house/{name}.toml")]
    return [*near, ours] if _is_plain(name) else near


def _is_plain(name: str) -> bool:
    return bool(name) and not {"/", "\\", "\0"} & set(name)


def _unknown(name: str, folder: Path) -> tuple[str, str]:
    """What to say where no house style has a name, and what may have been meant."""
    folders = (folder, folder / "house", builtin_houses())
    there = [each.stem for where in folders for each in _files_in(where) if each.name not in _NO_HOUSES]
    near_name = nearest(name.removesuffix(".toml").removeprefix("builtin/"), there)
    ours = ", ".join(sorted({each.stem for each in _files_in(builtin_houses())}))
    hint = f"there are {ours}; or write its settings into house/{named(name)}.toml"
    if near_name:
        hint = f"did you mean “{near_name}”?"
    written_out = name.endswith(".toml") or ("/" in name and not name.startswith("builtin/"))
    return f"there is no house style {shown(name)}, expected a file of settings", "" if written_out else hint


_NO_HOUSES = ("authoring.toml", "pyproject.toml")


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
