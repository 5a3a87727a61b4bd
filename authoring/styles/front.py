"""The texts in an article's front matter, also those that run over lines, letter for letter as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.errors import ConfigError
from authoring.prose.document import Block, BlockKind, Voice
from authoring.prose.front import read_front
from authoring.prose.raw import RawBlock
from authoring.styles.tree import Node, read_tree
from authoring.text.patterns import lazy
from authoring.text.span import Span

_FENCED = lazy(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_NO_TEXT = lazy(
    r"[-+]?[\d.,_]+(?:[eE][-+]?\d+)?|true|false|yes|no|on|off|null|~|"
    r"|\d{4}-\d\d?-\d\d?(?:T[\d:.]+(?:Z|[-+]\d\d:\d\d)| [\d:.]+)?",
    re.IGNORECASE,
)
"""Plain values that are figures, dates, or yes and no, and no words."""
_STRAY = 60
"""Marks between two letters of a value beyond which they are not its own."""


def front_texts(text: str) -> Iterator[tuple[str, Block]]:
    """Every value that is a text, by its key; one that stands there twice only once."""
    fenced = _FENCED.match(text)
    if not fenced or not read_front(text)[2]:
        return
    try:
        root = read_tree(fenced[1], "")
    except ConfigError:
        return
    starts = [0, *(found.end() for found in re.finditer("\n", fenced[1]))]
    lines = fenced[1].splitlines()
    told: set[str] = set()
    for key, value in root.pairs or ():
        words = value.text
        if not key.text or not words or (value.plain and _NO_TEXT.fullmatch(words)) or words in told:
            continue
        first = words.partition("\n")[0]
        if not any(first in line for line in lines):
            continue  # a value folded over lines is not read by Vale either
        told.add(words)
        block = _block(text, value, fenced.start(1) + starts[value.line - 1] + value.column - 1, fenced.end(1))
        if block is not None:
            yield key.text, block


def _block(text: str, value: Node, start: int, end: int) -> Block | None:
    """The value with its place: its letters stand there in their order, and only marks and space between them."""
    words = value.text or ""
    raw = RawBlock(BlockKind.PARAGRAPH, start, start)
    at = start
    if not value.plain and text[at : at + 1] in {">", "|"}:
        at = text.find("\n", at) + 1
    for letter in words:
        if letter.isspace():
            here = at
            while here < end and text[here].isspace():
                here += 1
            raw.add(letter, at, here)
            at = here
            continue
        here = text.find(letter, at, min(at + _STRAY, end))
        if here < 0:
            return None
        raw.add(letter, here, here + 1)
        at = here + 1
    if not raw.runs:
        return None
    span = Span(raw.runs[0][1], raw.runs[-1][2])
    return Block(raw.kind, span, "".join(raw.parts), tuple(raw.runs), (), Voice.FRONT_MATTER)
