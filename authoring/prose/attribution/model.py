"""What the attribution engine answers: words, who said them, the cue, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from authoring.text.span import Span


class Kind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"  # whole sentences or clauses in quotation marks
    MIXED = "mixed"  # the writer's words with the source's among them in quotation marks
    INDIRECT = "indirect"  # in the writer's words


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of an article that name who spoke, and whom they stand for."""

    span: Span
    """A name, a description or a pronoun, as it stands in the file."""
    text: str
    name: str | None = None
    """The person or body that the words resolve to, in the fullest form the article gives; ``None`` where unsure."""
    source: str | None = None
    """The id of the source in the notes, where there are notes and it is known."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The reporting words: said, told, according to."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation, or reported speech, and who said it.

    A quotation that nobody could be named for has no speaker; reported speech always has one.
    """

    kind: Kind
    segments: tuple[Span, ...]
    """The stretches of the file that hold the words, marks included, in order; more than one where the cue or the
    writer's words interrupt them."""
    speaker: Speaker | None
    cue: Cue | None
    """``None`` where no reporting word stands with it: a quotation that carries on, a colon, a layout."""
    step: str
    """The name of the step of the sieve that answered, which is the reason: ``after``, ``before``, ``carries on`` …"""
    sure: float
    """How often this step was right on articles marked by people, 0 to 1."""
    via: Speaker | None = None
    """Whoever passed it on, where a chain is named: in “…, Low said, according to the Herald”, the Herald."""
    steps: tuple[str, ...] = ()
    """For each segment the step that tied it to the speaker."""

    @property
    def span(self) -> Span:
        """From the first word of the first segment to the last of the last."""
        return Span(self.segments[0].start, max(segment.end for segment in self.segments))
