"""``spelling``: words that no dictionary and no word list has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.prose.narration import SPOKEN
from authoring.styles.definition import Definition
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled
from authoring.styles.wordlists import Dictionary, dictionary_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_WORDS = re.compile(r"[^a-zA-Z_']|[A-Z]$|[A-Z][a-z]+[A-Z]+\w")
"""Words with figures or foreign letters, in capitals, or in camelCase, which no dictionary settles."""


@dataclass(frozen=True)
class Spelling:
    """A rule that looks words up."""

    definition: Definition
    accepted: tuple[str, ...]

    @cached_property
    def _dictionary(self) -> Dictionary:
        return dictionary_of(self.definition)

    @cached_property
    def _filters(self) -> Compiled | None:
        filters = self.definition.keys.get("filters") or ()
        return compiled("|".join(f"(?:{text})" for text in filters)) if filters else None

    @cached_property
    def _exceptions(self) -> Compiled | None:
        own = (*(self.definition.keys.get("exceptions") or ()), *(f"\\b{term}\\b" for term in self.accepted))
        return compiled(f"(?i)(?:{'|'.join(f'(?:{term})' for term in own)})") if own else None

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """Every word that is not known."""
        definition = self.definition
        standard = not definition.keys.get("custom")
        for match in _WORD.finditer(passage.text):
            word = match[0].replace("’", "'")
            if SPOKEN in word or (standard and _NOT_WORDS.search(word.removesuffix("'s"))):
                continue
            if self._filters is not None and self._filters.search(word):
                continue
            if self._dictionary.knows(word) or (self._exceptions is not None and self._exceptions.search(word)):
                continue
            made = self._dictionary.near(word) if definition.action == "suggest" else ()
            yield Match(passage, *match.span(), filled(definition.message, word), made)


def build(definition: Definition, accepted: tuple[str, ...]) -> Spelling:
    """The rule, ready to run. Raises ``ConfigError`` where a dictionary is not there."""
    made = Spelling(definition, accepted)
    dictionary_of(definition, check=True)
    return made
