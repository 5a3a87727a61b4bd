"""Cuts an article into what an editor moves about: headings, paragraphs, list items, and their sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans

_FENCE = lazy(r" {0,3}(`{3,}|~{3,})")
_HEADING = lazy(r" {0,3}(#{1,6})(?:[ \t]|$)")
_ITEM = lazy(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_RULE = lazy(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = lazy(r" {0,3}(?:=+|-+)[ \t]*$")
_PICTURE = lazy(r"!\[[^\]]*\]\([^)]*\)[ \t]*$")
_ATOMS = lazy(r"\[[^\]\n]*\]\([^)\s]*\)|`[^`\n]+`|<!--.*?-->", re.DOTALL)
"""What no sentence ends inside of."""

WHOLE = frozenset({"code", "comment", "row", "picture", "rule"})
"""Kinds of blocks that are one piece, not sentences."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item, …"""

    kind: str
    """``h1`` … ``h6``, ``text``, ``italic`` (a dek, a note at the end), ``item``, or one of ``WHOLE``."""
    text: str
    """As it stands, without its last line end."""
    gap: str
    """The line ends, and blank lines, up to the next block."""

    @property
    def key(self) -> str:
        """What makes it the same block however its lines are wrapped."""
        return plain(self.text)


@dataclass(frozen=True, slots=True)
class Token:
    """A sentence, or a block that is no sentences."""

    text: str
    before: str
    """The space between it and the one before."""

    @property
    def key(self) -> str:
        """What makes it the same sentence however its lines are wrapped."""
        return plain(self.text)


def plain(text: str) -> str:
    """The text with every stretch of space as one."""
    return " ".join(text.split())


def blocks(text: str) -> tuple[str, list[Block]]:
    """The blank lines at the top, and the blocks; together they are the whole text, to the letter."""
    found: list[Block] = []
    head, kind, lines = "", "", list[str]()
    waiting = text.split("\n")
    lines_left = [f"{line}\n" for line in waiting[:-1]] + ([waiting[-1]] if waiting[-1] else [])
    fence = ""

    def close() -> None:
        nonlocal kind, lines
        if lines:
            whole = "".join(lines)
            body = whole.removesuffix("\n")
            found.append(Block(_refined(kind, body), body, whole[len(body) :]))
        kind, lines = "", []

    for line in lines_left:
        bare = line.rstrip("\n")
        if fence:
            lines.append(line)
            if bare.strip().startswith(fence) and not bare.strip().strip(fence[0]):
                fence = ""
                close()
            continue
        if kind == "comment":
            lines.append(line)
            if "-->" in bare:
                close()
            continue
        if not bare.strip():
            close()
            if found:
                found[-1] = Block(found[-1].kind, found[-1].text, found[-1].gap + line)
            else:
                head += line
            continue
        opened = _FENCE.match(bare)
        starts = _start(bare, kind)
        if starts:
            close()
            kind = starts
        elif not kind:
            kind = "text"
        lines.append(line)
        if opened and starts == "code":
            fence = opened[1]
        elif kind.startswith("h") or kind in ("row", "rule", "picture") or (kind == "comment" and "-->" in bare):
            close()
    close()
    return head, found


def _start(line: str, kind: str) -> str:
    """What kind of block a line opens; nothing where it goes on with the one above."""
    if _FENCE.match(line):
        return "code"
    if heading := _HEADING.match(line):
        return f"h{len(heading[1])}"
    if kind == "text" and _UNDERLINE.match(line):
        return ""
    if _RULE.match(line):
        return "rule"
    if _ITEM.match(line):
        return "item"
    if line.lstrip().startswith("|"):
        return "row"
    if line.startswith("<!--"):
        return "comment"
    return "picture" if _PICTURE.match(line) and not kind else ""


def _refined(kind: str, text: str) -> str:
    bare = text.strip()
    if kind == "text" and bare.startswith(("*", "_")) and bare.endswith(bare[0]) and not bare.startswith(("**", "__")):
        return "italic"
    return kind


def tokens(run: Sequence[Block]) -> list[Token]:
    """The sentences of neighbouring blocks."""
    made: list[Token] = []
    gap = ""
    for block in run:
        for number, (start, before) in enumerate(_sentences(block)):
            made.append(Token(start, gap if number == 0 else before))
        gap = block.gap or "\n\n"
    return made


def _sentences(block: Block) -> list[tuple[str, str]]:
    """Each sentence of a block with the space before it; space at the ends of the block belongs to its sentences."""
    text = block.text
    spans = [] if block.kind in WHOLE else sentence_spans(text)
    if len(spans) < 2:
        return [(text, "")]
    inside = [match.span() for match in _ATOMS.finditer(text)]
    starts = [0]
    for (_, end), (start, _) in pairwise(spans):
        if text[end:start].isspace() and not any(first < start < last for first, last in inside):
            starts.append(start)
    pieces: list[tuple[str, str]] = []
    before = ""
    for start, past in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:past]
        bare = piece if past == len(text) else piece.rstrip()
        pieces.append((bare, before))
        before = piece[len(bare) :]
    return pieces
