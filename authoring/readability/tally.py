"""Counts an article on one way through it: by voice, by speaker, and sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from authoring.prose.counts import Counts
from authoring.prose.document import Block, Document
from authoring.prose.measures import take_speech
from authoring.prose.utterances import Said, Utterance, utterances
from authoring.readability.model import SentenceLength
from authoring.readability.speakers import Speakers
from authoring.text.span import Span


@dataclass(slots=True)
class Talk:
    """What one speaker says."""

    counts: Counts = field(default_factory=Counts)
    """Of sentences that are mostly the speaker's."""
    words: int = 0
    """Also those in sentences that are mostly the writer's."""
    start: int | None = None
    end: int = 0

    @property
    def span(self) -> Span:
        """From the first word said to the last."""
        return Span(self.start or 0, self.end)

    def take(self, parts: Sequence[Said], *, mostly: bool) -> None:
        """Count what is said in one sentence, and whether that is most of it."""
        self.words += sum(len(part.words) for part in parts)
        self.start = parts[0].span.start if self.start is None else self.start
        self.end = max(self.end, parts[-1].span.end)
        if mostly:
            take_speech(self.counts, parts)


@dataclass(slots=True)
class Tally:
    """What is counted so far."""

    speakers: Speakers | None
    """Who says what; ``None`` where nobody asks."""
    whole: Counts = field(default_factory=Counts)
    narration: Counts = field(default_factory=Counts)
    speech: Counts = field(default_factory=Counts)
    spoken: int = 0
    """Words that somebody else than the writer says."""
    talks: dict[str, Talk] = field(default_factory=dict)
    sentences: list[SentenceLength] = field(default_factory=list)

    def take(self, document: Document, block: Block) -> Counts:
        """Count a block, and tell what is counted of it alone; without words it is none."""
        found = list(utterances(document, block))
        counts = Counts(paragraphs=int(bool(found)))
        for utterance in found:
            counts.take(utterance.words, utterance.characters)
            spoken = bool(utterance.said) and not utterance.narrated
            self.sentences.append(SentenceLength(utterance.sentence.span, len(utterance.words), spoken))
        self.whole.add(counts)
        if not any(utterance.said for utterance in found) and all(utterance.narrated for utterance in found):
            self.narration.add(counts)
        else:
            self._by_voice(found)
        return counts

    def _by_voice(self, found: Sequence[Utterance]) -> None:
        before = self.narration.words, self.speech.words
        talking: dict[str, Talk] = {}
        for utterance in found:
            narrated = utterance.narrated
            if narrated:
                self.narration.take(utterance.words, utterance.characters)
            else:
                take_speech(self.speech, utterance.said)
            if utterance.said:
                self.spoken += utterance.spoken
                for name, parts in self._by_speaker(utterance).items():
                    talking[name] = self.talks.setdefault(name, Talk())
                    talking[name].take(parts, mostly=not narrated)
        self.narration.paragraphs += self.narration.words > before[0]
        self.speech.paragraphs += self.speech.words > before[1]
        for talk in talking.values():
            talk.counts.paragraphs += 1

    def _by_speaker(self, utterance: Utterance) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = {}
        if self.speakers is not None:
            for part in utterance.said:
                if name := self.speakers.of(part.span):
                    found.setdefault(name, []).append(part)
        return found
