"""``conditional``: something that may stand only where something else does, as an acronym where it is spelled out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.styles.definition import Definition
from authoring.styles.exceptions import Exceptions
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled


@dataclass(frozen=True)
class Conditional:
    """A rule that looks for ``second`` where it finds ``first``."""

    definition: Definition
    exceptions: Exceptions

    @cached_property
    def _first(self) -> Compiled:
        return compiled(self.definition.keys["first"])

    @cached_property
    def _second(self) -> Compiled:
        return compiled(self.definition.keys.get("second", ""))

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """Every ``first`` that no ``second`` up to here explains."""
        text = passage.text
        known = state.seen.setdefault(self.definition.name, set())
        if not self._second.groups:
            if self._second.search(text):
                return
        else:
            for match in self._second.finditer(text):
                known.update(group for group in match.groups() if group)
        for match in self._first.finditer(text):
            words = match[0]
            if words and words not in known and not self.exceptions.allow(words, text, *match.span()):
                yield Match(passage, *match.span(), filled(self.definition.message, words))


def build(definition: Definition, accepted: tuple[str, ...]) -> Conditional:
    """The rule, ready to run."""
    keys = definition.keys
    return Conditional(
        definition, Exceptions(tuple(keys.get("exceptions") or ()), accepted if keys.get("vocab", True) else ())
    )
