"""The writer's own words in a block, with what is quoted set aside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from authoring.prose.document import WORD, Block, Document, Sentence, Voice
from authoring.text.patterns import lazy
from authoring.text.span import Span

SPOKEN = "\ue000"
"""Stands for every quoted character in ``narration_of``; where an article has it itself, it is left out there."""
_NO_LETTER = "\ufffd"
_STRETCH = lazy(rf"[^\s,;:.{SPOKEN}](?:[^{SPOKEN}]*[^\s{SPOKEN}])?")


def narration_of(document: Document, block: Block) -> str:
    """The block's words with every quoted character, marks too, replaced by ``SPOKEN``, so that places stay."""
    known = document.narrations
    narration = known.get(id(block))  # blocks are compared by their words, which takes longer than making it again
    if narration is None:
        narration = known[id(block)] = _without_speech(document, block)
    return narration


def _without_speech(document: Document, block: Block) -> str:
    if not document.has_speech(block.span):
        return block.text.replace(SPOKEN, _NO_LETTER)
    text = list(block.text.replace(SPOKEN, _NO_LETTER))
    for span, voice in document.voices_in(block.span):
        if voice is Voice.SPEECH:
            start, end = bisect_left(block.offsets, span.start), bisect_left(block.offsets, span.end)
            text[start:end] = SPOKEN * (min(end, len(text)) - start)
    return "".join(text)


def told_in(sentence: Sentence, narration: str) -> tuple[Span, int]:
    """The longest stretch of a sentence that is narration, and how many words of the sentence are.

    ``narration`` is what ``narration_of`` makes of the sentence's block.
    """
    own = narration[sentence.start : sentence.end]
    if SPOKEN not in own:
        return sentence.span, len(WORD.findall(own))
    stretches = [(match.start(), match.end()) for match in _STRETCH.finditer(own)]
    start, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=(0, 0))
    span = sentence.block.span_of(sentence.start + start, sentence.start + end)
    return span, len(WORD.findall(own.replace(SPOKEN, " ")))


def is_listing(words: Sequence[str]) -> bool:
    """Whether most of these words are names and figures, as in a list of members: no sentence to be read."""
    return sum(not word[:1].islower() for word in words) * 5 > len(words) * 3
