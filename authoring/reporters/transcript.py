"""For people: a transcript as turns, with who speaks, when, and on which line, under a few figures of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from authoring.notes.written import clock
from authoring.reporters import Look
from authoring.reporters.terminal import safe, table
from authoring.reporters.turns import words_of
from authoring.text.span import Span
from authoring.transcripts.model import Transcript, Turn

NOBODY = "nobody named"
_BOLD, _DIM = "1", "2"
_SHORT = 12
_INDENT = 6


def report(
    transcript: Transcript, turns: Sequence[Turn], marked: Mapping[int, Sequence[Span]], look: Look
) -> Iterator[str]:
    """These turns of a transcript, some by their number with marks; its figures first, where it is shown whole."""
    whole = len(turns) == len(transcript.turns)
    if whole:
        yield from _head(transcript, look)
    for number, turn in enumerate(turns):
        yield "\n" if whole or number else ""
        yield from one_turn(turn, marked.get(number, ()), look)


def one_turn(turn: Turn, marked: Sequence[Span], look: Look, lead: str = "") -> Iterator[str]:
    """One turn: its line, its time and its speaker, and below them the words."""
    time = f"{clock(turn.start)}  " if turn.start is not None else ""
    who = safe(turn.speaker) if turn.speaker else _paint(NOBODY, _DIM, look)
    yield f"{lead}{turn.line:>{_INDENT - 2 - len(lead)}}  {time}{_paint(who, _BOLD, look)}\n"
    yield from words_of(turn.text, marked, look, _INDENT)


def _head(transcript: Transcript, look: Look) -> Iterator[str]:
    from authoring.notes.show import plural
    from authoring.transcripts.formats import title_of

    words: Counter[str | None] = Counter()
    turns = Counter(turn.speaker for turn in transcript.turns)
    for turn in transcript.turns:
        words[turn.speaker] += len(turn.text.split())
    title = title_of(transcript.format)
    ends = [turn.end if turn.end is not None else turn.start for turn in transcript.turns]
    last = max((end for end in ends if end is not None), default=None)
    told = [title, plural(len(transcript.turns), "turn"), _words(words.total())]
    told += [f"to {clock(last)}"] if last is not None else []
    yield f"{_paint(safe(transcript.path), _BOLD, look)}: {', '.join(told)}\n"
    rows = [(safe(who) if who else NOBODY, plural(count, "turn"), _words(words[who])) for who, count in turns.items()]
    for cells in table(rows, look.width, 2):
        yield f"  {'  '.join(cells)}".rstrip() + "\n"
    if transcript.sha256:
        yield f"  {_paint(f'sha256 {transcript.sha256[:_SHORT]}…', _DIM, look)}\n"
    if transcript.corrections:
        yield f"  {_paint(f'with the corrections of {safe(transcript.corrections)}', _DIM, look)}\n"


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count:,} words"


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
