"""``readability``: the mean of reading grades, and the highest that may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.styles.counts import counts_of, grade_of
from authoring.styles.definition import Definition
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage


@dataclass(frozen=True)
class Readability:
    """A rule that grades."""

    definition: Definition

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """The beginning of the text, where its grade is above the highest."""
        counts = counts_of(passage.text, exact=passage.exact)
        metrics = self.definition.keys["metrics"]
        if not counts["words"] or not counts["sentences"]:
            return
        grade = sum(grade_of(metric, counts) for metric in metrics) / len(metrics)
        if grade > (self.definition.keys.get("grade") or 0):
            yield Match(passage, 0, 0, filled(self.definition.message, f"{grade:.2f}"))


def build(definition: Definition, accepted: tuple[str, ...]) -> Readability:
    """The rule, ready to run."""
    return Readability(definition)
