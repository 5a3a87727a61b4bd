"""Text that plain textstat counts right, and textstat itself with our dictionary and no other change."""

from __future__ import annotations

from types import ModuleType

from authoring.prose.document import Document
from authoring.prose.formulas import FORMULAS
from authoring.prose.measures import Counts
from authoring.prose.syllables import plain_word
from authoring.readability.engine import textstat


def counted_text(document: Document) -> str:
    """The words of an article, a sentence a paragraph.

    A full stop after a common word is the only mark, and no sentence has fewer than three words, so that textstat finds
    the same sentences; every apostrophe is straight.
    """
    sentences = (
        " ".join(filter(None, (plain_word(word.text) for word in sentence.words)))
        for block in document.blocks
        for sentence in block.sentences
    )
    return "\n\n".join(f"Then {words} again." for words in sentences if words.count(" ") > 1)


def plain_figures(text: str) -> dict[str, float]:
    """What the public functions of textstat, unchanged but for the dictionary, make of a text."""
    package: ModuleType = textstat()
    return {name: getattr(package, name)(text) for name in (*FORMULAS, "reading_time")}


def counts_of(sentences: list[list[str]]) -> Counts:
    """What is counted of sentences that end in a full stop."""
    counts = Counts()
    for words in sentences:
        counts.take(words, sum(map(len, words)) + 1)
    return counts
