"""A sentence as the sieve sees it: its noun phrases, quotations, verbs and marks in a row, one letter each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from authoring.prose.attribution import lexicon as lex
from authoring.prose.attribution.cue_words import CueWord
from authoring.prose.attribution.tagging import Row
from authoring.text.patterns import lazy

PHRASE: Final = "X"
"""A noun phrase: “the port’s spokesman”, “Sen. Ada Low (D-Vt.)”."""
_CHUNK: Final = lazy(r"(?P<X>[do]?(?:[jmnhN'P]|e')*[nhNm]P*|m(?=[xcvawi]))|.")


@dataclass(frozen=True)
class Scene:
    """One sentence of a block, in chunks: noun phrases as ``X``, every other token as its own letter."""

    row: Row
    first: int
    """The sentence's first token in the row."""
    last: int
    """Past its last token."""
    kinds: str
    """A letter for each chunk."""
    begins: tuple[int, ...]
    """The first token of each chunk, and once past the last."""

    def word(self, chunk: int) -> str:
        """A chunk's first word, in lower case."""
        return self.row.words[self.begins[chunk]]

    def last_word(self, chunk: int) -> str:
        """A chunk's last word, in lower case."""
        return self.row.words[self.begins[chunk + 1] - 1]

    def tags(self, chunk: int) -> str:
        """The letters of the tokens in a chunk."""
        return self.row.tags[self.begins[chunk] : self.begins[chunk + 1]]

    def start(self, chunk: int) -> int:
        """Where a chunk begins in the block's text."""
        return self.row.starts[self.begins[chunk]]

    def end(self, chunk: int) -> int:
        """Where a chunk ends in the block's text."""
        return self.row.ends[self.begins[chunk + 1] - 1]

    def cue(self, chunk: int) -> CueWord | None:
        """The reporting verb in a chunk."""
        return self.row.cues.get(self.begins[chunk])

    @cached_property
    def quotes(self) -> tuple[int, ...]:
        """The chunks that are quotations."""
        return tuple(place for place, kind in enumerate(self.kinds) if kind == lex.QUOTED)

    @cached_property
    def cue_places(self) -> tuple[int, ...]:
        """The chunks that are reporting verbs, or “according”."""
        return tuple(place for place, kind in enumerate(self.kinds) if kind in "cbgA")


def scene_of(row: Row, first: int, last: int) -> Scene:
    """The chunks of the tokens ``first`` to ``last`` of a row."""
    kinds: list[str] = []
    begins: list[int] = []
    for match in _CHUNK.finditer(row.tags, first, last):
        kinds.append(PHRASE if match["X"] else match[0])
        begins.append(match.start())
    begins.append(last)
    return Scene(row, first, last, "".join(kinds), tuple(begins))
