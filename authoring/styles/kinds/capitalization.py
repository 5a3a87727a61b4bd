"""``capitalization``: the case of a heading, or of another short text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.styles.actions import suggested
from authoring.styles.casing import sentence_case, title_case
from authoring.styles.definition import Definition
from authoring.styles.exceptions import Exceptions
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled
from authoring.text.patterns import lazy

_NUMBERED = lazy(r"[0-9]+\.")
_WORD = r"[\p{N}\p{L}*]+[^\s]*"


@dataclass(frozen=True)
class Capitalization:
    """A rule that compares a text with what it should be."""

    definition: Definition
    exceptions: Exceptions

    @property
    def _vocabulary(self) -> list[str]:
        return sorted((*self.exceptions.own, *self.exceptions.accepted), key=len, reverse=True)

    @cached_property
    def _words(self) -> Compiled:
        terms = [f"(?-i:{term})" for term in self._vocabulary]
        return compiled(f"(?m)\\b(?:{'|'.join(terms)})\\b|{_WORD}" if terms else _WORD)

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """The whole text, where its case is not as it should be."""
        text = passage.text
        expected = self._expected(text)
        if expected is None or not text.strip():
            return
        definition = self.definition
        made = suggested(definition.action, definition.params, text) if definition.action else ()
        if definition.action == "replace" and not made and definition.keys["match"] in {"$title", "$sentence"}:
            made = (expected,)
        yield Match(passage, 0, len(text), filled(definition.message, text, expected), made)

    def _expected(self, text: str) -> str | None:
        """What the text should be; nothing where it is near enough."""
        keys = self.definition.keys
        match, prefix = keys["match"], keys.get("prefix", "")
        if match in {"$lower", "$upper"}:
            expected = text.lower() if match == "$lower" else text.upper()
            return None if text == expected or self.exceptions.allow_word(text) else expected
        if match == "$title":
            expected = title_case(text, self._vocabulary, prefix, chicago=keys.get("style") == "Chicago")
            return None if self._share(text, expected, title=True) >= self._threshold else expected
        if match == "$sentence":
            expected = sentence_case(text, self._vocabulary, prefix, self._starts)
            return None if self._share(text, expected, title=False) >= self._threshold else expected
        fits = compiled(match).search(text) is not None or self.exceptions.allow_word(text)
        return None if fits else str(match)

    @property
    def _threshold(self) -> float:
        return float(self.definition.keys.get("threshold") or 0.8)

    def _starts(self, word: str, place: int) -> bool:
        marks = self.definition.keys.get("indicators") or ()
        return any(len(word) > len(mark) and word.endswith(mark) for mark in marks) or (
            place == 0 and _NUMBERED.search(word) is not None
        )

    def _share(self, text: str, expected: str, *, title: bool) -> float:
        """How much of the text is as it should be, by words."""
        wanted = [match[0] for match in self._words.finditer(expected)]
        words = [match[0] for match in self._words.finditer(text)]
        right = 0
        for place, word in enumerate(words):
            if (
                place >= len(wanted)
                or word == wanted[place]
                or self.exceptions.allow_word(word)
                or (title and word == word.upper())
            ):
                right += 1
            elif not title and place == 0 and word != word.lower().title():
                return 0.0
        return right / len(words) if words else 1.0


def build(definition: Definition, accepted: tuple[str, ...]) -> Capitalization:
    """The rule, ready to run."""
    keys = definition.keys
    return Capitalization(
        definition, Exceptions(tuple(keys.get("exceptions") or ()), accepted if keys.get("vocab", True) else ())
    )
