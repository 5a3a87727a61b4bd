"""Lets a sentence that one side moved into another paragraph have what the other side made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from authoring.updating.blocks import Block, Token, tokens
from authoring.updating.pairing import words
from authoring.updating.steps import steps

LEAST = 4
"""Words of a sentence that is known again in another paragraph; shorter ones may stand there by chance."""


def telling(token: Token) -> bool:
    """Whether a sentence is long enough to be known again anywhere."""
    return len(words(token.text)) >= LEAST


def new_sentences(base: Sequence[Block], other: Sequence[Block]) -> frozenset[str]:
    """What one side has written that the base does not have, by sentences that can be known again."""
    known = {token.key for block in base for token in tokens([block])}
    return frozenset(
        token.key for block in other for token in tokens([block]) if token.key not in known and telling(token)
    )


class Following:
    """Changes the sentences that ``mover`` has moved as the other side has changed them in their old place."""

    def __init__(self, base: Sequence[Block], mover: list[Block]) -> None:
        self.mover = mover
        self._places = {token.key: number for number, block in enumerate(mover) for token in tokens([block])}
        counts = [Counter(token.key for block in side for token in tokens([block])) for side in (base, mover)]
        self._sure = {key for key, count in counts[0].items() if count == counts[1][key] == 1}
        self.moved: set[str] = set()
        """The sentences that stand elsewhere now."""

    def follow(self, base: Sequence[Block], mover: Sequence[Block], other: Sequence[Block]) -> None:
        """Look at blocks that belong together; ``base``, ``mover`` and ``other`` are their versions."""
        before, after = tokens(base), tokens(other)
        stayed = {token.key for token in before} & {token.key for token in tokens(mover)}
        if len(stayed) == len(before):
            return
        left = {
            step.start: before[step.start]
            for step in steps(before, tokens(mover))
            if step.start < step.end and step.other_start == step.other_end
            if before[step.start].key in self._sure and telling(before[step.start])
        }
        self.moved |= {token.key for token in left.values()}
        if not left:
            return
        for step in steps(before, after):
            if step.end - step.start == 1 and step.start in left:
                became = after[step.other_start : step.other_end]
                if len(became) < 2 and [token.key for token in became] != [left[step.start].key]:
                    self._put(left[step.start], became[0].text if became else "")

    def _put(self, old: Token, text: str) -> None:
        number = self._places[old.key]
        block = self.mover[number]
        pieces = list(self._pieces(block, old.key, text))
        self.mover[number] = replace(block, text="".join(pieces))

    def _pieces(self, block: Block, key: str, text: str) -> Iterator[str]:
        begun = False
        for token in tokens([block]):
            words_now = text if token.key == key else token.text
            if words_now:
                yield (token.before if begun else "") + words_now
                begun = True
