"""The quotations of an article and who said them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from authoring.export.article import Quoted
from authoring.export.front import CONTROL, clean
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Document
from authoring.rules.people import is_person
from authoring.text.span import Span

_MARKS = "“”\"„«»‘'&"


def quotes(document: Document) -> tuple[Quoted, ...]:
    """Every quotation and every answer, in order; what is reported in the writer's words is none."""
    reader = _Reader(document)
    said = (one for one in document.attributions if one.kind is not Kind.INDIRECT)
    return tuple(quoted for one in said for quoted in reader.quoted(one))


class _Reader:
    """Finds the words of quotations in one article."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.starts = [block.span.start for block in document.blocks]
        self.inner = sorted(part for quotation in document.quotations for part in quotation.inner if part)
        """The quoted words of every paragraph, without their marks."""

    def quoted(self, said: Attribution) -> Iterator[Quoted]:
        """A quotation, if there are words in it; more than one where a cue parts sentences from each other.

        The comma before such a cue is not the speaker's: “It is late, We go” was said by nobody.
        """
        told = [(span, words) for part in said.segments for span in self.parts(part) if (words := self.words(span))]
        name = _speaker(self.document, said)
        person = _is_person(self.document, said, name) if name else None
        first = 0
        for place in range(1, len(told) + 1):
            if place == len(told) or (told[place - 1][1].endswith(",") and told[place][1][0].isupper()):
                spans, texts = zip(*told[first:place], strict=True)
                yield Quoted(" ".join(texts), name, spans, person)
                first = place

    def parts(self, segment: Span) -> Iterator[Span]:
        """The quoted words in a segment, without the marks around them."""
        first, last = (
            bisect_left(self.inner, Span(segment.start, segment.start)),
            bisect_right(self.inner, Span(segment.end, segment.end)),
        )
        inner = [part for part in self.inner[first:last] if segment.covers(part)]
        if inner and self.document.text[segment.start] in _MARKS:
            yield from inner
        elif segment:
            yield segment

    def words(self, span: Span) -> str:
        """A stretch as readers see it."""
        block = self.document.blocks[max(bisect_right(self.starts, span.start) - 1, 0)]
        words = block.text[block.position_of(span.start) : block.position_of(span.end)]
        return CONTROL.sub("", words).strip()


def _is_person(document: Document, said: Attribution, name: str) -> bool | None:
    """What the notes say of the speaker, or else the name itself."""
    notes, speaker = document.notes, said.speaker
    source = notes.sources.get(speaker.source or "") if notes is not None and speaker is not None else None
    if source is not None:
        return source.kind in {"person", "spokesperson"}
    return True if is_person(name, document.text) else None


def _speaker(document: Document, said: Attribution) -> str:
    """The person or body that the article names; nobody where the notes protect who it was."""
    speaker = said.speaker
    if speaker is None or not speaker.name:
        return ""
    notes = document.notes
    source = notes.sources.get(speaker.source) if notes is not None and speaker.source else None
    return "" if source is not None and source.protected else clean(speaker.name)
