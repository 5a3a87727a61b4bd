"""Cuts the words of a block into runs that look alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from authoring.export import addresses
from authoring.export.article import Run
from authoring.export.front import CONTROL
from authoring.prose.document import Block, Voice
from authoring.prose.raw import RawBlock
from authoring.text.span import Span


@dataclass(frozen=True, slots=True)
class _Look:
    strong: bool
    emphasis: bool
    code: bool
    struck: bool
    link: str


def runs(raw: RawBlock, block: Block, numbers: Mapping[str, int], start: int = 0) -> tuple[Run, ...]:
    """The runs of a block from a place in its text on; ``numbers`` are those of the footnotes, by name."""
    text = block.text
    end = len(text.rstrip()) if text.rstrip() else len(text)
    coded = [
        (block.position_of(first), block.position_of(last)) for first, last, voice in raw.marks if voice is Voice.CODE
    ]
    cuts = {start, end}
    strong, emphasis, struck = (_trimmed(text, stretches) for stretches in (raw.strong, raw.emphasis, raw.struck))
    links = sorted((*_trim(text, first, last), address) for first, last, address in raw.links)
    for stretch in (*strong, *emphasis, *struck, *coded, *(link[:2] for link in links)):
        cuts.update(stretch)
    for place in raw.hard:
        cuts.update((place, place + 1))
    calls: dict[int, list[Run]] = {}
    for place, name, first, last in raw.calls:
        if name in numbers:
            calls.setdefault(place, []).append(Run(f"[{numbers[name]}]", Span(first, last), note=numbers[name]))
    cuts.update(calls)
    hard = set(raw.hard)
    places = sorted(place for place in cuts if start <= place <= end)
    made: list[Run] = []
    for first, last in pairwise(places):
        made.extend(calls.get(first, ()))
        look = _Look(
            _within(first, strong),
            _within(first, emphasis),
            _within(first, coded),
            _within(first, struck),
            _link(first, links),
        )
        words = "\n" if first in hard and last == first + 1 else CONTROL.sub("", text[first:last])
        run = Run(words, block.span_of(first, last), look.strong, look.emphasis, look.code, look.link, look.struck)
        _add(made, run)
    made.extend(calls.get(end, ()))
    return tuple(made)


def joined(parts: Iterable[tuple[Run, ...]], between: str) -> tuple[Run, ...]:
    """The runs of several blocks in a row, with words between them."""
    made: list[Run] = []
    for part in parts:
        if made and part:
            made.append(Run(between, Span(made[-1].span.end, made[-1].span.end)))
        made.extend(part)
    return tuple(made)


def _add(made: list[Run], run: Run) -> None:
    """Put a run behind the others, as one with the last where they look alike and stand side by side."""
    last = made[-1] if made else None
    if not run.text:
        return
    if (
        last is not None
        and not last.note
        and last == replace(run, text=last.text, span=last.span)
        and last.span.end == run.span.start
    ):
        made[-1] = replace(last, text=last.text + run.text, span=Span(last.span.start, run.span.end))
    else:
        made.append(run)


def _trimmed(text: str, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches without the space at their ends, which no mark is meant for; those that touch are one."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(_trim(text, *stretch) for stretch in stretches):
        if made and first <= made[-1][1]:
            made[-1] = made[-1][0], max(last, made[-1][1])
        elif first < last:
            made.append((first, last))
    return made


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    last = min(last, len(text))
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a place is in one of the stretches, which are in order and do not overlap."""
    index = bisect_right(stretches, place, key=itemgetter(0)) - 1
    return index >= 0 and place < stretches[index][1]


def _link(place: int, links: Sequence[tuple[int, int, str]]) -> str:
    index = bisect_right(links, place, key=itemgetter(0)) - 1
    return addresses.link(links[index][2]) if index >= 0 and place < links[index][1] else ""
