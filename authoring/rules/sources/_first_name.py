"""Who is called by the first name alone in an article, after the full one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.prose.attribution.first_names import pronouns
from authoring.prose.narrated import Narrated
from authoring.text.patterns import lazy

_PLACES = frozenset(
    """april june may august georgia virginia carolina florence victoria charlotte madison sydney chelsea paris jordan
    austin lincoln jackson lance dale earl duke mercedes major washington francisco santiago salvador otto
    winston""".split()
)
"""First names that are months, places or firms, too: never sure."""
_WORDS = frozenset(
    """dawn hope grace rose will mark bill rob frank chuck jack gene pat sue faith joy heather ivy holly hazel iris ruby
    violet amber crystal daisy ginger pepper olive dean page drew guy art christian penny robin miles""".split()
)
"""First names that are words, too: sure before a reporting word only."""
_SAYS = lazy(
    r"(?:['’]s)? (?:said|says|told|tells|added|adds|asked|asks|wrote|writes|recalled|recalls|explained|explains)\b"
)
_EXALTED = lazy(
    r"\b(?:King|Queen|Prince|Princess|Pope|Saint|St|Sister|Brother|Emperor|Empress|Lord|Lady|Sir|Dame|Father|Mother|Sultan"
    r"|Duke|Duchess|Baroness|Baron)\.? $"
)
_CHILD = lazy(r",? (?:who is |aged )?(?:a )?(?:[1-9]|1[0-7])(?:-year-old|,| years)")
_YOUNG = lazy(
    r"\b(?:[1-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)-year-old\b|"
    r"\b(?:son|daughter|baby|toddler|schoolboy|schoolgirl|nephew|niece|child|children|boy|girl)s?,?"
    r" (?:named |called )?$",
)
_KIN = lazy(r"\b(?:born|mother|father|parents|famil(?:y|ies)|brothers?|sisters?|wife|husband|childhood)\b", re.I)
"""Before a first name: in families, and of the years as a child, it tells people apart."""
_FULL = lazy(r"[A-Z]\w+ (?:[A-Z]\. )?[A-Z][\w’-]*\w\b")
_BEFORE_SURNAME = lazy(r"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?$")
_BORN = lazy(r"\bborn\b")
_IN_A_NAME = lazy(r"[ -]+[A-Z]|\.com\b")
"""What makes a first name part of a longer one, or of an address."""
_AFTER_A_NAME = lazy(r"[A-Z][\w’'-]*,? $")
_NEAR = 40
"""Characters around a name that are looked at."""


@cache
def first_names() -> frozenset[str]:
    """The first names that are known, as they are written."""
    return frozenset(name.capitalize() for name in pronouns() if name not in _PLACES)


def is_of_a_person(name: str) -> bool:
    """Whether a name is full, and begins with a first name."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first in first_names()


def full_name(first: str, told: Narrated) -> str:
    """The only full name in the article with that first name; else the first name."""
    full = {match[0] for place in told.at(first.lower()) if (match := _FULL.match(told.text, place))}
    return full.pop() if len(full) == 1 else first


def surname_of(name: str) -> str:
    """The last word of a name, with the small words before it: van der Berg."""
    words = name.split()
    at = next((number for number, word in enumerate(words[1:], 1) if word.islower()), len(words) - 1)
    return " ".join(words[at:]) if words[-1].rstrip(".") not in ("Jr", "Sr", "II", "III") else words[-2].rstrip(",")


def alone(told: Narrated, name: str) -> Iterator[int]:
    """The places after the full name where only the first name stands."""
    first = name.split(maxsplit=1)[0]
    places = list(told.at(first.lower(), f"{first.lower()}'s"))
    full = next((place for place in places if _stands_at(told.text, place, name)), None)
    if full is None or _is_left_alone(told, name, full):
        return
    named = (_BEFORE_SURNAME.search(told.text, max(0, place - _NEAR), place) for place in places)
    if any(other and other[1] in first_names() for other in named):  # somebody's surname, too: Jill James
        return
    if any(told.text.endswith("born ", max(0, place - 5), place) for place in places):
        return
    for place in places:
        end = place + len(first)
        if place <= full or told.text[place:end] != first:
            continue
        before, behind = told.text[max(0, place - _NEAR) : place], told.text[end : end + _NEAR]
        if before.endswith(", ") and behind.startswith("."):  # Low, Ada.
            continue
        if first.lower() in _WORDS and not _SAYS.match(behind):
            continue
        if _KIN.search(told.text, max(0, place - 3 * _NEAR), place):
            continue
        if not (_IN_A_NAME.match(behind) or _EXALTED.search(before) or _AFTER_A_NAME.search(_in_sentence(before))):
            yield place


def _in_sentence(before: str) -> str:
    """What stands before a word in its sentence, without the sentence's first word."""
    last = re.split(r"[.!?:;”\n]\s", before)[-1]
    return last if last == before else last.partition(" ")[2]


def _stands_at(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    return text.startswith(name, place) and not text[end : end + 1].isalnum()


def _is_left_alone(told: Narrated, name: str, full: int) -> bool:
    """Whether it is a child, of high rank, or one of several with that surname."""
    end = full + len(name)
    before, behind = told.text[max(0, full - _NEAR) : full], told.text[end : end + _NEAR]
    if _EXALTED.search(before) or _CHILD.match(behind) or _YOUNG.search(before) or _BORN.search(before + behind):
        return True
    first, surname = name.split(maxsplit=1)[0], surname_of(name).rpartition(" ")[2]
    for place in told.at(surname.lower(), f"{surname.lower()}'s"):
        other = _BEFORE_SURNAME.search(told.text, max(0, place - _NEAR), place)
        if other and other[1] != first and other[1].lower() in pronouns():
            return True
    return False
