"""Counts the syllables of English words, from the CMU Pronouncing Dictionary and, for other words, from hyphenation.

The figures are those that textstat gets from the same dictionary.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from authoring.prose.hyphens import hyphens

_MARK = re.compile(r"[^\w\s']|'(?![tsd]|ve|ll|re)")
"""What textstat drops from a word: every mark but the apostrophe of a contraction."""


@cache
def _dictionary() -> bytes:
    """Lines of a word and its syllables, in order; as they stand in the file, for a dict would load slowly."""
    return (Path(__file__).parent / "cmudict.txt").read_bytes()


def dictionary_syllables(word: str) -> int | None:
    """The syllables that the dictionary gives a word in lower case, or ``None`` for a word that it has not."""
    if not word.isascii() or " " in word or "\n" in word:
        return None
    known, wanted = _dictionary(), word.encode("ascii")
    low, high = 0, len(known) - 1  # both at line breaks; the line wanted begins after ``low`` and before ``high``
    while low < high:
        start = known.rfind(b"\n", low, (low + high) // 2 + 1)
        end = known.index(b"\n", start + 1)
        entry, _, count = known[start + 1 : end].partition(b" ")
        if entry == wanted:
            return int(count)
        if entry < wanted:
            low = end
        else:
            high = start
    return None


def plain_word(word: str) -> str:
    """A word as textstat looks it up: lower case, straight apostrophes, no other marks."""
    return _MARK.sub("", word.replace("’", "'")).lower()


@lru_cache(maxsize=65_536)
def measure_word(word: str) -> tuple[int, int]:
    """How many syllables, and how many letters and digits, a word has as it stands in a text."""
    plain = plain_word(word)
    if not plain:
        return 0, 0
    known = dictionary_syllables(plain)
    return known if known is not None else hyphens(plain) + 1, len(plain.replace("'", ""))


def syllables(word: str) -> int:
    """How many syllables a word has, as it stands in a text; 0 for an empty one."""
    return measure_word(word)[0]
