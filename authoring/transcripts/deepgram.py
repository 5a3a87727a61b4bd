"""Takes what was said from the JSON of Deepgram: utterances, or the transcript of each channel with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.transcripts.fields import Fields
from authoring.transcripts.located import Part
from authoring.transcripts.said import Said, split


def deepgram(fields: Fields, whole: Part) -> Iterator[Said]:
    """Utterances where they hold everything; else the channels, each as its paragraphs of speech."""
    results = fields.part(whole, "results")
    channels = fields.parts(results, "channels")
    several = len(channels) > 1
    utterances = [_utterance(fields, part, several) for part in fields.parts(results, "utterances")]
    told = [_channel(fields, part, f"channel {number}" if several else None) for number, part in enumerate(channels)]
    if utterances and _count(utterances) >= _count(told):
        yield from utterances
    elif several:
        yield from sorted((piece for said in told for piece in split(said)), key=lambda piece: piece.start or 0.0)
    else:
        yield from told


def _utterance(fields: Fields, utterance: Part, several: bool) -> Said:
    said = fields.said(utterance, "transcript", word=_face(fields.parts(utterance, "words")))
    if not several:
        return said
    # each channel counts its speakers from 0, so that a number alone would make one person of two
    name = f"channel {fields.label(utterance, 'channel')}"
    return _of_channel(said, name)


def _channel(fields: Fields, channel: Part, name: str | None) -> Said:
    """The first of the alternatives, which is the likeliest."""
    alternatives = fields.parts(channel, "alternatives")
    if not alternatives:
        return Said("", channel.at)
    best = alternatives[0]
    said = fields.said(best, "transcript", word=_face(fields.parts(best, "words")))
    if not said.text:
        said = said._replace(text=" ".join(word.text for word in said.words))
    return _of_channel(said, name) if name else said


def _of_channel(said: Said, name: str) -> Said:
    def labelled(speaker: str | None) -> str:
        return name if speaker is None else f"{name}, speaker {speaker}"

    words = [word._replace(speaker=labelled(word.speaker)) for word in said.words]
    return said._replace(speaker=labelled(said.speaker), words=words)


def _face(words: Sequence[Part]) -> str:
    """The key of the word as it reads in the transcript."""
    first = words[0].value if words else None
    return "punctuated_word" if isinstance(first, dict) and "punctuated_word" in first else "word"


def _count(told: Sequence[Said]) -> int:
    return sum(len(said.text.split()) for said in told)
