"""What a quotation is looked for in: passages, each said by one speaker in one go, read once for many searches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from authoring.errors import TranscriptError
from authoring.findings import Origin
from authoring.text.patterns import lazy
from authoring.transcripts import Transcript, Turn
from authoring.wording.characters import spoken
from authoring.wording.index import Index
from authoring.wording.words import WALL, Words

WITHHELD = "[name withheld]"
"""Stands for a name that must not be shown."""


def masked(text: str, secrets: Iterable[str]) -> str:
    """A text without these names."""
    for secret in secrets:
        whole = re.I if " " in secret else 0  # a part of a name may be an everyday word: “Will”
        text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", WITHHELD, text, flags=whole)
    return text


class Placed(Protocol):
    """What knows where each character of a passage stands."""

    def __call__(self, offset: int) -> tuple[Origin, float | None]:
        """The place of a character in its file, and its second in the recording where that is known."""


@dataclass(frozen=True)
class Passage:
    """Words said by one speaker in one go."""

    text: str
    speaker: str | None
    """As the transcript labels them, or by the name that may be printed; ``None`` where nobody is named."""
    source: str | None
    """The id of the source in the notes, where it is known."""
    answer: int
    """Number of the answer that it belongs to: an interjection does not end an answer."""
    placed: Placed = field(repr=False)
    group: int = 0
    """Number of the file that it comes from: speakers are told apart within one file."""
    noted: bool = False
    """Whether it is a note of the reporter's, and not a transcript."""


@dataclass(frozen=True)
class Material:
    """Passages, ready to be searched."""

    passages: tuple[Passage, ...]
    secrets: tuple[str, ...] = field(default=(), repr=False)
    """Names that must be shown nowhere, and their parts, as they are written."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """For each source of the notes, by its id, the names it may be called by in print."""
    protected: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids of sources that are not named, which are shown nowhere either."""
    unread: tuple[TranscriptError, ...] = ()
    """Why transcripts that the notes name are not among the passages."""
    unhidden: bool = False
    """Whether something off the record was found in no transcript, where it may stand in other words."""
    _views: dict[tuple[int, ...], Material] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def bases(self) -> list[int]:
        """Where each passage begins in the text of all."""
        found, at = [], 0
        for passage in self.passages:
            found.append(at)
            at += len(passage.text) + 1
        return found

    @cached_property
    def index(self) -> Index:
        """The words of all passages."""
        text = WALL.join(spoken(passage.text) for passage in self.passages)
        return Index(Words(text), self.bases)

    def number(self, offset: int) -> int:
        """Which passage holds an offset of the text of all."""
        return bisect_right(self.bases, offset) - 1

    def at(self, offset: int) -> tuple[Passage, Origin, float | None]:
        """The passage that holds an offset, and the place of its character."""
        number = self.number(offset)
        passage = self.passages[number]
        return (passage, *passage.placed(offset - self.bases[number]))

    def shown(self, source: str | None) -> str | None:
        """The id of a source, unless it is not to be named."""
        return None if source in self.protected else source

    def masked(self, text: str) -> str:
        """Words that were said, without any name that must not be shown."""
        return masked(text, self.secrets)

    def view(self, numbers: Sequence[int]) -> Material:
        """These passages alone."""
        key = tuple(numbers)
        if len(key) == len(self.passages):
            return self
        if key not in self._views:
            self._views[key] = replace(self, passages=tuple(self.passages[number] for number in key), _views={})
        return self._views[key]


def clock(seconds: float | None) -> str | None:
    """A time in a recording as notes write it: ``00:12:41``."""
    if seconds is None:
        return None
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


_SHORT = 4
"""Words of an interjection, which does not end the answer that it falls into."""
_CROWD = lazy(r"audience|crowd|students?$|members?$", re.I)


def from_transcript(transcript: Transcript, group: int = 0, answers: int = 0) -> tuple[Passage, ...]:
    """The passages of a transcript; turns of one speaker that nobody parts are one passage.

    Args:
        transcript: turns in order.
        group: number of the file among others.
        answers: number of the first answer.
    """
    runs = runs_of(transcript.turns)
    passages: list[Passage] = []
    answer = answers - 1
    for number, run in enumerate(runs):
        before = runs[number - 2] if number > 1 else None
        if before and run[0].speaker and before[0].speaker == run[0].speaker and _interjected(runs[number - 1]):
            resumed = passages[-2].answer
        else:
            answer += 1
            resumed = answer
        text = "\n".join(turn.text for turn in run)
        place = _InTurns(transcript.path, run)
        passages.append(Passage(text, run[0].speaker, None, resumed, place, group))
    return tuple(passages)


def runs_of(turns: Iterable[Turn]) -> list[list[Turn]]:
    """The turns in order, those of one speaker that nobody parts together."""
    runs: list[list[Turn]] = []
    for turn in turns:
        if runs and turn.speaker is not None and runs[-1][-1].speaker == turn.speaker:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    return runs


def _interjected(run: Iterable[Turn]) -> bool:
    turns = list(run)
    if turns[0].speaker and _CROWD.search(turns[0].speaker):
        return True
    words = " ".join(turn.text for turn in turns)
    return len(words.split()) <= _SHORT and "?" not in words


class _InTurns:
    """Places in a run of turns whose texts are joined by one character."""

    def __init__(self, path: str, turns: Sequence[Turn]) -> None:
        self._path = path
        self._turns = turns
        self._starts = [0]
        for turn in turns[:-1]:
            self._starts.append(self._starts[-1] + len(turn.text) + 1)

    def __call__(self, offset: int) -> tuple[Origin, float | None]:
        number = bisect_right(self._starts, offset) - 1
        place = self._turns[number].place(offset - self._starts[number])
        return Origin(self._path, place.line, place.column, clock(place.time)), place.time
