"""Looks up a field of whatever a template asks it of, and says in a writer's words where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from authoring.notes.schema import INSTEAD
from authoring.templating.types import (
    ANY,
    TEXT,
    Alternative,
    Anything,
    Function,
    Macro,
    Module,
    Other,
    Rec,
    Rows,
    Space,
    Text,
    Type,
    joined,
)
from authoring.text.near import nearest

ALTERING = frozenset(
    "capitalize e escape first forceescape last lower random replace reverse striptags swapcase title truncate upper "
    "urlize casefold expandtabs removeprefix removesuffix translate wordwrap".split()
)
"""Filters and methods that do not leave words as they are."""
_KEEPING = frozenset(("strip", "lstrip", "rstrip"))
_TEXT_METHODS = frozenset(name for name in dir(str) if not name.startswith("_"))
_LIST_METHODS = frozenset(name for name in dir(list) if not name.startswith("_"))


def field_of(kind: Type, name: str, path: str) -> tuple[Type, str]:
    """What a field holds, and what is wrong with asking for it; nothing is wrong where one alternative has it."""
    if not kind:
        return ANY, ""
    found: list[Type] = []
    missing: list[Alternative] = []
    for one in kind:
        if isinstance(one, Anything | Other | Function | Macro):
            return ANY, ""
        held = _held(one, name)
        if held is None:
            missing.append(one)
        else:
            found.append(held or ANY)
    if found:
        return joined(found), ""
    return ANY, missing_field(missing, name, path)


def _held(one: Alternative, name: str) -> Type | None:
    """What the field of one alternative holds; ``None`` where it has no such field."""
    if isinstance(one, Rec):
        if name not in one.shape.fields:
            return None
        held = one.shape.fields[name]
        if name == "kind" and one.shape.kinds:
            values = one.shape.kinds if one.only is None else one.only
            return (Text(values, sure=one.sure, domain=one.shape.kinds),)
        if one.shape.kinds and one.only is not None and "quote" not in one.only:
            return tuple(replace(each, spoken=False) if isinstance(each, Text) else each for each in held)
        return held
    if isinstance(one, Text):
        if name not in _TEXT_METHODS:
            return None
        changed = replace(one, values=None, domain=None)
        if one.spoken and name in ALTERING:
            return (Function((replace(changed, altered=name),), name),)
        return (Function((changed,) if name in _KEEPING else ANY, name),)
    if isinstance(one, Rows):
        return (Function(ANY, name),) if name in _LIST_METHODS else None
    if isinstance(one, Module):
        return one.names.get(name)
    if isinstance(one, Space):
        return one.fields.get(name)
    return ANY


def missing_field(kinds: Iterable[Alternative], name: str, path: str) -> str:
    """What to say of a field that none of these has."""
    one = next(iter(kinds))
    for other in kinds:
        if isinstance(other, Rec):
            one = other
            break
    if isinstance(one, Rec):
        return _no_field(one, name)
    if isinstance(one, Module):
        near = nearest(name, one.names)
        expected = f"“{near}”" if near else "one of " + _some(one.names)
        return f"there is no macro “{name}” in {one.home.name}, expected {expected}"
    if isinstance(one, Rows):
        return f"“{path}” is a list and has no field “{name}”, expected {{% for … in {path} %}} around it"
    if isinstance(one, Space):
        near = nearest(name, one.fields)
        return f"“{name}” is never set in this namespace, expected " + (f"“{near}”" if near else _some(one.fields))
    near = nearest(name, _TEXT_METHODS)
    return f"a text has no field “{name}”, expected " + (f"“{near}”" if near else "it to be printed as it is")


def _no_field(one: Rec, name: str) -> str:
    near = nearest(name, one.shape.fields)
    if one.guessed and not near:
        return ""
    if near is None and one.shape.name == "notes" and INSTEAD.get(name) in one.shape.fields:
        near = INSTEAD[name]
    if near is None:
        near = next(
            (
                f"{field}.{name}"
                for field, held in one.shape.fields.items()
                for inner in held
                if isinstance(inner, Rec) and name in inner.shape.fields
            ),
            None,
        )
    expected = f"“{near}”" if near else "one that docs/templates.md lists"
    return f"there is no field “{name}” in {one.shape.name}, expected {expected}"


def _some(names: Iterable[str]) -> str:
    """A few names of many."""
    listed = sorted(names)
    return ", ".join(listed[:5]) + (", …" if len(listed) > 5 else "") if listed else "none"


def text_of(values: Iterable[str]) -> Type:
    """A text of the template's own."""
    return (Text(frozenset(values)),) if values else TEXT
