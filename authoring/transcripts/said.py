"""Makes turns of what recorders and services write down: stretches of speech with times, and words with times in them.

The text of a stretch is what was said; its words only tell when each of them was, and by whom. Where the two do not
agree the text is kept, so that no word is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from authoring.text.lines import LineIndex
from authoring.text.patterns import lazy
from authoring.transcripts.model import Turn
from authoring.transcripts.turns import TurnLines

_SENTENCE = lazy(r"[.?!…][\"”’)]*\s*$")
_ESCAPE = lazy(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_BREATH = 0.7
"""Seconds of silence between the words of one channel in which another may speak."""
_PAUSE = 2.0
"""Seconds of silence that, after a sentence, begin a paragraph."""


class Word(NamedTuple):
    """One word, or one mark of punctuation, as a recorder heard it."""

    text: str
    at: int
    """Offset in the file."""
    start: float | None = None
    end: float | None = None
    speaker: str | None = None
    """Whose it is, where that is told word by word."""


class Said(NamedTuple):
    """Speech that the file holds in one piece."""

    text: str
    at: int
    """Offset in the file."""
    start: float | None = None
    end: float | None = None
    speaker: str | None = None
    words: Sequence[Word] = ()


class Lines:
    """Lines and columns of a large text, asked for in order: ``LineIndex`` would look for the ends of all of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = LineIndex(text) if "\r" in text.replace("\r\n", "") else None
        self._at, self._line, self._begin = 0, 1, 0

    def position(self, at: int) -> tuple[int, int]:
        """Line and column of an offset."""
        if self._all:
            return self._all.position(at)
        if at < self._at:
            self._at, self._line, self._begin = 0, 1, 0
        ends = self._text.count("\n", self._at, at)
        if ends:
            self._line += ends
            self._begin = self._text.rfind("\n", self._at, at) + 1
        self._at = at
        return self._line, at - self._begin + 1


def turns(found: Iterable[Said], text: str) -> tuple[Turn, ...]:
    """What was said as turns: neighbours of one speaker are one; a pause after a sentence begins a paragraph."""
    return tuple(_turns(found, text))


class _Piece(NamedTuple):
    text: str
    gap: str | None
    """What stands before it in its stretch; ``None`` where the stretch begins."""
    at: int
    spelled: bool
    """Whether it stands there letter by letter, except for escapes, as the words of a stretch without times do."""
    start: float | None
    end: float | None
    speaker: str | None


def _turns(found: Iterable[Said], text: str) -> Iterator[Turn]:
    lines = Lines(text)
    open_turn: TurnLines | None = None
    last, ended = "", None
    for piece in (piece for said in found for piece in _pieces(said)):
        line, column = lines.position(piece.at)
        if open_turn is None or open_turn.speaker != piece.speaker:
            if open_turn and (turn := open_turn.turn()):
                yield turn
            open_turn = TurnLines(piece.speaker, line, piece.start)
        gap = joint(last, ended, piece.start) if piece.gap is None else piece.gap
        if piece.spelled and not text.startswith(piece.text, piece.at):
            for number, (words, at) in enumerate(_spelled(piece.text, piece.at, text)):
                open_turn.put(words, *lines.position(at), piece.start, "" if number else gap)
        else:
            open_turn.put(piece.text, line, column, piece.start, gap)
        last, ended = piece.text, piece.end
        if ended is not None:
            open_turn.end = ended
    if open_turn and (turn := open_turn.turn()):
        yield turn


def _spelled(words: str, at: int, text: str) -> Iterator[tuple[str, int]]:
    """The stretches of words in a JSON string between its escapes, each with the place where it stands."""
    done = 0
    while done < len(words):
        mark = text.find("\\", at, at + len(words) - done)
        escape = _ESCAPE.match(text, mark) if mark >= 0 else None
        if not escape:
            yield words[done:], at
            return
        if mark > at:
            yield words[done : done + mark - at], at
        done += mark - at
        yield words[done], mark
        done, at = done + 1, escape.end()


def joint(last: str, ended: float | None, start: float | None) -> str:
    if ended is not None and start is not None and start - ended >= _PAUSE and _SENTENCE.search(last[-40:]):
        return "\n\n"
    return " "


def _pieces(said: Said) -> Iterator[_Piece]:
    """The words of a stretch as far as they agree with its text, and what is left of that in one."""
    text = said.text.strip()
    shift = len(said.text) - len(said.text.lstrip())
    at, time = 0, said.start
    for word in said.words:
        face = word.text.strip()
        begin = _after_space(text, at)
        if not text.startswith(face, begin):
            break
        if face:
            time = time if word.start is None else word.start
            gap = text[at:begin] if at else None
            at = begin + len(face)
            end = said.end if said.end is not None and at == len(text) else word.end
            yield _Piece(face, gap, word.at, False, time, end, word.speaker or said.speaker)
    begin = _after_space(text, at)
    if begin < len(text):
        gap = text[at:begin] if at else None
        time = time if at == 0 or said.end is not None else None  # after the last word that is known, who knows when
        yield _Piece(text[begin:], gap, said.at + shift + begin, at == 0, time, said.end, said.speaker)


def _after_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def split(said: Said) -> Iterator[Said]:
    """One channel of a whole recording as its sentences, so that several can be put in order."""
    words: list[Word] = []
    begin = at = 0
    for word in said.words:
        found = said.text.find(word.text, at)
        if found < 0 or said.text[at:found].strip():
            break
        pause = words and word.start is not None and words[-1].end is not None and word.start - words[-1].end >= _BREATH
        if words and (pause or (word.start is not None and _SENTENCE.search(words[-1].text))):
            yield _part(said, begin, at, words)
            begin, words = at, []
        words.append(word)
        at = found + len(word.text)
    yield _part(said, begin, len(said.text), words)


def _part(said: Said, begin: int, end: int, words: list[Word]) -> Said:
    known = [time for word in words for time in (word.start, word.end) if time is not None]
    start, stop = (known[0], known[-1]) if known else (said.start, said.end)
    at = words[0].at if words else said.at + begin
    return said._replace(text=said.text[begin:end], at=at, start=start, end=stop, words=tuple(words))
