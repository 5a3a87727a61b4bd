"""The family name of a person, as newsrooms use it after the first mention."""

from __future__ import annotations

from typing import Any

from authoring.trace.traced import Traced

_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "st",
        "st.",
        "ten",
        "ter",
        "van",
        "von",
        "y",
    ]
)
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq", "esq."])


def surname(name: Traced) -> Traced:
    """The family name of a full name, with its particles: “van der Berg” of “Ana van der Berg Jr.”."""
    words: list[Any] = name.split()
    while len(words) > 1 and str.__str__(words[-1]).casefold().rstrip(",") in _SUFFIXES:
        words.pop()
    start = len(words) - 1
    while start > 1 and str.__str__(words[start - 1]).casefold() in _PARTICLES:
        start -= 1
    family = Traced.concat(
        part for number, word in enumerate(words[start:]) for part in ((" ", word) if number else (word,))
    )
    return family.rstrip(",")
