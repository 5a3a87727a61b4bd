"""A text as it reads: without what is invisible, without markup inside words, with every letter in its plain form.

“Jane <b>D</b>oe”, “J&#97;ne Doe”, “Jané Doe” and a name with a soft hyphen in it are all Jane Doe to whoever reads the
page, or searches it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from unicodedata import category, normalize
from urllib.parse import unquote

from authoring.text.patterns import lazy
from authoring.text.span import Span

_RESOLVED = lazy(
    r"(?P<code>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});|(?:%[0-9a-fA-F]{2})+)"
    r"|(?P<inside>(?<=[^\W_])(?:\*{1,3}|~~|`+|\\(?=[^\w\s])|</?[A-Za-z][^<>]{0,200}>|<!--[^<>]{0,200}-->)+(?=\w))"
    r"|(?P<foreign>[^\x00-\x7f]+)"
)
_FOREIGN = lazy(r"[^\x00-\x7f\u2010-\u2026]+")
"""What is neither ASCII nor a dash or quotation mark of print."""
_DROPPED = frozenset({"Cf", "Mn"})
"""Kinds of characters that are not seen by themselves: zero-width ones, soft hyphens, accents that join a letter."""
_DEEPEST = 3
"""How often a code is resolved that holds a code."""


@dataclass(frozen=True)
class Bare:
    """A text as it reads, whose every stretch is known to its places in the file."""

    text: str
    starts: tuple[int, ...]
    """Where pieces begin in it, in order."""
    places: tuple[tuple[int, int, bool], ...]
    """Of each piece its place in the file, and whether it stands there as it stands here."""

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of it stands in the file."""
        return Span(self._place(start)[0], self._place(end - 1)[1])

    def _place(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self.starts, offset) - 1
        first, last, same = self.places[number]
        at = first + offset - self.starts[number]
        return (at, at + 1) if same else (first, last)


def bare(text: str) -> Bare:
    """The text as it reads."""
    kept: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int, bool]] = []
    size = 0
    for piece, first, last, same in _pieces(text):
        if piece:
            kept.append(piece)
            starts.append(size)
            places.append((first, last, same))
            size += len(piece)
    return Bare("".join(kept), tuple(starts), tuple(places))


def _pieces(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """What each stretch of the file reads as, its place, and whether it reads as it stands."""
    at = 0
    for match in _RESOLVED.finditer(text):
        if match["inside"]:
            written: str | None = ""
        else:
            read = _code(match[0]) if match["code"] else match[0]
            written = None if read.isascii() and read == match[0] else plain(read)
        if written is None or written == match[0]:
            continue
        yield text[at : match.start()], at, match.start(), True
        at = match.end()
        if match["foreign"] and len(match[0]) > 1:  # each letter has its own place
            yield from ((plain(char), place, place + 1, False) for place, char in enumerate(match[0], match.start()))
        else:
            yield written, match.start(), at, False
    yield text[at:], at, len(text), True


def _code(code: str) -> str:
    for _ in range(_DEEPEST):
        read = unescape(unquote(code))
        if read == code:
            break
        code = read
    return code


def plain(text: str) -> str:
    """Letters without accents and in their usual form, and nothing that is not seen."""
    if text.isascii():
        return text
    return "".join(char for char in normalize("NFKD", text) if category(char) not in _DROPPED)


def same_length(text: str) -> str:
    """Without accents, character by character, so that places stay: Zoë is as good as Zoe."""
    if text.isascii():
        return text
    return _FOREIGN.sub(lambda match: "".join(normalize("NFD", char)[0] for char in match[0]), text)


def tidy(text: str) -> str:
    """Words as they are compared: plain, in small letters, with one space between them."""
    return re.sub(r"\s+", " ", plain(text)).strip().casefold()
