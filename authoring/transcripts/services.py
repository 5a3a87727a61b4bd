"""Takes what was said from the JSON of AssemblyAI and Rev AI, and of podcasts."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.transcripts.fields import Fields
from authoring.transcripts.located import ITEMS, Part
from authoring.transcripts.said import Said, Word

_MILLISECONDS = 0.001


def assemblyai(fields: Fields, whole: Part) -> Iterator[Said]:
    """Utterances where speakers were told apart, else the text with its words."""
    utterances = fields.parts(whole, "utterances")
    if utterances:
        yield from (fields.said(utterance, unit=_MILLISECONDS) for utterance in utterances)
    else:
        # the words stand there once more for themselves, and are wanted only now
        whole = fields.json.read({"words": {ITEMS: None}})
        words = fields.words(whole, unit=_MILLISECONDS)
        text = fields.text(whole, "text") or " ".join(word.text for word in words)
        yield Said(text, fields.begin(whole, "text"), words=words)


def rev_ai(fields: Fields, whole: Part) -> Iterator[Said]:
    """Monologues of elements: words, and punctuation with the spaces in it."""
    for monologue in fields.parts(whole, "monologues"):
        words = []
        for element in fields.parts(monologue, "elements"):
            times = fields.time(element, "ts"), fields.time(element, "end_ts")
            words.append(Word(fields.text(element, "value"), element.at, *times))
        text = "".join(word.text for word in words)
        known = [time for word in words for time in (word.start, word.end) if time is not None]
        start, end = (known[0], known[-1]) if known else (None, None)
        yield Said(text, monologue.at, start, end, fields.label(monologue), words)


def podcast(fields: Fields, whole: Part) -> Iterator[Said]:
    """Segments as the podcast namespace describes them."""
    for segment in fields.parts(whole, "segments"):
        times = fields.time(segment, "startTime"), fields.time(segment, "endTime")
        body, begin = fields.text(segment, "body"), fields.begin(segment, "body")
        yield Said(body, begin, *times, fields.label(segment))
