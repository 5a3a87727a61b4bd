"""Counts an article by what stands under each of its headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from authoring.prose.counts import Counts
from authoring.prose.document import Block
from authoring.text.span import Span


@dataclass(slots=True)
class Section:
    """What stands under one heading, or before the first."""

    heading: Block | None
    counts: Counts = field(default_factory=Counts)
    _start: int = 0
    _end: int = 0

    def add(self, block: Block, counts: Counts) -> None:
        """Count a block of it."""
        first = self.heading or block
        self._start = self._start if self.counts.words else first.span.start
        self._end = max(self._end, block.span.end)
        self.counts.add(counts)

    @property
    def name(self) -> str:
        """The words of the heading; empty where there is none."""
        return " ".join(self.heading.text.split()) if self.heading is not None else ""

    @property
    def span(self) -> Span:
        """From the heading to its last words."""
        return Span(self._start, self._end)


class Sections:
    """The sections of an article, told of its blocks in order."""

    def __init__(self) -> None:
        self._found = [Section(None)]

    def begin(self, heading: Block) -> None:
        """Go on to what stands under this heading."""
        self._found.append(Section(heading))

    def add(self, block: Block, counts: Counts) -> None:
        """Count a block of the section that it stands in."""
        self._found[-1].add(block, counts)

    def found(self) -> list[Section]:
        """Those that have words, in order; none where all stands under one headline."""
        found = [section for section in self._found if section.counts.words]
        return found if len(found) > 1 else []
