"""The questions and answers of an interview, and the turns of a transcript, as items of notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from authoring.prose.attribution.model import Speaker
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.recovering.model import Item, Source
from authoring.recovering.sources import Sources
from authoring.text.patterns import lazy
from authoring.text.span import Span

_AFTER_LABEL = lazy(r"(?:\s?\([^()\n]{1,40}\))?(?:,[^:\n]{1,100}(?=:\s))?[\s:.)\]*_–—-]*")


def is_turn(block: Block) -> bool:
    """Whether a block is a question or an answer of a conversation."""
    return block.voice in (Voice.QUESTION, Voice.ANSWER)


def asking(blocks: Sequence[Block]) -> set[int]:
    """The headings, by number, that are the question which the next block answers."""
    return {
        number
        for number, (block, following) in enumerate(pairwise(blocks))
        if block.kind is BlockKind.HEADING
        and following.voice is Voice.ANSWER
        and (block.text.rstrip(" *_").endswith("?") or block.voice is Voice.QUESTION)
    }


def turns(document: Document, blocks: Sequence[Block], sources: Sources) -> Iterator[Item]:
    """The items of the blocks of one exchange: neighbouring answers of one speaker are one quote."""
    asked = any(map(_asks, blocks))
    number = 0
    while number < len(blocks):
        block = blocks[number]
        group = [block]
        for following in blocks[number + 1 :]:
            if following.voice is not block.voice or following.speaker != block.speaker or following.label is not None:
                break
            group.append(following)
        number += len(group)
        words = [text for each in group if (text := spoken(each))]
        if not words:
            continue
        span = Span(block.span.start, group[-1].span.end)
        plain = "\n\n".join(" ".join(each.text.split()) for each in group)
        if _asks(block):
            yield Item("question", span, " ".join(words), plain=plain)
            continue
        source = _speaker(document, block, sources)
        item = Item("quote", span, "\n\n".join(words), (source.id, "said") if source else (), plain=plain)
        item.asks = "" if source else "who says this?"
        item.lead = "" if asked or source is None else "before"
        yield item


def _asks(block: Block) -> bool:
    return block.voice is Voice.QUESTION or block.kind is BlockKind.HEADING


def spoken(block: Block) -> str:
    """The words of a turn without its label."""
    text = block.text
    if block.label is not None:
        found = _AFTER_LABEL.match(text, block.position_of(block.label.end))
        text = text[found.end() :] if found else text
    return " ".join(text.split())


def _speaker(document: Document, block: Block, sources: Sources) -> Source | None:
    if not block.speaker:
        return None
    place = block.label or Span(block.span.start, block.span.start)
    source = sources.speaker(Speaker(place, block.speaker, block.speaker))
    if source is not None and (not source.kind or source.name.isupper()):  # a label in capitals is no acronym
        source.kind = "person"
    return source
