"""A notes file as a form: fills in keys of its front matter where they stand, and leaves every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from authoring.errors import AuthoringError
from authoring.notes.front import read_front
from authoring.notes.model import Fields, Value
from authoring.notes.problems import Problems
from authoring.notes.schema import FRONT
from authoring.notes.yaml_values import in_yaml, listed
from authoring.text.patterns import lazy
from authoring.trace.traced import Traced

Filling: TypeAlias = "str | tuple[str, ...] | Mapping[str, Filling]"
"""What a key gets: a text, several, or a group of keys; an empty text stays open."""
LISTS = ("requests", "corrections")
"""The keys that hold a list of groups."""
_STEP = "  "
_BRACE = lazy(r"[ \t\r\n]*\}")
_LINE_END = lazy(r"\r\n|\n|\r")


def fields_of(text: str) -> Fields:
    """The front matter of notes that are being made."""
    return read_front(text, Problems("", text)).fields


def put(text: str, way: tuple[str, ...], value: Filling) -> str:
    """The notes with one key filled in; it, and the groups around it, are made where there are none.

    ``way`` leads to it: ``("sources", "ruiz", "name")``; a request goes by the id of whom it went to, any other entry
    of a list by its number: ``("requests", "ruiz", "how")``, ``("corrections", "1", "was")``. Raises
    ``AuthoringError`` where a text stands in the place of a group.
    """
    group = fields_of(text)
    if way[0] in LISTS:
        entry = entry_of(group, way[0], way[1])
        if entry is None:
            return _with_entry(text, way[0], way[1], _nested(way[2:], value))
        return _filled(text, entry, way[2:], value, _order(way[:2]))
    at = 0
    while at < len(way) - 1 and isinstance(inner := group.get(way[at]), Fields):
        group, at = inner, at + 1
    return _filled(text, group, way[at:], value, _order(way[:at]))


def entry_of(front: Fields, name: str, which: str) -> Fields | None:
    """The entry of a list of groups: the request to somebody, or the one of a number, counted from 1."""
    listed = front.get(name)
    entries = [each for each in listed if isinstance(each, Fields)] if isinstance(listed, tuple) else []
    if name == "requests":
        return next((each for each in entries if each.text("to") == which), None)
    return entries[int(which) - 1] if which.isdecimal() and 0 < int(which) <= len(entries) else None


def _order(way: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a group in the order of the format; none for ids, which come as they are given."""
    if not way:
        return tuple(FRONT)
    key = FRONT.get(way[0])
    return tuple(key.keys) if key and (key.holds == "group") is (len(way) == 1) else ()


def _nested(way: tuple[str, ...], value: Filling) -> Filling:
    for name in reversed(way):
        value = {name: value}
    return value


def _filled(text: str, group: Fields, way: tuple[str, ...], value: Filling, order: tuple[str, ...]) -> str:
    name, inside = way[0], _nested(way[1:], value)
    if text[group.span.start : group.span.start + 1] == "{":
        return _in_braces(text, group, name, inside)
    if name not in group.keys:
        return _insert(text, *_place_for(text, group, name, order), _lines({name: inside}))
    old, place = group.get(name), group.places[name]
    if isinstance(inside, Mapping):
        if old is not None:
            raise AuthoringError(f"“{name}:” holds a text, expected a group of keys", hint="fill it in by hand")
        indent = _indent(text, group) + len(_STEP)
        return _insert(text, _line_end(text, place.end), indent, _lines(inside))
    if isinstance(old, Fields):
        raise AuthoringError(f"“{name}:” holds a group of keys, expected a text", hint="name one of its keys")
    written = _written(inside)
    begin, end = place.start, place.start
    if old is not None:
        begin, end = len(text[: place.start].rstrip(" ")), _end(old, place.end)
    return _beside_a_remark(text, begin, end, f" {written}" if written else "")


def _in_braces(text: str, group: Fields, name: str, value: Filling) -> str:
    """The notes with one more key behind the last of a group that stands in braces."""
    end = max([group.span.start + 1, *(_end(inner, group.places[key].end) for key, inner in group.values.items())])
    closing = _BRACE.match(text, end)
    if name in group.keys or closing is None:
        hint = "fill it in by hand"
        raise AuthoringError(f"“{name}:” would stand among keys in braces, expected one on each line", hint=hint)
    return f"{text[:end]}{', ' if group.keys else ''}{_braced({name: value})[1:-1]}{text[end:]}"


def _braced(value: Filling) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{in_yaml(name)}: {_braced(inner)}' for name, inner in value.items())}}}"
    if isinstance(value, tuple):
        return listed(value)
    return listed((value,))[1:-1] if value.strip() else ""


def _beside_a_remark(text: str, start: int, end: int, added: str) -> str:
    """A value put after its colon, so that the remark behind it stays in its column where there is room."""
    rest = text[end:].lstrip(" ")
    if not rest.startswith("#"):
        return text[:start] + added + text[end:]
    gap = len(text) - len(rest) - start - len(added)
    return f"{text[:start]}{added}{' ' * max(2, gap)}{rest}"


def _with_entry(text: str, name: str, which: str, inside: Filling) -> str:
    """Notes with one more entry at the end of a list of groups."""
    front = fields_of(text)
    if name not in front.keys:
        text = _insert(text, *_place_for(text, front, name, tuple(FRONT)), [f"{name}:"])
        front = fields_of(text)
    assert isinstance(inside, Mapping)
    first, *others = _lines({"to": which, **inside} if name == "requests" else inside)
    end = _line_end(text, _end(front.get(name), front.places[name].end))
    return _insert(text, end, len(_STEP), [f"- {first}", *(f"{_STEP}{line}" for line in others)])


def _place_for(text: str, group: Fields, name: str, order: tuple[str, ...]) -> tuple[int, int]:
    """Where a new key goes, and how far it is indented: after the last one that the format has before it."""
    indent = _indent(text, group)
    before = [key for key in group.keys if name not in order or (key in order and order.index(key) < order.index(name))]
    if not before:
        return (min((key.start for key in group.keys.values()), default=group.span.start) - indent, indent)
    last = max(before, key=lambda key: group.keys[key].start)
    at = _line_end(text, max(group.keys[last].end, _end(group.get(last), group.places[last].end)))
    while (line := text[at : _line_end(text, at + 1)]).strip().startswith("#") and _leading(line) > indent:
        at += len(line)
    return at, indent


def _insert(text: str, at: int, indent: int, lines: list[str]) -> str:
    newline = newline_of(text)
    return text[:at] + "".join(f"{' ' * indent}{line}{newline}" for line in lines) + text[at:]


def newline_of(text: str) -> str:
    """How the lines of a text end: as its first one does."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _lines(group: Mapping[str, Filling]) -> list[str]:
    return list(_each_line(group))


def _each_line(group: Mapping[str, Filling]) -> Iterator[str]:
    for name, value in group.items():
        if isinstance(value, Mapping):
            yield f"{in_yaml(name)}:"
            yield from (f"{_STEP}{line}" for line in _each_line(value))
        else:
            yield f"{in_yaml(name)}: {_written(value)}".rstrip(" ")


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return listed(value)
    return in_yaml(value) if value.strip() else ""


def _indent(text: str, group: Fields) -> int:
    first = min((key.start for key in group.keys.values()), default=None)
    return 0 if first is None else first - (max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1)


def _end(value: Value, end: int) -> int:
    """Where a value ends, with everything inside it."""
    if isinstance(value, Fields):
        return max([end, *(_end(inner, value.places[key].end) for key, inner in value.values.items())])
    if isinstance(value, tuple):
        return max([end, *(_end(inner, end) for inner in value)])
    if isinstance(value, Traced) and value.noted:
        return max(end, value.noted[1])
    return end


def _line_end(text: str, at: int) -> int:
    """Just past the line that holds an offset; a value that ends with its line ends at the start of the next."""
    if at and text[at - 1] in "\r\n":
        return at
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
