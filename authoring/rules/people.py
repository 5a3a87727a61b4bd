"""Whether words in an article name a human being: rules about what people say and feel leave companies alone."""

from __future__ import annotations

import re
from functools import lru_cache

from authoring.text.patterns import lazy

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sen", "rep", "gov", "sir", "dame", "lady", "lord"})
_WORD = lazy(r"[^\W\d_][\w’'-]*")
_FULL = lazy(r"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?(?=([A-Z][\w’'-]+))")
_SHORTEST = 3


def is_person(name: str, text: str) -> bool:
    """Whether a name, or “he” or “she”, is a person's: by a title, by a first name, or by one elsewhere in the text."""
    from authoring.prose.attribution.first_names import pronouns
    from authoring.prose.attribution.lexicon import is_title

    words = [word.lower() for word in _WORD.findall(name)]
    if not words:
        return False
    if words[0] in ("he", "she") or words[0] in _TITLES or words[0] in pronouns():
        return True
    if len(words) > 2 and is_title(words[0]):
        return True
    return _WORD.findall(name)[-1] in _surnames(text)


def may_be_person(name: str, text: str) -> bool:
    """Whether a single name is no word of the language, no acronym and no place, and so most likely a person's."""
    from authoring.prose.attribution.lexicon import words

    if " " in name or len(name) < _SHORTEST or name.isupper() or name.lower() in words():
        return False
    return not _is_place(name, text)


@lru_cache(4)
def _surnames(text: str) -> frozenset[str]:
    """The words of a text that follow on a first name."""
    from authoring.prose.attribution.first_names import pronouns

    return frozenset(match[2] for match in _FULL.finditer(text) if match[1].lower() in pronouns())


@lru_cache(256)
def _is_place(name: str, text: str) -> bool:
    spelt = re.escape(name)
    placed = rf"\b(?:in|at|from|across|through|to|the|of|by) {spelt}\b|\b{spelt} (?:Inc|Corp|Ltd)"
    return re.search(placed, text) is not None
