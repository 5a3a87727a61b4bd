"""Reads the blocks of a plain text, where layout alone tells headings and lists from paragraphs."""

from __future__ import annotations

import re

from authoring.prose.document import BlockKind
from authoring.prose.raw import RawBlock
from authoring.text.patterns import lazy

_CHUNK = lazy(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n|\n|\r)[^\r\n]*\S[^\r\n]*)*")
_LINE = lazy(r"[^\r\n]+")
_BULLET = lazy(r"[ \t]*(?:[•‣◦▪⁃*–—-]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_END_MARK = lazy(r"""[.!?…:;,]["'”’)\]]*\s*$|["”]\s*$""")
_HEADING = lazy(r"""\s*["“‘']?[^\W\d_]""")
_BYLINE = lazy(r"\s*(?:by|from|words|photos?|picture|image|credit|source|cite|updated|published)\b", re.IGNORECASE)
_INSTRUCTION = lazy(r"[ \t]*<!--[ \t]*authoring(?::| +(?:ignore|ignore-file|off|on)\s).*-->[ \t]*$", re.IGNORECASE)
"""A line that speaks to the linter, not to readers."""
_LONG_LINE = 200
"""A line longer than this was not wrapped by hand, so each line of its text is a paragraph."""


def read_plain(text: str, base: int = 0) -> list[RawBlock]:
    """The blocks of ``text`` from offset ``base`` on.

    Paragraphs are parted by blank lines, or by line ends where lines are too long to be wrapped. A short line that
    stands alone without an end mark, right before running text, is a heading; any other is a paragraph.
    """
    blocks: list[RawBlock] = []
    for chunk in _CHUNK.finditer(text, base):
        lines = list(_LINE.finditer(text, chunk.start(), chunk.end()))
        told = "<!--" in chunk[0]
        apart = any(len(line[0]) > _LONG_LINE for line in lines)
        block: RawBlock | None = None
        aside = -1
        for line in lines:
            if told and _INSTRUCTION.match(line[0]):
                aside = line.start() if aside < 0 else aside
                continue
            bullet = _BULLET.match(line[0])
            if bullet or block is None or apart:
                kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
                skip = bullet.end() if bullet else len(line[0]) - len(line[0].lstrip())
                block = RawBlock(kind, line.start() + (0 if bullet else skip), line.end())
                blocks.append(block)
                first = line.start() + skip
            else:
                first = line.start() + len(line[0]) - len(line[0].lstrip())
                block.breaks.append(block.length)
                block.add(" ", block.runs[-1][2] if block.runs else first, first if aside < 0 else aside)
            aside = -1
            last = line.start() + len(line[0].rstrip())
            block.add(text[first:last], first, last)
            block.end = last
    blocks = [block for block in blocks if block.parts]
    _find_headings(blocks)
    return blocks


def _find_headings(blocks: list[RawBlock]) -> None:
    first = True
    for index, block in enumerate(blocks):
        words = "".join(block.parts)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if (
            block.kind is BlockKind.PARAGRAPH
            and len(block.runs) == 1
            and len(words) <= 100
            and len(words.split()) <= 14
            and _HEADING.match(words)
            and not _END_MARK.search(words)
            and not _BYLINE.match(words)
            and following is not None
            and following.kind is BlockKind.PARAGRAPH
            and _runs_on("".join(following.parts))
        ):
            block.kind, block.level = BlockKind.HEADING, 1 if first else 2
        first = first and block.kind is BlockKind.LIST_ITEM


def _runs_on(words: str) -> bool:
    """Whether this is running text: a sentence or more, with an end mark."""
    return len(words.split()) >= 12 and (len(words) > 150 or _END_MARK.search(words) is not None)
