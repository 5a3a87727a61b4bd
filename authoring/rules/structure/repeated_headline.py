"""The headline stands in an article once.

Front matter and one equal heading count as one headline, since a page prints only one of them. What is found is
every other copy: in a breadcrumb at the top, between picture and text, or as the first line of the story. The
description of a picture that stands in the text as a paragraph comes along in the same way, and is found too: by the
notes (`image: {alt: …}`), or where a paragraph near the top can be nothing else.

Why: it is the mark of a piece pasted from a web page and not read again; our own practice.

```bad
Ferry fares rise in May

By Noor Haddad

Ferry fares rise in May

The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
5:1 Ferry fares rise in May => the headline stands here again, expected it once
```
```bad
---
headline: “Ferry fares rise in May”
---
# Ferry fares rise in May

By Noor Haddad

**Ferry fares rise in May.**

The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
8:3 Ferry fares rise in May.
```
```bad
- Harbourtimes.example
- Ferry fares rise in May

# Ferry fares rise in May

A photo of a ferry at the pier in the early morning, with gulls and a flag

The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
2:3 Ferry fares rise in May => the headline stands in a breadcrumb too, expected it once
6:1 A photo of a ferry at the pier in the early morning, with gulls and a flag => the description of a picture stands in the text, expected it with the picture only
```
```good
---
headline: Ferry fares rise in May
---
# Ferry fares rise in May

The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
# Ferry fares rise in May

The ferry company will raise its fares in May.

## What passengers say

“I shall walk,” Ana Ruiz said.

## What passengers do

They walk.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.structure._pictures import leaked, plain
from authoring.text.span import Span

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice) - {Voice.FRONT_MATTER, Voice.CODE}

_MARKS = 20
"""Marks of Markdown and blank space that a copy may have more than the headline."""
_HEAD = 12
"""How many blocks from the top are compared where nothing says what the headline is."""


def _said(document: Document) -> str:
    """The headline as front matter or the one top heading give it; empty where neither does."""
    for key in ("headline", "title"):
        if plain(document.front.get(key, "")):
            return plain(document.front[key])
    top = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    return plain(top[0].text) if len(top) == 1 else ""


def _guessed(blocks: list[Block]) -> str:
    """A line of four words or more, no sentence, that stands twice near the top; empty where there is none."""
    seen: set[str] = set()
    for block in blocks[:_HEAD]:
        words = plain(block.text)
        if 4 <= len(words.split()) <= 30 and not block.text.rstrip().endswith((".", ":", ";")):
            if words in seen:
                return words
            seen.add(words)
    return ""


def _whole(block: Block) -> Span:
    return block.span_of(0, len(block.text.rstrip()))


def _trail(blocks: list[Block]) -> list[Block]:
    """The list at the very top that leads from the site to the page."""
    trail = []
    for block in blocks:
        if block.kind is not BlockKind.LIST_ITEM:
            break
        trail.append(block)
    return trail if len(trail) < len(blocks) else []


def check(document: Document) -> Iterator[Hit]:
    """Point at every copy of the headline, and at a picture's description that leaked into the text."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
    blocks = [block for block in document.blocks if block.kind in kinds]
    headline = _said(document) or _guessed(blocks)
    if headline:
        near = range(len(headline) // 2, 2 * len(headline) + _MARKS)
        copies = [block for block in blocks if len(block.text) in near and plain(block.text) == headline]
        printed = [block for block in copies if block.kind is not BlockKind.LIST_ITEM]
        trail = _trail(blocks)
        if printed:
            for block in trail[1:]:
                if any(block is copy for copy in copies):
                    yield Hit(_whole(block), "the headline stands in a breadcrumb too, expected it once")
        for block in printed[1:]:
            yield Hit(_whole(block), "the headline stands here again, expected it once")
    for block in leaked(document):
        yield Hit(_whole(block), "the description of a picture stands in the text, expected it with the picture only")
