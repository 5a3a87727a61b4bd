"""One line a finding, for editors and for searching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from authoring.findings import Finding
from authoring.reporters import Look
from authoring.reporters.lines import one_a_finding
from authoring.runner.checked import Checked


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """``path:line:column: severity: message [rule]``."""
    return one_a_finding(results, _finding, lambda result: f"{result.path}: {result.remark}")


def _finding(result: Checked, finding: Finding) -> str:
    line, column = result.lines.position(finding.span.start)
    return f"{result.path}:{line}:{column}: {finding.severity}: {finding.message} [{finding.rule}]"
