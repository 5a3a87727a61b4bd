"""The passages of an article that are proofread: its blocks as readers see them, with a stand-in for what is no prose.

Code, addresses of the web, file names, hashtags and handles are written over with as many characters as they have, so
that every place stays where it was; nothing is found that touches one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.text.patterns import lazy
from authoring.text.span import Span

READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE, BlockKind.HEADING, BlockKind.CAPTION})
"""Kinds of blocks that are proofread; the cells of a table are figures and words without a sentence around them."""
_NO_PROSE = lazy(
    r"""
    \b(?:https?|ftp|mailto):[^\s<>“”"]*[\w/]                             # an address with its scheme
    | \bwww\.[^\s<>“”"]*[\w/]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                       # of e-mail
    | (?<![\w@#.])[@#][^\W\d_]\w*                                        # a handle, a hashtag
    | (?<![\w@/])(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|int|io|app|uk|ca|au|nz|ie|eu|de|fr)\b(?:/[^\s<>“”"]*[\w/])?
    | (?<![\w@/])[\w-]+\.(?:md|txt|html?|pdf|docx?|xlsx?|csv|jpe?g|png|gif|mp[34]|wav|zip|py|js|json|toml|ya?ml)\b
    | (?<![\w/])(?:\.{0,2}/)?(?:[\w.-]+/)+[\w.-]+\.[a-z]{2,4}\b              # the path of a file
    | (?<![\w/])/(?:[\w.-]+/)+[\w.-]*
    """,
    re.VERBOSE,
)
_ITALICS = lazy(
    r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])[^*_\n]{1,200}?(?<=[^\s*_])\1(?![\w*_])|<(i|em|cite)\b[^>]*>[^<]{1,200}</\2>",
    re.IGNORECASE,
)
"""Words that are set off in Markdown or HTML; bold ones too, which does no harm."""
_STAND_IN = "Xx"
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """What is handed to LanguageTool of one block."""

    block: Block
    start: int
    """Where it begins in ``block.text``: past the label that names a speaker."""
    text: str
    """Its words from there on, with stand-ins."""
    masked: tuple[tuple[int, int], ...]
    """Where in ``text`` the stand-ins are, in order."""
    italics: tuple[tuple[int, int], ...] = ()
    """Where in the file words of the block are in italics."""

    def span(self, start: int, end: int) -> Span:
        """The stretch of the file that ``text[start:end]`` stands for."""
        return self.block.span_of(self.start + start, self.start + end)

    def touches_stand_in(self, start: int, end: int) -> bool:
        """Whether a stretch has anything of a stand-in in it."""
        return any(first < end and start < last for first, last in self.masked)

    def is_exact(self, start: int, end: int) -> bool:
        """Whether a stretch stands in the file as it is here, so that it can be replaced."""
        return start < end and self.block.is_exact(self.start + start, self.start + end)


def passages(document: Document, hidden: Sequence[Span] = ()) -> Iterator[Passage]:
    """Every passage of an article, in order; blocks without words have none.

    For what is ``hidden`` there is a stand-in, too: whoever reads the passages is not to know of it.
    """
    for block in document.blocks:
        if block.kind not in READ or block.voice is Voice.CODE:
            continue
        start = block.position_of(block.label.end) if block.label is not None else 0
        told = block.text[start:]
        skipped = len(told) - len(told.lstrip(" \t:.–—-")) if start else 0
        start, told = start + skipped, told[skipped:]
        if sum(map(str.isalpha, told)) < _LEAST_LETTERS:
            continue
        masked = tuple(_together([*_code(document, block, start), *_no_prose(told), *_hidden(block, start, hidden)]))
        yield Passage(block, start, _written_over(told, masked), masked, tuple(_italics(document, block)))


def _italics(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    if len(block.span) > len(block.text):  # there are marks of some kind in it
        yield from (found.span() for found in _ITALICS.finditer(document.text, block.span.start, block.span.end))


def _no_prose(text: str) -> Iterator[tuple[int, int]]:
    if any(mark in text for mark in ".@#[/"):
        yield from (found.span() for found in _NO_PROSE.finditer(text))


def _code(document: Document, block: Block, start: int) -> Iterator[tuple[int, int]]:
    """Where in a block's words, from ``start`` on, code and the targets of links stand."""
    for span, voice in document.voices_in(block.span):
        if voice in (Voice.CODE, Voice.LINK_TARGET):
            first, last = block.position_of(span.start), block.position_of(span.end)
            if first < last and last > start:
                yield max(first - start, 0), last - start


def _hidden(block: Block, start: int, hidden: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where in a block's words, from ``start`` on, something stands that is hidden."""
    for span in hidden:
        if span.overlaps(block.span):
            first, last = block.position_of(max(span.start, block.span.start)), block.position_of(span.end)
            if first < last and last > start:
                yield max(first - start, 0), last - start


def _together(stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches in order, those that touch as one."""
    at: tuple[int, int] | None = None
    for first, last in sorted(stretches):
        if at is not None and first <= at[1]:
            at = (at[0], max(at[1], last))
            continue
        if at is not None:
            yield at
        at = (first, last)
    if at is not None:
        yield at


def _written_over(text: str, masked: tuple[tuple[int, int], ...]) -> str:
    """The text with something that reads like a name in the place of what is no prose."""
    pieces: list[str] = []
    at = 0
    for first, last in masked:
        pieces += (text[at:first], _STAND_IN[0], _STAND_IN[1] * (last - first - 1))
        at = last
    return "".join((*pieces, text[at:]))
