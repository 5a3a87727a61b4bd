"""Measures how hard an article is to read: textstat's formulas on our own counts.

Headings, captions, tables and code are left out. textstat itself miscounts the sentences of news copy (“Mr.”, “a.m.”,
decimals), so the same formulas are computed here from sentences that are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.syllables import letters_of, syllables_of

LEAST_WORDS = 100
"""Words that a text must have for a formula to say anything: the formulas were fitted to passages of that length."""
LEAST_SENTENCES = 3
"""Sentences that a text must have for a formula to say anything."""

_LONG = 6
_PROSE = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE}

Measures = dict[str, float | int | None]


@dataclass(slots=True)
class Counts:
    """What the formulas need to know of a text."""

    words: int = 0
    sentences: int = 0
    paragraphs: int = 0
    syllables: int = 0
    letters: int = 0
    """Letters and digits in words."""
    polysyllables: int = 0
    """Words of three syllables and more."""
    long_words: int = 0
    """Words of more than six letters."""

    def take(self, words: Sequence[str]) -> None:
        """Count one sentence."""
        if words:
            syllables, letters = syllables_of(words), letters_of(words)
            self.words += len(words)
            self.syllables += sum(syllables)
            self.letters += sum(letters)
            self.polysyllables += sum(count > 2 for count in syllables)
            self.long_words += sum(count > _LONG for count in letters)
            self.sentences += 1


def measures(document: Document) -> Measures:
    """The measures of a whole article; see ``of_counts``."""
    return measure_blocks(document.blocks)


def measure_blocks(blocks: Iterable[Block], least_words: int = LEAST_WORDS) -> Measures:
    """The measures of some blocks, also of a single paragraph, of which ``least_words`` may ask less."""
    counts = Counts()
    for block in blocks:
        if block.kind in _PROSE:
            before = counts.words
            for sentence in block.sentences:
                counts.take(sentence.word_texts)
            counts.paragraphs += counts.words > before
    return of_counts(counts, least_words)


def measures_by_voice(document: Document, least_words: int = LEAST_WORDS) -> dict[str, Measures]:
    """The measures of ``whole``, ``narration`` and ``speech``.

    A sentence that is at least half narration counts whole as narration, scare quotes included. Of any other, the
    spoken words count as speech, and “she said” counts as neither, since it would make both look easier than they are.
    Answers of a Q&A are speech; its questions are neither.
    """
    narration, speech = Counts(), Counts()
    for block in document.blocks:
        if block.kind not in _PROSE:
            continue
        before = narration.words, speech.words
        for sentence in block.sentences:
            told: list[str] = []
            spoken: list[str] = []
            for word in sentence.words:
                voice = document.voice_at(word.span.start)
                if voice is Voice.NARRATION:
                    told.append(word.text)
                elif voice in {Voice.SPEECH, Voice.ANSWER, Voice.BLOCKQUOTE}:
                    spoken.append(word.text)
            if told and len(told) >= len(spoken):
                narration.take(sentence.word_texts)
            else:
                speech.take(spoken)
        narration.paragraphs += narration.words > before[0]
        speech.paragraphs += speech.words > before[1]
    return {
        "whole": measure_blocks(document.blocks, least_words),
        "narration": of_counts(narration, least_words),
        "speech": of_counts(speech, least_words),
    }


def of_counts(counts: Counts, least_words: int = LEAST_WORDS) -> Measures:
    """``words``, ``sentences``, ``paragraphs`` and each formula under textstat's name for it.

    A formula is ``None`` where there are fewer than ``least_words`` words or than three sentences. Formulas whose
    counts are not made here yet are left out.
    """
    result: Measures = {"words": counts.words, "sentences": counts.sentences, "paragraphs": counts.paragraphs}
    enough = counts.words >= max(least_words, 1) and counts.sentences >= min(LEAST_SENTENCES, least_words)
    values: dict[str, float] = _formulas(counts) if enough else {}
    for name in _NAMES:
        result[name] = values.get(name)
    return result


_NAMES = ("flesch_reading_ease", "flesch_kincaid_grade", "coleman_liau_index", "lix", "rix", "smog_index")


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """The grade of a text, in years of school."""
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59


def _formulas(counts: Counts) -> dict[str, float]:
    length = counts.words / counts.sentences
    syllables_each = counts.syllables / counts.words
    return {
        "flesch_reading_ease": 206.835 - 1.015 * length - 84.6 * syllables_each,
        "flesch_kincaid_grade": flesch_kincaid(counts.words, counts.sentences, counts.syllables),
        "coleman_liau_index": 5.8 * counts.letters / counts.words - 29.6 * counts.sentences / counts.words - 15.8,
        "lix": length + 100 * counts.long_words / counts.words,
        "rix": counts.long_words / counts.sentences,
        "smog_index": 1.043 * (30 * counts.polysyllables / counts.sentences) ** 0.5 + 3.1291,
    }
