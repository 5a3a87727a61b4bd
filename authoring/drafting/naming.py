"""What an article has called its sources so far, so that it names them in full first, shortly later, and clearly."""

from __future__ import annotations

from collections.abc import Mapping

from authoring.drafting.record import Record
from authoring.trace.traced import Traced

LOOKED_AT = 300
"""Characters, from a name on, in which the writer may have given the short form of an organisation."""


class Naming:
    """The memory of one rendering; sources go by their public ids."""

    def __init__(
        self,
        pronouns: Mapping[str, str] | None = None,
        terms: Mapping[str, Traced] | None = None,
        shorts: Mapping[str, str] | None = None,
    ) -> None:
        """Arguments: the pronoun of every source that has one; the acronyms with their words; who has which short form.

        The pronoun is empty for a person of whom the notes give none.
        """
        self.terms = terms or {}
        self.spelled: set[str] = set()
        """Acronyms that the article has spelled out, or that need it no more."""
        self.read_out: set[str] = set()
        """Acronyms whose words have stood in the article without the letters."""
        self._shorts = shorts or {}
        self.seen: set[str] = set()
        """Sources that the article has named."""
        self.owed: set[str] = set()
        """Those of them that were named where there was no room to say who they are."""
        self.justified: set[str] = set()
        """Sources without a name of whom the article has said why."""
        self.told: str | None = None
        """Whose words came last."""
        self.later: dict[tuple[str, bool], Record] = {}
        """What later mentions read like, by source and whether they open a sentence."""
        self._pronouns = pronouns or {}
        self._latest: dict[str, str] = {}
        self._explained: set[str] = set()
        self._spelled: dict[str, list[str]] = {}

    def name(self, source: str) -> None:
        """The article names a source here."""
        self.seen.add(source)
        word = self._pronouns.get(source)
        if word:
            self._latest[word] = source
        elif word is not None:
            self._latest.clear()  # a reader may take any pronoun after this name for this person

    def read(self, source: str, words: str) -> None:
        """The writer's own words name a source here; ``words`` begin with the name."""
        self.name(source)
        self._spelled.setdefault(source, []).append(words)

    def last_named(self, source: str) -> bool:
        """Whether a source is the one named last of those with its pronoun, so that the pronoun means nobody else."""
        return self._latest.get(self._pronouns.get(source, "")) == source

    def spell(self, letters: str) -> None:
        """The article spells out an acronym here, which may be the short form of a source."""
        self.spelled.add(letters)
        if letters in self._shorts:
            self.name(self._shorts[letters])
            self.explain(self._shorts[letters], letters)

    def has_read(self, source: str, words: str) -> bool:
        """Whether the writer's own words have said this of a source."""
        return any(words in read for read in self._spelled.get(source, ()))

    def explain(self, source: str, short: str | None) -> None:
        """The article gives an organisation's short form here, if it has one."""
        self._explained.add(source)
        if short:
            self.spelled.add(str.__str__(short))

    def explained(self, source: str, short: str) -> bool:
        """Whether the article has given the short form, here or in the writer's own words."""
        if source not in self._explained:
            spelled = self._spelled.get(source, ())
            if any(words.startswith(short) or f"({short})" in words for words in spelled):
                self._explained.add(source)
        return source in self._explained
