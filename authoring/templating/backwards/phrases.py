"""The article's own words: each gets a name, and all of them stand together at the top of the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from authoring.drafting.filters import WORDS
from authoring.templating.backwards.habits import literal
from authoring.templating.backwards.pieces import Piece

_MARKUP = ' \t\n*_#>-•“”‘"()[]'
_RESERVED = frozenset(dir(dict))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the article that are in no note."""

    name: str
    text: str
    start: int
    """Where they stand in the article for the first time."""
    house: bool
    """Whether the template prints them for every story."""

    @property
    def words(self) -> int:
        """How many words."""
        return len(WORDS.findall(self.text))


class Phrases:
    """All phrases of a template, in the order in which it asks for them."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], Phrase] = {}
        self._names: set[str] = set()

    def __iter__(self) -> Iterator[Phrase]:
        yield from sorted(self._found.values(), key=lambda phrase: (not phrase.house, phrase.start))

    def code(self, text: str, start: int, house: bool) -> str:
        """Template code for words or marks of the article that begin at ``start``; only words become a phrase."""
        if not WORDS.search(text):
            return marks(text)
        bold = text.find("**")
        if bold >= 0:
            return self.code(text[:bold], start, house) + "**" + self.code(text[bold + 2 :], start + bold + 2, house)
        core = text.strip(_MARKUP).lstrip(_MARKUP + ",.;:!?")
        low = text.index(core)
        before, after = text[:low], text[low + len(core) :]
        return f"{marks(before)}{{{{ {self.named(core, start + low, house)} }}}}{marks(after)}"

    def named(self, text: str, start: int, house: bool, name: str = "") -> str:
        """The expression for a phrase."""
        known = self._found.get((text, house))
        if known is None:
            known = Phrase(self._name(name or text), text, start, house)
            self._found[text, house] = known
        return f"phrases.{known.name}"

    def _name(self, text: str) -> str:
        words = [word for word in re.findall(r"[a-z0-9]+", text.lower().replace("’", "")) if word][:3]
        base = "_".join(words) or "words"
        base = f"n{base}" if base[0].isdigit() else base
        name, number = base, 2
        while name in self._names or name in _RESERVED:
            name, number = f"{base}_{number}", number + 1
        self._names.add(name)
        return name

    def block(self) -> list[str]:
        """The lines at the top of the template that hold them all."""
        lines = ["{% set phrases = {"]
        lines += [f'  "{phrase.name}": {literal(phrase.text)},' for phrase in self]
        return [*lines, "} %}"]


def marks(text: str) -> str:
    """Marks and spaces as a template holds them; an opening brace could begin an expression."""
    return text.replace("{", '{{ "{" }}')


def own(pieces: Iterable[Piece]) -> list[str]:
    """The article's own words among some pieces."""
    return [piece.text for piece in pieces if not piece.code and WORDS.search(piece.text)]
