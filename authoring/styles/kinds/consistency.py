"""``consistency``: two spellings of which an article should keep to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.styles.definition import Definition
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled


@dataclass(frozen=True)
class Consistency:
    """A rule that remembers what the article has used."""

    definition: Definition

    @cached_property
    def _pairs(self) -> tuple[Compiled, ...]:
        keys = self.definition.keys
        edge = "" if keys.get("nonword") else "\\b"
        flag = "(?i)" if keys.get("ignorecase") else ""
        return tuple(
            compiled(f"{flag}(?m){edge}(?:(?P<one_>{one})|(?P<other_>{other})){edge}") for one, other in keys["either"]
        )

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """The last of the words in a passage that has both spellings behind it, where they first stand in it."""
        seen = state.seen.setdefault(self.definition.name, set())
        for number, pattern in enumerate(self._pairs):
            first: dict[str, tuple[int, int]] = {}
            last: tuple[int, int] | None = None
            for match in pattern.finditer(passage.text):
                seen.add(f"{'one' if match['one_'] is not None else 'other'} {number}")
                last = first.setdefault(match[0], match.span())
            if last and f"one {number}" in seen and f"other {number}" in seen:
                yield Match(passage, *last, filled(self.definition.message, passage.text[slice(*last)]))


def build(definition: Definition, accepted: tuple[str, ...]) -> Consistency:
    """The rule, ready to run."""
    return Consistency(definition)
