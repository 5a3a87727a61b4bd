"""Findings that are not told of, and those of which there can be none."""

from __future__ import annotations

from dataclasses import dataclass

from authoring.findings import Finding

UNUSED = "unused-suppression"
ALWAYS = frozenset({"leaked-source", "crashed-rule", "malformed-notes", "missing-notes", UNUSED})
"""What no comment and no baseline silences: a promise to a source, and what keeps an article from being checked."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not told of, and why."""

    finding: Finding
    reason: str = ""
    """What the comment gives as reason."""
    external: bool = False
    """Whether a baseline, and not a comment, passes over it."""
