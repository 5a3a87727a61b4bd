"""Makes an article ready for the page, from its text as it may be shown: nothing else of it gets there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from authoring.config import DEFAULTS, Config
from authoring.findings import Finding, Origin, Suggestion
from authoring.prose import Document, parse
from authoring.readability.model import Measures, Passage, Stats
from authoring.readability.target import Target
from authoring.reporters import counts
from authoring.reporters.page import charts
from authoring.reporters.page.model import Article, Figures, Note, Row
from authoring.reporters.page.rows import Marked, Reading, only_with_notes, rows_of
from authoring.reporters.page.wording import NOT_SAID, figure, share
from authoring.reporters.stats_names import NAMES, measured
from authoring.reporters.stats_strips import beyond_target
from authoring.reporters.terminal import safe
from authoring.rules.options import options_of
from authoring.rules.readability.long_sentence import Options as LongSentence
from authoring.rules.structure._headline import headline_of as place_of_headline
from authoring.rules.structure._headline import headline_words
from authoring.text.lines import LineIndex

LENGTHS = {"words": ("Words", ""), "sentences": ("Sentences", ""), "paragraphs": ("Paragraphs", "")}
"""What is counted, besides the measures that are worked out."""
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
    findings: tuple[Finding, ...] | None = None
    """``None`` where nothing was looked for."""
    told: Mapping[Origin, str] = field(default_factory=dict)
    config: Config = DEFAULTS
    measures: Measures = field(default_factory=dict)


Figured = Callable[[Document], tuple[Stats, Target]]
"""Tells all that is measured of an article, and the hardest that it may read."""


def named(entry: Entry, stats: Stats | None = None) -> Article:
    """A file of which only the name is told, and how long and hard it is."""
    return Article(
        0,
        safe(entry.path),
        "",
        safe(entry.remark),
        _counts(entry),
        main=_main(entry.measures, stats) if entry.measures else (),
    )


def shown(number: int, entry: Entry, figured: Figured | None = None, *, whole: bool = True) -> Article:
    """A file with its text: all of it, or the paragraphs with findings; with figures, if somebody tells them."""
    if not entry.prose:
        lines = LineIndex(entry.text)
        loose = tuple(one.note for one in _marked(entry, lines, ""))
        return Article(number, safe(entry.path), "", safe(entry.remark), _counts(entry), loose=loose)
    document = parse(entry.text, path=entry.path)
    stats, target = figured(document) if figured is not None else (None, Target(0))
    drawn = entry.findings is None
    readings = _readings(stats, target, longest_of(entry.config), drawn=drawn) if stats is not None else {}
    rows = rows_of(document, _marked(entry, document.lines, entry.text), readings)
    measures = stats.whole if stats is not None else entry.measures
    return Article(
        number,
        safe(entry.path),
        headline_of(document),
        safe(entry.remark),
        _counts(entry),
        rows if whole else only_with_notes(rows),
        main=_main(measures, stats) if measures else (),
        figures=_figures(stats, document, entry.config, target, _finder(rows, document)) if stats is not None else None,
    )


def _counts(entry: Entry) -> dict[str, int]:
    return counts(entry.findings) if entry.findings is not None else {}


def headline_of(document: Document) -> str:
    """The words of the headline, or the first line where it may be one."""
    words = headline_words(document)
    if not words and (place := place_of_headline(document)):
        words = place.of(document.text)
    words = " ".join(safe(words).split())
    return words if len(words) <= _HEADLINE else ""


def _marked(entry: Entry, lines: LineIndex, text: str) -> list[Marked]:
    return [
        Marked(_note(number, finding, entry, lines, text), finding.span)
        for number, finding in enumerate(entry.findings or (), 1)
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


def _readings(stats: Stats, target: Target, longest: int, *, drawn: bool) -> dict[int, Reading]:
    """How each paragraph reads, by where it begins; ``drawn`` is whether its sentences are."""
    made = {}
    sentences = iter(stats.sentences)
    sentence = next(sentences, None)
    for passage, above in zip(stats.paragraphs, beyond_target(stats, target), strict=True):
        beats = []
        while sentence is not None and sentence.span.start < passage.span.end:
            over = sentence.words > longest and not sentence.spoken
            beats.append((sentence.words, "said" if sentence.spoken else "told over" if over else "told"))
            sentence = next(sentences, None)
        grade = _grade(passage)
        told = figure(grade) if grade is not None else ""
        made[passage.span.start] = Reading(told, charts.too_hard(above), tuple(beats) if drawn else ())
    return made


def _finder(rows: Sequence[Row], document: Document) -> Callable[[int], int]:
    """Finds the row in which an offset of the file stands."""
    starts = [document.lines.offset(row.line) for row in rows]

    def row_of(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return rows[index].number if index >= 0 else 0

    return row_of


def _main(measures: Measures, stats: Stats | None = None) -> tuple[tuple[str, str], ...]:
    """The few figures that say most of an article."""
    words, sentences = measures.get("words"), measures.get("sentences")
    told = [
        ("words", figure(words)),
        ("words a sentence", figure(words / sentences if words and sentences else None)),
        ("grade (Flesch–Kincaid)", figure(measures.get(charts.GRADE))),
        ("reading ease (Flesch)", figure(measures.get("flesch_reading_ease"))),
    ]
    if stats is not None:
        told.append(("speech", share(stats.share_of_speech or 0, 1) if words else NOT_SAID))
    return tuple(told)


def _figures(stats: Stats, document: Document, config: Config, target: Target, row_of: Callable[[int], int]) -> Figures:
    """What is measured of an article."""
    whole = stats.whole
    hard, long = charts.difficulty(stats, target, row_of), charts.lengths(stats, document, longest_of(config), row_of)
    return Figures(
        (hard, long),
        charts.voices(stats),
        "" if stats.speakers else "Nobody is named as speaking.",
        tuple(
            (
                name,
                scale,
                *(
                    figure(measured(part, key) if key in NAMES else part.get(key))
                    for part in (whole, stats.narration, stats.speech)
                ),
            )
            for key, (name, scale) in {**LENGTHS, **NAMES}.items()
        ),
        tuple(
            (safe(one.name) or "before the first heading", figure(one.measures.get("words")), figure(_grade(one)))
            for one in stats.sections
        ),
    )


def _grade(passage: Passage) -> float | None:
    return passage.measures.get(charts.GRADE)


def longest_of(config: Config) -> int:
    """How many words a sentence may have by the rule ``long-sentence``."""
    options = options_of("long-sentence", LongSentence, config)
    assert isinstance(options, LongSentence)
    return options.words
