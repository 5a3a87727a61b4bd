"""Which English an article is to be spelled in: as it says itself, as the newsroom has set it, or as it spells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from authoring.config.values import variant_of
from authoring.prose.document import Document
from authoring.prose.narrated import narrated

AMERICAN: Final = "en-US"
BRITISH: Final = "en-GB"
_KEYS: Final = ("lang", "language")


@dataclass(frozen=True, slots=True)
class Variant:
    """The English that LanguageTool is asked for."""

    name: str
    also: str = ""
    """Another, whose spellings are let pass as well because nobody has set one; empty where somebody has."""


def variant_for(document: Document, configured: str | None) -> Variant:
    """The English of an article.

    Its own front matter is asked first, then that of its notes, then the configuration. Where none of them says, the
    spelling that the article has more of is asked for, and the other is let pass: a rule of ours looks for mixtures.
    """
    told = [document.front.get(key, "") for key in _KEYS]
    if document.notes is not None:
        told += [str.__str__(document.notes.front.text(key) or "") for key in _KEYS]
    named = next((variant for word in told if (variant := variant_of(word))), configured)
    if named:
        return Variant(named)
    return Variant(BRITISH, AMERICAN) if _is_british(document) else Variant(AMERICAN, BRITISH)


def _is_british(document: Document) -> bool:
    """Whether an article has more words that are spelled as in Britain than as in America."""
    words = narrated(document).words
    known = words.keys()
    british, american = _forms()
    return sum(len(words[word]) for word in british & known) > sum(len(words[word]) for word in american & known)


@cache
def _forms() -> tuple[frozenset[str], frozenset[str]]:
    from authoring.house.spellings import spellings

    pairs = spellings()
    return (
        frozenset(word for british, _ in pairs for word in british),
        frozenset(word for _, american in pairs for word in american),
    )
