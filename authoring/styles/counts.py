"""What metrics and reading grades are computed from: words, sentences and syllables of a text."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from authoring.prose.document import WORD
from authoring.prose.narration import SPOKEN
from authoring.prose.syllables import letters_of, syllables_of
from authoring.styles.passages import Passages
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans

_ENDINGS = ("es", "ed", "ing")
_VALE_WORD = lazy(r"(?:[A-Z]\.){2,}|(?:[^\W_]|')+")


def counts_of(text: str, passages: Passages | None = None, exact: bool = False) -> dict[str, float]:
    """The counts of a text; and of an article's headings, lists and paragraphs where its ``passages`` are given.

    ``exact`` takes sentences and words as Vale does, for whom a hyphen and a curly apostrophe part words.
    """
    counts = dict.fromkeys(
        ("words", "sentences", "characters", "syllables", "complex_words", "long_words", "polysyllabic_words"), 0.0
    )
    for piece in text.split("\n\n"):
        for start, end in _sentences(piece, exact):
            found = (_VALE_WORD if exact else WORD).finditer(piece, start, end)
            words = [match[0] for match in found if SPOKEN not in match[0]]
            counts["sentences"] += exact or bool(words)
            for word, syllables, letters in zip(words, syllables_of(words), letters_of(words), strict=True):
                counts["words"] += 1
                counts["characters"] += sum(map(str.isalnum, word)) if exact else letters
                counts["syllables"] += syllables
                counts["long_words"] += (len(word.encode()) if exact else letters) > 6
                counts["polysyllabic_words"] += syllables > 2
                counts["complex_words"] += syllables - word.lower().endswith(_ENDINGS) > 2
    for passage in passages.prose if passages else ():
        for name in passages.counted(passage) if passages else ():
            counts[name] = counts.get(name, 0.0) + 1
    return counts


def _sentences(text: str, exact: bool) -> Sequence[tuple[int, int]]:
    if not exact:
        return sentence_spans(text)
    from authoring.styles.vale_sentences import vale_sentence_places  # few runs read all voices

    return vale_sentence_places(text)


_GRADES: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Gunning Fog": lambda c: 0.4 * (c["words"] / c["sentences"] + 100 * c["complex_words"] / c["words"]),
    "Coleman-Liau": lambda c: 5.88 * c["characters"] / c["words"] - 29.6 * c["sentences"] / c["words"] - 15.8,
    "Flesch-Kincaid": lambda c: 0.39 * c["words"] / c["sentences"] + 11.8 * c["syllables"] / c["words"] - 15.59,
    "SMOG": lambda c: 1.043 * math.sqrt(c["polysyllabic_words"] * 30 / c["sentences"]) + 3.1291,
    "Automated Readability": lambda c: 4.71 * c["characters"] / c["words"] + 0.5 * c["words"] / c["sentences"] - 21.43,
}
GRADES = tuple(_GRADES)
"""The reading grades there are."""


def grade_of(metric: str, counts: Mapping[str, float]) -> float:
    """The grade that one of ``GRADES`` gives."""
    return _GRADES[metric](counts)
