"""Words that a rule leaves alone: its ``exceptions``, and the accepted words of a vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from authoring.styles.pattern import Compiled, compiled


@dataclass(frozen=True)
class Exceptions:
    """The exceptions of one rule."""

    own: tuple[str, ...]
    accepted: tuple[str, ...] = ()
    """The vocabulary's words; empty where the rule does not heed it."""

    @cached_property
    def _last(self) -> list[Any]:
        """The last text that phrases were looked for in, and where they stand: a text is asked about many times."""
        return ["", []]

    @cached_property
    def _within(self) -> Compiled | None:
        terms = sorted((*self.own, *self.accepted), key=len, reverse=True)
        if not terms:
            return None
        scoped = [term if term.startswith("(?i)") else f"(?-i:{term})" for term in terms]
        return compiled(f"(?m)\\b(?:{'|'.join(f'(?:{term})' for term in scoped)})\\b")

    @cached_property
    def _phrases(self) -> Compiled | None:
        terms = [term for term in (*self.own, *self.accepted) if " " in term or "\t" in term or "\\s" in term]
        return compiled(f"(?i)\\b(?:{'|'.join(f'(?:{term})' for term in terms)})\\b") if terms else None

    def allow(self, words: str, text: str, start: int, end: int) -> bool:
        """Whether the words at that place of a text may stand."""
        if not self.own and not self.accepted:
            return False
        within, phrases = self._within, self._phrases
        if within is not None and within.search(words):
            return True
        if phrases is None:
            return False
        if self._last[0] is not text:
            self._last[:] = [text, [found.span() for found in phrases.finditer(text)]]
        return any(first <= start and end <= last for first, last in self._last[1])

    def allow_word(self, words: str) -> bool:
        """Whether the words may stand, wherever they do."""
        return self._within is not None and self._within.search(words) is not None
