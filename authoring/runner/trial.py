"""One rule tried on articles: every hit, and how many there are to a thousand words."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from authoring.findings import Finding
from authoring.prose.document import WORD
from authoring.runner.checked import Checked


@dataclass(frozen=True, slots=True)
class Tried:
    """One hit."""

    number: int
    """Its place among all hits, from 1."""
    result: Checked
    finding: Finding


@dataclass
class Trial:
    """What came of it so far; complete when ``hits`` has run out."""

    rule: str
    needs_notes: bool = False
    articles: int = 0
    without_notes: int = 0
    """Articles that a rule that compares with notes had none for."""
    words: int = 0
    count: int = 0
    suppressed: int = 0
    """Hits that comments in the articles pass over."""
    remarks: list[str] = field(default_factory=list)
    """Files that were not checked, and why."""

    @property
    def per_thousand(self) -> float | None:
        """Hits to a thousand words; ``None`` where there are no words."""
        return self.count * 1000 / self.words if self.words else None

    def hits(self, results: Iterable[Checked]) -> Iterator[Tried]:
        """Every hit in these results, in order, counting on the way."""
        for result in results:
            if result.document is None:
                if result.remark:
                    self.remarks.append(f"{result.path}: {result.remark}")
                continue
            self.articles += 1
            self.without_notes += self.needs_notes and result.document.notes is None
            self.words += sum(1 for block in result.document.blocks for _ in WORD.finditer(block.text))
            self.suppressed += sum(each.finding.rule == self.rule for each in result.suppressed)
            for finding in result.findings:
                if finding.rule in (self.rule, "crashed-rule"):
                    self.count += 1
                    yield Tried(self.count, result, finding)


def drawn(hits: Iterable[Tried], size: int, seed: int) -> list[Tried]:
    """So many of the hits, drawn at random, in order."""
    every = list(hits)
    chosen = every if len(every) <= size else random.Random(seed).sample(every, size)  # noqa: S311  # no secret
    return sorted(chosen, key=lambda hit: hit.number)
