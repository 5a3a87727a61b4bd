"""Whether words in an article name a human being: rules about what people say and feel leave companies alone."""

from __future__ import annotations

import re
from functools import cache

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sen", "rep", "gov", "sir", "dame", "lady", "lord"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
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
    first_names = (match[1].lower() for match in _before(_WORD.findall(name)[-1]).finditer(text))
    return any(word in pronouns() for word in first_names)


def may_be_person(name: str, text: str) -> bool:
    """Whether a single name is no word of the language, no acronym and no place, and so most likely a person's."""
    from authoring.prose.attribution.lexicon import words

    if " " in name or len(name) < _SHORTEST or name.isupper() or name.lower() in words():
        return False
    return _place(name).search(text) is None


@cache
def _before(surname: str) -> re.Pattern[str]:
    return re.compile(rf"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?{re.escape(surname)}\b")


@cache
def _place(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:in|at|from|across|through|to|the|of|by) {re.escape(name)}\b|\b{re.escape(name)} (?:Inc|Corp|Ltd)"
    )
