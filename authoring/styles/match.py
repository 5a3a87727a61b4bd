"""What a checker yields, and what it may keep while it reads one article."""

from __future__ import annotations

from dataclasses import dataclass, field

from authoring.styles.passages import Passage, Passages


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a rule points at."""

    passage: Passage
    start: int
    end: int
    """Where they stand in the passage's text."""
    message: str
    suggestions: tuple[str, ...] = ()
    """What could stand instead."""


@dataclass
class State:
    """What is known of one article so far."""

    passages: Passages
    seen: dict[str, set[str]] = field(default_factory=dict)
    """What a rule has met, by the rule's name."""
