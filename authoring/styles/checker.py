"""What a style rule that is ready to run can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from authoring.styles.definition import Definition
from authoring.styles.match import Match, State
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled


class Checker(Protocol):
    """A rule that reads one passage after the other."""

    @property
    def definition(self) -> Definition:
        """What its file says."""

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """What it finds in a passage."""


@dataclass(frozen=True)
class Alternatives:
    """The alternatives of one pattern, as ``existence`` and ``substitution`` have them: thousands, most of them words.

    ``before`` and ``after`` stand around them in the whole pattern.
    """

    before: str
    terms: tuple[str, ...]
    after: str
    numbered: bool
    """Whether it must be told which of them matched."""
    words: bool
    """Whether a match begins and ends at the edge of a word, and nothing else stands around the alternatives."""
    ignorecase: bool

    def pattern(self, numbers: Sequence[int]) -> str:
        """The whole pattern with these of the alternatives."""
        opening = "(" if self.numbered else "(?:"
        parts = "|".join(f"{opening}{self.terms[number]})" for number in numbers)
        return f"{self.before}(?:{parts}){self.after}"


class TermChecker(Protocol):
    """A rule whose matches are those of alternatives, which are looked up for all rules together."""

    @property
    def definition(self) -> Definition:
        """What its file says."""

    @property
    def alternatives(self) -> Alternatives:
        """What it looks for."""

    def found(self, passage: Passage, start: int, end: int, number: int) -> Match | None:
        """The match for words that one of the alternatives took; nothing where they may stand."""


__all__ = ["Alternatives", "Checker", "Compiled", "TermChecker"]
