"""For people: an article at one look, by paragraph, by sentence and by who gets how many words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.readability.model import Stats
from authoring.readability.target import Target
from authoring.reporters import Look
from authoring.reporters.stats_bars import DIM, gathered, heat, in_lines, lying, painted, rising
from authoring.reporters.stats_names import GRADE, INDENT, LABEL, amount
from authoring.reporters.terminal import columns, fitting, safe
from authoring.runner.measured import Measured

_EASIEST, _HARDEST = 4, 18
"""Grades between which the bars of the paragraphs grow."""
_SHORTEST, _LONGEST = 0, 40
"""Words between which the bars of the sentences grow."""
_SPEAKERS = 8
"""Speakers that have a line of their own."""
_BAR = 24
_NARROWEST = 20


def strips(result: Measured, stats: Stats, look: Look) -> Iterator[str]:
    """How hard each paragraph is, and how long each sentence."""
    yield from _paragraphs(result, stats, look)
    yield from _sentences(result, stats, look)


def _paragraphs(result: Measured, stats: Stats, look: Look) -> Iterator[str]:
    graded = [(passage.measures[GRADE] or 0, passage) for passage in stats.paragraphs if passage.measures[GRADE]]
    if not graded:
        return
    values, each = gathered([passage.measures[GRADE] for passage in stats.paragraphs], _room(look))
    beyond, _ = gathered(beyond_target(stats, result.target), _room(look))
    marks = [
        painted(rising(value, _EASIEST, _HARDEST), heat(above), look)
        for value, above in zip(values, beyond, strict=True)
    ]
    grade, hardest = max(graded, key=lambda pair: pair[0])
    line, _ = result.lines.position(hardest.span.start)
    words = safe(hardest.name).strip('“”"')
    below = f"{_each(each, 'paragraphs')}hardest: line {line}, grade {grade:.1f}, “{words}”"
    yield from _strip("difficulty", marks, below, look)


def beyond_target(stats: Stats, target: Target | None) -> list[float | None]:
    """How many grades above the target each paragraph is that the writer tells; the target is for no other."""
    found: list[float | None] = []
    sentences = iter(stats.sentences)
    sentence = next(sentences, None)
    for passage in stats.paragraphs:
        told = 0
        while sentence is not None and sentence.span.start < passage.span.end:
            told += -sentence.words if sentence.spoken else sentence.words
            sentence = next(sentences, None)
        points = passage.measures[target.scale] if target is not None and told > 0 else None
        found.append(None if target is None or points is None else target.beyond(points))
    return found


def _sentences(result: Measured, stats: Stats, look: Look) -> Iterator[str]:
    lengths = [sentence.words for sentence in stats.sentences]
    if not lengths:
        return
    values, each = gathered(lengths, _room(look))
    marks = [rising(value, _SHORTEST, _LONGEST) for value in values]
    longest = max(stats.sentences, key=lambda sentence: sentence.words)
    line, _ = result.lines.position(longest.span.start)
    mean = sum(lengths) / len(lengths)
    below = f"{_each(each, 'sentences')}longest: line {line}, {amount(longest.words, 'word', 'words')}"
    below += f"; {mean:,.1f} on average" if len(lengths) > 1 else ""
    yield from _strip("sentences", marks, below, look)


def _room(look: Look) -> int:
    return max(look.width - len(INDENT) - LABEL, _NARROWEST)


def _each(each: int, what: str) -> str:
    return f"a mark for {each} {what}; " if each > 1 else ""


def _strip(label: str, marks: Sequence[str], below: str, look: Look) -> Iterator[str]:
    for number, line in enumerate(in_lines(marks, _room(look))):
        yield f"{INDENT}{label if not number else '':<{LABEL}}{line}"
    yield f"{INDENT}{'':<{LABEL}}{painted(fitting(below, _room(look)), DIM, look)}"


def voices(stats: Stats) -> Iterator[str]:
    """Who gets how many words: the writer, each speaker, and what nobody is named for; nothing where nobody speaks."""
    words = int(stats.whole["words"] or 0)
    spoken = round(words * (stats.share_of_speech or 0))
    if not spoken:
        return
    named = [(safe(passage.name), int(passage.measures["words"] or 0)) for passage in stats.speakers]
    rows = [("the writer", words - spoken), *named[:_SPEAKERS]]
    if more := named[_SPEAKERS:]:
        rows.append((f"{len(more)} more", sum(count for _, count in more)))
    if (nobody := spoken - sum(count for _, count in named)) > 0:
        rows.append(("nobody named", nobody))
    most = max(count for _, count in rows)
    yield f"{INDENT}who gets how many words"
    for name, count in rows:
        shown = fitting(name, LABEL - 2)
        filled = shown + " " * (LABEL - columns(shown))
        yield f"{INDENT}{filled}{lying(count, most, _BAR)}{count:>8,}  {count / words:>4.0%}"
