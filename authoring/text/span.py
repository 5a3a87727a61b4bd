"""A stretch of a text, from its first character to just past its last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of a text: code points ``start`` up to, and without, ``end``.

    Spans are made where the text is parsed and handed on; a place is never found again by searching.
    """

    start: int
    """Offset of the first character, in code points from the start of the text."""
    end: int
    """Offset just past the last character; equal to ``start`` for a place between two characters."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """The words of ``text`` that this span marks."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same stretch, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)
