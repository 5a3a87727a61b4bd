"""What is measured of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from authoring.text.span import Span

Measures = Mapping[str, float | int | None]
"""``words``, ``sentences``, ``paragraphs`` and every measure under textstat's name for it; ``None`` is “n/a”.

``reading_time``, in seconds, is known of every text, however short.
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article, and its measures."""

    name: str
    """A speaker's name, a section's heading (empty before the first), or the first words of a paragraph."""
    span: Span
    """Its stretch of the file; of a speaker, from the first words said to the last."""
    measures: Measures


@dataclass(frozen=True, slots=True)
class SentenceLength:
    """How long a sentence is."""

    span: Span
    words: int
    spoken: bool
    """Whether most of it is speech."""


@dataclass(frozen=True, slots=True)
class Stats:
    """All that is measured of an article."""

    whole: Measures
    narration: Measures
    speech: Measures
    share_of_speech: float | None
    """Which part of its words is speech, from 0 to 1; ``None`` where there are no words."""
    speakers: tuple[Passage, ...]
    """Who speaks, those with the most words first; words of nobody known are left out. ``words`` has all that they are
    quoted with; the other measures rest on the sentences that are mostly theirs."""
    sections: tuple[Passage, ...]
    """What stands under each heading; empty for an article without headings inside."""
    paragraphs: tuple[Passage, ...]
    """Every paragraph, list item and block quotation with words, in order."""
    sentences: tuple[SentenceLength, ...]
    """Every sentence of these, in order."""
