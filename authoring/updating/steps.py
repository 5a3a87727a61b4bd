"""Aligns the sentences of two versions of a passage: which is which, reworded, split, joined, added or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

from authoring.updating.blocks import Token
from authoring.updating.pairing import words

LEAST = 0.4
"""Likeness from which two sentences are one, reworded."""
PARTED = 0.6
"""Likeness from which two sentences are one that was split, or one is two that were joined."""
_MOST = 20_000
"""Pairs of sentences beyond which only those are found that are to the letter."""


class Step(NamedTuple):
    """Sentences of the base, and what they have become; either may be none."""

    start: int
    end: int
    other_start: int
    other_end: int


class _Said(NamedTuple):
    key: str
    words: list[str]


def steps(base: Sequence[Token], other: Sequence[Token]) -> list[Step]:
    """The steps that lead through both versions from their first sentence to their last."""
    one, two = [_said(token) for token in base], [_said(token) for token in other]
    first = 0
    while first < min(len(one), len(two)) and one[first].key == two[first].key:
        first += 1
    last = 0
    while last < min(len(one), len(two)) - first and one[-1 - last].key == two[-1 - last].key:
        last += 1
    made = [Step(number, number + 1, number, number + 1) for number in range(first)]
    made += _between(one, two, first, len(one) - last, len(two) - last)
    for number in range(last, 0, -1):
        made.append(Step(len(one) - number, len(one) - number + 1, len(two) - number, len(two) - number + 1))
    return made


def _said(token: Token) -> _Said:
    return _Said(token.key, words(token.text) or [token.key])


def _between(one: Sequence[_Said], two: Sequence[_Said], first: int, end: int, other_end: int) -> list[Step]:
    rows, columns = end - first, other_end - first
    if rows * columns > _MOST:
        keys = [[said.key for said in side] for side in (one[first:end], two[first:other_end])]
        return list(_by_letter(SequenceMatcher(None, keys[0], keys[1]), first))
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    came: list[list[tuple[int, int]]] = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows + 1):
        for column in range(columns + 1):
            options = [
                (best[row - up][column - left] + worth, (up, left))
                for up, left in _SHAPES
                if up <= row and left <= column
                for worth in [_worth(one[first + row - up : first + row], two[first + column - left : first + column])]
                if worth >= 0
            ]
            if options:
                best[row][column], came[row][column] = max(options, key=lambda option: option[0])
    made: list[Step] = []
    row, column = rows, columns
    while row or column:
        up, left = came[row][column]
        made.append(Step(first + row - up, first + row, first + column - left, first + column))
        row, column = row - up, column - left
    return made[::-1]


def _by_letter(matcher: SequenceMatcher[str], first: int) -> Iterator[Step]:
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            for number in range(end - start):
                at, other = first + start + number, first + other_start + number
                yield Step(at, at + 1, other, other + 1)
        else:
            yield Step(first + start, first + end, first + other_start, first + other_end)


_SHAPES = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))
"""How many sentences of the base may become how many of the other version."""


def _worth(one: Sequence[_Said], two: Sequence[_Said]) -> float:
    """How sure it is that these sentences became those; below 0 where they did not."""
    if not one or not two:
        return 0.0
    if len(one) == len(two) == 1 and one[0].key == two[0].key:
        return 1.0
    score = likeness([word for said in one for word in said.words], [word for said in two for word in said.words])
    return score - (LEAST if len(one) == len(two) else PARTED)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much two sentences share, word for word in order, from 0 to 1."""
    return Indel.normalized_similarity(one, other)
