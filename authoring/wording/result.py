"""What the quote check says of one quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from authoring.findings import Origin

Status = Literal[
    "verbatim",  # the words as said, in that order
    "marked",  # the same, with cuts shown by … or [ ]
    "tidied",  # the same as heard: case, hyphens, spelling, contractions, numerals, hesitations
    "omission",  # words left out, and nothing shows it
    "altered",  # words that were not said, or not in that order
    "negation",  # a cut or a change that turns the meaning
    "stitched",  # words from different answers, or far apart, in one pair of marks
    "wrong-speaker",  # somebody else's words
    "not-found",  # nothing like it was said
]
PASSING = frozenset({"verbatim", "marked", "tidied"})
Diff = tuple[tuple[Literal["=", "-", "+"], str], ...]


@dataclass(frozen=True)
class QuoteCheck:
    """Whether quoted words were said, by whom, and where."""

    quote: str
    """As it was given."""
    status: Status
    reason: str = ""
    """What is wrong, in a few words that a message can end with; empty where it passes."""
    origin: Origin | None = None
    """Where its words, or those most like them, stand; ``None`` where there are none."""
    speaker: str | None = None
    """Who said them, as the transcript or the notes name that person in public."""
    source: str | None = None
    """The id of that source in the notes, where it is known."""
    diff: Diff = ()
    """The words in order: ``=`` said and quoted, ``-`` said and not quoted, ``+`` quoted and not said."""
    edits: int = 0
    """How many brackets and ellipses the quotation has."""

    @property
    def passes(self) -> bool:
        """Whether the quotation may stand as it is."""
        return self.status in PASSING
