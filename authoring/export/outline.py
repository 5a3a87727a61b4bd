"""Puts the blocks of a body together as pages hold them: items in lists, paragraphs in quotes, rows in tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from authoring.export.article import Block, Run

_LISTED = ("bullet", "numbered")


@dataclass(slots=True)
class Item:
    """An item of a list: its paragraphs, and the lists in it, in order."""

    parts: list[tuple[Run, ...] | Listing] = field(default_factory=list)


@dataclass(slots=True)
class Listing:
    """A list."""

    start: int
    """The number of its first item; 0 where it has no numbers."""
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together."""

    kind: Literal["quote", "table", "notes"]
    blocks: tuple[Block, ...]


Part = Block | Listing | Group


def outline(blocks: Sequence[Block]) -> list[Part]:
    """The parts of a body in order."""
    parts: list[Part] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = at + 1
        if block.kind in _LISTED:
            while end < len(blocks) and blocks[end].kind in _LISTED:
                end += 1
            parts.extend(_lists(blocks[at:end]))
        elif block.kind in {"blockquote", "row"}:
            while end < len(blocks) and blocks[end].kind == block.kind and blocks[end].continues:
                end += 1
            parts.append(Group("quote" if block.kind == "blockquote" else "table", tuple(blocks[at:end])))
        elif block.kind == "note":
            while end < len(blocks) and blocks[end].kind == "note":
                end += 1
            parts.append(Group("notes", tuple(blocks[at:end])))
        else:
            parts.append(block)
        at = end
    return parts


def _lists(blocks: Sequence[Block]) -> list[Listing]:
    """The lists that items in a row make; an item that is numbered anew begins another."""
    made: list[Listing] = []
    open_: list[Listing] = []
    for block in blocks:
        level = min(max(block.level, 1), len(open_) + 1)
        if block.continues and level <= len(open_):
            open_[level - 1].items[-1].parts.append(block.runs)
            del open_[level:]
            continue
        del open_[level:]
        if len(open_) == level and not _goes_on(open_[-1], block):
            open_.pop()
        if len(open_) < level:
            listing = Listing(block.number)
            if open_:
                open_[-1].items[-1].parts.append(listing)
            else:
                made.append(listing)
            open_.append(listing)
        open_[-1].items.append(Item([block.runs]))
    return made


def _goes_on(listing: Listing, block: Block) -> bool:
    if not listing.start:
        return not block.number
    return block.number == listing.start + len(listing.items)
