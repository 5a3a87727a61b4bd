"""Short names for sources, as tags use them, made from what people are called."""

from __future__ import annotations

import re
from collections.abc import Container

from authoring.notes.schema import PRONOUNS, RESERVED
from authoring.notes.slug import slugged

PLACEHOLDER = "interviewee"
"""The id of whoever is interviewed, in the notes that a story begins with, until the name is known."""
_AFTER_NAMES = frozenset(("jr", "sr", "ii", "iii", "iv", "md", "phd"))


def id_for(name: str, taken: Container[str] = ()) -> str:
    """The last name in lower case, or more of it where another source has that already; empty for no letters."""
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", name).partition(",")[0]
    words = [word for word in (slugged(part) for part in bare.split()) if word]
    while len(words) > 1 and words[-1].replace("-", "") in _AFTER_NAMES:
        words.pop()
    if not words:
        return ""
    short = words[-1] if not words[-1].isdigit() else "-".join(words)
    for id_ in (short, "-".join(words)):
        if _is_free(id_, taken):
            return id_
    number = 2
    while not _is_free(f"{short}-{number}", taken):
        number += 1
    return f"{short}-{number}"


def _is_free(id_: str, taken: Container[str]) -> bool:
    return id_ not in taken and id_ not in PRONOUNS and id_ not in RESERVED and id_ != PLACEHOLDER


def renamed(text: str, old: str, new: str) -> str:
    """Notes in which a source has another id: in the front matter, in tags, and in what their comments show."""

    def in_its_place(found: re.Match[str]) -> str:
        gap = found["gap"]  # what parts it from a remark, which stays in its column
        return f"{new}{' ' * max(2, len(gap) + len(old) - len(new))}" if gap else new

    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])(?P<gap> +(?=#))?", in_its_place, text)
