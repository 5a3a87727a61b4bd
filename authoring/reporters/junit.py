"""JUnit's XML, which most build servers show: a suite for each file, a case for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from authoring.findings import Finding
from authoring.reporters import Look
from authoring.runner.checked import Checked, fails
from authoring.text.patterns import lazy

_NOT_IN_XML = lazy(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """A case fails where its finding makes the run fail; one that is less grave passes, and is told in its output."""
    results = list(results)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    cases = sum(max(len(result.findings), 1) for result in results)
    failures = sum(fails(result, finding) for result in results for finding in result.findings)
    yield f'<testsuites name="authoring" tests="{cases}" failures="{failures}" errors="0">\n'
    for result in results:
        yield from _suite(result)
    yield "</testsuites>\n"


def _suite(result: Checked) -> Iterator[str]:
    findings = result.findings
    failures = sum(fails(result, finding) for finding in findings)
    skipped = int(bool(result.remark) and not findings)
    path = _plain(result.path)
    yield f'  <testsuite name="{path}" tests="{max(len(findings), 1)}" failures="{failures}" '
    yield f'errors="0" skipped="{skipped}">\n'
    for finding in findings:
        yield from _case(result, finding, path)
    if not findings:
        told = f'><skipped message="{_plain(result.remark)}"/></testcase>' if skipped else "/>"
        yield f'    <testcase classname="{path}" name="nothing found"{told}\n'
    yield "  </testsuite>\n"


def _case(result: Checked, finding: Finding, path: str) -> Iterator[str]:
    line, column = result.lines.position(finding.span.start)
    name = f"{_plain(finding.rule)} {line}:{column}"
    yield f'    <testcase classname="{path}" name="{name}" file="{path}" line="{line}">\n'
    message = _plain(finding.message)
    place = f"{path}:{line}:{column}: {finding.severity}: {message}"
    if fails(result, finding):
        yield f'      <failure type="{finding.severity}" message="{message}">{place}</failure>\n'
    else:
        yield f"      <system-out>{place}</system-out>\n"
    yield "    </testcase>\n"


def _plain(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text).translate(_ESCAPES)
