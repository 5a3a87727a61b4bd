"""Puts a text together from stretches of the notes, keeping the place of each."""

from __future__ import annotations

from authoring.trace.traced import Run, Traced, runs_of


class Weaver:
    """Grows one traced text; made once at the end, so that long items stay cheap."""

    __slots__ = ("_runs", "_texts")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._runs: list[Run] = []

    def __bool__(self) -> bool:
        return bool(self._texts)

    def exact(self, text: str, start: int) -> None:
        """Characters as they stand in the file from ``start`` on."""
        if text:
            self._texts.append(text)
            self._runs.append(Run(len(text), start, start + len(text), True))

    def made(self, text: str, start: int, end: int) -> None:
        """Characters made from the stretch ``start``–``end``."""
        if text:
            self._texts.append(text)
            self._runs.append(Run(len(text), start, end))

    def value(self, text: Traced) -> None:
        """A text that has its places already."""
        if text:
            self._texts.append(str.__str__(text))
            self._runs.extend(runs_of(text))

    def trim(self) -> None:
        """Drop white space at the end."""
        while self._texts:
            kept = self._texts[-1].rstrip()
            if len(kept) == len(self._texts[-1]):
                return
            self._texts.pop()
            if kept:
                self._texts.append(kept)
            self._shorten(sum(map(len, self._texts)))

    def _shorten(self, length: int) -> None:
        while self._runs and sum(run.length for run in self._runs) > length:
            run = self._runs.pop()
            left = length - sum(other.length for other in self._runs)
            if left > 0:
                self._runs.append(run.cut(0, left))

    @property
    def plain(self) -> str:
        """The text so far."""
        return "".join(self._texts)

    @property
    def runs(self) -> list[Run]:
        """The runs so far."""
        return self._runs

    def build(self) -> Traced:
        """The text with its places."""
        return Traced("".join(self._texts), self._runs)
