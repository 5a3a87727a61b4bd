"""Measures how hard an article is to read: textstat's formulas on our own counts.

Headings, captions, tables and code are left out. textstat itself miscounts the sentences of news copy (“Mr.”, “a.m.”,
decimals), so the same formulas are computed here from sentences that are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from authoring.prose.counts import Counts, characters_of
from authoring.prose.document import Block, Document
from authoring.prose.formulas import FORMULAS, flesch_kincaid, formulas, reading_time
from authoring.prose.utterances import PROSE, Said, prose_of, utterances

__all__ = [
    "LEAST_SENTENCES",
    "LEAST_WORDS",
    "MOST_LENGTH",
    "Counts",
    "Measures",
    "enough",
    "flesch_kincaid",
    "measure_blocks",
    "measures",
    "measures_by_voice",
    "of_counts",
    "presented",
]

LEAST_WORDS = 100
"""Words that a text must have for a formula to say anything: the formulas were fitted to passages of that length."""
LEAST_SENTENCES = 3
"""Sentences that a text must have for a formula to say anything."""
MOST_LENGTH = 150
"""Words that sentences may have on average; in a text with longer ones the ends of sentences are not marked."""

Measures = dict[str, float | int | None]


def measures(document: Document) -> Measures:
    """The measures of a whole article; see ``of_counts``."""
    return measure_blocks(document.blocks)


def measure_blocks(blocks: Iterable[Block], least_words: int = LEAST_WORDS) -> Measures:
    """The measures of some blocks, also of a single paragraph, of which ``least_words`` may ask less."""
    counts = Counts()
    for block in blocks:
        if block.kind in PROSE:
            before = counts.words
            for start, end in block.sentence_places:
                words, text, _ = prose_of(block, start, end)
                counts.take(words, characters_of(text))
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
        before = narration.words, speech.words
        for utterance in utterances(document, block):
            if utterance.narrated:
                narration.take(utterance.words, utterance.characters)
            else:
                take_speech(speech, utterance.said)
        narration.paragraphs += narration.words > before[0]
        speech.paragraphs += speech.words > before[1]
    return {
        "whole": measure_blocks(document.blocks, least_words),
        "narration": of_counts(narration, least_words),
        "speech": of_counts(speech, least_words),
    }


def take_speech(counts: Counts, said: Sequence[Said]) -> None:
    """Count the spoken words of a sentence as a sentence."""
    counts.take([word for part in said for word in part.words], sum(part.characters for part in said))


def enough(counts: Counts, least_words: int = LEAST_WORDS) -> bool:
    """Whether a formula can say anything of a text; where fewer words than usual will do, one sentence will."""
    least_sentences = LEAST_SENTENCES if least_words >= LEAST_WORDS else 1
    long_enough = counts.words >= max(least_words, 1) and counts.sentences >= least_sentences
    return long_enough and counts.words <= MOST_LENGTH * counts.sentences


def of_counts(counts: Counts, least_words: int = LEAST_WORDS) -> Measures:
    """``words``, ``sentences``, ``paragraphs``, ``reading_time`` and each formula under textstat's name for it.

    A formula is ``None`` where there are fewer than ``least_words`` words or, in a whole text, than three sentences;
    and in a text without marked sentences.
    """
    return presented(counts, formulas(counts) if enough(counts, least_words) else {}, reading_time(counts))


def presented(counts: Counts, values: Mapping[str, float], seconds: float) -> Measures:
    """The counts that a reader understands, and what the formulas make of them."""
    result: Measures = {"words": counts.words, "sentences": counts.sentences, "paragraphs": counts.paragraphs}
    for name in FORMULAS:
        result[name] = values.get(name)
    result["reading_time"] = seconds
    return result
