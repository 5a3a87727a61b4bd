"""Where the headline of an article stands, and what needs none, for rules that speak of the whole piece."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from authoring.prose.document import Block, BlockKind, Document
from authoring.text.patterns import lazy
from authoring.text.span import Span

_KEYS = ("headline", "title")
_LETTERS = lazy(r"[^\W\d_]{3}")
"""What a headline has and a line with nothing but a date has not."""


def headline_of(document: Document) -> Span | None:
    """The headline: in the front matter, else the first heading, else the first line; nothing in an empty text."""
    for key in _KEYS:
        if document.front.get(key, "").strip() and key in document.front_spans:
            return document.front_spans[key]
    blocks = [block for block in document.blocks if block.text.strip()]
    if not blocks:
        return None
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    first = first or next((block for block in blocks if _LETTERS.search(block.text)), blocks[0])
    if first.kind is not BlockKind.HEADING and first.sentences:
        return first.sentences[0].span
    return first.span_of(0, len(first.text.rstrip()))


def headline_words(document: Document) -> str:
    """The words of the headline; empty where nothing says which they are."""
    for key in _KEYS:
        if document.front.get(key, "").strip():
            return unescape(document.front[key]).strip()
    first = next((block for block in document.blocks if block.text.strip()), None)
    heading = next((block for block in document.blocks if block.kind is BlockKind.HEADING), None)
    if heading is not None and (heading is first or heading.level == 1):
        return heading.text.strip()
    return ""


def is_transcript(blocks: Sequence[Block]) -> bool:
    """Whether most of it is turns of labelled speakers, which no writer signs."""
    turns = sum(block.speaker is not None or block.label is not None for block in blocks)
    return turns * 2 > len(blocks) and any(block.label is not None for block in blocks)
