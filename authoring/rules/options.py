"""A rule's options, made from what a configuration says of them and checked against their dataclass."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from enum import Enum
from itertools import pairwise
from typing import Any

from authoring.config import Config
from authoring.config.values import named, shown
from authoring.text.near import nearest

FROM_ABOVE = ("targets", "conventions")
"""Options that are set for all rules at once, by the key of the same name."""


def defaults(options: type[Any]) -> dict[str, Any]:
    """Every option with what it is where nobody sets it."""
    return dict(_defaults(options))


def _defaults(options: type[Any]) -> Iterator[tuple[str, Any]]:
    for field in fields(options):
        yield field.name, field.default_factory() if field.default_factory is not MISSING else field.default


def meanings(options: type[Any]) -> dict[str, str]:
    """What each option sets: the words under its field, which Python does not keep."""
    import ast
    import inspect
    import textwrap

    (made,) = ast.parse(textwrap.dedent(inspect.getsource(options))).body
    assert isinstance(made, ast.ClassDef)
    found = {}
    for field, below in pairwise(made.body):
        told = below.value if isinstance(below, ast.Expr) else None
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Constant):
            found[field.target.id] = inspect.cleandoc(str(told.value))
    return found


def options_of(rule: str, options: type[Any] | None, config: Config) -> object | None:
    """The options of a rule as a configuration sets them, ``None`` for a rule without.

    A key may be written with hyphens or underscores. Raises ``ConfigError`` at the place of the wrong one.
    """
    given = config.options.get(rule, {})
    if options is None:
        for key in given:
            raise config.error(f"{rule} has no option {shown(key)}, expected none", "rules", rule, key)
        return None
    known = defaults(options)
    made = {name: getattr(config, name) for name in FROM_ABOVE if name in known and getattr(config, name)}
    for key, value in given.items():
        name = key.replace("-", "_")
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean “{near}”?" if near else f"it has {', '.join(sorted(known))}"
            raise config.error(f"{rule} has no option {shown(key)}", "rules", rule, key, hint=hint)
        good = _as(known[name], value)
        if good is None:
            message = f"{rule}: {named(key)} is {shown(value)}, expected {_plain(known[name])}"
            raise config.error(message, "rules", rule, key)
        made[name] = {**made[name], **good} if name in made and isinstance(good, Mapping) else good
    settings: object = options(**made)
    return settings


def _as(default: object, value: object) -> Any:
    """A value as the option takes it; ``None`` where it does not."""
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else None
    if isinstance(default, int):
        return value if isinstance(value, int) and value >= 0 else None
    if isinstance(default, float):
        good = isinstance(value, int | float) and math.isfinite(value) and value >= 0
        return float(value) if good and isinstance(value, int | float) else None
    if isinstance(default, Enum):
        return next((choice for choice in type(default) if choice == value), None)
    if isinstance(default, str):
        return value if isinstance(value, str) else None
    if isinstance(default, Mapping):
        if not isinstance(value, Mapping):
            return None
        return (
            value
            if all(_as(next(iter(default.values()), inner), inner) is not None for inner in value.values())
            else None
        )
    if isinstance(default, tuple | frozenset | list):
        return _list_as(default, value)
    return None


def _list_as(default: tuple[Any, ...] | frozenset[Any] | list[Any], value: object) -> Any:
    if not isinstance(value, list | tuple | set | frozenset):
        return None
    like = next(iter(default), "")
    inner = [_as(like, each) for each in value]
    return None if None in inner else type(default)(inner)


def typed(default: object, text: str) -> object:
    """What somebody typed for an option, as a file would have it; the text itself where it cannot be that."""
    if isinstance(default, bool):
        return {"true": True, "false": False}.get(text, text)
    if isinstance(default, int | float):
        for kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                continue
    if isinstance(default, tuple | frozenset | list):
        like = next(iter(default), "")
        return [typed(like, each.strip()) for each in text.split(",") if each.strip()]
    return text


def plain(value: object) -> object:
    """An option's value as JSON takes it."""
    return sorted(value) if isinstance(value, set | frozenset) else dict(value) if isinstance(value, Mapping) else value


def written(value: object) -> str:
    """An option's value as one would write it in a configuration."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {written(each)}' for key, each in value.items())} }}" if value else "{}"
    if isinstance(value, tuple | list | set | frozenset):
        ordered = sorted(value) if isinstance(value, set | frozenset) else value
        return f"[{', '.join(map(written, ordered))}]"
    return str(value)


def _plain(default: object) -> str:
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, int | float):
        return "a whole number, 0 or more" if isinstance(default, int) else "a number, 0 or more"
    if isinstance(default, Enum):
        return "one of " + ", ".join(str(choice) for choice in type(default))
    if isinstance(default, str):
        return "a text"
    return "a table" if isinstance(default, Mapping) else "a list of words"
