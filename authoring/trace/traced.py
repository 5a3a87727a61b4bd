"""A string that remembers, character by character, where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, SupportsIndex, cast


class Run(NamedTuple):
    """Neighbouring characters of one origin."""

    length: int
    """How many characters, in code points."""
    start: int = -1
    """Offset into the notes of the first character's origin; -1 where nothing of it stands in the notes."""
    end: int = -1
    """Offset just past the origin in the notes."""
    exact: bool = False
    """Whether character *i* is the one at ``start + i`` of the notes; otherwise the run as a whole came from there."""
    template: str | None = None
    """Name of the template whose text this is, or that printed it."""
    line: int = 0
    """Line of that template, from 1; 0 where no template had a part in it."""
    source: str | None = None
    """Id of the source that these characters name, so that later mentions can be shorter."""

    @property
    def noted(self) -> bool:
        """Whether it leads back to a place in the notes."""
        return self.start >= 0

    def cut(self, start: int, end: int) -> Run:
        """The part of the run from its character ``start`` to just before its character ``end``."""
        if self.exact:
            return Run(end - start, self.start + start, self.start + end, True, *self[4:])
        return Run(end - start, *self[1:])


Runs = tuple[Run, ...]


def _tidy(runs: Iterable[Run]) -> Runs:
    """Leave out empty runs and melt each into the one it continues."""
    kept: list[Run] = []
    for run in runs:
        if run[0]:
            _grow(kept, run)
    return tuple(kept)


def _grow(kept: list[Run], run: Run) -> None:
    """Put a run after the others, as part of the last where it continues that."""
    if kept:
        last = kept[-1]
        if last[5] == run[5] and last[4] == run[4] and last[6] == run[6]:  # the same template line and source
            if last.exact and run.exact and last.end == run.start:
                kept[-1] = Run(last.length + run.length, last.start, run.end, *last[3:])
                return
            if last.start < 0 and run.start < 0:
                kept[-1] = Run(last.length + run.length, *last[1:])
                return
    kept.append(run)


def union(length: int, parts: Iterable[object]) -> Runs:
    """One coarse run for ``length`` characters made from ``parts`` in a way that cannot be followed further."""
    noted = [run for part in parts for run in runs_of(part) if run.noted]
    if not length:
        return ()
    if not noted:
        return (Run(length),)
    return (Run(length, min(run.start for run in noted), max(run.end for run in noted)),)


def runs_of(value: object) -> Runs:
    """The runs of any value that may be printed; a plain string has one of unknown origin."""
    if isinstance(value, Traced):
        return value._runs
    if isinstance(value, str) and value:
        return (Run(len(value)),)
    return ()


class Traced(str):
    """A ``str`` in every respect, whose runs cover it completely and survive the usual ways of cutting and joining.

    An operation whose result cannot be followed character by character gives one coarse run: the union of the
    origins that went in. That is never wrong, only less precise.
    """

    _runs: Runs

    def __new__(cls, text: str, runs: Iterable[Run] | None = None) -> Traced:
        made = super().__new__(cls, text)
        made._runs = _tidy(runs) if runs is not None else runs_of(text)
        if sum(run.length for run in made._runs) != len(made):
            raise ValueError(f"the runs of a traced text of {len(made)} characters do not cover it")
        return made

    @classmethod
    def _made(cls, text: str, runs: Runs) -> Traced:
        """For runs that are known to be tidy and to cover the text; drafting a long story makes very many of them."""
        made = str.__new__(cls, text)
        made._runs = runs
        return made

    @classmethod
    def from_notes(cls, text: str, start: int, source: str | None = None) -> Traced:
        """Characters as they stand in the notes from offset ``start`` on."""
        if not text:
            return cls._made(text, ())
        return cls._made(text, (Run(len(text), start, start + len(text), True, None, 0, source),))

    @classmethod
    def made_from(cls, text: str, start: int, end: int, source: str | None = None) -> Traced:
        """Characters made from the stretch ``start``–``end`` of the notes, such as a date in house style."""
        return cls(text, (Run(len(text), start, end, source=source),))

    @classmethod
    def concat(cls, parts: Iterable[object]) -> Traced:
        """The parts one after the other; what has no origin keeps none."""
        pieces: list[str] = []
        runs: list[Run] = []
        for part in parts:
            piece = part if isinstance(part, str) else str(part)
            more = piece._runs if isinstance(piece, Traced) else runs_of(piece)
            if not more:
                continue
            pieces.append(piece)
            # The runs of a piece are tidy among themselves, so only the seam needs a look.
            if runs and runs[-1][5] == more[0][5] and runs[-1][4] == more[0][4]:
                _grow(runs, more[0])
                runs.extend(more[1:])
            else:
                runs += more
        return cls._made("".join(pieces), tuple(runs))

    def by_template(self, name: str, line: int) -> Traced:
        """The same text, printed by line ``line`` of a template, wherever no inner template has claimed it."""
        runs = [run if run[4] is not None else Run(*run[:4], name, line, run[6]) for run in self._runs]
        return Traced._made(self, tuple(runs))

    def naming(self, source: str) -> Traced:
        """The same text, known to name a source."""
        return Traced(self, (run._replace(source=source) for run in self._runs))

    @property
    def noted(self) -> tuple[int, int] | None:
        """From where to where in the notes the text came, or ``None``."""
        places = [run for run in self._runs if run.noted]
        if not places:
            return None
        return min(run.start for run in places), max(run.end for run in places)

    def _cut(self, start: int, end: int) -> Traced:
        if start == 0 and end == len(self):
            return self
        if len(self._runs) == 1:
            text = str.__getitem__(self, slice(start, end))
            return Traced._made(text, (self._runs[0].cut(start, start + len(text)),) if text else ())
        return self.cuts([(start, end)])

    def cuts(self, ranges: Iterable[tuple[int, int]]) -> Traced:
        """What stands in these ranges, one after the other; they are in order and do not overlap."""
        kept: list[Run] = []
        words: list[str] = []
        runs = iter(self._runs)
        run, at = next(runs, None), 0
        for start, end in ranges:
            words.append(str.__getitem__(self, slice(start, end)))
            while run is not None and at < end:
                past = at + run[0]
                if past > start:
                    low, high = max(start, at), min(end, past)
                    kept.append(run if high - low == run[0] else run.cut(low - at, high - at))
                if past > end:
                    break
                run, at = next(runs, None), past
        return Traced._made("".join(words), _tidy(kept))

    def __str__(self) -> Traced:  # Jinja and many filters call str() on what they print
        return self

    def __getitem__(self, key: SupportsIndex | slice) -> Traced:
        if isinstance(key, slice):
            start, end, step = key.indices(len(self))
            if step == 1:
                return self._cut(start, max(start, end))
            text = str.__getitem__(self, key)
            return Traced(text, union(len(text), (self,)))
        index = key.__index__()
        if not -len(self) <= index < len(self):
            raise IndexError("string index out of range")
        index %= len(self)
        return self._cut(index, index + 1)

    def __iter__(self) -> Iterator[str]:
        return (self._cut(index, index + 1) for index in range(len(self)))

    def __add__(self, other: str) -> Traced:
        if not isinstance(other, str):
            return NotImplemented
        return Traced.concat((self, other))

    def __radd__(self, other: str) -> Traced:
        if not isinstance(other, str):
            return NotImplemented
        return Traced.concat((other, self))

    def join(self, parts: Iterable[str]) -> Traced:
        """As ``str.join``; every part keeps its origin."""
        pieces: list[str] = []
        for part in parts:
            if pieces:
                pieces.append(self)
            pieces.append(part)
        return Traced.concat(pieces)

    def strip(self, characters: str | None = None) -> Traced:
        """As ``str.strip``."""
        return self.lstrip(characters).rstrip(characters)

    def lstrip(self, characters: str | None = None) -> Traced:
        """As ``str.lstrip``."""
        return self._cut(len(self) - len(str.lstrip(self, characters)), len(self))

    def rstrip(self, characters: str | None = None) -> Traced:
        """As ``str.rstrip``."""
        return self._cut(0, len(str.rstrip(self, characters)))

    def removeprefix(self, prefix: str, /) -> Traced:
        """As ``str.removeprefix``."""
        return self._cut(len(prefix), len(self)) if self.startswith(prefix) else self

    def removesuffix(self, suffix: str, /) -> Traced:
        """As ``str.removesuffix``."""
        return self._cut(0, len(self) - len(suffix)) if suffix and self.endswith(suffix) else self

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> Traced:
        """As ``str.replace``; what is put in leads back to what it took the place of."""
        if not old:
            return self._coarse(str.replace(self, old, new, count), (self, new))
        if old not in self:
            return self
        pieces: list[str] = []
        at = 0
        left = count.__index__()
        while left != 0 and (found := self.find(old, at)) >= 0:
            gone = self._cut(found, found + len(old))
            fresh = new if isinstance(new, Traced) else Traced(new, union(len(new), (gone,)))
            pieces += [self._cut(at, found), fresh]
            at = found + len(old)
            left -= 1
        return Traced.concat([*pieces, self._cut(at, len(self))])

    def split(self, separator: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """As ``str.split``."""
        text = self.strip() if separator is None else self
        if separator is None and not text:
            return []
        pattern = r"\s+" if separator is None else re.escape(separator)
        pieces: list[str] = []
        at = 0
        most = maxsplit.__index__()
        for match in re.finditer(pattern, text):
            if 0 <= most <= len(pieces):
                break
            pieces.append(text._cut(at, match.start()))
            at = match.end()
        pieces.append(text._cut(at, len(text)))
        return pieces

    def splitlines(self, keepends: bool = False) -> list[str]:
        """As ``str.splitlines``."""
        pieces: list[str] = []
        at = 0
        for line in str.splitlines(self, True):
            width = len(line) if keepends else len(line.splitlines()[0])
            pieces.append(self._cut(at, at + width))
            at += len(line)
        return pieces

    def partition(self, separator: str, /) -> tuple[str, str, str]:
        """As ``str.partition``."""
        return self._parted(self.find(separator), separator, (self, Traced(""), Traced("")))

    def rpartition(self, separator: str, /) -> tuple[str, str, str]:
        """As ``str.rpartition``."""
        return self._parted(self.rfind(separator), separator, (Traced(""), Traced(""), self))

    def _parted(self, at: int, separator: str, without: tuple[str, str, str]) -> tuple[str, str, str]:
        if at < 0:
            return without
        past = at + len(separator)
        return self._cut(0, at), self._cut(at, past), self._cut(past, len(self))

    def _coarse(self, text: str, parts: Iterable[object]) -> Traced:
        return Traced(text, union(len(text), parts))

    def _recased(self, text: str) -> Traced:
        """A change of case keeps the places where it keeps the length (“ß” becomes “SS”)."""
        return Traced(text, self._runs) if len(text) == len(self) else self._coarse(text, (self,))

    def lower(self) -> Traced:
        """As ``str.lower``."""
        return self._recased(str.lower(self))

    def upper(self) -> Traced:
        """As ``str.upper``."""
        return self._recased(str.upper(self))

    def casefold(self) -> Traced:
        """As ``str.casefold``."""
        return self._recased(str.casefold(self))

    def capitalize(self) -> Traced:
        """As ``str.capitalize``."""
        return self._recased(str.capitalize(self))

    def title(self) -> Traced:
        """As ``str.title``."""
        return self._recased(str.title(self))

    def swapcase(self) -> Traced:
        """As ``str.swapcase``."""
        return self._recased(str.swapcase(self))


def _coarsely(name: str) -> Any:
    original = getattr(str, name)

    def method(self: Traced, *args: object, **named: object) -> object:
        made = original(self, *args, **named)
        if made is NotImplemented:
            return made
        return Traced(cast(str, made), union(len(made), (self, *args, *named.values())))

    method.__name__ = name
    method.__doc__ = f"As ``str.{name}``, traced as a whole."
    return method


for _name in (
    "center",
    "expandtabs",
    "format",
    "format_map",
    "ljust",
    "rjust",
    "translate",
    "zfill",
    "__format__",
    "__mod__",
    "__mul__",
    "__rmod__",
    "__rmul__",
):
    setattr(Traced, _name, _coarsely(_name))
