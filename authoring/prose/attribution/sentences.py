"""Cuts a block's tokens into sentences, in which a quotation is one token and stays with its tag."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from authoring.prose.attribution.lexicon import QUOTED
from authoring.prose.attribution.scene import Scene, scene_of
from authoring.prose.attribution.tagging import Row
from authoring.text.patterns import lazy

_TAG: Final = lazy(r"[aP]*(?:X(?:[it&]X)*|p)P?(?:,[^,;:Q]*,)?[axe]*c(?!T|x|p|X?[xv]|X?:)|[aP]*c(?:X|p)(?![xvcT])")
"""A tag that goes on with the sentence after “…?” — She asked; asked the mayor."""

_MERE_TAG: Final = lazy(r"(?:X|p)c\.|c(?:X|p)\.")
_LONGEST: Final = 400
"""Tokens of a sentence, at most."""
_CREDIT_LENGTH: Final = 24
"""Tokens of a credit, at most."""
_CREDIT: Final = lazy(r"-[do]?[jhnm']*N[Nnhij',d&]*.?$")
"""The name alone after a dash: “…” — Ada Low"""


def scenes_of(text: str, row: Row, cuts: list[int]) -> Iterator[Scene]:
    """The sentences of a block's ``text``; ``cuts`` are where its sentences end, quotations' own among them."""
    first = 0
    for cut in sorted({*cuts, *_before_quotes(row)}):
        last = bisect_right(row.ends, cut)
        if last <= first or last >= len(row.ends) or row.starts[last] < cut:
            continue
        if row.tags[last - 1] == QUOTED and row.ends[last - 1] == cut and _goes_on(text, row, last, cuts):
            continue
        yield from _pieces(row, first, last)
        first = last
    yield from _pieces(row, first, len(row.ends))


def _pieces(row: Row, first: int, last: int) -> Iterator[Scene]:
    """A sentence; one that is longer than any that people write, in pieces, since the steps look at it as a whole."""
    while last - first > _LONGEST:
        yield scene_of(row, first, first + _LONGEST)
        first += _LONGEST
    if first < last:
        yield scene_of(row, first, last)


def _before_quotes(row: Row) -> Iterator[int]:
    """Where a full stop stands right before a quotation, or before a capital without a space: a sentence begins."""
    place = row.tags.find(".")
    while 0 <= place < len(row.tags) - 1:
        following = row.starts[place + 1]
        if row.tags[place + 1] == QUOTED or (following == row.ends[place] and row.text[following].isupper()):
            yield row.ends[place]
        place = row.tags.find(".", place + 1)


def _goes_on(text: str, row: Row, place: int, cuts: list[int]) -> bool:
    """Whether the words after a quotation are its tag, though a question or exclamation mark ends it."""
    if _CREDIT.match(row.tags, place) and place + _CREDIT_LENGTH > len(row.tags) - 1:
        return True
    inner = text[row.starts[place - 1] : row.ends[place - 1]].rstrip("\"”’»'")
    index = bisect_right(cuts, row.ends[place - 1])
    end = bisect_right(row.ends, cuts[index]) if index < len(cuts) else len(row.ends)
    if inner[-1:] == ".":  # “We lost.” Low said.
        return _MERE_TAG.fullmatch(scene_of(row, place, min(end, place + 8)).kinds) is not None
    if inner[-1:] not in "?!,—–-":
        return False
    return _TAG.match(scene_of(row, place, min(end, place + 24)).kinds) is not None
