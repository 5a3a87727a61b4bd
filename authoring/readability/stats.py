"""Measures an article whole, by voice, by speaker, by section and by paragraph, with textstat's formulas."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.prose.counts import Counts
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.measures import LEAST_WORDS, enough, presented
from authoring.readability.engine import textstat_formulas
from authoring.readability.model import Measures, Passage, Stats
from authoring.readability.sections import Sections
from authoring.readability.speakers import Speakers
from authoring.readability.tally import Tally

LEAST_PARAGRAPH = 25
"""Words that a paragraph must have to be measured alone: enough to tell the hard ones of a piece from the easy ones."""
_NAME = 8
"""Words of a paragraph that name it."""


def measured(counts: Counts, least_words: int = LEAST_WORDS) -> Measures:
    """The counts, and what textstat's formulas make of them; ``None`` where the text is too short to say."""
    known = textstat_formulas()
    wanted = {name: formula(counts) for name, formula in known.items()} if enough(counts, least_words) else {}
    return presented(counts, wanted, known["reading_time"](counts))


def stats_of(document: Document, *, parts: bool = True) -> Stats:
    """All that is measured of an article; without ``parts`` no speakers, sections and paragraphs, in half the time."""
    tally, sections = Tally(Speakers(document) if parts else None), Sections()
    paragraphs: list[Passage] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.voice is Voice.HEADING:
            sections.begin(block)
            continue
        counts = tally.take(document, block)
        if counts.words and parts:
            sections.add(block, counts)
            paragraphs.append(Passage(_name(block), block.span, measured(counts, LEAST_PARAGRAPH)))
    found = sections.found()
    return Stats(
        whole=measured(tally.whole),
        narration=measured(tally.narration),
        speech=measured(tally.speech),
        share_of_speech=tally.spoken / tally.whole.words if tally.whole.words else None,
        speakers=tuple(_speakers(tally)),
        sections=tuple(Passage(section.name, section.span, measured(section.counts)) for section in found),
        paragraphs=tuple(paragraphs),
        sentences=tuple(tally.sentences),
    )


def _speakers(tally: Tally) -> Iterator[Passage]:
    """Those with the most words first. The formulas rest on the sentences that are mostly theirs; all words count."""
    for name, talk in sorted(tally.talks.items(), key=lambda item: -item[1].words):
        yield Passage(name, talk.span, {**measured(talk.counts), "words": talk.words})


def _name(block: Block) -> str:
    words = block.text.split(maxsplit=_NAME)
    return " ".join(words[:_NAME]) + (" …" if len(words) > _NAME else "")
