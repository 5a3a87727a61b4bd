"""For people: each finding with its line, the words in question underlined, and the note they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

from authoring.findings import Finding
from authoring.reporters import Look, counts
from authoring.runner.checked import Checked

_COLOURS = {"error": "31", "warning": "33", "info": "36", "rule": "2", "place": "1"}
_INDENT = 4
_NARROWEST = 36
_BEFORE = 24
"""Columns of a long line that are kept before the words in question, where there is room."""


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """Findings as they come, and how many there are at the end; a clean run is one line."""
    files = 0
    findings: list[Finding] = []
    last = None
    for result in results:
        files += result.document is not None or not result.remark
        findings.extend(result.findings)
        for finding in result.findings:
            yield from _one(result, finding, look)
        if result.remark:
            yield f"{result.path}: {result.remark}\n"
        last = result
    if findings or (last and files):
        yield _summary(findings, files, last, look)
    elif last is None:
        yield "nothing to check: no Markdown or text file there\n"


def _summary(findings: list[Finding], files: int, last: Checked | None, look: Look) -> str:
    where = f"{files} files" if files != 1 else last.path if last and not findings else "1 file"
    if not findings:
        return f"{where}: nothing found\n" if files == 1 else f"{where} checked, nothing found\n"
    told = [_paint(f"{count} {_plural(name, count)}", name, look) for name, count in counts(findings).items() if count]
    return f"{', '.join(told)} in {where}\n"


def _plural(name: str, count: int) -> str:
    return name if count == 1 or name == "info" else name + "s"


def _paint(text: str, what: str, look: Look) -> str:
    return f"\033[{_COLOURS[what]}m{text}\033[0m" if look.colour else text


def _one(result: Checked, finding: Finding, look: Look) -> Iterator[str]:
    line, column = result.lines.position(finding.span.start)
    severity = str(finding.severity)
    place = _paint(f"{result.path}:{line}:{column}", "place", look)
    rule = _paint(f"[{finding.rule}]", "rule", look)
    yield f"{place}: {_paint(severity, severity, look)}: {_safe(finding.message)} {rule}\n"
    start, end = result.lines.bounds(line)
    words = result.text[start:end]
    # The lines of notes may be confidential: only articles are shown.
    if result.document is not None and words.strip() and len(finding.span):
        shown, marks = _excerpt(words, column - 1, min(finding.span.end, end) - start, look.width - _INDENT)
        yield f"{' ' * _INDENT}{shown}\n{' ' * _INDENT}{_paint(marks, severity, look)}\n"
    if finding.origin is not None:
        origin = finding.origin
        time = f" at {origin.time}" if origin.time else ""
        told = result.told.get(origin, "")
        note = f"from {origin.path}:{origin.line}:{origin.column}{time}" + (f": {told}" if told else "")
        yield f"{' ' * _INDENT}{_shorten(_safe(note), look.width - _INDENT)}\n"


def _safe(text: str) -> str:
    """Without control characters, so that a file's text cannot steer the terminal."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", " ", text)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _shorten(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 1)].rstrip() + "…"


def _excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The part of a line around its characters ``start``–``end`` that fits, and the marks to print under it."""
    line = _safe(line)
    width = max(width, _NARROWEST)
    before = min(_BEFORE, width // 3)
    first = 0
    if len(line) > width and start > before:
        first = line.rfind(" ", 0, start - before) + 1 or start - before
    lead = "… " if first else ""
    shown = lead + line[first:]
    if len(shown) > width:
        shown = shown[: width - 1] + "…"
    begin = start - first + len(lead)
    stop = max(min(end - first + len(lead), len(shown)), begin + 1)
    return shown, " " * _columns(shown[:begin]) + "^" * max(_columns(shown[begin:stop]), 1)
