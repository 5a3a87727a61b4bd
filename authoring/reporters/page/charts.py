"""The charts of a page: bars in their places, and the same in words and as a table."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from authoring.prose.difficulty import Scale
from authoring.prose.document import Document
from authoring.readability.model import Passage, SentenceLength, Stats
from authoring.readability.target import Target
from authoring.reporters.page.model import Bar, Chart, Level, Strip, Voice
from authoring.reporters.page.wording import NOT_SAID, counted, figure, share
from authoring.reporters.stats_strips import beyond_target
from authoring.reporters.terminal import safe

GRADE = "flesch_kincaid_grade"
_READS = {Scale.FLESCH: "has a reading ease of", Scale.LIX: "has a LIX of"}
_ROUNDED = 0.5
"""By how much a grade may be above its target."""
_STEP = 10
"""Units from one bar to the next."""
_GAP = 2.5
"""Units that are left free between two bars."""
_A_ROW = 150
"""Bars that stand in one row."""
_FEWEST = 40
"""Bars for which there is room in any row, so that three do not look like towers."""
_NARROW = 75
"""Bars for which a third of the page is wide enough."""
_MOST = 1200
"""Bars of a chart; with more paragraphs or sentences, each stands for several."""
_TABLED = 300
"""Rows of a table; with more, only those that stand out are in it."""
_HIGH = 100
"""Units of the height of a chart."""
_FIRST_WORDS = 9


@dataclass(frozen=True, slots=True)
class _Value:
    number: int
    size: float | None
    """The figure; ``None`` for n/a."""
    below: bool
    """Whether it hangs down from the line."""
    label: str
    row: int
    over: bool
    """Whether it is more than it should be."""
    said: bool
    """Whether it is mostly speech."""


def difficulty(stats: Stats, target: Target, row_of: Callable[[int], int]) -> Chart:
    """How hard each paragraph reads, against the target, which is for those that the writer tells.

    ``row_of`` finds the row of the text at an offset.
    """
    beyond = beyond_target(stats, target)
    values = [
        _Value(
            number,
            _grade(one),
            False,
            _of_paragraph(number, one),
            row_of(one.span.start),
            too_hard(above),
            above is None,
        )
        for number, (one, above) in enumerate(zip(stats.paragraphs, beyond, strict=True), 1)
    ]
    known = [value for value in values if value.size is not None]
    hard = [value for value in known if value.over]
    chosen = _standing_out(values)
    cells = []
    for value in chosen:
        passage = stats.paragraphs[value.number - 1]
        words = figure(passage.measures.get("words"))
        cells.append(((str(value.number), value.row), (safe(passage.name), 0), (words, 0), (figure(value.size), 0)))
    return Chart(
        "difficulty",
        "How hard each paragraph reads",
        _told_of_grades(stats, known, hard, target),
        _strips(
            values if known else [],
            [(target.grade, figure(target.grade).removesuffix(".0"), "target")],
            "paragraph",
            ceiling=24,
        ),
        ("paragraph", "first words", "words", "grade"),
        tuple(cells),
        _left_out(len(chosen), len(values), "paragraph", "hardest"),
        len(values) > _NARROW,
    )


def lengths(stats: Stats, document: Document, limit: int, row_of: Callable[[int], int]) -> Chart:
    """How long each sentence is: the writer's upward, what is said downward."""
    values = [
        _Value(
            number,
            one.words,
            one.spoken,
            f"sentence {number}, {counted(one.words, 'word')}",
            row_of(one.span.start),
            one.words > limit and not one.spoken,
            one.spoken,
        )
        for number, one in enumerate(stats.sentences, 1)
    ]
    chosen = _standing_out(values)
    cells = []
    for value in chosen:
        sentence = stats.sentences[value.number - 1]
        whose = "said" if sentence.spoken else "told"
        first = _first_words(document, sentence)
        cells.append(((str(value.number), value.row), (first, 0), (whose, 0), (str(sentence.words), 0)))
    return Chart(
        "lengths",
        "How long each sentence is",
        _told_of_lengths(stats.sentences, limit),
        _strips(values, [(limit, str(limit), "target")], "sentence", ceiling=80),
        ("sentence", "first words", "told or said", "words"),
        tuple(cells),
        _left_out(len(chosen), len(values), "sentence", "longest"),
        len(values) > _NARROW,
    )


def voices(stats: Stats) -> tuple[Voice, ...]:
    """Who gets how many words: the writer first, then the speakers, then those whom nobody names."""
    whole = _words(stats.whole)
    said = sum(_words(one.measures) for one in stats.speakers)
    counts = [("the writer", whole - _words(stats.speech), "narration")]  # “she said” is the writer's, too
    counts += [(safe(one.name), _words(one.measures), "speaker") for one in stats.speakers]
    counts += [("said by nobody named", _words(stats.speech) - said, "nobody")]
    most = max((count for _, count, _ in counts), default=0) or 1
    return tuple(
        Voice(name, figure(count), share(count, whole), round(100 * count / most, 1), kind)
        for name, count, kind in counts
        if count > 0
    )


def _grade(passage: Passage) -> float | None:
    return passage.measures.get(GRADE)


def _words(measures: Mapping[str, float | int | None]) -> int:
    return int(measures.get("words") or 0)


def _of_paragraph(number: int, passage: Passage) -> str:
    grade = _grade(passage)
    told = NOT_SAID if grade is None else f"grade {figure(grade)}"
    return f"paragraph {number}, {counted(_words(passage.measures), 'word')}, {told}"


def _first_words(document: Document, sentence: SentenceLength) -> str:
    words = safe(document.text[sentence.span.start : sentence.span.end]).split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def _told_of_grades(stats: Stats, known: Sequence[_Value], hard: Sequence[_Value], target: Target) -> str:
    points = stats.narration.get(target.scale)
    reads = _READS.get(target.scale, "reads at grade")
    whole = (
        f"The narration {reads} {figure(points)}, and the target is {target.points:g}. " if points is not None else ""
    )
    short = len(stats.paragraphs) - len(known)
    if not known:
        return f"{whole}No paragraph is long enough to tell how hard it reads." if stats.paragraphs else ""
    hardest = max(known, key=lambda value: value.size or 0)
    parts = [
        f"{counted(len(known), 'paragraph')} measured, {len(hard) or 'none'} told above the target",
        f"the hardest is paragraph {hardest.number}, at grade {figure(hardest.size)}",
    ]
    parts += [f"{short} too short to say"] if short else []
    return f"{whole}{'; '.join(parts)}."


def _told_of_lengths(sentences: Sequence[SentenceLength], limit: int) -> str:
    if not sentences:
        return ""
    told = []
    for spoken, whose in ((False, "told"), (True, "said")):
        sizes = [one.words for one in sentences if one.spoken is spoken]
        if sizes:
            mean = figure(sum(sizes) / len(sizes))
            told.append(f"{counted(len(sizes), 'sentence')} {whose}, {mean} words on average, {max(sizes)} at most")
    over = sum(one.words > limit and not one.spoken for one in sentences)
    return "; ".join([*told, f"{over or 'none'} told with more than {limit}"]) + "."


def _standing_out(values: Sequence[_Value]) -> list[_Value]:
    """All of them, or where there are too many for a table those with the greatest figures, in order."""
    if len(values) <= _TABLED:
        return list(values)
    greatest = sorted(values, key=lambda value: -(value.size or 0))[:_TABLED]
    return sorted(greatest, key=lambda value: value.number)


def _left_out(shown: int, count: int, name: str, which: str) -> str:
    return f"The {shown} {which} of {counted(count, name)}." if shown < count else ""


def _strips(
    values: Sequence[_Value], levels: Sequence[tuple[float, str, str]], name: str, ceiling: int
) -> tuple[Strip, ...]:
    """The bars, in as many rows as they need; what is higher than the ceiling is cut off there."""
    if not values:
        return ()
    each = math.ceil(len(values) / _MOST)
    groups = [values[start : start + each] for start in range(0, len(values), each)]
    above = _top((value for value in values if not value.below), [level for level, _, _ in levels], ceiling)
    below = _top((value for value in values if value.below), [], ceiling) if any(v.below for v in values) else 0
    unit = _HIGH / (above + below)
    line = above * unit
    slots = _A_ROW if len(groups) > _A_ROW else max(len(groups), _FEWEST)
    strips = []
    for start in range(0, len(groups), _A_ROW):
        bunch = groups[start : start + _A_ROW]
        bars = [
            _bar(index, value, line, unit, above, below) for index, group in enumerate(bunch) for value in _shown(group)
        ]
        lines = [Level(round(line - level * unit, 2), label, kind) for level, label, kind in levels]
        first, last = bunch[0][0].number, bunch[-1][-1].number
        many = f"{name} {first}" if first == last else f"{name}s {first} to {last}"
        strips.append(Strip(slots * _STEP, _HIGH, tuple(bars), (*lines, Level(round(line, 2), "0", "zero")), many))
    return tuple(strips)


def _shown(group: Sequence[_Value]) -> list[_Value]:
    """The greatest of a group, upward and downward."""
    best = []
    for below in (False, True):
        some = [value for value in group if value.below is below]
        best += [max(some, key=lambda value: value.size if value.size is not None else -1)] if some else []
    return best


def _top(values: object, levels: Sequence[float], ceiling: int) -> float:
    sizes = [value.size or 0 for value in values]  # type: ignore[attr-defined]
    return min(max([*sizes, *(1.25 * level for level in levels), 1]), ceiling)


def _bar(  # noqa: PLR0917
    index: int,
    value: _Value,
    line: float,
    unit: float,
    above: float,
    below: float,
) -> Bar:
    x, width = index * _STEP + _GAP / 2, _STEP - _GAP
    if value.size is None:
        return Bar(x, round(line - 1.5, 2), width, 1.5, "unknown", value.label, value.row)
    size = max(min(value.size, below if value.below else above) * unit, 0.8)
    kind = ("said" if value.said else "told") + (" over" if value.over else "")
    return Bar(x, round(line if value.below else line - size, 2), width, round(size, 2), kind, value.label, value.row)


def too_hard(above: float | None) -> bool:
    """Whether so many grades above the target are too many: grades are whole years, as ``hard-to-read`` has it."""
    return above is not None and above >= _ROUNDED
