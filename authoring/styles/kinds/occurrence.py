"""``occurrence``: something that stands in one text too often, or not often enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.styles.definition import Definition
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled
from authoring.text.patterns import lazy

_FIRST_WORD = lazy(r"\S+")


@dataclass(frozen=True)
class Occurrence:
    """A rule that counts."""

    definition: Definition

    @cached_property
    def _pattern(self) -> Compiled:
        keys = self.definition.keys
        return compiled(f"{'(?i)' if keys.get('ignorecase') else ''}(?:{keys['token']})")

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """The first of too many, or the first word where there are too few."""
        most, least = self.definition.keys.get("max") or 0, self.definition.keys.get("min") or 0
        places = [match.span() for match in self._pattern.finditer(passage.text)]
        count = len(places)
        if not ((most and count > most) or (least and count < least)):
            return
        text = passage.text
        if places:
            places = [place for place in places if text[slice(*place)].strip().strip("*@")]
        else:
            word = _FIRST_WORD.search(text)
            places = [word.span()] if word else []
        if places:
            yield Match(passage, *places[0], filled(self.definition.message, str(count)))


def build(definition: Definition, accepted: tuple[str, ...]) -> Occurrence:
    """The rule, ready to run."""
    return Occurrence(definition)
