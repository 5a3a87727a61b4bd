"""Tells who says the words of a stretch, from the attributions of an article."""

from __future__ import annotations

from bisect import bisect_right

from authoring.prose.attribution.model import Kind
from authoring.prose.document import Document, Voice
from authoring.text.span import Span


class Speakers:
    """The speakers of one article, by place."""

    def __init__(self, document: Document) -> None:
        found: list[tuple[Span, str]] = []
        speaks = any(voice in {Voice.SPEECH, Voice.ANSWER} for _, voice in document.voices)
        for attribution in document.attributions if speaks else ():
            speaker = attribution.speaker
            if speaker is not None and speaker.name and attribution.kind is not Kind.INDIRECT:
                found += [(segment, speaker.name) for segment in attribution.segments]
        self._found = sorted(found)
        self._starts = [span.start for span, _ in self._found]

    def of(self, span: Span) -> str | None:
        """Who says the words there; ``None`` where nobody is known to."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return None
        said, name = self._found[index]
        return name if span.start < said.end else None
