"""Reads WebVTT cues as turns: one speaker's neighbouring cues are one turn, with the time of every cue kept."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.text.patterns import lazy
from authoring.transcripts.labels import Label, label_of, speakers
from authoring.transcripts.model import Transcript, Turn
from authoring.transcripts.turns import TurnLines
from authoring.transcripts.webvtt import Cue, cues

_VOICE = lazy(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]+)>")
_TAG = lazy(r"</?[a-zA-Z\d][^<>]{0,80}>")


def read_webvtt(text: str, path: str = "") -> Transcript:
    """The turns of a WebVTT file; a cue that names nobody goes on with the speaker before it."""
    found = list(cues(text))
    first = [label_of(cue.text.split("\n", 1)[0]) for cue in found]
    known = speakers(label for label in first if label)
    return Transcript(path, tuple(_turns(found, first, known)), "webvtt")


def _turns(found: list[Cue], first: list[Label | None], known: frozenset[str]) -> Iterator[Turn]:
    open_turn: TurnLines | None = None
    for cue, label in zip(found, first, strict=True):
        for number, words in enumerate(cue.text.split("\n")):
            for speaker, stretch, column in _voiced(words, label if number == 0 else None, known):
                if open_turn is None or (speaker is not None and speaker != open_turn.speaker):
                    if open_turn and (turn := open_turn.turn()):
                        yield turn
                    open_turn = TurnLines(speaker, cue.line + 1 + number, cue.start)
                if stretch.strip():
                    open_turn.add(stretch, cue.line + 1 + number, column, cue.start, joint=" ")
        if open_turn:
            open_turn.end = cue.end
    if open_turn and (turn := open_turn.turn()):
        yield turn


def _voiced(words: str, label: Label | None, known: frozenset[str]) -> Iterator[tuple[str | None, str, int]]:
    """The stretches of a line by speaker, each with the column where it begins."""
    at, speaker = 0, None
    if label and label.name in known:
        at, speaker = label.end, label.name
    for voice in _VOICE.finditer(words, at):
        if words[at : voice.start()].strip():
            yield speaker, _bare(words[at : voice.start()]), at + 1
        at, speaker = voice.end(), " ".join(voice[1].split())
    yield speaker, _bare(words[at:]), at + 1


def _bare(words: str) -> str:
    """The words without formatting tags, which leave their room so that columns stay right."""
    return _TAG.sub(lambda tag: " " * len(tag[0]), words)
