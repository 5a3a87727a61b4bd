"""The readability formulas, each under the name and in the version of textstat."""

from __future__ import annotations

from authoring.prose.counts import Counts
from authoring.prose.syllables import syllables_of

FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "linsear_write_formula",
    "lix",
    "rix",
    "spache_readability",
    "mcalpine_eflaw",
)
"""What needs a text of some length to say anything."""
_PER_CHARACTER = 14.69 / 1000
"""Seconds that a reader's eye rests on a character (Demberg and Keller, 2008)."""


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """The grade of a text, in years of school."""
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59


def flesch_reading_ease(words: int, sentences: int, syllables: int) -> float:
    """How easy a text is: 100 for a child, 30 for a scholar."""
    return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)


def lix(words: int, sentences: int, long_words: int) -> float:
    """The läsbarhetsindex of a text, from the words of more than six letters."""
    return words / sentences + 100 * long_words / words


def reading_time(counts: Counts) -> float:
    """Seconds that it takes to read a text."""
    return counts.characters * _PER_CHARACTER


def formulas(counts: Counts) -> dict[str, float]:
    """What every formula makes of a text that has words, in the order of ``FORMULAS``."""
    words, sentences = counts.words, counts.sentences
    length = words / sentences
    hard = 100 * counts.difficult(0) / words
    return {
        "flesch_reading_ease": flesch_reading_ease(words, sentences, counts.syllables),
        "flesch_kincaid_grade": flesch_kincaid(words, sentences, counts.syllables),
        "gunning_fog": 0.4 * (length + 100 * counts.difficult(3) / words),
        "smog_index": 1.043 * (30 * (counts.polysyllables / sentences)) ** 0.5 + 3.1291,
        "coleman_liau_index": 0.058 * (counts.letters / words * 100) - 0.296 * (sentences / words * 100) - 15.8,
        "automated_readability_index": 4.71 * counts.characters / words + 0.5 * length - 21.43,
        "dale_chall_readability_score": 0.1579 * hard + 0.0496 * length + (3.6365 if hard > 5 else 0),
        "linsear_write_formula": _linsear_write(counts),
        "lix": lix(words, sentences, counts.long_words),
        "rix": counts.long_words / sentences,
        "spache_readability": 0.141 * length + 8.6 * counts.difficult(2) / words + 0.839,
        "mcalpine_eflaw": (words + counts.mini_words) / sentences,
    }


def _linsear_write(counts: Counts) -> float:
    """Of the first hundred words; the last sentence may be cut short there, and counts if three words are left."""
    points = sentences = 0
    for words, whole in counts.sample:
        points += sum(3 if count > 2 else min(count, 1) for count in syllables_of(words))
        sentences += whole or len(words) > 2
    number = points / max(sentences, 1)
    return (number - 2 if number <= 20 else number) / 2
