"""What the user asked for: which rules, how they are set, and what counts as failing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from authoring.findings import Severity


@dataclass(frozen=True)
class Config:
    """One set of settings, made from flags."""

    select: frozenset[str] = frozenset()
    """Names of rules or families to run; empty for all."""
    ignore: frozenset[str] = frozenset()
    """Names of rules or families to leave out."""
    fail_on: Severity | None = Severity.ERROR
    """The least severity that makes the exit code 1; ``None`` for never."""
    house: str = ""
    """Name of the house style; empty for the built-in one."""
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Settings of single rules, by the rule's name."""
