"""Looks for the stretches of a quotation in order, with what is shown as cut between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from authoring.wording.index import Run
from authoring.wording.material import Material
from authoring.wording.meaning import NEGATIONS, turning_word
from authoring.wording.quotation import Mark, Quotation
from authoring.wording.words import Words

_HIDDEN = 8
"""Words that a bracket may stand for where it holds few itself."""
_CHAINS = 50


class Found(NamedTuple):
    """A quotation whose every stretch was said, in order, within one answer."""

    runs: tuple[Run, ...]
    turned: str | None
    """The word that a shown cut takes out, or a bracket puts in, so that the meaning turns."""
    hidden: int
    """How many words its cuts stand for."""


def found_in(material: Material, quotation: Quotation) -> Found | None:
    """Where the quotation stands; the place whose cuts hide least, and one whose meaning is kept before any other."""
    if not quotation.pieces or not material.passages:
        return None
    index = material.index
    if len(quotation.pieces) == 1:
        for run in index.find(quotation.pieces[0]):
            stems = [mark for cut in quotation.cuts for mark in cut if mark.stem]
            if all(_beside(index.words, run, mark) for mark in stems):
                return Found((run,), None, 0)
        return None
    places = [sorted(index.find(piece), key=lambda run: (run.start, not run.exact)) for piece in quotation.pieces]
    best: Found | None = None
    for chain in _chains(material, places):
        found = _judged(index.words, quotation, chain)
        if found and (
            best is None or (found.turned is not None, found.hidden) < (best.turned is not None, best.hidden)
        ):
            best = found
    return best


def _chains(material: Material, places: list[list[Run]]) -> Iterator[tuple[Run, ...]]:
    for number, first in enumerate(places[0]):
        if number == _CHAINS:
            return
        answer = material.passages[material.number(first.start)].answer
        chain = [first]
        for runs in places[1:]:
            after = next((run for run in runs if run.start >= chain[-1].end), None)
            if after is None or material.passages[material.number(after.start)].answer != answer:
                break
            chain.append(after)
        if len(chain) == len(places):
            # the last place of the first stretch before the second hides least; part of this one is none of its own
            closer = [run for run in places[0] if first.end < run.end <= chain[1].start]
            if not closer:
                yield tuple(chain)


def hidden_words(words: Words, start: int, end: int) -> tuple[int, int]:
    """The heard words between two offsets, as the first and the one past the last."""
    return bisect_left(words.places, start), bisect_left(words.places, end)


def _judged(words: Words, quotation: Quotation, chain: tuple[Run, ...]) -> Found | None:
    turned, hidden = None, 0
    for (before, after), cut in zip(pairwise(chain), quotation.cuts[1:-1], strict=True):
        low, high = hidden_words(words, before.end, after.start)
        if not may_hide(words, low, high, cut):
            return None
        hidden += high - low
        turned = turned or turned_by(words, low, high, cut)
    return Found(chain, turned, hidden)


def may_hide(words: Words, low: int, high: int, cut: tuple[Mark, ...]) -> bool:
    """Whether the marks between two stretches may stand for these words: a bracket for a few, an ellipsis for many."""
    brackets = [mark for mark in cut if mark.kind == "bracket"]
    for mark in brackets:
        if mark.stem and not any(mark.stem[:4] in words.keys[i] for i in range(low, high)):
            return False
    if len(brackets) < len(cut):
        return True
    return high - low <= max(_HIDDEN, 3 * sum(len(mark.inside.split()) for mark in brackets))


def turned_by(words: Words, low: int, high: int, cut: tuple[Mark, ...]) -> str | None:
    """The word whose loss in a cut, or whose gain in its brackets, turns the meaning."""
    put = [key for mark in cut if mark.kind == "bracket" for key in Words(mark.inside).keys if key in NEGATIONS]
    lost = turning_word(words, low, high)
    if put:
        return None if lost in NEGATIONS or any(words.keys[i] in NEGATIONS for i in range(low, high)) else put[0]
    return lost


def _beside(words: Words, run: Run, mark: Mark) -> bool:
    """Whether a word like “walk[ing]” at either end of a quotation stands for the word beside it."""
    low, high = hidden_words(words, run.start, run.end)
    near = [*range(max(0, low - 3), low), *range(high, min(len(words.keys), high + 3))]
    return any(mark.stem[:4] in words.keys[i] for i in near)
