"""Counts the syllables of English words, from the CMU Pronouncing Dictionary and, for other words, from hyphenation.

The figures are those that textstat gets from the same dictionary.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_MARK = re.compile(r"[^\w\s']|'(?![tsd]|ve|ll|re)")
"""What textstat drops from a word: every mark but the apostrophe of a contraction."""


@cache
def _dictionary() -> tuple[dict[str, tuple[int, int]], str]:
    """Where the words with given first letters stand, and all words; a dict of them would load much more slowly."""
    text = zlib.decompress((Path(__file__).parent / "cmudict.zlib").read_bytes()).decode("ascii")
    index, words = text.split("\n\n", 1)
    words = "\n" + words
    groups = [line.rsplit(" ", 1) for line in index.split("\n")]
    ends = [int(start) for _, start in groups[1:]] + [len(words)]
    return {letters: (int(start), end + 1) for (letters, start), end in zip(groups, ends, strict=True)}, words


@cache
def _hyphens() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="en_US")


def dictionary_syllables(word: str) -> int | None:
    """The syllables that the dictionary gives a word in lower case, or ``None`` for a word that it has not."""
    groups, words = _dictionary()
    start, end = groups.get(word[:3], (0, 0))
    entry = f"\n{word} "
    place = words.find(entry, start, end)
    if place < 0 or " " in word or "\n" in word:
        return None
    return int(words[place + len(entry) : words.index("\n", place + len(entry))])


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
    return known if known is not None else len(_hyphens().positions(plain)) + 1, len(plain.replace("'", ""))


def syllables(word: str) -> int:
    """How many syllables a word has, as it stands in a text; 0 for an empty one."""
    return measure_word(word)[0]
