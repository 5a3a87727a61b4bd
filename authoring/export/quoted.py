"""The quotations of an article and who said them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from authoring.export.article import Quoted
from authoring.export.front import CONTROL, clean
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Document, Quotation
from authoring.rules.people import is_person
from authoring.text.span import Span

_MARKS = '“”"„«»'


def quotes(document: Document) -> tuple[Quoted, ...]:
    """Every quotation and every answer, in order; what is reported in the writer's words is none."""
    starts = [block.span.start for block in document.blocks]
    outer = sorted(document.quotations, key=lambda quotation: quotation.span)
    said = (one for one in document.attributions if one.kind is not Kind.INDIRECT)
    return tuple(quoted for one in said for quoted in _quoted(document, one, starts, outer))


def _quoted(document: Document, said: Attribution, starts: list[int], outer: list[Quotation]) -> Iterator[Quoted]:
    spans = tuple(part for segment in said.segments for part in _parts(document, segment, outer))
    texts = [words for span in spans if (words := _words(document, span, starts))]
    if texts:
        name = _speaker(document, said)
        yield Quoted(" ".join(texts), name, spans, _is_person(document, said, name) if name else None)


def _is_person(document: Document, said: Attribution, name: str) -> bool | None:
    """What the notes say of the speaker, or else the name itself."""
    notes, speaker = document.notes, said.speaker
    source = notes.sources.get(speaker.source or "") if notes is not None and speaker is not None else None
    if source is not None:
        return source.kind in {"person", "spokesperson"}
    return True if is_person(name, document.text) else None


def _parts(document: Document, segment: Span, outer: list[Quotation]) -> Iterator[Span]:
    """The quoted words in a segment, without the marks around them; ``outer`` are all quotations, in order."""
    last = bisect_left(outer, segment.end, key=lambda quotation: quotation.span.start)
    first = last
    while first and outer[first - 1].span.end > segment.start:  # none overlaps another
        first -= 1
    inner = [part for quotation in outer[first:last] for part in quotation.inner if segment.covers(part) and part]
    if inner and document.text[segment.start] in _MARKS + "‘'&":
        yield from inner
    elif segment:
        yield segment


def _words(document: Document, span: Span, starts: list[int]) -> str:
    """A stretch as readers see it; ``starts`` are those of the blocks."""
    block = document.blocks[max(bisect_right(starts, span.start) - 1, 0)]
    words = block.text[block.position_of(span.start) : block.position_of(span.end)]
    return CONTROL.sub("", words).strip()


def _speaker(document: Document, said: Attribution) -> str:
    """The person or body that the article names; nobody where the notes protect who it was."""
    speaker = said.speaker
    if speaker is None or not speaker.name:
        return ""
    notes = document.notes
    source = notes.sources.get(speaker.source) if notes is not None and speaker.source else None
    return "" if source is not None and source.protected else clean(speaker.name)
