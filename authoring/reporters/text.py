"""For people: each finding with its line, the words in question underlined, and the note they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from authoring.findings import Finding
from authoring.reporters import NOTHING, Look, counts
from authoring.reporters.note import note_of
from authoring.reporters.terminal import columns, fitting, safe
from authoring.runner.checked import Checked
from authoring.text.patterns import lazy
from authoring.text.span import Span

_COLOURS = {"error": "31", "warning": "33", "info": "36", "rule": "2", "place": "1"}
_INDENT = 4
_NARROWEST = 36
_BEFORE = 24
"""Columns of a long line that are kept before the words in question, where there is room."""
_PARAGRAPH_END = lazy(r"(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]")
_WHOLE = 10
"""Columns more that are given to show a word whole."""


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """Findings as they come, and how many there are at the end; a clean run is one line."""
    files = 0
    findings: list[Finding] = []
    last = None
    for result in results:
        files += result.article or not result.remark
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
    yield f"{place}: {_paint(severity, severity, look)}: {safe(finding.message)} {rule}\n"
    start, end = _shown_of(result, finding.span)
    # The lines of notes may be confidential: only articles are shown.
    if result.article and len(finding.span) and not result.shown[start:end].isspace():
        shown, marks = _excerpt(result.shown, Span(start, end), finding.span, look.width - _INDENT)
        yield f"{' ' * _INDENT}{shown}\n{' ' * _INDENT}{_paint(marks, severity, look)}\n"
    if finding.origin is not None:
        told = result.told.get(finding.origin, "")
        yield from (f"{' ' * _INDENT}{line}\n" for line in note_of(finding.origin, told, look.width - _INDENT))


def _shown_of(result: Checked, marked: Span) -> tuple[int, int]:
    """Where the line of the marked words begins and ends; where they run over lines, those of their paragraph too."""
    start, end = result.lines.bounds(result.lines.position(marked.start)[0])
    if marked.end > end:
        paragraph = _PARAGRAPH_END.search(result.text, end, marked.end)
        end = paragraph.start() if paragraph else result.lines.bounds(result.lines.position(marked.end)[0])[1]
    return start, end


def _excerpt(text: str, line: Span, marked: Span, width: int) -> tuple[str, str]:
    """The part of a line around the marked words that fits, and the marks to print under them.

    Only what may fit is looked at, since a line may be a whole book.
    """
    width = max(width, _NARROWEST)
    reach = 2 * width
    end = min(marked.end, line.end)
    before = safe(text[max(line.start, marked.start - reach) : marked.start])
    words = safe(text[marked.start : min(end, marked.start + reach)])
    after = safe(text[end : min(line.end, end + reach)])
    lead = ""
    room = min(_BEFORE, width // 3)
    if columns(before) > room and columns(before + words + after) > width:
        while columns(before) > room:
            shorter = before.partition(" ")[2] or before[1:]
            if columns(shorter) < room and columns(before) <= room + _WHOLE:
                break
            before = shorter
        lead = "… "
    shown = fitting(lead + before + words + after, width)
    begin = columns(lead + before)
    return shown, " " * begin + "^" * max(min(columns(words), columns(shown) - begin), 1)
