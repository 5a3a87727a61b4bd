"""For people: the figures of an article on one page, or of many in a table with one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from authoring.prose.difficulty import Scale
from authoring.readability.model import Passage, Stats
from authoring.readability.target import Target
from authoring.reporters import Look
from authoring.reporters.stats_bars import BOLD, DIM, heat, painted
from authoring.reporters.stats_names import EASE, GRADE, INDENT, LABEL, NAMES, NOT_SAID, amount, figure, measured
from authoring.reporters.stats_strips import beyond_target, strips, voices
from authoring.reporters.terminal import fitting, safe
from authoring.runner.measured import Measured

_FIGURE = 10
_WIDEST = max(len(scale) for _, scale in NAMES.values())
_PASSAGE = (6, 8, 11, 8, 8)
"""Columns of the figures of a passage: its line, words, sentences, grade, ease."""
_TOO_SHORT = "too short for the formulas to say anything: they need 100 words in 3 sentences"


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
    look = asked.look
    yield f"{painted(safe(result.path), BOLD, look)}: {_lengths(stats)}"
    if not stats.whole["words"]:
        return
    yield ""
    if any(part[GRADE] is not None for part in (stats.whole, stats.narration, stats.speech)):
        yield from _figures(result, stats, look)
    else:
        yield f"{INDENT}{_TOO_SHORT}"
    parts = [
        list(strips(result, stats, look)),
        list(voices(stats)),
        list(_passages(result, "by section", stats.sections, (), look)) if asked.sections else [],
        list(_passages(result, "by paragraph", stats.paragraphs, beyond_target(stats, result.target), look))
        if asked.paragraphs
        else [],
    ]
    for part in filter(None, parts):
        yield ""
        yield from part


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
    yield painted(f"{INDENT}{'':<{LABEL}}{head}", DIM, look)
    roomy = look.width >= len(INDENT) + LABEL + 3 * _FIGURE + 2 + _WIDEST
    for name, (label, scale) in NAMES.items():
        cells = [f"{figure(measured(part, name)):>{_FIGURE}}" for part in (stats.whole, stats.narration, stats.speech)]
        told = [scale] if roomy else []
        if result.target is not None and name == result.target.scale:
            cells[1] = painted(cells[1], heat(_beyond(result, stats)), look)
            told.append(f"target {result.target.points:g}")
        yield f"{INDENT}{label:<{LABEL}}{''.join(cells)}  {painted(', '.join(told), DIM, look)}"


def _beyond(result: Measured, stats: Stats) -> float | None:
    """How many grades above the target the narration is."""
    points = stats.narration[result.target.scale] if result.target is not None else None
    return None if result.target is None or points is None else result.target.beyond(points)


def _passages(
    result: Measured, title: str, passages: Sequence[Passage], beyond: Sequence[float | None], look: Look
) -> Iterator[str]:
    """A line for each passage, coloured by how far ``beyond`` the target it is."""
    yield f"{INDENT}{title}"
    if not passages:
        yield f"{INDENT}no heading parts this article"
        return
    head = zip(("line", "words", "sentences", "grade", "ease"), _PASSAGE, strict=True)
    yield painted(INDENT + "".join(f"{word:>{width}}" for word, width in head), DIM, look)
    room = max(look.width - len(INDENT) - sum(_PASSAGE) - 2, 12)
    for passage, above in zip_longest(passages, beyond):
        measures = passage.measures
        line, _ = result.lines.position(passage.span.start)
        row = (f"{line}", f"{measures['words']:,}", f"{measures['sentences']:,}", figure(measures[GRADE]))
        *counts, grade, ease = (
            f"{cell:>{width}}" for cell, width in zip((*row, figure(measures[EASE])), _PASSAGE, strict=True)
        )
        grade = painted(grade, heat(above), look)
        name = fitting(safe(passage.name) or "(before the first heading)", room)
        yield f"{INDENT}{''.join(counts)}{grade}{ease}  {name}"


def head(look: Look) -> str:
    """The line above the table of many articles."""
    return painted(_row("words", "sentences", "speech", "ease", "grade", "target", "article"), DIM, look) + "\n"


def row(result: Measured, asked: Asked) -> str:
    """One article as a line of a table; the grade is that of its narration, which the target is for."""
    if result.stats is None:
        return f"{safe(result.path)}: {safe(result.remark)}\n"
    stats = result.stats
    share = NOT_SAID if stats.share_of_speech is None else f"{stats.share_of_speech:.0%}"
    told = _row(
        f"{stats.whole['words']:,}",
        f"{stats.whole['sentences']:,}",
        share,
        figure(stats.whole[EASE]),
        figure(stats.narration[GRADE]),
        _target(result.target),
        safe(result.path),
    )
    return painted(told, heat(_beyond(result, stats)), asked.look) + "\n"


def _target(target: Target | None) -> str:
    if target is None:
        return NOT_SAID
    what = {Scale.FLESCH: "ease ", Scale.LIX: "LIX "}.get(target.scale, "")
    return f"{what}{target.points:g}"


def _row(*cells: str) -> str:
    *figures, last = cells
    return "".join(f"{cell:>{width}}" for cell, width in zip(figures, (9, 11, 8, 8, 8, 8), strict=True)) + f"  {last}"
