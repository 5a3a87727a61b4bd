"""Whether words in an article name a human being: rules about what people say and feel leave companies alone."""

from __future__ import annotations

import re
from functools import cache

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sen", "rep", "gov", "sir", "dame", "lady", "lord"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def is_person(name: str, text: str) -> bool:
    """Whether a name, or “he” or “she”, is a person's: by a title, by a first name, or by one elsewhere in the text."""
    from authoring.prose.attribution.first_names import pronouns

    words = [word.lower() for word in _WORD.findall(name)]
    if not words:
        return False
    if words[0] in ("he", "she") or words[0] in _TITLES or words[0] in pronouns():
        return True
    first_names = (match[1].lower() for match in _before(_WORD.findall(name)[-1]).finditer(text))
    return any(word in pronouns() for word in first_names)


@cache
def _before(surname: str) -> re.Pattern[str]:
    return re.compile(rf"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?{re.escape(surname)}\b")
