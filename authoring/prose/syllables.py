"""Counts the syllables of English words, from the CMU Pronouncing Dictionary and, for other words, from hyphenation.

The figures are those that textstat gets from the same dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from authoring.prose.hyphens import hyphens
from authoring.text.patterns import lazy

_MARK = lazy(r"[^\w\s']|'(?![tsd]|ve|ll|re)")
"""What textstat drops from a word: every mark but the apostrophe of a contraction."""


_GROUP = 3
"""Letters by which the dictionary's entries are grouped."""


_MANY = 600
"""Groups after which the whole dictionary is read, which takes as long as a thousand groups."""


@cache
def _dictionary() -> bytes:
    """Lines of a word and its syllables, in order; as they stand in the file, for a dict would load slowly."""
    return (Path(__file__).parent / "cmudict.txt").read_bytes()


def _start(prefix: bytes) -> int:
    """Where the first entry stands that is not before ``prefix`` in the dictionary."""
    known = _dictionary()
    low, high = 0, len(known) - 1  # both at line breaks; the place is after ``low`` and not after ``high``
    while low < high:
        start = known.rfind(b"\n", low, (low + high) // 2 + 1)
        end = known.index(b"\n", start + 1)
        if known[start + 1 : end] < prefix:
            low = end
        else:
            high = start
    return low + 1


def _entries(lines: bytes) -> dict[str, str]:
    parts = lines.decode("ascii").split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


@cache
def _beginning(letters: str) -> dict[str, str]:
    """The entries that begin so, with their syllables; an article needs a few hundred of the five thousand groups."""
    if _beginning.cache_info().currsize >= _MANY:
        return _everything()
    prefix = letters.encode("ascii")
    return _entries(_dictionary()[_start(prefix) : _start(prefix + b"\xff")])


@cache
def _everything() -> dict[str, str]:
    return _entries(_dictionary())


def dictionary_syllables(word: str) -> int | None:
    """The syllables that the dictionary gives a word in lower case, or ``None`` for a word that it has not."""
    if not word or not word.isascii() or " " in word or "\n" in word:
        return None
    count = _beginning(word[:_GROUP]).get(word)
    return None if count is None else int(count)


def plain_word(word: str) -> str:
    """A word as textstat looks it up: lower case, straight apostrophes, no other marks."""
    return _MARK.sub("", word.replace("’", "'")).lower()


class _Syllables(dict[str, int]):
    """The words met so far; a dictionary that finds out what it lacks is several times as fast as a cached function."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        plain = plain_word(word)
        known = dictionary_syllables(plain) if plain else 0
        self[word] = count = hyphens(plain) + 1 if known is None else known
        return count


class _Letters(dict[str, int]):
    """The same for letters and digits."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        self[word] = count = len(plain_word(word).replace("'", ""))
        return count


_MOST = 65_536
_syllables = _Syllables()
_letters = _Letters()


def syllables_of(words: Iterable[str]) -> list[int]:
    """How many syllables each word has, as it stands in a text; 0 for an empty one."""
    return list(map(_syllables.__getitem__, words))


def letters_of(words: Iterable[str]) -> list[int]:
    """How many letters and digits each word has, as it stands in a text."""
    return list(map(_letters.__getitem__, words))


def syllables(word: str) -> int:
    """How many syllables a word has, as it stands in a text; 0 for an empty one."""
    return _syllables[word]
