"""What a rule yields: the place and the words; the runner adds the rule's name, family and severity."""

from __future__ import annotations

from dataclasses import dataclass

from authoring.findings import Origin, Suggestion
from authoring.text.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a rule points at."""

    span: Span
    message: str
    """What is there, a comma, and what was expected; lower case, no full stop, at most 100 characters."""
    origin: Origin | None = None
    suggestions: tuple[Suggestion, ...] = ()
