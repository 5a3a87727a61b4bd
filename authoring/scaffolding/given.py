"""What somebody sets from outside: ``sources.ruiz.name=Ana Ruiz``, checked against the keys that notes may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from authoring.errors import AuthoringError
from authoring.notes.schema import FRONT, INSTEAD, Key
from authoring.text.near import nearest


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the front matter and what it is to hold."""

    way: tuple[str, ...]
    value: str | tuple[str, ...]
    """Several where the key was given several times, and may hold several."""

    @property
    def dotted(self) -> str:
        """The key as it is typed."""
        return ".".join(self.way)


def settings(given: Iterable[str]) -> list[Setting]:
    """What ``key=value`` settings mean, in order. Raises ``AuthoringError`` for a key that there is not."""
    found: dict[tuple[str, ...], list[str]] = {}
    several: set[tuple[str, ...]] = set()
    for each in given:
        dotted, equals, value = each.partition("=")
        shown = _shown(dotted)
        if not equals:
            raise _wrong(shown, "there is no “=” in it, expected key=value", 'for example: --set byline="Joan Pell"')
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise _wrong(shown, "this value is no UTF-8 text, expected that", "set the terminal to UTF-8")
        way = tuple(part.strip() for part in dotted.split("."))
        key = _key(way, shown)
        if key.holds in ("texts", "anything"):
            several.add(way)
        elif way in found:
            raise _wrong(shown, "it is set twice, expected once", "leave one of them out")
        found.setdefault(way, []).append(value)
    return [Setting(way, tuple(values) if len(values) > 1 else values[0]) for way, values in found.items()]


def _key(way: tuple[str, ...], shown: str) -> Key:
    """The key at the end of a way. Raises ``AuthoringError`` where there is none."""
    name, *inside = way
    key = _known(FRONT, name, "", shown)
    if key.holds in ("group", "groups"):
        which = {"group": "", "groups": "1." if name == "corrections" else "ID."}[key.holds]
        example = f"{name}.{which}{next(iter(key.keys))}=…"
        if len(inside) != (2 if which else 1) or not all(inside):
            raise _wrong(shown, f"this is a group of keys, expected one of them, as in {example}", "")
        if which == "1." and not inside[0].isdecimal():
            raise _wrong(shown, f"this is a list, expected the number of an entry, as in {example}", "")
        return _known(key.keys, inside[-1], ".".join((name, *inside[:-1], "")), shown)
    if inside:
        raise _wrong(shown, f"“{name}” has no keys inside it, expected --set {name}=…", "")
    return key


def _known(keys: Mapping[str, Key], name: str, before: str, shown: str) -> Key:
    key = keys.get(name)
    if key is None:
        near = INSTEAD.get(name) if not before and name in INSTEAD else nearest(name, keys)
        hint = f"did you mean “{_shown(before)}{near}”?" if near else f"there are: {', '.join(keys)}"
        raise _wrong(shown, f"there is no key “{_shown(name)}”", hint)
    return key


def _wrong(shown: str, message: str, hint: str) -> AuthoringError:
    return AuthoringError(message, path=f"--set {shown}".strip(), hint=hint)


def _shown(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text[:60])
    return plain if len(text) <= 60 else f"{plain}…"
