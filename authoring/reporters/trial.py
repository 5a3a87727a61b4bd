"""What ``authoring try`` prints: every hit in context, numbered, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from authoring.reporters import Look
from authoring.reporters.context import in_context
from authoring.reporters.note import note_of
from authoring.reporters.terminal import safe
from authoring.runner.trial import Trial, Tried

_INDENT = 6


def hit(tried: Tried, look: Look) -> Iterator[str]:
    """The lines of one hit."""
    result, finding = tried.result, tried.finding
    line, column = result.lines.position(finding.span.start)
    place = f"{result.path}:{line}:{column}"
    yield f"{tried.number:>4}  {_paint(place, '1', look)}: {safe(finding.message)}"
    for row, marks in in_context(result.shown, finding.span, look.width - _INDENT):
        yield " " * _INDENT + row
        if marks:
            yield " " * _INDENT + _paint(marks, "33", look)
    if finding.origin is not None:
        note = note_of(finding.origin, result.told.get(finding.origin, ""), look.width - _INDENT)
        yield from (" " * _INDENT + line for line in note)
    yield ""


def summary(trial: Trial, shown: int, seed: int | None) -> Iterator[str]:
    """The lines at the end."""
    rate = trial.per_thousand
    articles = f"{trial.articles} article{'' if trial.articles == 1 else 's'}"
    told = f"{trial.rule}: {trial.count} hit{'' if trial.count == 1 else 's'} in {articles}, {trial.words} words"
    yield told + (f", {rate:.2f} per 1,000 words" if rate is not None else "")
    if seed is not None:
        yield f"{shown} of them drawn with seed {seed}"
    if trial.suppressed:
        yield f"{trial.suppressed} more that comments in the articles pass over"
    if trial.without_notes:
        yield f"it compares with notes, and {trial.without_notes} of these articles have none; name some with --notes"


def as_json(trial: Trial, hits: Iterable[Tried], seed: int | None) -> dict[str, Any]:
    """The same for programs."""
    from authoring.reporters.json import finding_as_json

    found = [
        {"number": tried.number, "path": tried.result.path, **finding_as_json(tried.result, tried.finding)}
        | {"words": tried.finding.span.of(tried.result.shown)}
        for tried in hits
    ]
    rate = trial.per_thousand
    return {
        "version": 1,
        "rule": trial.rule,
        "articles": trial.articles,
        "without_notes": trial.without_notes,
        "words": trial.words,
        "hits": trial.count,
        "per_1000_words": None if rate is None else round(rate, 3),
        "suppressed": trial.suppressed,
        "seed": seed,
        "shown": found,
    }


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
