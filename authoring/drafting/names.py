"""The family name of a person, as newsrooms use it after the first mention."""

from __future__ import annotations

from typing import Any

from authoring.trace.traced import Traced

_PARTICLES = frozenset((
    "abu", "al", "av", "bin", "da", "dal", "de", "dei", "del", "della", "den", "der", "di", "do", "dos", "du", "e",
    "el", "i", "ibn", "la", "las", "le", "los", "san", "st", "st.", "ten", "ter", "van", "von", "y",
))  # fmt: skip
_LINKS = frozenset(["e", "i", "y"])
"""Words that join two family names: “Ortega y Gasset”."""
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq", "esq."])


def surname(name: Traced) -> Traced:
    """The family name of a full name, with its particles: “van der Berg” of “Ana van der Berg Jr.”.

    What follows a comma (“Ana Berg, RN”) is no part of it; words joined by “y” are one family name.
    """
    comma = name.find(",")
    words: list[Any] = (name[:comma] if comma > 0 else name).split()
    while len(words) > 1 and _after_the_name(words):
        words.pop()
    start = len(words) - 1
    while start > 1 and (word := str.__str__(words[start - 1])).casefold() in _PARTICLES:
        if word.casefold() in _LINKS and not word.islower():
            break  # an initial: “Ana E Berg”
        start -= 1
        if word in _LINKS and start > 1:
            start -= 1
    return Traced.concat(
        part for number, word in enumerate(words[start:]) for part in ((" ", word) if number else (word,))
    )


def _after_the_name(words: list[Any]) -> bool:
    """Whether the last word is a suffix or letters of an office or degree: “Jr.”, “SC”, “MBE”."""
    last = str.__str__(words[-1])
    letters = last.isalpha() and last.isupper() and 2 <= len(last) <= 4 and len(words) > 2
    return last.casefold() in _SUFFIXES or (letters and not all(word.isupper() for word in words))
