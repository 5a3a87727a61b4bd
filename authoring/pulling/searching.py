"""Searches the turns of a transcript for words: as they stand, as they are heard, then all of them, then nearly.

The first way that finds anything answers, so that what was typed right is never buried under what is merely alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from authoring.findings import Origin
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.transcripts.model import Turn
from authoring.wording.material import Material, Passage
from authoring.wording.words import Words

Way = Literal["exact", "heard", "all", "nearly", ""]
_WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTE = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True)
class Hit:
    """A turn that holds what was searched for."""

    number: int
    """Of the turn, from 0."""
    spans: tuple[Span, ...]
    """Where the words stand in its text."""


@dataclass(frozen=True)
class Found:
    """What a search came to."""

    way: Way
    """How the words were found: ``exact``, in that order and form; ``heard``, as they sound (“21” for “twenty-one”);
    ``all`` of them somewhere in a turn; ``nearly``, words like them; empty where nothing was."""
    hits: tuple[Hit, ...]
    """In order of place."""


def search(turns: Sequence[Turn], words: str) -> Found:
    """The turns that hold these words."""
    typed = words.split()
    if not any(map(_WORD.search, typed)):
        return Found("", ())
    if hits := _as_typed(turns, typed):
        return Found("exact", hits)
    if hits := _as_heard(turns, " ".join(typed)):
        return Found("heard", hits)
    wanted = [_plain(match[0]) for match in _WORD.finditer(words)]
    if hits := _with_all(turns, wanted, str.__eq__):
        return Found("all", hits)
    hits = _with_all(turns, wanted, _alike)
    return Found("nearly" if hits else "", hits)


def _as_typed(turns: Sequence[Turn], typed: Iterable[str]) -> tuple[Hit, ...]:
    spelt = r"\s+".join(re.escape(word.translate(_QUOTE)) for word in typed)
    pattern = re.compile(rf"(?<!\w){spelt}(?!\w)" if spelt[0].isalnum() else spelt, re.IGNORECASE)
    return _hits(
        (number, Span(*match.span()))
        for number, turn in enumerate(turns)
        for match in pattern.finditer(turn.text.translate(_QUOTE))
    )


def _as_heard(turns: Sequence[Turn], words: str) -> tuple[Hit, ...]:
    material = Material(tuple(Passage(turn.text, None, None, number, _nowhere) for number, turn in enumerate(turns)))
    found = []
    for run in material.index.find(Words(words)):
        number = material.number(run.start)
        base = material.bases[number]
        found.append((number, Span(run.start - base, run.end - base)))
    return _hits(found)


def _with_all(turns: Sequence[Turn], wanted: list[str], same: Callable[[str, str], bool]) -> tuple[Hit, ...]:
    read = [[(_plain(match[0]), Span(*match.span())) for match in _WORD.finditer(turn.text)] for turn in turns]
    known = {word for words in read for word, _ in words}
    fitting = [{word for word in known if same(word, want)} for want in wanted]
    if not all(fitting):
        return ()
    any_of = set().union(*fitting)
    return _hits(
        (number, span)
        for number, words in enumerate(read)
        if all(one & {word for word, _ in words} for one in fitting)
        for word, span in words
        if word in any_of
    )


def _hits(found: Iterable[tuple[int, Span]]) -> tuple[Hit, ...]:
    by_turn: dict[int, list[Span]] = {}
    for number, span in sorted(found, key=lambda each: (each[0], each[1].start)):
        spans = by_turn.setdefault(number, [])
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return tuple(Hit(number, tuple(spans)) for number, spans in by_turn.items())


def _alike(word: str, wanted: str) -> bool:
    """Whether one is the beginning of the other or a slip of it: one letter in four, none in a word of three."""
    from rapidfuzz.distance import OSA

    allowed = min(len(wanted) // 4, 2)
    if not allowed:
        return word == wanted
    return word.startswith(wanted) or OSA.distance(word, wanted, score_cutoff=allowed) <= allowed


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _nowhere(offset: int) -> tuple[Origin, float | None]:
    return Origin("", 0, 0, None), None
