"""Finds a passage of a transcript: by line, by time, by its first and last words, or as a whole turn.

A line or a time gives the whole sentences that stand there, since half a sentence is nobody's statement; words are
taken as they are named, with the stop that ends them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from authoring.errors import TranscriptError
from authoring.notes.written import clock
from authoring.pulling.choosing import part, timed
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.text.shell import typed
from authoring.text.span import Span
from authoring.transcripts.model import Transcript, Turn

_PARAGRAPHS = lazy(r"\S(?:.|\n(?!\s*\n))*")
_DOTS = lazy(r"\s*(?:…|\.{3})\s*")
_AFTER = lazy(r"(?:[.?!…]+[\"”’'»)\]]*|[\"”’»])?")
_LONGEST = 120
"""Words of a sentence that is taken whole; a longer one is a transcript without stops."""
_SHOWN = 5
"""Places that a message names."""
_PAUSE = 60
"""Seconds that somebody whose end is not known may be silent, at a word a second."""
_FACES = str.maketrans("’‘“”–—", "''\"\"--")


@dataclass(frozen=True)
class Passage:
    """A stretch of one turn."""

    turn: int
    """Number of the turn in the transcript, from 0."""
    span: Span
    """Where it stands in the turn's text."""
    said: Turn
    """The stretch as a turn of its own, with its words, its time and its line."""


def passage(transcript: Transcript, turn: int, span: Span) -> Passage:
    """A stretch of a turn, without white space at its ends."""
    text = span.of(transcript.turns[turn].text)
    start = span.start + len(text) - len(text.lstrip())
    span = Span(start, max(start, span.start + len(text.rstrip())))
    return Passage(turn, span, part(transcript.turns[turn], span.start, span.end))


def whole(transcript: Transcript, turn: int) -> Passage:
    """A whole turn."""
    return passage(transcript, turn, Span(0, len(transcript.turns[turn].text)))


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a turn, none over the end of a paragraph."""
    for paragraph in _PARAGRAPHS.finditer(text):
        words = paragraph[0].replace("\n", " ")
        for start, end in sentence_spans(words):
            yield Span(paragraph.start() + start, paragraph.start() + end)


def at_line(transcript: Transcript, first: int, last: int | None = None, *, turns: bool = False) -> list[Passage]:
    """What stands on a line of the file, or from one to another: whole sentences, or whole turns, one a speaker."""
    last = first if last is None else last
    found: list[Passage] = []
    lines: set[int] = set()
    for number, turn in enumerate(transcript.turns):
        inside: list[Span] = []
        for line, span in _on_lines(turn):
            lines.add(line)
            if first <= line <= last:
                inside.append(span)
        if inside:
            found.append(_taken(transcript, number, Span(inside[0].start, inside[-1].end), turns=turns))
    if not found:
        near = min(lines, key=lambda line: (abs(line - first), line))
        which = f"line {first}" if first == last else f"lines {first} to {last}"
        message = f"nothing is said on {which}, expected words there"
        raise TranscriptError(message, path=transcript.path, hint=f"the nearest line with words is {near}")
    return found


def at_time(transcript: Transcript, first: float, last: float | None = None, *, turns: bool = False) -> list[Passage]:
    """What is being said at a second, or from one to another, as ``at_line`` gives it."""
    timed(transcript)
    begun = [
        (number, span, time)
        for number, turn in enumerate(transcript.turns)
        for span, time in _at_times(turn)
        if time is not None
    ]
    if first > (over := _over(transcript)):
        hint = "look at its times with: authoring transcript " + typed(transcript.path)
        message = f"nothing is said then any more, expected a time up to {clock(over)}"
        raise TranscriptError(message, path=transcript.path, hint=hint)
    until = int(first) + 1 if last is None else last
    inside = [(number, span) for number, span, time in begun if first <= time < until]
    before = [(number, span, time) for number, span, time in begun if time < first]
    if before and (last is not None or not inside):
        latest = max(time for *_, time in before)
        # where times are sparse, what follows a mark has its time too; said then is what stands at the mark
        inside.insert(0, next((number, span) for number, span, time in before if time == latest))
    elif last is None:
        inside = inside[:1]
    if not inside:
        raise TranscriptError("nothing is said at that time yet", path=transcript.path, hint="try a later one")
    found = []
    for number in dict.fromkeys(number for number, _ in inside):
        spans = [span for at, span in inside if at == number]
        found.append(_taken(transcript, number, Span(spans[0].start, spans[-1].end), turns=turns))
    return found


def with_words(transcript: Transcript, words: str) -> Passage:
    """The words themselves, or from the first to the last of them where “…” stands between."""
    pieces = [piece for piece in _DOTS.split(words.strip()) if piece]
    if not pieces or len(pieces) > 2:
        hint = "for example: --words “We may lose … the sheds are old”"
        message = "these are no first and last words, expected both with “…” between"
        raise TranscriptError(message, path="--words", hint=hint)
    patterns = [_pattern(piece) for piece in pieces]
    found = [
        passage(transcript, number, span)
        for number, turn in enumerate(transcript.turns)
        for span in _spoken(turn.text, patterns)
    ]
    if len(found) == 1:
        return found[0]
    shown = words if len(words) <= 40 else f"{words[:39]}…"
    if not found:
        hint = f"look for them with: authoring transcript {typed(transcript.path)} --search WORDS"
        message = f"“{shown}” is nowhere in one turn, expected words as they stand there"
        raise TranscriptError(message, path=transcript.path, hint=hint)
    places = ", ".join(str(each.said.line) for each in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    message = f"“{shown}” stands there {len(found)} times, expected once"
    raise TranscriptError(
        message, path=transcript.path, hint=f"name more of the words, or --line; lines {places}{more}"
    )


def _over(transcript: Transcript) -> float:
    """The second after which surely nothing is said: the last end, or the last words, slowly spoken."""
    over = 0.0
    for turn in transcript.turns:
        stretches = [(time, span) for span, time in _at_times(turn) if time is not None]
        if stretches and turn.end is None:
            time, span = stretches[-1]
            over = max(over, time + _PAUSE + len(span.of(turn.text).split()))
        over = max(over, turn.end or 0.0, *(time for time, _ in stretches))
    return over


def _on_lines(turn: Turn) -> Iterator[tuple[int, Span]]:
    """The stretches of a turn by the line that they stand on."""
    edges = [place.at for place in turn.places if place.at > 0] + [len(turn.text)]
    at = 0
    for edge in edges:
        if turn.text[at:edge].strip():
            yield turn.place(at).line, Span(at, edge)
        at = edge


def _at_times(turn: Turn) -> Iterator[tuple[Span, float | None]]:
    """The stretches of a turn by the time at which they begin."""
    edges = [place.at for place in turn.places if place.at > 0] + [len(turn.text)]
    at, time = 0, turn.place(0).time if turn.place(0).time is not None else turn.start
    for edge in edges:
        following = turn.place(edge).time if edge < len(turn.text) else None
        if edge == len(turn.text) or following != time:
            yield Span(at, edge), time
            at, time = edge, following


def _taken(transcript: Transcript, turn: int, span: Span, *, turns: bool) -> Passage:
    if turns:
        return whole(transcript, turn)
    text = transcript.turns[turn].text
    touched = [each for each in sentences(text) if each.overlaps(span)]
    good = [each if len(each.of(text).split()) <= _LONGEST else _within(each, span) for each in touched]
    if not good:
        return passage(transcript, turn, span)
    return passage(transcript, turn, Span(good[0].start, good[-1].end))


def _within(sentence: Span, span: Span) -> Span:
    return Span(max(sentence.start, span.start), min(sentence.end, span.end))


def _pattern(words: str) -> re.Pattern[str]:
    spelt = r"\s+".join(re.escape(word.translate(_FACES)) for word in words.split())
    begin, end = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    return re.compile(f"{begin}{spelt}{end}", re.IGNORECASE)


def _spoken(text: str, patterns: list[re.Pattern[str]]) -> Iterator[Span]:
    even = text.translate(_FACES)
    for first in patterns[0].finditer(even):
        last = patterns[1].search(even, first.end()) if len(patterns) > 1 else first
        if last is not None:
            after = _AFTER.match(text, last.end())
            yield Span(first.start(), after.end() if after else last.end())
