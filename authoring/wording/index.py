"""Finds runs of words in a long text at once: the text is read once, and each search is one search in a string."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from authoring.wording.heard import MOST, TRIES, Heard
from authoring.wording.words import WALL, Words

if TYPE_CHECKING:
    from authoring.wording.near import Letters


class Run(NamedTuple):
    """A place where quoted words stand."""

    start: int
    """Offset into the index's text."""
    end: int
    exact: bool
    """Whether they stand there letter for letter; otherwise as they are heard."""


class Index:
    """The words of one or more texts, ready to be searched."""

    def __init__(self, words: Words, walls: Sequence[int] = ()) -> None:
        self.words = words
        self.walls = walls
        """Offsets at which a text begins that does not go on from the one before it."""
        at_wall = {bisect_left(words.starts, wall) for wall in walls}
        joined = _joints(words)
        self._faces = "".join((WALL if i in at_wall else joined[i]) + face for i, face in enumerate(words.faces)) + WALL
        self._face_at = list(accumulate((len(face) + 1 for face in words.faces), initial=1))
        self._lower = _lower(self._faces)
        self.heard = Heard(words, words.kept, walls)
        """The words that count, as they are heard."""

    @cached_property
    def _all_heard(self) -> Heard:
        """All words as they are heard, also “um” and what was said twice."""
        return Heard(self.words, range(len(self.words.keys)), self.walls)

    @cached_property
    def letters(self) -> Letters:
        """The words that count, one character each."""
        from authoring.wording.near import Letters

        return Letters(self)

    def find(self, quote: Words) -> Iterator[Run]:
        """Every place where the quoted words stand, letter for letter first, then as they are heard."""
        if not quote.faces:
            return
        seen: set[int] = set()
        for run in self._letters(quote):
            seen.add(run.start)
            yield run
        for run in self._sounds(quote):
            if run.start not in seen:
                seen.add(run.start)
                yield run

    def _sounds(self, quote: Words) -> Iterator[Run]:
        found = False
        loose = [Words(quote.text, loose=True)] if quote.has_asides else []
        for reading in (quote, *loose):
            for first, last in self.heard.find(reading, reading.kept):
                found = True
                yield Run(self.words.start(first), self.words.end(last), exact=False)
        if not found:
            for first, last in self._all_heard.find(quote, range(len(quote.keys))):
                yield Run(self.words.start(first), self.words.end(last), exact=False)

    def _letters(self, quote: Words) -> Iterator[Run]:
        joined = _joints(quote)
        needle = "".join(joint + face for joint, face in zip(joined, quote.faces, strict=True))[1:]
        lower = _lower(needle)
        exact = set(self._places(self._faces, needle))
        for at in sorted(exact):
            yield self._run(at, needle, exact=True)
        for at in self._places(self._lower, lower):
            if at not in exact and not _other_initials(self._faces[at : at + len(needle)], needle):
                yield self._run(at, needle, exact=False)

    def _places(self, hay: str, needle: str) -> Iterator[int]:
        at, found = hay.find(needle), 0
        for _ in range(TRIES):
            if at < 0 or found == MOST:
                return
            end = at + len(needle)
            if hay[at - 1] in " -\x1e" and hay[end] in " -\x1e":
                found += 1
                yield at
            at = hay.find(needle, at + 1)

    def _run(self, at: int, needle: str, *, exact: bool) -> Run:
        first = bisect_left(self._face_at, at)
        last = bisect_right(self._face_at, at + len(needle) - 1) - 1
        return Run(self.words.starts[first], self.words.ends[last], exact)


def _joints(words: Words) -> list[str]:
    """What stands before each word: a hyphen, or anything else, which counts as a space."""
    text, starts, ends = words.text, words.starts, words.ends
    return [
        "-" if i and starts[i] - ends[i - 1] == 1 and text[ends[i - 1]] == "-" else " " for i in range(len(words.faces))
    ]


def _other_initials(said: str, quoted: str) -> bool:
    """Whether “us” was said and “US” is quoted, or the other way round."""
    return "us" in said.casefold() and re.findall(r"\bUS\b", said) != re.findall(r"\bUS\b", quoted)


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)
