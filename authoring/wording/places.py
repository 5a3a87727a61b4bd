"""Where the words of a quotation stand in what was said, or those most like them, so that they can be shown there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from authoring.wording.check import by_speaker
from authoring.wording.cuts import found_in
from authoring.wording.judge import Quoted
from authoring.wording.material import Material
from authoring.wording.near import line_up
from authoring.wording.quotation import Quotation, take_apart

_ALIKE = 0.5
"""Share of a quotation from which what lines up with it is what was meant."""


class Place(NamedTuple):
    """A stretch of one passage."""

    passage: int
    """Its number in the material."""
    start: int
    end: int


def places(material: Material, quote: str, speaker: str | None = None) -> tuple[Place, ...]:
    """The stretches that a quotation was taken from, in order; none where nothing like it was said.

    Args:
        material: what was said.
        quote: the words between the quotation marks.
        speaker: who is said to have said them; others are looked at only where that one did not.
    """
    quotation = take_apart(quote)
    ours, others = by_speaker(material, speaker)
    everybody = list(range(len(material.passages)))
    for near in (False, True):
        for numbers in (ours, everybody) if others else (everybody,):
            view = material.view(numbers)
            found = _near(view, quotation) if near else _exactly(view, quotation)
            if found:
                return tuple(Place(numbers[number], start, end) for number, start, end in _within(view, found))
    return ()


def _exactly(material: Material, quotation: Quotation) -> list[tuple[int, int]]:
    found = found_in(material, quotation)
    return [(run.start, run.end) for run in found.runs] if found else []


def _near(material: Material, quotation: Quotation) -> list[tuple[int, int]]:
    quoted = Quoted(quotation)
    if not material.passages or not quoted.keys or not material.index.heard.codes:
        return []
    blocks, share = line_up(material.index, quoted.keys)
    if share < _ALIKE:
        return []
    words = material.index.words
    return sorted(
        (words.start(words.kept[block.said]), words.end(words.kept[block.said + block.length - 1])) for block in blocks
    )


def _within(material: Material, found: Iterable[tuple[int, int]]) -> Iterator[Place]:
    """The same counted within each passage; one that runs over several is cut."""
    for start, end in found:
        first, last = material.number(start), material.number(max(end - 1, start))
        for number in range(first, last + 1):
            base = material.bases[number]
            yield Place(number, max(start - base, 0), min(end - base, len(material.passages[number].text)))
