"""What a check of templates finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from authoring.drafting.failures import one_line
from authoring.errors import Level

Check = Literal["syntax", "structure", "fields", "reach", "unused", "notes", "wording"]
"""What was looked at: whether it can be read; what it extends; its fields; what is never reached, or never used; what
notes make of it; and its words."""
LEVELS: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong in a template, at one place."""

    path: Path
    line: int
    """Counted from 1; 0 where the whole file is meant."""
    column: int
    """Counted from 1; 0 where only the line is known."""
    message: str
    level: Level = "error"
    check: Check = "fields"


@dataclass
class Findings:
    """What has been found so far, each thing once."""

    found: set[Finding] = field(default_factory=set)

    def add(self, finding: Finding) -> None:
        """Take down one thing, in one line of a hundred characters at most."""
        self.found.add(replace(finding, message=one_line(finding.message)))

    def at(self, path: Path, line: int) -> Iterable[Finding]:
        """What has been found in a line."""
        return (finding for finding in self.found if finding.path == path and finding.line == line)

    def sorted(self) -> list[Finding]:
        """All of it in order of place."""
        return sorted(self.found)
