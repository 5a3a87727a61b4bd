"""Reads JSON so that what is wanted keeps its place in the file, and the rest is read at the speed of C.

A shape says where to go into the parts: its keys are those of an object, and ``ITEMS`` stands for every item of a list;
``None`` ends it. What lies below is read in one go, as plain data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]  # the reader of one string, which the stubs leave out
from typing import Any, NamedTuple

from authoring.errors import TranscriptError
from authoring.text.lines import LineIndex
from authoring.text.patterns import lazy

ITEMS = ""
"""In a shape, every item of a list."""
Shape = Mapping[str, "Shape | None"]
_CUT = lazy(r"[\w.+\\-]*\s*\Z")
"""What is left of a value where the file ends in it."""
_SPACE = lazy(r"[ \t\r\n]*")
_NEXT = lazy(r"[ \t\r\n]*([],}])[ \t\r\n]*")
_AGAIN = "get the file again from where it came"
_DEEP = 60
"""Parts within parts beyond which no transcript goes."""


class Part(NamedTuple):
    """A part of the JSON and where it stands."""

    value: Any
    """Plain data; where the shape goes on, a dictionary or a list of parts."""
    at: int
    """Offset of its first character in the text."""


class _BrokenError(Exception):
    """Where it is no JSON."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class _TwiceError(ValueError):
    """A key that stands twice in one object, of which one would be lost."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


class Located:
    """One JSON text."""

    def __init__(self, text: str, path: str = "") -> None:
        self.text = text
        self.path = path
        # raw line ends within strings are read, and NaN, which is no number that could be meant, is nothing
        decoder = json.JSONDecoder(object_pairs_hook=_once, parse_constant=lambda _: None, strict=False)
        self._decode = decoder.raw_decode
        # the part of it that is not Python; what it raises is told by the other
        self._scan: Callable[[str, int], tuple[Any, int]] = decoder.scan_once  # type: ignore[attr-defined]
        self._skip = json.JSONDecoder(parse_constant=lambda _: None, strict=False).raw_decode

    def read(self, shape: Shape) -> Part:
        """The whole of it; raises ``TranscriptError`` with the place where it is no JSON."""
        at = self._space(0)
        try:
            value, end = self._value(at, shape, 0)
        except _BrokenError as broken:
            raise self._malformed(broken.at) from None
        except RecursionError:
            raise self.error(at, "this goes too deep, expected a transcript", _AGAIN) from None
        end = self._space(end)
        if end < len(self.text):
            raise self.error(end, "there is more after the end of the JSON, expected nothing", _AGAIN)
        return Part(value, at)

    def error(self, at: int, message: str, hint: str) -> TranscriptError:
        """An error about the place of a part."""
        line, column = LineIndex(self.text).position(at)
        return TranscriptError(message, path=self.path or None, line=line, column=column, hint=hint)

    def _malformed(self, at: int) -> TranscriptError:
        ends = _CUT.match(self.text, at) is not None
        at = len(self.text.rstrip()) if ends else at
        what = "the file breaks off here, expected the rest of it" if ends else "this is not JSON, expected it here"
        return self.error(at, what, _AGAIN)

    def _space(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def _value(self, at: int, shape: Shape | None, depth: int, wanted: bool = True) -> tuple[Any, int]:
        begin = self.text[at : at + 1]
        if depth > _DEEP:
            raise RecursionError
        if shape is not None and begin == "[" and ITEMS in shape:
            return self._items(at, shape[ITEMS], depth)
        if shape is not None and begin == "{":
            return self._members(at, shape, depth)
        try:
            return (self._decode if wanted else self._skip)(self.text, at)
        except _TwiceError as twice:
            raise self.error(at, f"“{twice}” stands here twice, expected it once", "take one of them out") from None
        except json.JSONDecodeError as error:
            raise _BrokenError(len(self.text) if error.msg.startswith("Unterminated") else error.pos) from None
        except ValueError:  # a number of thousands of digits
            raise self.error(at, "a number here is too long, expected seconds", _AGAIN) from None

    def _items(self, at: int, shape: Shape | None, depth: int) -> tuple[list[Part], int]:
        found: list[Part] = []
        at = self._space(at + 1)
        if self.text.startswith("]", at):
            return found, at + 1
        text, decode, following = self.text, self._scan, _NEXT.match
        while True:
            if shape is None:  # the words, of which there are tens of thousands
                try:
                    value, end = decode(text, at)
                except (StopIteration, ValueError):
                    value, end = self._value(at, None, depth + 1)
            else:
                value, end = self._value(at, shape, depth + 1)
            found.append(Part(value, at))
            match = following(text, end)
            if match and match[1] == ",":
                at = match.end()
            else:
                at, _ = self._next(end, "]")
                return found, at

    def _members(self, at: int, shape: Shape, depth: int) -> tuple[dict[str, Part], int]:
        found: dict[str, Part] = {}
        at = self._space(at + 1)
        if self.text.startswith("}", at):
            return found, at + 1
        while True:
            if not self.text.startswith('"', at):
                raise _BrokenError(at)
            key, end = self._key(at + 1)
            end = self._space(end)
            if not self.text.startswith(":", end):
                raise _BrokenError(end)
            begin = self._space(end + 1)
            if key in found:
                raise self.error(at, f"“{key[:30]}” stands here twice, expected it once", "take one of them out")
            value, end = self._value(begin, shape.get(key), depth + 1, key in shape)
            found[key] = Part(value, begin)
            at, more = self._next(end, "}")
            if not more:
                return found, at

    def _key(self, at: int) -> tuple[str, int]:
        try:
            key: tuple[str, int] = scanstring(self.text, at, False)
        except json.JSONDecodeError as error:
            raise _BrokenError(len(self.text) if error.msg.startswith("Unterminated") else error.pos) from None
        return key

    def _next(self, at: int, closing: str) -> tuple[int, bool]:
        match = _NEXT.match(self.text, at)
        if match and match[1] == ",":
            return match.end(), True
        if match and match[1] == closing:
            return match.end(1), False
        raise _BrokenError(self._space(at))
