"""How hard some narration reads, on a scale that newsrooms use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from authoring.prose.document import Sentence
from authoring.prose.formulas import flesch_kincaid, flesch_reading_ease, lix
from authoring.prose.syllables import letters_of, syllables_of
from authoring.text.span import Span


class Scale(StrEnum):
    """What a house measures by."""

    FLESCH_KINCAID = "flesch_kincaid_grade"
    FLESCH = "flesch_reading_ease"
    LIX = "lix"


LONG = 6
"""Letters that a word has which LIX takes for a short one."""
_PASTED = 80
"""Words beyond which a sentence is hardly one: letterheads and lists run into it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of narration as the formulas see it."""

    sentence: Sentence
    words: Sequence[str]
    span: Span
    """The longest stretch of it that is the writer's."""
    own: int
    """How many of its words are."""


@dataclass(slots=True)
class Tally:
    """What the formulas need to know of some sentences."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long_words: int = 0

    def add(self, other: Tally) -> None:
        """Count another's sentences too."""
        self.words += other.words
        self.sentences += other.sentences
        self.syllables += other.syllables
        self.long_words += other.long_words

    def on(self, scale: Scale) -> float:
        """How hard it reads; there must be words."""
        if scale is Scale.LIX:
            return lix(self.words, self.sentences, self.long_words)
        formula = flesch_reading_ease if scale is Scale.FLESCH else flesch_kincaid
        return formula(self.words, self.sentences, self.syllables)

    def split(self, times: int) -> Tally:
        """The same words with so many sentences more."""
        return Tally(self.words, self.sentences + times, self.syllables, self.long_words)

    def shortened(self, syllables: int, long_words: int) -> Tally:
        """The same with so many syllables and long words fewer."""
        return Tally(self.words, self.sentences, self.syllables - syllables, self.long_words - long_words)


def tally_of(sentences: Iterable[Told], scale: Scale) -> Tally:
    """Count some sentences, as far as the scale asks."""
    counts = Tally()
    for told in sentences:
        counts.words += len(told.words)
        counts.sentences += 1
        if scale is Scale.LIX:
            counts.long_words += sum(letters > LONG for letters in letters_of(told.words))
        else:
            counts.syllables += sum(syllables_of(told.words))
    return counts


def is_pasted(words: Sequence[str]) -> bool:
    """Whether something is too long for a sentence, so that its length says nothing of how it reads."""
    return len(words) > _PASTED
