"""Answers while they are being put together, and what one paragraph leaves for the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from authoring.prose.attribution.model import Attribution, Cue, Kind, Speaker
from authoring.prose.attribution.people import Mention
from authoring.prose.document import Quotation
from authoring.text.span import Span

TURN: Final = "turn"
CARRIES_ON: Final = "carries on"
RUNS_ON: Final = "runs on"
INHERITED: Final = frozenset(
    {
        "after a remark",
        "after its subject",
        "after a report",
        "statement",
        "on from a report",
        "from above",
        "from a report above",
    }
)
"""Steps whose answer gives way to a tag in a later paragraph of the same quotation."""
SURE: Final = {
    TURN: 0.97,
    "after": 0.98,
    CARRIES_ON: 0.98,
    "lead-in": 0.97,
    RUNS_ON: 0.95,
    "before": 0.93,
    "enclosing": 0.93,
    "after a report": 0.9,
    "after a remark": 0.85,
    "following": 0.85,
    "statement": 0.85,
    "after its subject": 0.8,
    "credit": 0.8,
    "from a report above": 0.8,
    "noun": 0.8,
    "other verb": 0.8,
    "reported": 0.8,
    "colon": 0.75,
    "from above": 0.75,
    "on from a report": 0.75,
    "leads on": 0.6,
    "none": 0.0,
}
"""How often each step names the right speaker in news, from counts on marked articles (docs/attribution.md)."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a speaker, before it is known whom they stand for."""

    span: Span
    text: str
    mention: Mention


@dataclass(slots=True)
class Spoken:
    """An answer that grows: later words of the same speaker join it."""

    kind: Kind
    segments: list[Span]
    steps: list[str]
    """For each segment the step that tied it to the speaker."""
    speaker: Named | None
    cue: Cue | None
    via: Named | None = None

    @property
    def step(self) -> str:
        """The step that found the speaker."""
        return next((step for step in self.steps if step not in (CARRIES_ON, RUNS_ON)), self.steps[0])

    def done(self, known: dict[Named, Speaker]) -> Attribution:
        """The finished answer; ``known`` tells whom the words that name speakers stand for."""
        order = sorted(range(len(self.segments)), key=self.segments.__getitem__)
        return Attribution(
            self.kind,
            tuple(self.segments[index] for index in order),
            known[self.speaker] if self.speaker else None,
            self.cue,
            self.step,
            SURE[self.step] if self.speaker else 0.0,
            known[self.via] if self.via else None,
            tuple(self.steps[index] for index in order),
        )

    def add(self, segment: Span, step: str) -> None:
        """Take further words of the same speaker."""
        self.segments.append(segment)
        self.steps.append(step)


@dataclass(frozen=True, slots=True)
class Lead:
    """Whom a bare quotation would belong to, and the step that it would be."""

    speaker: Named
    step: str


@dataclass(slots=True)
class Ledger:
    """The answers so far, and what the last paragraph left open."""

    found: list[Spoken] = field(default_factory=list)
    above: Lead | None = None
    """Who speaks at the end of the paragraph above."""
    running: dict[int, Spoken] = field(default_factory=dict)
    """Quotations that run on into later paragraphs, by the identity of the quotation."""

    def enter(self, spoken: Spoken) -> Spoken:
        """Keep an answer."""
        self.found.append(spoken)
        return spoken

    def remember(self, quotation: Quotation, spoken: Spoken) -> None:
        """Keep in mind that a quotation will go on in a later paragraph."""
        if len(quotation.inner) > 1:
            self.running[id(quotation)] = spoken
