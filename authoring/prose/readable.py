"""The words of an article as a reader sees them: without markup, and without the marks around a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from authoring.prose.attribution.model import Attribution
from authoring.prose.document import Document
from authoring.text.span import Span

MASK = "█"
"""Stands for each character that is not to be shown, so that places stay."""


class Readable:
    """Gives the words of stretches of one article."""

    def __init__(self, document: Document, hidden: Sequence[Span] = ()) -> None:
        """Arguments: the article, and the stretches of its file, in order, of which nothing may be shown."""
        self._hidden = hidden
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
                first, last = bisect_left(places, span.start), bisect_left(places, span.end)
                found.append(self._shown(block.text[first:last], places[first:last]))
            index -= 1
        return (" ".join(text.split()) for text in reversed(found) if text.strip())

    def _shown(self, text: str, places: Sequence[int]) -> str:
        """The characters that stand at these places, each that is hidden unreadable."""
        if not self._hidden or not text:
            return text
        ends = [span.end for span in self._hidden]

        def is_hidden(place: int) -> bool:
            number = bisect_right(ends, place)
            return number < len(ends) and self._hidden[number].start <= place

        return "".join(MASK if is_hidden(place) else char for char, place in zip(text, places, strict=False))
