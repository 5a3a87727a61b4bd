"""Makes an article ready for the page, from its text as it may be shown: nothing else of it gets there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from authoring.config import DEFAULTS, Config
from authoring.findings import Finding, Origin, Suggestion
from authoring.prose import Document, parse
from authoring.readability.model import Measures, Stats
from authoring.reporters import counts
from authoring.reporters.page import charts
from authoring.reporters.page.model import Article, Figures, Note, Row
from authoring.reporters.page.names import MEASURES
from authoring.reporters.page.rows import Marked, only_with_notes, rows_of
from authoring.reporters.page.wording import figure, share
from authoring.reporters.terminal import safe
from authoring.rules.structure._headline import headline_of, headline_words
from authoring.text.lines import LineIndex

_LONGEST = 300
"""Characters of words that an edit replaces, and of those it writes."""
_HEADLINE = 160
"""Characters of a headline; a longer first line is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file for the page."""

    path: str
    text: str
    """As it may be shown."""
    prose: bool = True
    """Whether it is an article; of anything else no line is shown."""
    remark: str = ""
    findings: tuple[Finding, ...] = ()
    told: Mapping[Origin, str] = field(default_factory=dict)
    config: Config = DEFAULTS
    measures: Measures = field(default_factory=dict)


def listed(entry: Entry) -> Article:
    """A file of which only the name is told."""
    measures = entry.measures
    words, grade = measures.get("words"), measures.get(charts.GRADE)
    return Article(
        0,
        safe(entry.path),
        "",
        safe(entry.remark),
        counts(entry.findings),
        words=figure(words) if measures else "",
        grade=figure(grade) if measures else "",
    )


def shown(
    number: int, entry: Entry, stats_of: Callable[[Document], Stats] | None = None, *, whole: bool = True
) -> Article:
    """A file with its text: all of it, or the paragraphs with findings; measured, if somebody measures."""
    if not entry.prose:
        lines = LineIndex(entry.text)
        loose = tuple(one.note for one in _marked(entry, lines, ""))
        return Article(number, safe(entry.path), "", safe(entry.remark), counts(entry.findings), loose=loose)
    document = parse(entry.text, path=entry.path)
    stats = stats_of(document) if stats_of is not None else None
    target = charts.target_of(document, entry.config)
    grades = _grades(stats, target) if stats is not None else {}
    rows = rows_of(document, _marked(entry, document.lines, entry.text), grades)
    measures = stats.whole if stats is not None else entry.measures
    return Article(
        number,
        safe(entry.path),
        _headline(document),
        safe(entry.remark),
        counts(entry.findings),
        rows if whole else only_with_notes(rows),
        words=figure(measures.get("words")) if measures else "",
        grade=figure(measures.get(charts.GRADE)) if measures else "",
        figures=_figures(stats, document, entry.config, target, _finder(rows, document)) if stats is not None else None,
    )


def _headline(document: Document) -> str:
    """The words of the headline, or the first line where it may be one."""
    words = headline_words(document)
    if not words and (place := headline_of(document)):
        words = place.of(document.text)
    words = " ".join(safe(words).split())
    return words if len(words) <= _HEADLINE else ""


def _marked(entry: Entry, lines: LineIndex, text: str) -> list[Marked]:
    return [
        Marked(_note(number, finding, entry, lines, text), finding.span)
        for number, finding in enumerate(entry.findings, 1)
    ]


def _note(number: int, finding: Finding, entry: Entry, lines: LineIndex, text: str) -> Note:
    line, column = lines.position(finding.span.start)
    origin = finding.origin
    return Note(
        number,
        str(finding.severity),
        safe(finding.rule),
        safe(finding.message),
        line,
        column,
        tuple(_edit(edit, text) for edit in finding.suggestions) if text else (),
        safe(_place(origin, entry.path)) if origin is not None else "",
        safe(entry.told.get(origin, "")) if origin is not None else "",
    )


def _place(origin: Origin, article: str) -> str:
    """Where a note stands: its file, without the folder where that is the article's, its line and its time."""
    path = Path(origin.path)
    name = path.name if path.parent == Path(article).parent else origin.path
    return f"{name}, line {origin.line}" + (f", at {origin.time}" if origin.time else "")


def _edit(edit: Suggestion, text: str) -> tuple[str, str]:
    return _short(text[edit.span.start : edit.span.end]), _short(edit.text)


def _short(words: str) -> str:
    words = safe(words)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"


def _grades(stats: Stats, target: float) -> dict[int, tuple[str, bool]]:
    made = {}
    for passage in stats.paragraphs:
        grade = passage.measures.get(charts.GRADE)
        if grade is not None:
            made[passage.span.start] = (figure(grade), grade > target)
    return made


def _finder(rows: Sequence[Row], document: Document) -> Callable[[int], int]:
    """Finds the row in which an offset of the file stands."""
    starts = [document.lines.offset(row.line) for row in rows]

    def row_of(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return rows[index].number if index >= 0 else 0

    return row_of


def _figures(stats: Stats, document: Document, config: Config, target: float, row_of: Callable[[int], int]) -> Figures:
    whole = stats.whole
    main = (
        ("words", figure(whole.get("words"))),
        ("to read", _minutes(whole)),
        ("grade (Flesch–Kincaid)", figure(whole.get(charts.GRADE))),
        ("reading ease (Flesch)", figure(whole.get("flesch_reading_ease"))),
        ("words a sentence", _mean(whole, "sentences")),
        ("speech", share(stats.share_of_speech, 1) if stats.share_of_speech is not None else "n/a"),
    )
    return Figures(
        main,
        (
            charts.difficulty(stats, target, row_of),
            charts.lengths(stats, document, charts.longest_of(config), row_of),
        ),
        charts.voices(stats),
        "" if stats.speakers else "Nobody is named as speaking.",
        tuple(
            (name, figure(whole.get(key)), figure(stats.narration.get(key)), figure(stats.speech.get(key)))
            for key, name in MEASURES.items()
            if key in whole
        ),
        tuple(
            (safe(one.name), figure(one.measures.get("words")), figure(one.measures.get(charts.GRADE)))
            for one in stats.sections
        ),
    )


def _minutes(measures: Measures) -> str:
    seconds = measures.get("reading_time")
    if seconds is None:
        return "n/a"
    return "under 1 min" if seconds < 60 else f"{round(seconds / 60)} min"


def _mean(measures: Measures, name: str) -> str:
    words, count = measures.get("words"), measures.get(name)
    return figure(words / count) if words and count else "n/a"
