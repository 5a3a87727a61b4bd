"""Takes what was said from the JSON of Whisper and of programs built on it: WhisperX, faster-whisper, whisper.cpp."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.transcripts.fields import Fields
from authoring.transcripts.located import Part
from authoring.transcripts.said import Said


def whisper(fields: Fields, whole: Part) -> Iterator[Said]:
    """Segments with their words; the text alone where there are none."""
    for key in ("segments", "chunks", ""):
        listed = fields.parts(whole, key) if key and isinstance(whole.value, dict) else ()
        if not key and isinstance(whole.value, list):
            listed = fields.items(whole)
        if listed:
            yield from (_segment(fields, segment) for segment in listed)
            return
    yield fields.said(whole, word="word")


def _segment(fields: Fields, segment: Part) -> Said:
    listed = fields.parts(segment, "words")
    first = listed[0].value if listed else None
    words = fields.words(segment, "word" if isinstance(first, dict) and "word" in first else "text")
    start, end = fields.time(segment, "start"), fields.time(segment, "end")
    if isinstance(pair := fields.part(segment, "timestamp").value, list):  # of the Transformers library
        times = Part({str(number): time for number, time in enumerate(pair)}, segment.at)
        start, end = fields.time(times, "0"), fields.time(times, "1")
    text, begin = fields.text(segment, "text"), fields.begin(segment, "text")
    return Said(text, begin, start, end, fields.label(segment), words)


def whisper_cpp(fields: Fields, whole: Part) -> Iterator[Said]:
    """Segments with offsets in milliseconds."""
    for segment in fields.parts(whole, "transcription"):
        offsets = fields.part(segment, "offsets")
        times = (fields.time(offsets, "from", 0.001), fields.time(offsets, "to", 0.001)) if offsets.value else ()
        text, begin = fields.text(segment, "text"), fields.begin(segment, "text")
        yield Said(text, begin, *times)._replace(speaker=fields.label(segment))
