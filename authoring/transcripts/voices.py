"""Reads subtitles as turns: one speaker's neighbouring cues are one turn, with the time of every cue kept."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Mapping, Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.cues import Cue, cues
from authoring.transcripts.fields import nobody
from authoring.transcripts.labels import Label, label_of, speakers
from authoring.transcripts.lines import Line
from authoring.transcripts.marks import ENDED, UNKNOWN, bare, stretches
from authoring.transcripts.model import Transcript, Turn
from authoring.transcripts.rolling import unrolled
from authoring.transcripts.said import joint
from authoring.transcripts.turns import TurnLines

_CHANGE = lazy(r"\s*(?:>|&gt;){2,}\s*|\s*[-–—]\s*(?=\S)")
_ARROWS = lazy(r"\s*(?:>|&gt;){2}")
_BRACKETS = lazy(r"\s*(?:\[(?P<name>[^\[\]:]{1,40})\]:|\((?P<number>speaker [\d?]+)\))\s*")
_COLON = lazy(r"\s*(?P<name>[^:<>\s][^:<>]{0,58}?):\s")
_COMMA = lazy(r"(?<![^\r\n])(\d{1,4}:\d{2}:\d{2}\.\d{3}),(\d{1,4}:\d{2}:\d{2}\.\d{3})(?=[ \t]*(?:[\r\n]|\Z))")
_NEARLY_ALL = 0.9
"""Share of a meeting's cues that begin with a name where all do, but those in which nobody is known."""


def read_webvtt(text: str, path: str = "") -> Transcript:
    """The turns of a WebVTT file; a cue that names nobody goes on with the speaker before it."""
    return Transcript(path, _turns(cues(text, webvtt=True)), "webvtt")


def read_subrip(text: str, path: str = "") -> Transcript:
    """The turns of a SubRip file, read in the same way."""
    return Transcript(path, _turns(cues(text, webvtt=False)), "srt")


def read_sbv(text: str, path: str = "") -> Transcript:
    """The turns of a file with commas between its times, read in the same way."""
    return Transcript(path, _turns(cues(_COMMA.sub(r"\1 --> \2", text), webvtt=False)), "sbv")


def _turns(found: Sequence[Cue]) -> tuple[Turn, ...]:
    found = unrolled(found)
    labels = _labels(found)
    captions = _Captions()
    for cue in found:
        captions.begin(cue)
        dashed = len(cue.lines) > 1 and all(_dash(line) for line in cue.lines)
        for line in cue.lines:
            captions.say(line, labels.get(line), dashed=dashed)
    return captions.turns()


def _dash(line: Line) -> bool:
    begin = line.text.lstrip()
    return begin[:1] in ("-", "–", "—") or (begin[:1] in ("<", "{") and bare(begin).lstrip()[:1] in ("-", "–", "—"))


def _labels(found: Sequence[Cue]) -> Mapping[Line, Label]:
    """The labels that lines begin with, where they name speakers."""
    told: dict[Line, Label] = {}
    for cue in found:
        for line in cue.lines:
            if "<v" not in line.text and (label := _label(bare(line.text))):
                told[line] = label
    known = speakers(told.values())
    kept = {line: label for line, label in told.items() if label.name in known}
    return {**_everywhere(found), **kept}


def _label(line: str) -> Label | None:
    change = _CHANGE.match(line)
    at = change.end() if change else 0
    if named := _BRACKETS.match(line, at):
        return Label(named["name"] or named["number"], named.end(), True)
    label = label_of(line[at:])
    # a letter alone, “A bit later”, is a label only with a mark of its own
    if label is None or ":" not in line[at : at + label.end]:
        return None
    return label._replace(name=html.unescape(label.name), end=at + label.end)


def _everywhere(found: Sequence[Cue]) -> dict[Line, Label]:
    """Names before a colon in a file in which nearly every cue has one, as meetings write them, whatever they are."""
    first = [cue.lines[0] for cue in found if cue.lines]
    named = {line: match for line in first if (match := _COLON.match(line.text)) and "-->" not in line.text}
    if len(first) < 3 or len(named) < _NEARLY_ALL * len(first):
        return {}
    count = Counter(match["name"] for match in named.values())
    return {
        line: Label(html.unescape(match["name"].strip()), match.end(), True)
        for line, match in named.items()
        if count[match["name"]] > 1 or len(named) == len(first)
    }


class _Captions:
    """The turns of subtitles that are being read."""

    def __init__(self) -> None:
        self._done: list[Turn] = []
        self._open: TurnLines | None = None
        self._cue = Cue(None, None, ())
        self._ended: float | None = None
        self._last = ""
        self._voiceless = False
        """Whether the voice that was named last has been said to end."""

    def begin(self, cue: Cue) -> None:
        """A cue begins."""
        self._ended = self._cue.end
        self._cue = cue

    def say(self, line: Line, label: Label | None, *, dashed: bool) -> None:
        """These words are said in the cue."""
        at = 0
        if label:
            at = label.end
            self._speaks(label.name, line.number)
        elif dashed or (("&gt;" in line.text or ">>" in line.text) and _ARROWS.match(bare(line.text))):
            change = _CHANGE.match(bare(line.text))
            at = change.end() if change else 0
            self._speaks(UNKNOWN, line.number)
        fresh = True
        for stretch in stretches(line.text[at:].rstrip()):
            if stretch.voice is not None:
                self._speaks(stretch.voice, line.number)
                fresh = True
            words = stretch.text.lstrip() if fresh else stretch.text
            if words:
                column = line.column + at + stretch.at + len(stretch.text) - len(words)
                self._add(words, line.number, column, stretch.time, fresh=fresh)
                fresh = False

    def _speaks(self, name: str, line: int) -> None:
        self._voiceless = name == ENDED
        if self._voiceless:
            return
        speaker = None if nobody(name) else name
        if speaker is None or self._open is None or self._open.speaker != speaker:
            self._close()
            self._open = TurnLines(speaker, line, self._cue.start)

    def _add(self, words: str, line: int, column: int, time: float | None, *, fresh: bool) -> None:
        if self._open is None or (self._voiceless and self._open.speaker is not None):
            self._close()
            self._open = TurnLines(None, line, self._cue.start)
        self._voiceless = False
        time = self._cue.start if time is None else time
        between = joint(self._last, self._ended, time) if fresh else ""
        self._open.add(words, line, column, time, joint=between)
        self._open.end = self._cue.end if self._cue.end is not None else self._open.end
        self._last, self._ended = words, None

    def _close(self) -> None:
        if self._open and (turn := self._open.turn()):
            self._done.append(turn)
        self._open = None

    def turns(self) -> tuple[Turn, ...]:
        """What was said, up to here."""
        self._close()
        return tuple(self._done)
