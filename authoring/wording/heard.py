"""Finds words as they are heard: the letters of all in one string, so that “web site” is found as “website”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from authoring.wording.compounds import may_close
from authoring.wording.words import WALL, Words, alike, code

MOST = 400
"""Places of one run that are looked at; a run that stands in more is a word or two."""
TRIES = 20_000
"""Places where the letters of a run may stand without being its words, as “art” in “part”."""


class Heard:
    """Some of the words of a text, by what they sound like."""

    def __init__(self, words: Words, kept: Sequence[int], walls: Sequence[int]) -> None:
        self.words = words
        self.kept = kept
        """The words that are looked at, by their numbers."""
        starts = [words.places[i] for i in kept]
        self.walls = {bisect_left(starts, wall) for wall in walls}
        """The words, by their place in ``kept``, that begin a text of their own."""
        self.codes = [code(words.keys[i]) for i in kept]
        """What each of them is found by."""
        parts: list[str] = []
        at: list[int] = []
        length = 0
        for i, each in enumerate(self.codes):
            if i in self.walls:
                parts.append(WALL)
                length += 1
            at.append(length)
            parts.append(each)
            length += len(each)
        self._text = "".join(parts)
        self._at = at

    def find(self, quote: Words, wanted: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The first and the last word of every place where these words of a quotation are heard."""
        needle = "".join(code(quote.keys[i]) for i in wanted)
        if not needle:
            return
        at, found = self._text.find(needle), 0
        for _ in range(TRIES):
            if at < 0 or found == MOST:
                return
            first = bisect_left(self._at, at)
            if first < len(self._at) and self._at[first] == at:
                last = bisect_left(self._at, at + len(needle))
                ends = last == len(self._at) or self._at[last] - at - len(needle) <= 1
                if ends and self._same(quote, wanted, first, last):
                    found += 1
                    yield self.kept[first], self.kept[last - 1]
            at = self._text.find(needle, at + 1)

    def _same(self, quote: Words, theirs: Sequence[int], first: int, last: int) -> bool:
        """Whether the words from ``first`` to before ``last`` of ours, which sound like the quote, are its words."""
        ours = self.kept[first:last]
        x = y = 0
        while x < len(ours) and y < len(theirs):
            if not self._holds_dropped(first + x, quote, theirs, y):
                return False
            one, other = code(self.words.keys[ours[x]]), code(quote.keys[theirs[y]])
            if one == other:
                if not alike(self.words.keys[ours[x]], quote.keys[theirs[y]]):
                    return False
                x, y = x + 1, y + 1
                continue
            begin_x, begin_y = x, y
            x, y = x + 1, y + 1
            while len(one) != len(other):
                if len(one) < len(other):
                    if x == len(ours):
                        return False
                    one, x = one + code(self.words.keys[ours[x]]), x + 1
                else:
                    if y == len(theirs):
                        return False
                    other, y = other + code(quote.keys[theirs[y]]), y + 1
            if one != other or not _one_compound(self.words, ours[begin_x:x], quote, theirs[begin_y:y]):
                return False
        if x != len(ours) or y != len(theirs):
            return False
        return self._holds_dropped(first + x, quote, theirs, y)

    def _holds_dropped(self, at: int, quote: Words, theirs: Sequence[int], number: int) -> bool:
        """Whether what does not count before a word of the quote was said there too: nobody puts in an “um”."""
        low = theirs[number - 1] if number else -1
        high = theirs[number] if number < len(theirs) else len(quote.keys)
        if high - low == 1:
            return True
        begin = self.kept[at - 1] if at else -1
        end = self.kept[at] if at < len(self.kept) else len(self.words.keys)
        said = iter(self.words.keys[begin + 1 : end])
        return all(key in said for key in quote.keys[low + 1 : high])


def _one_compound(words: Words, ours: Sequence[int], quote: Words, theirs: Sequence[int]) -> bool:
    """Whether two stretches with the same letters differ only in how a compound is written."""
    one, other = _cuts(words, ours), _cuts(quote, theirs)
    closed = "".join(words.keys[i] for i in ours)
    marks = {cuts[at] for cuts, rest in ((one, other), (other, one)) for at in cuts.keys() - rest.keys()}
    return all(may_close(closed, mark == "-") for mark in marks)


def _cuts(words: Words, numbers: Sequence[int]) -> dict[int, str]:
    """After how many letters a stretch is cut into words, and by what."""
    cuts: dict[int, str] = {}
    length = 0
    for before, number in pairwise(numbers):
        length += len(code(words.keys[before]))
        cuts[length] = words.joint(number)
    return cuts
