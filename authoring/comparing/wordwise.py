"""Two texts held against each other word by word, whatever marks and spaces stand between the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from authoring.comparing.changes import Diff
from authoring.comparing.tokens import FIGURE, Token, as_heard, as_written
from authoring.verification.words import FUNCTION, stem

Opcode = tuple[str, int, int, int, int]
_ISLAND = 2
"""Words between two changes that are shown as part of them, where they carry no meaning."""


@dataclass(frozen=True)
class Text:
    """The words of a stretch of an article, as they are compared."""

    text: str
    heard: bool = True
    """Whether “eleven” is 11 and “don’t” is “do not”: the house decides that, but not inside a quotation."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words with their places."""
        return tuple(as_heard(self.text) if self.heard else as_written(self.text))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every word by what it is compared by."""
        return keys_of(self.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words that carry meaning, all figures as one."""
        return frozenset(FIGURE if key[0] == FIGURE else stem(key) for key in self.keys if key not in FUNCTION)

    @cached_property
    def outline(self) -> tuple[str, ...]:
        """The words in order, all figures as one, so that a figure that has changed makes no other sentence."""
        return tuple(FIGURE if key[0] == FIGURE else key for key in self.keys)

    def shown(self, start: int, end: int) -> str:
        """Words with the marks between and after them, as they stand."""
        if start == end:
            return ""
        first = self.tokens[start].start if start else 0
        last = self.tokens[end].start if end < len(self.tokens) else len(self.text)
        return " ".join(self.text[first:last].split())


def keys_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """What words are compared by."""
    return tuple(key for token in tokens for key in token.keys)


def opcodes(old: Text, new: Text) -> list[Opcode]:
    """How the words of one become those of the other; a lone “of the” between two changes is part of them."""
    before, after = ([token.keys for token in text.tokens] for text in (old, new))
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    done: list[Opcode] = []
    for place, (how, start, end, other, past) in enumerate(found):
        inside = how == "equal" and 0 < place < len(found) - 1 and end - start <= _ISLAND
        tag = "replace" if inside and FUNCTION.issuperset(keys_of(old.tokens[start:end])) else how
        if done and tag != "equal" and done[-1][0] != "equal":
            done[-1] = ("replace", done[-1][1], end, done[-1][3], past)
        else:
            done.append((tag, start, end, other, past))
    return done


def difference(old: Text, new: Text) -> Diff:
    """The words of both in order; nothing where they are the same."""
    if old.keys == new.keys:
        return ()
    return tuple(_pieces(old, new))


def _pieces(old: Text, new: Text) -> Iterator[tuple[Literal["=", "-", "+"], str]]:
    for tag, start, end, other, past in opcodes(old, new):
        if tag == "equal":
            yield "=", new.shown(other, past)
            continue
        if end > start:
            yield "-", old.shown(start, end)
        if past > other:
            yield "+", new.shown(other, past)


def likeness(old: Text, new: Text) -> float:
    """How much two texts are alike, from 0 to 1: their words in order, and those that carry meaning."""
    if not old.keys or not new.keys:
        return 0.0
    both = len(old.stems & new.stems)
    shared = 2 * both / (len(old.stems) + len(new.stems)) if both else 0.0
    in_order = SequenceMatcher(None, old.outline, new.outline, autojunk=False)
    if shared < _LEAST and in_order.quick_ratio() < _LEAST:
        return 0.0
    return (shared + in_order.ratio()) / 2


_LEAST = 0.3


def runs(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words stand in both in the same order, and how many of them at most in a row."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks), max(block.size for block in blocks)
