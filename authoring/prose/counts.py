"""Counts all that the readability formulas need to know of a text, in one pass and word by word only once.

Each word met is remembered as one large number in which every count has digits of its own, so that the counts of a
sentence are one sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from authoring.prose.easy_words import easy_words
from authoring.prose.syllables import plain_word, syllables

SAMPLE = 100
"""Words from the start of a text that Linsear Write looks at."""
_DIGITS = 28
"""Binary digits of each count: enough for 268 million letters, more than a file may have."""
_MASK = (1 << _DIGITS) - 1
_LONG = 6
_MINI = 3
_MOST = 65_536


class _Words(dict[str, int]):
    """The words met so far; a dictionary that finds out what it lacks is several times as fast as a cached function."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        plain = plain_word(word)
        letters = len(plain.replace("'", ""))
        count = syllables(word)
        hard = plain not in easy_words()
        counts = (
            count,
            letters,
            count > 2,
            letters > _LONG,
            letters <= _MINI,
            hard,
            hard and count > 1,
            hard and count > 2,
        )
        self[word] = packed = sum(number << _DIGITS * place for place, number in enumerate(counts))
        return packed


_words = _Words()


@dataclass(slots=True)
class Counts:
    """What the formulas need to know of a text; the marks between words matter only as characters."""

    words: int = 0
    sentences: int = 0
    paragraphs: int = 0
    characters: int = 0
    """All but blank space, marks too."""
    sample: list[tuple[Sequence[str], bool]] = field(default_factory=list)
    """The first hundred words, a sentence each, and whether it is there to its end."""
    _sums: int = 0
    _sampled: int = 0

    def take(self, words: Sequence[str], characters: int) -> None:
        """Count one sentence by its words and by how many characters it has; without words it is none."""
        if words:
            self.words += len(words)
            self.sentences += 1
            self.characters += characters
            self._sums += sum(map(_words.__getitem__, words))
            if self._sampled < SAMPLE:
                self._take_sample(words, whole=True)

    def add(self, other: Counts) -> None:
        """Count what was counted apart, as what comes next."""
        self.words += other.words
        self.sentences += other.sentences
        self.paragraphs += other.paragraphs
        self.characters += other.characters
        self._sums += other._sums
        for words, whole in other.sample:
            self._take_sample(words, whole)

    def _take_sample(self, words: Sequence[str], whole: bool) -> None:
        room = SAMPLE - self._sampled
        if room > 0:
            self.sample.append((words[:room], whole and len(words) <= room))
            self._sampled += min(len(words), room)

    def _count(self, place: int) -> int:
        return self._sums >> _DIGITS * place & _MASK

    @property
    def syllables(self) -> int:
        """Syllables of all words."""
        return self._count(0)

    @property
    def letters(self) -> int:
        """Letters and digits in words."""
        return self._count(1)

    @property
    def polysyllables(self) -> int:
        """Words of three syllables and more."""
        return self._count(2)

    @property
    def long_words(self) -> int:
        """Words of more than six letters."""
        return self._count(3)

    @property
    def mini_words(self) -> int:
        """Words of three letters and fewer."""
        return self._count(4)

    def difficult(self, least_syllables: int) -> int:
        """Words that not everybody knows, of so many syllables: at least 0, 2 or 3."""
        return self._count({0: 5, 2: 6, 3: 7}[least_syllables])


def characters_of(text: str) -> int:
    """How many characters are not blank space."""
    if text.isprintable():  # then the only blank space is the space itself, and to count it is ten times as fast
        return len(text) - text.count(" ")
    return sum(map(len, text.split()))
