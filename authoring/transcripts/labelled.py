"""Reads transcripts in plain text and Markdown: a label at the start of a line begins a turn.

Paragraphs without a label go on with the turn. Headings, rules, front matter and lines that hold only a time are no
speech; what stands before the first label is kept, without a speaker, where it reads as sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from authoring.text.patterns import lazy
from authoring.transcripts.labels import Label, label_of, speakers
from authoring.transcripts.model import Transcript, Turn
from authoring.transcripts.turns import TurnLines
from authoring.transcripts.webvtt import seconds

_FRONT = lazy(r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_NO_SPEECH = lazy(r"\s*(?:#{1,6}\s.*|(?:[-*_=][ \t]*){3,}|!\[.*\]\(.*\))\s*")
_CLOCK = lazy(r"\s*[(\[]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[)\]]?\s*")
_SENTENCE = lazy(r"[.?!…][\"”’)*]*\s*$")
_LEAST = 8
"""Words from which a paragraph before the first label reads as speech; fewer are a title or a date."""


class _Line(NamedTuple):
    number: int
    text: str
    label: Label | None


def read_labelled(text: str, path: str = "") -> Transcript:
    """The turns of a transcript in plain text or Markdown; one turn without a speaker where nobody is named."""
    lines = list(_lines(text))
    known = speakers(line.label for line in lines if line.label)
    return Transcript(path, tuple(_turns(lines, known)))


def _lines(text: str) -> Iterator[_Line]:
    front = _FRONT.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    for number, line in enumerate(text.split("\n"), 1):
        if number > skipped:
            words = line.rstrip("\r")
            yield _Line(number, words, label_of(words))


def _turns(lines: list[_Line], known: frozenset[str]) -> Iterator[Turn]:
    open_turn: TurnLines | None = None
    gap = False
    time: float | None = None
    for line in lines:
        label = line.label if line.label and line.label.name in known else None
        if label:
            yield from _close(open_turn, bool(known))
            open_turn = TurnLines(label.name, line.number, time)
            gap = False
            if line.text[label.end :].strip():
                open_turn.add(line.text[label.end :], line.number, label.end + 1, time)
            continue
        if not line.text.strip():
            gap = True
        elif clock := _CLOCK.fullmatch(line.text):
            time = seconds(clock[1])
        elif not _NO_SPEECH.fullmatch(line.text):
            if open_turn is None or (open_turn.speaker is None and known and gap):
                yield from _close(open_turn, bool(known))
                open_turn = TurnLines(None, line.number, time)
            open_turn.add(line.text, line.number, 1, time, joint="\n\n" if gap else "\n")
            gap = False
    yield from _close(open_turn, bool(known))


def _close(lines: TurnLines | None, labelled: bool) -> Iterator[Turn]:
    turn = lines.turn() if lines else None
    if turn is None:
        return
    if labelled and turn.speaker is None and (len(turn.text.split()) < _LEAST or not _SENTENCE.search(turn.text)):
        return
    yield turn
