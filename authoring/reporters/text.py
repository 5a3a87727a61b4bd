"""For people: each finding with its line, the words in question underlined, and the note they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

from authoring.findings import Finding
from authoring.reporters import NOTHING, Look, counts
from authoring.runner.checked import Checked
from authoring.text.span import Span

_COLOURS = {"error": "31", "warning": "33", "info": "36", "rule": "2", "place": "1"}
_NO_WIDTH = ("Mn", "Me", "Cf")
"""Kinds of characters that take no column: accents set on others, joiners, marks of direction."""
_INDENT = 4
_NARROWEST = 36
_BEFORE = 24
"""Columns of a long line that are kept before the words in question, where there is room."""
_WHOLE = 10
"""Columns more that are given to show a word whole."""


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
        yield NOTHING


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
    # The lines of notes may be confidential: only articles are shown.
    if result.document is not None and len(finding.span) and not result.text[start:end].isspace():
        shown, marks = _excerpt(result.text, Span(start, end), finding.span, look.width - _INDENT)
        yield f"{' ' * _INDENT}{shown}\n{' ' * _INDENT}{_paint(marks, severity, look)}\n"
    if finding.origin is not None:
        origin = finding.origin
        time = f" at {origin.time}" if origin.time else ""
        told = result.told.get(origin, "")
        note = f"from {origin.path}:{origin.line}:{origin.column}{time}" + (f": {told}" if told else "")
        yield f"{' ' * _INDENT}{_fitting(_safe(note), look.width - _INDENT)}\n"


def _safe(text: str) -> str:
    """Without control characters, so that a file's text cannot steer the terminal."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", " ", text)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if category(char) in _NO_WIDTH else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _fitting(text: str, width: int) -> str:
    """The text, or as much of its beginning as fits into that many columns, and “…”."""
    if len(text) * 2 <= width or (len(text) <= width * 4 and _columns(text) <= width):
        return text
    kept = text[: width - 1]  # no character takes less than a column, but for marks on others
    while _columns(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _excerpt(text: str, line: Span, marked: Span, width: int) -> tuple[str, str]:
    """The part of a line around the marked words that fits, and the marks to print under them.

    Only what may fit is looked at, since a line may be a whole book.
    """
    width = max(width, _NARROWEST)
    reach = 2 * width
    end = min(marked.end, line.end)
    before = _safe(text[max(line.start, marked.start - reach) : marked.start])
    words = _safe(text[marked.start : min(end, marked.start + reach)])
    after = _safe(text[end : min(line.end, end + reach)])
    lead = ""
    room = min(_BEFORE, width // 3)
    if _columns(before) > room and _columns(before + words + after) > width:
        while _columns(before) > room:
            shorter = before.partition(" ")[2] or before[1:]
            if _columns(shorter) < room and _columns(before) <= room + _WHOLE:
                break
            before = shorter
        lead = "… "
    shown = _fitting(lead + before + words + after, width)
    begin = _columns(lead + before)
    return shown, " " * begin + "^" * max(min(_columns(words), _columns(shown) - begin), 1)
