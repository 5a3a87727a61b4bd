"""The writer's own words of a whole article in one text, with an index of its words, so that sixty rules read it once.

A rule that asks for a few words looks only where they stand: ``at("expert", "experts")`` costs nothing in an article
that has neither, where a pattern would go over every character of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from authoring.prose.document import WORD, Block, Document, Voice
from authoring.prose.narration import narration_of
from authoring.text.span import Span

_PARTED = "\n\n"
"""Stands between two blocks, so that no pattern without line breaks runs from one into the next."""


@dataclass(frozen=True)
class Narrated:
    """Every block of narration, one after the other, with quoted characters replaced by ``SPOKEN``.

    All places are places in ``text``; ``span`` turns them into those of the file.
    """

    text: str
    """The blocks, parted by an empty line."""
    blocks: tuple[Block, ...]
    """Those whose own voice is narration, in order."""
    starts: Sequence[int]
    """Where each of them begins in ``text``."""

    @cached_property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, by the word in lower case with straight apostrophes."""
        places: dict[str, list[int]] = {}
        plain = self.text.replace("İ", "I").replace("’", "'").lower()  # İ alone is longer in lower case
        for match in WORD.finditer(plain):
            places.setdefault(match[0], []).append(match.start())
        return places

    def at(self, *words: str) -> Iterator[int]:
        """Every place where one of these words begins, in order; the words in lower case, apostrophes straight."""
        known = self.words
        found = [known[word] for word in words if word in known]
        return iter(found[0] if len(found) == 1 else sorted(place for places in found for place in places))

    def block_at(self, place: int) -> tuple[Block, int]:
        """The block that a place stands in, and where that block begins in ``text``."""
        index = bisect_right(self.starts, place) - 1
        return self.blocks[index], self.starts[index]

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        block, begin = self.block_at(place)
        sentences = block.sentence_places
        index = bisect_right(sentences, place - begin, key=lambda sentence: sentence[0]) - 1
        if index < 0:
            return begin, begin + len(block.text)
        start, end = sentences[index]
        return begin + start, begin + max(end, place - begin)

    def span(self, start: int, end: int) -> Span:
        """The stretch of the file that ``text[start:end]`` stands for, within one block."""
        block, begin = self.block_at(start)
        return block.span_of(start - begin, min(end - begin, len(block.text)))


def narrated(document: Document) -> Narrated:
    """What the article tells in its writer's own words; made once for each document."""
    known = document.worked_out.get("narrated")
    if isinstance(known, Narrated):
        return known
    blocks = tuple(block for block in document.blocks if block.voice is Voice.NARRATION)
    starts: list[int] = []
    pieces: list[str] = []
    at = 0
    for block in blocks:
        words = narration_of(document, block)
        starts.append(at)
        pieces.append(words)
        at += len(words) + len(_PARTED)
    made = Narrated(_PARTED.join(pieces), blocks, tuple(starts))
    document.worked_out["narrated"] = made
    return made
