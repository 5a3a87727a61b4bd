"""A place in a text where it is not written as the house writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from authoring.text.patterns import lazy

SPOKEN = "\ue000"
"""Stands for every character in quotation marks, so that places stay and no pattern meets a source's words."""
_WORD = lazy(r"[^\W_](?:\w|['.-](?=[^\W_]))*")


@dataclass(frozen=True, slots=True)
class Departure:
    """A place where a text is not written as the house writes."""

    start: int
    end: int
    instead: str | None
    """What the house has there; ``None`` where only a person can say."""
    convention: str
    """Which one, by the names of ``authoring.config.conventions.CHOICES``."""
    sure: bool = True
    """Whether ``instead`` may be put there without asking anybody."""


class Told(Protocol):
    """A writer's words, with quoted characters replaced by ``SPOKEN`` and paragraphs parted by an empty line."""

    @property
    def text(self) -> str:
        """All of it."""

    @property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, by the word in lower case with straight apostrophes."""


@dataclass(frozen=True)
class Passage:
    """A text that is looked at by itself."""

    text: str

    @cached_property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, by the word in lower case with straight apostrophes."""
        places: dict[str, list[int]] = {}
        plain = self.text.replace("İ", "I").replace("’", "'").lower()  # İ alone is longer in lower case
        for match in _WORD.finditer(plain):
            places.setdefault(match[0], []).append(match.start())
        return places


def is_glued(text: str, place: int) -> bool:
    """Whether a figure belongs to what stands just before it: a sum, a fraction, a code, a range."""
    before = text[place - 1 : place] if place else ""
    return before.isalnum() or (before != "" and before in "$€£¥.,:/#+°§(–—’'%-_=")


def at(told: Told, *words: str) -> list[int]:
    """Every place where one of these words begins, in order."""
    return sorted(place for word in words for place in told.words.get(word, ()))
