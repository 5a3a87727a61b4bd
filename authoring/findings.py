"""What the linter says about an article: findings are data, made by rules and shown by reporters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from authoring.text.span import Span


class Severity(IntEnum):
    """How much a finding matters; compared by ``--fail-on``."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @classmethod
    def parse(cls, name: str) -> Severity:
        """The severity of that name; raises ``KeyError`` for any other word."""
        return cls[name.upper()]

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in the notes or in a transcript that a stretch of an article leads back to."""

    path: str
    line: int
    column: int
    time: str | None = None
    """Place in the recording, as the notes give it (``00:12:41``), where there is one."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An edit that the writer may accept: replace ``span`` by ``text``."""

    span: Span
    text: str
    safe: bool = False
    """Whether the edit cannot change what is said; only such edits are applied without being named."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in an article that a rule points at."""

    rule: str
    """The rule's name: the bad pattern, readable after “allow”."""
    family: str
    severity: Severity
    span: Span
    message: str
    """What is there, a comma, and what was expected; lower case, no full stop, at most 100 characters."""
    origin: Origin | None = None
    suggestions: tuple[Suggestion, ...] = ()
