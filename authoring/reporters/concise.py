"""One line a finding, for editors and for searching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from authoring.reporters import NOTHING, Look
from authoring.runner.checked import Checked


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """``path:line:column: severity: message [rule]``; a clean run is one line."""
    found = checked = False
    for result in results:
        checked = True
        for finding in result.findings:
            found = True
            line, column = result.lines.position(finding.span.start)
            yield f"{result.path}:{line}:{column}: {finding.severity}: {finding.message} [{finding.rule}]\n"
        if result.remark:
            found = True
            yield f"{result.path}: {result.remark}\n"
    if not found:
        yield "nothing found\n" if checked else NOTHING
