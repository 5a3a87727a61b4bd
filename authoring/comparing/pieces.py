"""An article taken apart for a comparison: what is quoted, and the sentences with the writer's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from authoring.comparing.wordwise import Text
from authoring.prose.attribution.model import Attribution, Kind, Speaker
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.readable import Readable
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.text.span import Span
from authoring.wording.characters import even

_DASH = lazy(r" ?(?:—|--+) ?| - ")
_Placed = TypeVar("_Placed")
_TITLE = 3
"""Words of a quotation without a speaker that may be a title or a word set apart: those are the writer's."""


@dataclass(frozen=True)
class Quote:
    """Somebody's words."""

    span: Span
    text: Text
    sentences: tuple[Text, ...]
    """As far as they can be told from the words alone; joined, they are the whole."""
    speaker: Speaker | None
    tag: Text
    """What the writer says in the sentences that it stands in."""


@dataclass(frozen=True)
class Told:
    """A sentence in the writer's words; quoted ones are left blank."""

    span: Span
    whole: str
    """The sentence as a reader sees it, quoted words included."""
    text: Text
    block: int
    """The number of its block."""
    speaker: str | None
    """Whose words it reports, where the article tells."""
    quotes: bool
    """Whether quoted words stand in it."""


class Kept:
    """The paragraphs of an article that stand in the other one as well."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def holds(self, each: Attribution) -> bool:
        """Whether all of what somebody says stands in such paragraphs."""
        return all(self._within(segment) for segment in each.segments)

    def _within(self, segment: Span) -> bool:
        place = bisect_right(self._spans, segment.start, key=lambda span: span.start)
        return place > 0 and self._spans[place - 1].covers(segment)


def kept_in(old: Document, new: Document) -> tuple[Kept, Kept]:
    """The paragraphs that stand in both articles, whatever marks are typed in them, and wherever they stand."""
    waiting: dict[str, list[Span]] = defaultdict(list)
    for block in new.blocks:
        waiting[_plain(block.text)].append(block.span)
    before, after = [], []
    for block in old.blocks:
        if places := waiting.get(_plain(block.text)):
            before.append(block.span)
            after.append(places.pop(0))
    return Kept(before), Kept(after)


def _plain(text: str) -> str:
    """A paragraph with marks and spaces of one kind."""
    text = " ".join(even(text).split()).replace("...", "…").replace("''", '"')
    return _DASH.sub("—", text)


@dataclass(frozen=True)
class Pieces:
    """An article taken apart."""

    quotes: tuple[Quote, ...]
    told: tuple[Told, ...]


def take_apart(document: Document, without: Iterable[Span], kept: Kept) -> Pieces:
    """The quotations and the sentences of an article, but for blocks at places that are compared by themselves.

    Of paragraphs that stand in the other article as well, nothing is taken for a quotation, so that no doubt about
    its marks, or about who “she” is, can make a change of it.
    """
    left_out = set(without)
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CODE and block.span not in left_out]
    quoted = [
        each
        for each in document.attributions
        if each.kind is not Kind.INDIRECT and not _title(each, document) and not kept.holds(each)
    ]
    spoken = _Spoken(quoted)
    told = tuple(_told(document, blocks, spoken))
    readable = Readable(document)
    quotes = []
    for each in quoted:
        words = readable.words(each).rstrip(",")  # that before the tag is the writer's
        sentences = tuple(Text(words[start:end], heard=False) for start, end in sentence_spans(words))
        around = overlapping(told, each.span, key=lambda piece: piece.span)
        tag = Text(" ".join(piece.text.text for piece in around))
        quotes.append(Quote(each.span, Text(words, heard=False), sentences, each.speaker, tag))
    return Pieces(tuple(quotes), told)


def _title(each: Attribution, document: Document) -> bool:
    return each.speaker is None and len(each.span.of(document.text).split()) < _TITLE


class _Spoken:
    """Where the quoted words stand."""

    def __init__(self, quoted: Iterable[Attribution]) -> None:
        self._spans = sorted(segment for each in quoted for segment in each.segments)

    def blanked(self, block: Block) -> str:
        """The words of a block with blanks for those that are quoted."""
        text = block.text
        for span in overlapping(self._spans, block.span, key=lambda span: span):
            start, end = block.position_of(max(span.start, block.span.start)), block.position_of(span.end)
            text = text[:start] + " " * (end - start) + text[end:]
        return text


def overlapping(items: Sequence[_Placed], span: Span, key: Callable[[_Placed], Span]) -> Iterator[_Placed]:
    """Those of some things that share a character with a span; they are in order of place, and none holds another."""
    place = max(bisect_right(items, span.start, key=lambda item: key(item).start) - 1, 0)
    while place < len(items) and key(items[place]).start < span.end:
        if key(items[place]).overlaps(span):
            yield items[place]
        place += 1


def _told(document: Document, blocks: Iterable[Block], spoken: _Spoken) -> Iterator[Told]:
    reported = [each for each in document.attributions if each.kind is Kind.INDIRECT and each.speaker is not None]
    for number, block in enumerate(blocks):
        if block.voice is Voice.CODE:
            continue
        text = spoken.blanked(block)
        label = block.position_of(block.label.end) if block.label is not None else 0
        text = " " * label + text[label:]
        for sentence in block.sentences:
            own = text[sentence.start : sentence.end]
            said = next(overlapping(reported, sentence.span, key=lambda each: each.span), None)
            who = said.speaker.name or said.speaker.text if said is not None and said.speaker is not None else None
            yield Told(sentence.span, sentence.text, Text(own), number, who, own != sentence.text)
