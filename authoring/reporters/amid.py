"""For people: quotations of an article, each with the status of its check, amid what was said around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from authoring.pulling.context import Around, Spot
from authoring.reporters import Look
from authoring.reporters.terminal import fitting, safe
from authoring.reporters.transcript import one_turn
from authoring.reporters.verify import STATUSES
from authoring.runner.verified import Verified
from authoring.text.span import Span

_BOLD, _DIM, _RED = "1", "2", "31"
_INDENT = 6
_NEAR = 600
"""Characters of a long turn that are shown on either side of the quoted words; of a turn beside it, half of that."""


def report(result: Verified, spots: Sequence[Spot], look: Look) -> Iterator[str]:
    """Every quotation with its context."""
    for number, spot in enumerate(spots):
        if number:
            yield "\n"
        yield from _spot(result, spot, look)


def _spot(result: Verified, spot: Spot, look: Look) -> Iterator[str]:
    check = spot.quote.check
    line, column = result.article.lines.position(spot.quote.span.start)
    status = STATUSES[check.status] + (f": {safe(spot.reason)}" if spot.reason and check.origin else "")
    place = _paint(safe(f"{result.article.path}:{line}:{column}"), _BOLD, look)
    yield f"{place}  {status if check.passes else _paint(status, _RED, look)}\n"
    words = " ".join(spot.words.split())
    yield f"  {fitting(f'“{safe(words)}”', max(look.width - 2, 20))}\n"
    if spot.note is not None:
        time = f" at {spot.note.time}" if spot.note.time else ""
        yield f"  {_paint(safe(f'noted in {spot.note.path}:{spot.note.line}{time}'), _DIM, look)}\n"
    if spot.said is not None:
        yield f"  {_paint(safe(f'said in {spot.said.path}:{spot.said.line}'), _DIM, look)}\n"
    elif spot.note is not None:
        noted = " ".join(spot.noted.split())
        yield f"  {fitting(f'the note: {safe(noted)}', max(look.width - 2, 20))}\n"
        missing = "no transcript has these words" if spot.looked else "the notes name no transcript"
        yield f"  {_paint(missing, _DIM, look)}\n"
    else:
        yield "  nothing in the notes or transcripts reads like it\n"
    for around in spot.turns:
        yield "\n"
        yield from _turn(around, look)


def _turn(around: Around, look: Look) -> Iterator[str]:
    near = _NEAR if around.quoted else _NEAR // 2
    text, quoted = around.turn.text, around.quoted
    first = quoted[0].start if quoted else 0
    last = quoted[-1].end if quoted else 0
    start = 0 if first <= near else text.find(" ", first - near) + 1
    stop = text.rfind(" ", 0, last + near)
    stop = len(text) if last + near >= len(text) or stop < last else stop
    lead, tail = ("… " if start else ""), (" …" if stop < len(text) else "")
    by = len(lead) - start
    turn = replace(around.turn, text=f"{lead}{text[start:stop]}{tail}")
    yield from one_turn(turn, [Span(span.start + by, span.end + by) for span in quoted], look)


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
