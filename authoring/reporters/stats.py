"""For people: the figures of an article on one page, or of many in a table with one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from authoring.readability.model import Passage, Stats
from authoring.reporters import Look
from authoring.reporters.stats_bars import gathered, in_lines, lying, rising
from authoring.reporters.stats_names import NAMES, NOT_SAID, amount, figure
from authoring.reporters.terminal import columns, fitting, safe
from authoring.runner.measured import Measured

_BOLD, _DIM, _YELLOW, _RED = "1", "2", "33", "31"
_GRADE = "flesch_kincaid_grade"
_EASE = "flesch_reading_ease"
_INDENT = "  "
_LABEL = 22
"""Columns of what stands before figures and strips."""
_FIGURE = 10
_ROUNDED = 0.5
"""By how much a grade may be above its target before the rule ``hard-to-read`` speaks: grades are whole years."""
_FAR = 4
_EASIEST, _HARDEST = 4, 18
"""Grades between which the bars of the paragraphs grow."""
_SHORTEST, _LONGEST = 0, 40
"""Words between which the bars of the sentences grow."""
_SPEAKERS = 8
"""Speakers that have a line of their own."""
_BAR = 24


@dataclass(frozen=True)
class Asked:
    """What is shown of an article beside its figures."""

    look: Look
    sections: bool = False
    paragraphs: bool = False


def page(result: Measured, asked: Asked) -> str:
    """Everything about one article."""
    if result.stats is None:
        return f"{safe(result.path)}: {safe(result.remark)}\n"
    return "".join(f"{line.rstrip()}\n" for line in _page(result, result.stats, asked))


def _page(result: Measured, stats: Stats, asked: Asked) -> Iterator[str]:
    look, whole = asked.look, stats.whole
    yield f"{_paint(safe(result.path), _BOLD, look)}: {_lengths(stats)}"
    yield ""
    yield from _figures(result, stats, look)
    yield ""
    yield from _paragraph_strip(result, stats, look)
    yield from _sentence_strip(result, stats, look)
    yield from _voices(stats, look)
    for wanted, title, passages in (
        (asked.sections, "by section", stats.sections),
        (asked.paragraphs, "by paragraph", stats.paragraphs),
    ):
        if wanted:
            yield ""
            yield from _passages(result, title, passages, look)
    if not whole["words"]:
        return
    if whole[_GRADE] is None:
        yield ""
        yield f"{_INDENT}{NOT_SAID}: shorter than 100 words or 3 sentences, too short for a formula to say anything"


def _lengths(stats: Stats) -> str:
    whole = stats.whole
    parts = [
        amount(whole["words"], "word", "words"),
        amount(whole["sentences"], "sentence", "sentences"),
        amount(whole["paragraphs"], "paragraph", "paragraphs"),
    ]
    if stats.share_of_speech is not None:
        parts.append(f"{stats.share_of_speech:.0%} speech")
    return ", ".join(parts)


def _figures(result: Measured, stats: Stats, look: Look) -> Iterator[str]:
    head = "".join(f"{word:>{_FIGURE}}" for word in ("whole", "narration", "speech"))
    yield _paint(f"{_INDENT}{'':<{_LABEL}}{head}", _DIM, look)
    for name, (label, scale) in NAMES.items():
        told = scale
        values = [figure(part[name]) for part in (stats.whole, stats.narration, stats.speech)]
        cells = [f"{value:>{_FIGURE}}" for value in values]
        if name == _GRADE and result.target is not None:
            told = f"{scale}, target {result.target:g}"
            cells[1] = _paint(cells[1], _heat(stats.narration[name], result.target), look)
        room = look.width - len(_INDENT) - _LABEL - 3 * _FIGURE - 2
        told = fitting(told, room) if room > 12 else ""
        yield f"{_INDENT}{label:<{_LABEL}}{''.join(cells)}  {_paint(told, _DIM, look)}"


def _heat(value: float | None, target: float | None) -> str:
    if value is None or target is None or value < target + _ROUNDED:
        return ""
    return _RED if value >= target + _FAR else _YELLOW


def _paragraph_strip(result: Measured, stats: Stats, look: Look) -> Iterator[str]:
    grades = [passage.measures[_GRADE] for passage in stats.paragraphs]
    known = [grade for grade in grades if grade is not None]
    if not known:
        return
    values, each = gathered(grades, _room(look))
    marks = [_paint(rising(value, _EASIEST, _HARDEST), _heat(value, result.target), look) for value in values]
    hardest = max(
        (passage for passage in stats.paragraphs if passage.measures[_GRADE] is not None),
        key=lambda passage: passage.measures[_GRADE] or 0,
    )
    told = f"grades {min(known):.1f} to {max(known):.1f}; hardest: {_place(result, hardest)}"
    yield from _strip("difficulty", marks, told + _each(each, "paragraphs"), look)


def _sentence_strip(result: Measured, stats: Stats, look: Look) -> Iterator[str]:
    if not stats.sentences:
        return
    lengths = [sentence.words for sentence in stats.sentences]
    values, each = gathered(lengths, _room(look))
    marks = [rising(value, _SHORTEST, _LONGEST) for value in values]
    longest = max(stats.sentences, key=lambda sentence: sentence.words)
    line, _ = result.lines.position(longest.span.start)
    mean = sum(lengths) / len(lengths)
    told = f"{min(lengths)} to {max(lengths)} words, {mean:.1f} on average; longest: line {line}"
    yield from _strip("sentences", marks, told + _each(each, "sentences"), look)


def _room(look: Look) -> int:
    return max(look.width - len(_INDENT) - _LABEL, 20)


def _strip(label: str, marks: Sequence[str], told: str, look: Look) -> Iterator[str]:
    for number, line in enumerate(in_lines(marks, _room(look))):
        yield f"{_INDENT}{label if not number else '':<{_LABEL}}{line}"
    yield f"{_INDENT}{'':<{_LABEL}}{_paint(fitting(told, _room(look)), _DIM, look)}"


def _each(each: int, what: str) -> str:
    return f"; a mark for {each} {what}" if each > 1 else ""


def _place(result: Measured, passage: Passage) -> str:
    line, _ = result.lines.position(passage.span.start)
    words = safe(passage.name).strip('“”"')
    return f"line {line}, “{words}”"


def _voices(stats: Stats, look: Look) -> Iterator[str]:
    """Who gets how many words: the writer, each speaker, and what nobody is named for."""
    words = int(stats.whole["words"] or 0)
    spoken = round(words * (stats.share_of_speech or 0))
    named = [(safe(passage.name), int(passage.measures["words"] or 0)) for passage in stats.speakers]
    rows = [("the writer", words - spoken), *named[:_SPEAKERS]]
    if more := named[_SPEAKERS:]:
        rows.append((f"{len(more)} more", sum(count for _, count in more)))
    if (nobody := spoken - sum(count for _, count in named)) > 0:
        rows.append(("nobody named", nobody))
    if not spoken:
        return
    yield ""
    yield f"{_INDENT}who gets how many words"
    most = max(count for _, count in rows)
    for name, count in rows:
        shown = fitting(name, _LABEL - 2)
        filled = shown + " " * (_LABEL - columns(shown))
        yield f"{_INDENT}{filled}{lying(count, most, _BAR)}{count:>8,}  {count / words:>4.0%}"


def _passages(result: Measured, title: str, passages: Sequence[Passage], look: Look) -> Iterator[str]:
    yield _paint(f"{_INDENT}{title:<9}{'line':>5}{'words':>8}{'sentences':>11}{'grade':>8}{'ease':>8}", _DIM, look)
    if not passages:
        yield f"{_INDENT}none: no heading parts this article"
    for passage in passages:
        measures = passage.measures
        line, _ = result.lines.position(passage.span.start)
        grade = _paint(f"{figure(measures[_GRADE]):>8}", _heat(measures[_GRADE], result.target), look)
        row = f"{line:>14}{measures['words']:>8,}{measures['sentences']:>11}{grade}{figure(measures[_EASE]):>8}"
        yield f"{_INDENT}{row}  {fitting(safe(passage.name) or '(before the first heading)', max(look.width - 53, 12))}"


def head(look: Look) -> str:
    """The line above the table of many articles."""
    return _paint(_row("words", "sentences", "speech", "ease", "grade", "target", "article"), _DIM, look) + "\n"


def row(result: Measured, asked: Asked) -> str:
    """One article as a line of a table; the grade is that of its narration, which the target is for."""
    if result.stats is None:
        return f"{safe(result.path)}: {safe(result.remark)}\n"
    stats, grade = result.stats, result.stats.narration[_GRADE]
    share = NOT_SAID if stats.share_of_speech is None else f"{stats.share_of_speech:.0%}"
    told = _row(
        f"{stats.whole['words']:,}",
        str(stats.whole["sentences"]),
        share,
        figure(stats.whole[_EASE]),
        figure(grade),
        NOT_SAID if result.target is None else f"{result.target:g}",
        safe(result.path),
    )
    return _paint(told, _heat(grade, result.target), asked.look) + "\n"


def _row(*cells: str) -> str:
    *figures, last = cells
    return "".join(f"{cell:>{width}}" for cell, width in zip(figures, (9, 11, 8, 8, 8, 8), strict=True)) + f"  {last}"


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour and colour else text
