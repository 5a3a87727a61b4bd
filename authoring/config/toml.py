"""Where every key and value of a TOML text stands, which the standard library's reader does not tell.

It goes over a text that ``tomllib`` has accepted, so it need not tell right from wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from authoring.text.patterns import lazy

Keys = tuple[str | int, ...]
"""What leads to a value: names of keys, and from 0 the places in lists."""

_BLANK = lazy(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = lazy(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXT = lazy(
    r'"""(?:\\.|[^\\])*?"""(?:""|")?' r"|'''.*?'''(?:''|')?" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_PLAIN = lazy(r"[^,\]}#\n]*")


@dataclass
class Offsets:
    """Where keys and values begin, by what leads to them."""

    keys: dict[Keys, int] = field(default_factory=dict)
    """Where the last key of the way stands; for a table, where it is named first."""
    values: dict[Keys, int] = field(default_factory=dict)


def offsets(text: str) -> Offsets:
    """Every key and value of a TOML text. Raises ``RecursionError`` where lists stand in lists beyond measure."""
    return _Scan(text).all()


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found = Offsets()
        self.lists: dict[Keys, int] = {}
        """How many tables each list of tables (``[[files]]``) has so far."""

    def all(self) -> Offsets:
        table: Keys = ()
        while self._skip():
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.found

    def _skip(self) -> bool:
        """Go over blanks and comments; whether anything is left."""
        self.at = _BLANK.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches nothing, too
        return self.at < len(self.text)

    def _key(self) -> list[tuple[str, int]]:
        """The parts of a key (``a.b``), each with where it stands."""
        parts = []
        while True:
            self._skip()
            match = _KEY.match(self.text, self.at)
            if match is None:  # tomllib would not have let it pass
                raise ValueError(self.at)
            parts.append((_name(match[0]), self.at))
            self.at = match.end()
            self._skip()
            if self.text[self.at : self.at + 1] != ".":
                return parts
            self.at += 1

    def _walk(self, table: Keys, parts: list[tuple[str, int]]) -> Keys:
        """The way from a table along the parts of a key, through the latest table of each list of tables."""
        for name, at in parts:
            table = (*table, name)
            self.found.keys.setdefault(table, at)
            if table in self.lists:
                table = (*table, self.lists[table] - 1)
        return table

    def _header(self) -> Keys:
        double = self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        parts = self._key()
        self.at += 2 if double else 1
        if not double:
            return self._walk((), parts)
        name, at = parts[-1]
        many = (*self._walk((), parts[:-1]), name)
        self.found.keys.setdefault(many, at)
        self.lists[many] = self.lists.get(many, 0) + 1
        one = (*many, self.lists[many] - 1)
        self.found.keys[one] = at
        return one

    def _pair(self, table: Keys) -> None:
        keys = self._walk(table, self._key())
        self.at += 1  # the equals sign
        self._skip()
        self._value(keys)

    def _value(self, keys: Keys) -> None:
        self.found.values[keys] = self.at
        opening = self.text[self.at : self.at + 1]
        if opening in ("[", "{"):
            self._inside(keys, opening)
            return
        match = _TEXT.match(self.text, self.at) or _PLAIN.match(self.text, self.at)
        assert match is not None
        self.at = match.end()

    def _inside(self, keys: Keys, opening: str) -> None:
        """A list, or a table on one line."""
        self.at += 1
        number = 0
        while self._skip() and self.text[self.at] not in "]}":
            if self.text[self.at] == ",":
                self.at += 1
            elif opening == "{":
                self._pair(keys)
            else:
                self._value((*keys, number))
                number += 1
        self.at += 1


def _name(raw: str) -> str:
    """A key without its quotation marks."""
    if raw[0] == "'":
        return raw[1:-1]
    if raw[0] == '"' and "\\" in raw:
        import tomllib

        return str(tomllib.loads(f"key = {raw}")["key"])
    return raw.strip('"')
