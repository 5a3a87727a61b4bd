"""For programs: the contract of ``docs/design.md``, every key always present."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from authoring.findings import Finding
from authoring.reporters import Look, counts, url_of
from authoring.runner.checked import Checked


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """One JSON object. Offsets are code points into the decoded text, end-exclusive; lines and columns from 1."""
    results = list(results)
    yield json.dumps(
        {
            "version": 1,
            "files": [_file(result) for result in results],
            "summary": counts(finding for result in results for finding in result.findings),
        },
        ensure_ascii=False,
        indent=2,
    )
    yield "\n"


def _file(result: Checked) -> dict[str, Any]:
    return {
        "path": result.path,
        "findings": [finding_as_json(result, finding) for finding in result.findings],
        "measures": dict(result.measures),
    }


def finding_as_json(result: Checked, finding: Finding) -> dict[str, Any]:
    """One finding as the contract has it."""
    line, column = result.lines.position(finding.span.start)
    end_line, end_column = result.lines.position(finding.span.end)
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": str(finding.severity),
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "message": finding.message,
        "origin": asdict(finding.origin) if finding.origin is not None else None,
        "suggestions": [
            {"start": edit.span.start, "end": edit.span.end, "text": edit.text, "safe": edit.safe}
            for edit in finding.suggestions
        ],
        "url": url_of(finding.rule),
    }
