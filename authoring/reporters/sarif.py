"""SARIF 2.1.0, which code hosts and review tools read: findings, suggestions, and what is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from authoring import __version__
from authoring.findings import Finding, Origin, Severity, Suggestion
from authoring.reporters import Look, uri_of
from authoring.runner.checked import Checked
from authoring.runner.suppressed import ALWAYS, Suppressed
from authoring.text.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """One run; lines and columns count from 1, columns in code points, and the end is just past the last character."""
    results = list(results)
    told = [(result, finding, None) for result in results for finding in result.findings]
    told += [(result, out.finding, out) for result in results for out in result.suppressed]  # type: ignore[misc]
    rules = sorted({(finding.rule, finding.severity) for _, finding, _ in told}, key=lambda pair: (pair[0], -pair[1]))
    numbers = {name: number for number, name in enumerate(dict.fromkeys(name for name, _ in rules))}
    levels = dict(reversed(rules))
    notices = [_notice(result) for result in results if result.remark]
    run = {
        "tool": {
            "driver": {
                "name": "authoring",
                "semanticVersion": __version__,
                "rules": [_rule(name, levels[name]) for name in numbers],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notices}],
        "results": [_result(result, finding, numbers[finding.rule], out) for result, finding, out in told],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
    yield "\n"


def _rule(name: str, severity: Severity) -> dict[str, Any]:
    from authoring.rules.pages import help_of

    short, full = help_of(name)
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": short},
        "help": {"text": full, "markdown": full},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(result: Checked, finding: Finding, number: int, out: Suppressed | None) -> dict[str, Any]:
    from authoring.runner.baseline import fingerprint

    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(result, finding.span)}],
    }
    if finding.rule not in ALWAYS:
        made["partialFingerprints"] = {"ruleAndWords/v1": fingerprint(result, finding)}
    if finding.origin is not None:
        made["relatedLocations"] = [_origin(finding.origin)]
    if finding.suggestions:
        made["fixes"] = [_fix(result, edit) for edit in finding.suggestions]
    if out is not None:
        kind = {"kind": "external" if out.external else "inSource", "status": "accepted"}
        made["suppressions"] = [kind | ({"justification": out.reason} if out.reason else {})]
    return made


def _location(result: Checked, span: Span) -> dict[str, Any]:
    return {"artifactLocation": {"uri": uri_of(result.path)}, "region": _region(result, span)}


def _region(result: Checked, span: Span) -> dict[str, int]:
    line, column = result.lines.position(span.start)
    end_line, end_column = result.lines.position(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _fix(result: Checked, edit: Suggestion) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(result, edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": {"uri": uri_of(result.path)}, "replacements": [replacement]}
    words = f"write “{edit.text}”" if edit.text else "take these words out"
    return {"description": {"text": words}, "artifactChanges": [change], "properties": {"safe": edit.safe}}


def _origin(origin: Origin) -> dict[str, Any]:
    region = {"startLine": max(origin.line, 1), "startColumn": max(origin.column, 1)}
    place = {"artifactLocation": {"uri": uri_of(origin.path)}, "region": region}
    return {"id": 1, "physicalLocation": place, "message": {"text": "the note it comes from"}}


def _notice(result: Checked) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri_of(result.path)}}}
    return {"level": "note", "message": {"text": result.remark}, "locations": [place]}
