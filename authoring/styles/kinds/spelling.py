"""``spelling``: words that no dictionary and no word list has."""

from __future__ import annotations

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
from authoring.text.patterns import lazy

_BETWEEN = lazy(r"\S+")
_OPENING, _CLOSING = "$(\"['“‘", ",)\"]!;.?:'”’"
_WHOLE = lazy(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
"""Abbreviations, which keep their points."""
_NOT_WORDS = lazy(r"[^a-zA-Z_']|[A-Z]$|[A-Z][a-z]+[A-Z]+\w")
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
        for start, end in _words(passage.text):
            word = passage.text[start:end].replace("’", "'").replace("‘", "'")
            if SPOKEN in word or (standard and _NOT_WORDS.search(word.removesuffix("'s"))):
                continue
            if self._filters is not None and self._filters.search(word):
                continue
            if self._dictionary.knows(word) or (self._exceptions is not None and self._exceptions.search(word)):
                continue
            made = self._dictionary.near(word) if definition.action == "suggest" else ()
            yield Match(passage, start, end, filled(definition.message, word), made)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand: between spaces, without the marks around them."""
    for match in _BETWEEN.finditer(text):
        start, end = match.span()
        while end - start > 1 and not _WHOLE.search(text, start, end):
            if text[start] in _OPENING:
                start += 1
            elif text[end - 1] in _CLOSING:
                end -= 1
            else:
                break
        if any(letter.isalpha() for letter in text[start:end]):
            yield start, end


def build(definition: Definition, accepted: tuple[str, ...]) -> Spelling:
    """The rule, ready to run. Raises ``ConfigError`` where a dictionary is not there."""
    made = Spelling(definition, accepted)
    dictionary_of(definition, check=True)
    return made
