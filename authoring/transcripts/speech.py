"""Collects speech line by line into turns: who begins to speak, what is said, and the time that has been reached."""

from __future__ import annotations

from authoring.transcripts.lines import Line
from authoring.transcripts.model import Turn
from authoring.transcripts.turns import TurnLines


class Speech:
    """The turns of a transcript that is being read."""

    def __init__(self, *, markdown: bool = False) -> None:
        self._markdown = markdown
        self._turns: list[Turn] = []
        self._open: TurnLines | None = None
        self._time: float | None = None
        self._used = False
        """Whether something was said since the last mark of a time: whoever begins then has no time of their own."""
        self._gap = False

    def begin(self, speaker: str | None, line: int, time: float | None = None) -> None:
        """Somebody begins to speak, or somebody unknown."""
        self._close()
        if time is not None or self._used:
            self._mark(time)
        self._open = TurnLines(speaker, line, self._time)
        self._gap = False

    def reach(self, time: float | None) -> None:
        """A mark says that the recording has reached this time."""
        if time is not None:
            self._mark(time)
        if self._open and self._open.empty:
            self._open.start = self._time

    def gap(self) -> None:
        """A blank line: a new paragraph."""
        self._gap = True

    def say(self, line: Line) -> None:
        """These words go on with the turn, or begin one of nobody who is named."""
        words = line.text.strip()
        if not words:
            return
        if self._open is None:
            self.begin(None, line.number)
        assert self._open is not None
        column = line.column + len(line.text) - len(line.text.lstrip())
        joint = "\n\n" if self._gap else "\n"
        self._open.add(words, line.number, column, self._time, joint=joint, markdown=self._markdown)
        self._gap = False
        self._used = True

    def _mark(self, time: float | None) -> None:
        self._time, self._used = time, False

    @property
    def silent(self) -> bool:
        """Whether a turn has begun and nothing has been said in it."""
        return self._open is not None and self._open.empty

    def turns(self) -> tuple[Turn, ...]:
        """What was said, up to here."""
        self._close()
        return tuple(self._turns)

    def _close(self) -> None:
        if self._open and (turn := self._open.turn()):
            self._turns.append(turn)
        self._open = None
