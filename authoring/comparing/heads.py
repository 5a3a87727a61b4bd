"""What stands over an article: its headline, its dek and its byline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.comparing.changes import Change, Group, Side
from authoring.comparing.wordwise import Text, difference
from authoring.prose.document import Block, BlockKind, Document
from authoring.text.patterns import lazy
from authoring.text.span import Span

_BYLINE = lazy(r"By (?:[A-Z][\w.'’-]+,? ?){1,8}(?:and (?:[A-Z][\w.'’-]+ ?){1,5})?(?:, [^.!?]{1,60})?")
_TOP = 6
"""Blocks among which a byline is looked for."""
_KEYS: dict[Group, tuple[str, ...]] = {
    "headline": ("headline", "title"),
    "dek": ("dek", "subtitle", "standfirst"),
    "byline": ("byline", "author"),
}


@dataclass(frozen=True)
class Head:
    """What stands over one article."""

    parts: dict[Group, Side]
    blocks: tuple[Span, ...]
    """The blocks in which it stands: they are no part of the story."""


def head_of(document: Document) -> Head:
    """What stands over an article: as a reader sees it, or else as the front matter has it."""
    parts: dict[Group, Side] = {}
    for group, keys in _KEYS.items():
        key = next((key for key in keys if document.front.get(key, "").strip()), "")
        if key:
            parts[group] = Side(document.front_spans[key], document.front[key])
    used: list[Span] = []
    blocks = [block for block in document.blocks if block.text.strip()]
    headline = next((block for block in blocks[:_TOP] if block.kind is BlockKind.HEADING), None)
    if headline is not None and (headline.level == 1 or headline is blocks[0]):
        _put(parts, "headline", headline, used)
    top = blocks[: _TOP + 1]
    byline = next((number for number, block in enumerate(top) if _BYLINE.fullmatch(block.text.strip())), None)
    if byline is not None:
        _put(parts, "byline", top[byline], used)
    known = Text(parts["dek"].text).keys if "dek" in parts else ()
    for number, block in enumerate(top):
        between = headline is not None and byline == 2 and number == 1 and top[0] is headline
        if block.kind is BlockKind.PARAGRAPH and (Text(block.text).keys == known or between):
            _put(parts, "dek", block, used)
            break
    return Head(parts, tuple(used))


def _put(parts: dict[Group, Side], group: Group, block: Block, used: list[Span]) -> None:
    parts[group] = Side(block.span_of(0, len(block.text)), block.text.strip())
    used.append(block.span)


def head_changes(old: Head, new: Head) -> Iterator[Change]:
    """What has changed over the story."""
    for group in _KEYS:
        one, other = old.parts.get(group), new.parts.get(group)
        if one is None or other is None:
            if one is not other:
                yield Change(group, "added" if one is None else "dropped", one, other)
        elif diff := difference(Text(_bare(one.text)), Text(_bare(other.text))):
            yield Change(group, "changed", one, other, diff)


def _bare(text: str) -> str:
    return text.removeprefix("By ")
