"""One file, and what was found in it: what the runner hands to the reporters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from authoring.config import DEFAULTS, Config
from authoring.findings import Finding, Origin
from authoring.runner.suppressed import Suppressed
from authoring.text.lines import LineIndex
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.prose.document import Document


@dataclass(frozen=True)
class Checked:
    """One file, and what was found in it."""

    path: str
    text: str
    findings: tuple[Finding, ...] = ()
    """In order of place."""
    remark: str = ""
    """Why it was not checked, or not in full; empty where it was."""
    document: Document | None = None
    """The article as parsed; ``None`` for notes, for what was skipped, and where it was checked by another process or
    in an earlier run."""
    told: Mapping[Origin, str] = field(default_factory=dict)
    """What stands in the notes at a finding's origin, fit to be shown."""
    suppressed: tuple[Suppressed, ...] = ()
    """What comments in the article, or a baseline, pass over."""
    withheld: tuple[Span, ...] = ()
    """Stretches of the text that were told in confidence, in order: whatever shows the text shows ``shown`` instead."""
    config: Config = DEFAULTS
    """The settings it was checked by."""
    measured: Mapping[str, float | int | None] | None = None
    """Of an article without its document here, what ``measures`` tells; empty where nobody asked."""
    proofread: bool = False
    """Whether LanguageTool has read all of it."""
    unproofed: str = ""
    """Why LanguageTool has read nothing of it, where it was asked and failed."""
    unread: int = 0
    """Paragraphs on which LanguageTool failed, though it has read the others."""
    rests_on: tuple[str, ...] | None = None
    """The other files and folders that would have to stay as they are, or not to be there, for this to be found again;
    ``None`` where that is not known, or where what is found may not be kept."""

    @property
    def article(self) -> bool:
        """Whether this is an article that was checked, and neither notes nor something that was skipped."""
        return self.document is not None or self.measured is not None

    @property
    def measures(self) -> Mapping[str, float | int | None]:
        """How long the article is and how hard to read; empty for what is none."""
        if self.document is None:
            return self.measured or {}
        from authoring.prose.measures import measures

        return measures(self.document)

    @cached_property
    def shown(self) -> str:
        """The text as it may be shown: what is withheld is unreadable, and every place is as in ``text``."""
        if not self.withheld:
            return self.text
        from authoring.runner.withheld import blanked

        return blanked(self.text, self.withheld)

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of every offset."""
        return LineIndex(self.text)


def failing(results: Iterable[Checked]) -> bool:
    """Whether anything was found that makes the run fail, by the settings of the file that it was found in."""
    return any(fails(result, finding) for result in results for finding in result.findings)


def fails(result: Checked, finding: Finding) -> bool:
    """Whether a finding makes the run fail."""
    least = result.config.fail_on
    return least is not None and finding.severity >= least
