"""Workflow commands, which GitHub shows beside the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from authoring.findings import Finding, Severity
from authoring.reporters import Look
from authoring.reporters.lines import one_a_finding
from authoring.runner.checked import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """One command a finding; columns count from 1 and the last is included, as GitHub wants it."""
    return one_a_finding(results, _finding, _remark)


def _finding(result: Checked, finding: Finding) -> str:
    line, column = result.lines.position(finding.span.start)
    end_line, end_column = result.lines.position(finding.span.end)
    fields = {"file": result.path, "line": line, "endLine": end_line, "col": column, "title": finding.rule}
    if end_line == line:
        fields["endColumn"] = max(end_column - 1, column)
    told = ",".join(f"{key}={_escape(str(value), inside=True)}" for key, value in fields.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_escape(finding.message)}"


def _remark(result: Checked) -> str:
    return f"::notice file={_escape(result.path, inside=True)}::{_escape(result.remark or '')}"


def _escape(text: str, inside: bool = False) -> str:
    """GitHub's own escapes; inside a field, colons and commas too."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
