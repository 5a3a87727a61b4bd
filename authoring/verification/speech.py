"""Which stretches of an article are somebody's exact words, so that they can be compared with what was said.

A pair of quotation marks counts where an attribution covers it, or where five words or more stand in it that are not a
title; so does an answer of a Q&A or a transcript, which carries no marks. A title, a term and a scare quote do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from authoring.prose.attribution.model import Attribution, Kind, Speaker
from authoring.prose.attribution.spoken import SURE, TURN
from authoring.prose.document import WORD, Block, BlockKind, Document, Quotation
from authoring.prose.readable import Readable
from authoring.text.span import Span

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
_LEAST = 5
"""Words from which marks mean speech even where nobody is tied to them."""
_TRUSTED = 0.93
"""How often a step must be right for its speaker to be relied on: no guess may accuse a writer of a mix-up."""
_ENDS = (".", "!", "?", ",", "…", "—", "–", "-")
_SMALL = frozenset({"with", "from", "into", "over", "that", "than", "upon", "this", "your"})
"""Words that titles write with a small letter though they are long."""


@dataclass(frozen=True)
class Said:
    """Words that an article gives as somebody's own."""

    span: Span
    """Where they stand, marks included."""
    text: str
    """The words, without the marks around them."""
    shown: Span
    """Where a finding points: the first paragraph of them."""
    speaker: Speaker | None
    """Who says them, as far as the article tells."""
    trusted: bool = False
    """Whether the speaker is sure enough to be held against the notes."""
    answer: bool = False
    """Whether it is an answer of a Q&A or a transcript, without marks."""
    attributed: bool = True
    """Whether the article ties them to anybody, named or not."""
    closed: bool = True
    """Whether it is known where they end."""

    @property
    def is_sentence(self) -> bool:
        """Whether they read as a sentence or a clause, not as a phrase or a name."""
        words = self.text.strip()
        return words[:1].isupper() and words.endswith(_ENDS)

    @property
    def is_title(self) -> bool:
        """Whether they read as the name of a work: every longer word with a capital, and three of them or no stop."""
        words = [match[0] for match in WORD.finditer(self.text) if len(match[0]) > 3 and match[0] not in _SMALL]
        named = bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)
        return named and (len(words) > 2 or not self.is_sentence)


@dataclass(frozen=True)
class _Segment:
    span: Span
    step: str
    attribution: Attribution

    @property
    def rank(self) -> tuple[bool, bool]:
        return self.step == TURN, self.attribution.kind is not Kind.INDIRECT

    @property
    def sure(self) -> float:
        own = self.attribution.sure if self.step == self.attribution.step else SURE.get(self.step, 0.0)
        return min(own, self.attribution.sure)


def said_in(document: Document) -> Iterator[Said]:
    """Everything that an article gives as somebody's exact words, in order of place."""
    found = [*_quotations(document), *_answers(document)]
    found.sort(key=lambda said: said.span)
    yield from found


def _quotations(document: Document) -> Iterator[Said]:
    segments = sorted(_segments(document), key=lambda segment: segment.span)
    starts = [segment.span.start for segment in segments]
    reach = list(accumulate((segment.span.end for segment in segments), max))
    for block in document.blocks:
        if block.kind not in _KINDS:
            continue
        for quotation in block.quotations:
            if quotation.depth:
                continue
            at = bisect_right(starts, quotation.span.start)
            around = []
            while at and reach[at - 1] > quotation.span.start:
                at -= 1
                if segments[at].span.overlaps(quotation.span):
                    around.append(segments[at])
            segment = max(around, key=lambda one: (one.rank, one.span.start), default=None)
            if segment is None or segment.step != TURN:
                said = _said(block, quotation, segment)
                if segment is not None or _reads_as_speech(said):
                    yield said


def _segments(document: Document) -> Iterator[_Segment]:
    for answer in document.attributions:
        steps = answer.steps or (answer.step,) * len(answer.segments)
        for span, step in zip(answer.segments, steps, strict=True):
            yield _Segment(span, step, answer)


def _said(block: Block, quotation: Quotation, segment: _Segment | None) -> Said:
    shown = quotation.span
    if len(quotation.inner) > 1:
        shown = Span(quotation.span.start, quotation.inner[0].end)
    closed = quotation.closed or quotation.span.end < block.span.end
    speaker = segment.attribution.speaker if segment else None
    trusted = segment is not None and speaker is not None and segment.sure >= _TRUSTED
    return Said(
        quotation.span,
        quotation.text,
        shown,
        speaker,
        trusted=trusted and speaker is not None and bool(speaker.name or speaker.source),
        attributed=segment is not None,
        closed=closed,
    )


def _reads_as_speech(said: Said) -> bool:
    return len(WORD.findall(said.text)) >= _LEAST and not said.is_title


def _answers(document: Document) -> Iterator[Said]:
    readable = Readable(document)
    for segment in _segments(document):
        if segment.step != TURN:
            continue
        speaker = segment.attribution.speaker
        text = "\n".join(readable.pieces(segment.span))
        if WORD.search(text):
            trusted = speaker is not None and bool(speaker.name or speaker.source)
            yield Said(segment.span, text, segment.span, speaker, trusted=trusted, answer=True)
