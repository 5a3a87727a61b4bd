"""Keeps track of who has been named, so that a pronoun in a tag finds its source or says why it cannot."""

from __future__ import annotations

import re

from authoring.notes.problems import Problems, shown
from authoring.notes.sources import Names

_FORMS = {
    "him": "he", "his": "he", "her": "she", "hers": "she", "them": "they", "their": "they", "its": "it",
}  # fmt: skip


class Speakers:
    """The sources named so far, in the file and in the beat that is being read."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._pronouns: dict[str, dict[str, None]] = {}
        for source in names.sources.values():
            for word in re.split(r"[/,\s]+", str.casefold(source.fields.text("pronoun") or "")):
                if word:
                    self._pronouns.setdefault(_subject(word), {})[source.id] = None
        self._in_beat: dict[str, None] = {}
        self._in_file: dict[str, dict[str, None]] = {}
        """For each pronoun those named so far who have it."""
        self._of: dict[str, set[str]] = {}
        """For each source its pronouns."""
        for pronoun, ids in self._pronouns.items():
            for id_ in ids:
                self._of.setdefault(id_, set()).add(pronoun)

    def new_beat(self) -> None:
        """A new beat begins; those named in it come first."""
        self._in_beat = {}

    def name(self, source: str) -> None:
        """A tag names this source."""
        self._in_beat[source] = None
        for pronoun in self._of.get(source, ()):
            self._in_file.setdefault(pronoun, {})[source] = None

    def used_as_pronoun(self, word: str) -> bool:
        """Whether a source declares this word as its pronoun."""
        return _subject(word.casefold()) in self._pronouns

    def resolve(self, word: str, start: int, end: int, problems: Problems) -> str | None:
        """The id that a pronoun stands for; reports it where there is none, or more than one."""
        pronoun = _subject(word.casefold())
        in_beat = [id_ for id_ in self._in_beat if pronoun in self._of.get(id_, ())]
        for candidates in (in_beat, self._in_file.get(pronoun, ()), self._pronouns.get(pronoun, ())):
            if len(candidates) == 1:
                return next(iter(candidates))
            if candidates:
                problems.error(start, end, "" if problems.full else self._two(word, list(candidates)))
                return None
        problems.error(
            start, end, f"no source has the pronoun {shown(word, 10)}, expected “pronoun:” under one, or its id"
        )
        return None

    def _two(self, word: str, candidates: list[str]) -> str:
        if any(self._names.sources[id_].protected for id_ in candidates):
            return f"{shown(word, 10)} could be {len(candidates)} sources, expected the id of the one meant"
        one, other = (shown(id_, 16) for id_ in candidates[:2])
        return f"{shown(word, 10)} could be {one} or {other}, expected the id of the one meant"


def _subject(word: str) -> str:
    return _FORMS.get(word, word)
