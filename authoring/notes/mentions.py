"""Finds where the writer names a source in full, and whether a word begins a name that the notes know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from authoring.notes.model import Fields, Source, Value
from authoring.trace.traced import Run, Traced

_LONGEST = 200
"""Characters of a name that are looked for in the text; no name is longer."""
_OPENING = "\"'“‘([¿¡"


class Mentions:
    """The names of the sources that may be named."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._ids: dict[str, str] = {}
        for source in sources.values():
            name = str.__str__(source.name or "").strip()
            if name and not source.protected and len(name) <= _LONGEST:
                self._ids.setdefault(name, source.id)
        self._pattern = _any_of(self._ids)

    def named(self, text: str, runs: list[Run]) -> list[Run]:
        """The runs of ``text``, those of a name marked with the source that it names."""
        if self._pattern is None:
            return runs
        hits = [(match.start(), match.end(), self._ids[match.group()]) for match in self._pattern.finditer(text)]
        return _marked(runs, hits) if hits else runs


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all names, longest first, parted by first letter so that many names stay cheap."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_letter[name[0]].append(re.escape(name[1:]))
    if not by_letter:
        return None
    groups = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)")


def _marked(runs: list[Run], hits: list[tuple[int, int, str]]) -> list[Run]:
    marked: list[Run] = []
    at = 0
    waiting = iter(hits)
    hit = next(waiting, None)
    for run in runs:
        end = at + run.length
        done = at
        while hit is not None and hit[0] < end:
            start, stop = max(hit[0], done), min(hit[1], end)
            marked.append(run.cut(done - at, start - at))
            part = run.cut(start - at, stop - at)
            marked.append(part if part.source else part._replace(source=hit[2]))
            done = stop
            if hit[1] > end:
                break
            hit = next(waiting, None)
        marked.append(run.cut(done - at, run.length))
        at = end
    return marked


class KnownNames:
    """Names after which an attribution inside a quote is followed by a comma, as before a word in lower case."""

    def __init__(self, front: Fields, sources: Mapping[str, Source]) -> None:
        names: set[str] = set(_terms(front.get("terms")))
        for source in sources.values():
            for key in ("name", "short", "second", "org"):
                if value := source.fields.text(key):
                    names.add(str.__str__(value).strip())
            if source.kind == "person" and source.name:
                names.update(word for word in str.__str__(source.name).split() if len(word) > 1)
        self._pattern = _any_of(name for name in names if name and len(name) <= _LONGEST)

    def begins(self, text: str) -> bool:
        """Whether ``text`` begins with a known name."""
        return self._pattern is not None and self._pattern.match(text) is not None

    def after(self, text: str) -> bool:
        """Whether ``text`` goes on in the middle of a sentence: lower case, or a known name."""
        word = text.lstrip(_OPENING)
        return word[:1].islower() or self.begins(word)


def _terms(value: Value) -> Iterable[str]:
    if isinstance(value, Traced):
        yield from (part.strip() for part in str.__str__(value).split(","))
    elif isinstance(value, tuple):
        for entry in value:
            yield from _terms(entry)
    elif isinstance(value, Fields):
        yield from value.keys
        for entry in value.values.values():
            yield from _terms(entry)
