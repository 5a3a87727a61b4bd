"""``metric``: a formula over the counts of a text, and when its result is too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.styles.counts import counts_of
from authoring.styles.definition import Definition
from authoring.styles.formula import Formula, read_formula
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage


@dataclass(frozen=True)
class Metric:
    """A rule that measures."""

    definition: Definition

    @cached_property
    def _formula(self) -> Formula:
        return read_formula(self.definition.keys["formula"].replace("heading.h", "heading_h"))

    @cached_property
    def _condition(self) -> Formula:
        return read_formula(f"result__ {self.definition.keys.get('condition', '> 0')}")

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """The first word of the text, where the condition holds for it."""
        counts = counts_of(passage.text, state.passages if passage.scope.startswith("summary") else None, passage.exact)
        if not counts["words"]:
            return
        result = self._formula(counts)
        if result is not None and self._condition({**counts, "result__": result}):
            yield Match(passage, 0, 0, filled(self.definition.message, f"{result:.2f}"))


def build(definition: Definition, accepted: tuple[str, ...]) -> Metric:
    """The rule, ready to run."""
    return Metric(definition)
