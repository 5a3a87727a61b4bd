"""The words of an article as a reader sees them: without markup, and without the marks around a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from authoring.prose.attribution.model import Attribution
from authoring.prose.document import Document
from authoring.text.span import Span


class Readable:
    """Gives the words of stretches of one article."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._starts = [block.span.start for block in document.blocks]
        self._reach = list(accumulate((block.span.end for block in document.blocks), max))
        self._inner = {quotation.span: quotation.inner for quotation in document.quotations}

    def words(self, attribution: Attribution) -> str:
        """The words of all segments, joined by a space. A segment that is one quotation is given without its marks."""
        spans = (part for segment in attribution.segments for part in self._inner.get(segment, (segment,)))
        return " ".join(piece for span in spans for piece in self.pieces(span))

    def pieces(self, span: Span) -> Iterator[str]:
        """What stands in a stretch, block by block; links' targets and marks of Markdown are no words."""
        index = bisect_left(self._starts, span.end) - 1
        found = []
        while index >= 0 and self._reach[index] > span.start:
            block = self._blocks[index]
            if block.span.overlaps(span):
                places = block.offsets
                found.append(block.text[bisect_left(places, span.start) : bisect_left(places, span.end)])
            index -= 1
        return (" ".join(text.split()) for text in reversed(found) if text.strip())
