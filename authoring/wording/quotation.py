"""Takes a quotation apart: its stretches of words, and what it shows as cut or put in between them.

Practice: the Associated Press and the New York Times show words left out by an ellipsis and words put in by brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from authoring.text.patterns import lazy
from authoring.wording.characters import even, without_stage
from authoring.wording.words import Words

_MARK = lazy(
    r"(?P<ellipsis>[(\[]?\s*(?:(?:\.[ \t\xa0]?){2,}\.|…)(?:\s*\.)*\s*[)\]]?)"
    r"|(?P<stem>\w{1,40})?\[(?P<inside>[^\[\]]{0,400})\](?P<rest>\w{1,40})?"
)


@dataclass(frozen=True)
class Mark:
    """A place in a quotation where something is shown to be changed."""

    kind: Literal["ellipsis", "bracket", "letter"]
    """``letter`` for “[T]he”, which changes nothing but the case."""
    inside: str = ""
    """The words in the brackets; for “walk[ing]” the whole word."""
    stem: str = ""
    """The letters of such a word that stand outside its brackets, in lower case."""


@dataclass(frozen=True)
class Quotation:
    """A quotation as it is looked for."""

    text: str
    """Its even text, without stage directions."""
    pieces: tuple[Words, ...]
    """The stretches of words between its cuts."""
    cuts: tuple[tuple[Mark, ...], ...]
    """What is shown before each stretch and after the last; none inside a stretch."""
    letters: int
    """How many letters stand in brackets for their case alone."""

    @property
    def marked(self) -> bool:
        """Whether it shows any change."""
        return self.letters > 0 or any(self.cuts)

    @property
    def edits(self) -> int:
        """How many brackets and ellipses it has."""
        return self.letters + sum(map(len, self.cuts))

    @property
    def count(self) -> int:
        """How many words are quoted."""
        return sum(len(piece.faces) for piece in self.pieces)


def take_apart(quote: str) -> Quotation:
    """The stretches of a quotation and the marks between them."""
    text = without_stage(even(quote), strict=True)
    stretches: list[tuple[int, int]] = []
    cuts: list[list[Mark]] = [[]]
    letters = 0
    begin = 0
    chars = list(text)
    for match in _MARK.finditer(text):
        mark = _mark(match)
        if mark.kind == "letter":
            letters += 1
            _take_brackets_out(chars, match)
            continue
        if _has_word(chars, begin, match.start()):
            stretches.append((begin, match.start()))
            cuts.append([])
        cuts[-1].append(mark)
        begin = match.end()
    if _has_word(chars, begin, len(chars)):
        stretches.append((begin, len(chars)))
        cuts.append([])
    whole = "".join(chars)
    pieces = tuple(Words(whole[start:end]) for start, end in stretches)
    return Quotation(whole, pieces, tuple(map(tuple, cuts)), letters)


def _mark(match: re.Match[str]) -> Mark:
    if match["ellipsis"]:
        return Mark("ellipsis")
    stem, inside, rest = match["stem"] or "", match["inside"], match["rest"] or ""
    if not stem and len(inside) == 1 and inside.isalpha() and rest:
        return Mark("letter")
    if not inside.strip(" .…"):
        return Mark("ellipsis")
    return Mark("bracket", stem + inside + rest, (stem or rest).casefold())


def _take_brackets_out(chars: list[str], match: re.Match[str]) -> None:
    for at in range(match.start(), match.end()):
        if chars[at] in "[]":
            chars[at] = "\ue000"


def _has_word(chars: list[str], start: int, end: int) -> bool:
    return any(char.isalnum() or char in "%&" for char in chars[start:end])
