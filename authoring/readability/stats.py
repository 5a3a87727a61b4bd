"""Measures an article whole, by voice, by speaker, by section and by paragraph, with textstat's formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from authoring.prose.counts import Counts
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.measures import LEAST_WORDS, enough, presented, take_speech
from authoring.prose.utterances import Said, Utterance, utterances
from authoring.readability.engine import textstat_formulas
from authoring.readability.model import Measures, Passage, SentenceLength, Stats
from authoring.readability.sections import Sections
from authoring.readability.speakers import Speakers
from authoring.text.span import Span

LEAST_PARAGRAPH = 25
"""Words that a paragraph must have to be measured alone: enough to tell the hard ones of a piece from the easy ones."""
_NAME = 8
"""Words of a paragraph that name it."""


@dataclass(slots=True)
class _Talk:
    """What one speaker says."""

    counts: Counts = field(default_factory=Counts)
    words: int = 0
    """Also those in sentences that are mostly the writer's."""
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Tally:
    """What is counted of an article on the way through it."""

    whole: Counts = field(default_factory=Counts)
    narration: Counts = field(default_factory=Counts)
    speech: Counts = field(default_factory=Counts)
    spoken: int = 0
    talks: dict[str, _Talk] = field(default_factory=dict)
    paragraphs: list[Passage] = field(default_factory=list)
    sentences: list[SentenceLength] = field(default_factory=list)


def measured(counts: Counts, least_words: int = LEAST_WORDS) -> Measures:
    """The counts, and what textstat's formulas make of them; ``None`` where the text is too short to say."""
    known = textstat_formulas()
    wanted = {name: formula(counts) for name, formula in known.items()} if enough(counts, least_words) else {}
    return presented(counts, wanted, known["reading_time"](counts))


def stats_of(document: Document, *, parts: bool = True) -> Stats:
    """All that is measured of an article; without ``parts`` no speakers, sections and paragraphs, in half the time."""
    tally, sections = _Tally(), Sections()
    speakers = Speakers(document) if parts else None
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.voice is Voice.HEADING:
            sections.begin(block)
        elif counts := _counted(document, block, tally, speakers):
            tally.whole.add(counts)
            if not parts:
                continue
            sections.add(block, counts)
            tally.paragraphs.append(Passage(_name(block), block.span, measured(counts, LEAST_PARAGRAPH)))
    found = sections.found()
    return Stats(
        whole=measured(tally.whole),
        narration=measured(tally.narration),
        speech=measured(tally.speech),
        share_of_speech=tally.spoken / tally.whole.words if tally.whole.words else None,
        speakers=tuple(_speakers(tally.talks)),
        sections=tuple(Passage(section.name, section.span, measured(section.counts)) for section in found),
        paragraphs=tuple(tally.paragraphs),
        sentences=tuple(tally.sentences),
    )


def _counted(document: Document, block: Block, tally: _Tally, speakers: Speakers | None) -> Counts | None:
    """What is counted of a block, which goes into the tally by voice and by speaker; nothing for one without words."""
    counts = Counts(paragraphs=1)
    before = tally.narration.words, tally.speech.words
    for utterance in utterances(document, block):
        counts.take(utterance.words, utterance.characters)
        tally.spoken += utterance.spoken
        spoken = not utterance.narrated and bool(utterance.said)
        tally.sentences.append(SentenceLength(utterance.sentence.span, len(utterance.words), spoken))
        if utterance.narrated:
            tally.narration.take(utterance.words, utterance.characters)
        else:
            take_speech(tally.speech, utterance.said)
        for name, parts in _by_speaker(utterance, speakers).items() if speakers is not None else ():
            talk = tally.talks.setdefault(name, _Talk())
            talk.words += sum(len(part.words) for part in parts)
            talk.spans += [part.span for part in parts]
            if not utterance.narrated:
                take_speech(talk.counts, parts)
    tally.narration.paragraphs += tally.narration.words > before[0]
    tally.speech.paragraphs += tally.speech.words > before[1]
    return counts if counts.words else None


def _by_speaker(utterance: Utterance, speakers: Speakers) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for part in utterance.said:
        if name := speakers.of(part.span):
            found.setdefault(name, []).append(part)
    return found


def _speakers(talks: Mapping[str, _Talk]) -> Iterator[Passage]:
    """Those with the most words first. The formulas rest on the sentences that are mostly theirs; all words count."""
    for name, talk in sorted(talks.items(), key=lambda item: -item[1].words):
        span = Span(talk.spans[0].start, max(part.end for part in talk.spans))
        yield Passage(name, span, {**measured(talk.counts), "words": talk.words})


def _name(block: Block) -> str:
    words = block.text.split()
    return " ".join(words[:_NAME]) + (" …" if len(words) > _NAME else "")
