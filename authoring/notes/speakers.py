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
        self._pronouns: dict[str, list[str]] = {}
        for source in names.sources.values():
            for word in re.split(r"[/,\s]+", str.casefold(source.fields.text("pronoun") or "")):
                if word and source.id not in self._pronouns.setdefault(_subject(word), []):
                    self._pronouns[_subject(word)].append(source.id)
        self._in_beat: set[str] = set()
        self._in_file: set[str] = set()

    def new_beat(self) -> None:
        """A new beat begins; those named in it come first."""
        self._in_beat = set()

    def name(self, source: str) -> None:
        """A tag names this source."""
        self._in_beat.add(source)
        self._in_file.add(source)

    def used_as_pronoun(self, word: str) -> bool:
        """Whether a source declares this word as its pronoun."""
        return _subject(word.casefold()) in self._pronouns

    def resolve(self, word: str, start: int, end: int, problems: Problems) -> str | None:
        """The id that a pronoun stands for; reports it where there is none, or more than one."""
        able = self._pronouns.get(_subject(word.casefold()), [])
        for named in (self._in_beat, self._in_file, set(able)):
            candidates = [id_ for id_ in able if id_ in named]
            if len(candidates) == 1:
                return candidates[0]
            if candidates:
                problems.error(start, end, self._two(word, candidates))
                return None
        problems.error(start, end, f"no source has the pronoun {shown(word)}, expected “pronoun:” under one, or its id")
        return None

    def _two(self, word: str, candidates: list[str]) -> str:
        if any(self._names.sources[id_].protected for id_ in candidates):
            return f"{shown(word)} could be {len(candidates)} sources, expected the id of the one that is meant"
        one, other = (shown(id_, 20) for id_ in candidates[:2])
        return f"{shown(word)} could be {one} or {other}, expected the id of the one that is meant"


def _subject(word: str) -> str:
    return _FORMS.get(word, word)
