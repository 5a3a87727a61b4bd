"""The headline stands in an article once.

Front matter and one equal heading count as one headline, since a page prints only one of them. What is found is
every later copy: a headline pasted again between picture and text, or repeated as the first line of the story.

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

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice) - {Voice.FRONT_MATTER, Voice.CODE}

_HEAD = 12
"""How many blocks from the top are compared where nothing says what the headline is."""


def _plain(text: str) -> str:
    """Its letters and digits, so that marks and case make no difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _said(document: Document) -> str:
    """The headline as front matter or the one top heading give it; empty where neither does."""
    for key in ("headline", "title"):
        if _plain(document.front.get(key, "")):
            return _plain(document.front[key])
    top = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    return _plain(top[0].text) if len(top) == 1 else ""


def _guessed(blocks: list[Block]) -> str:
    """A line of four words or more, no sentence, that stands twice near the top; empty where there is none."""
    seen: set[str] = set()
    for block in blocks[:_HEAD]:
        plain = _plain(block.text)
        if 4 <= len(plain.split()) <= 30 and not block.text.rstrip().endswith((".", ":", ";")):
            if plain in seen:
                return plain
            seen.add(plain)
    return ""


def check(document: Document) -> Iterator[Hit]:
    """Point at every copy of the headline after the first."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
    blocks = [block for block in document.blocks if block.kind in kinds]
    headline = _said(document) or _guessed(blocks)
    if not headline:
        return
    copies = [block for block in blocks if _plain(block.text) == headline]
    # The last entry of a breadcrumb is the headline too, but page-furniture points at that.
    printed = [block for block in copies if block.kind is not BlockKind.LIST_ITEM]
    for block in printed[1:]:
        yield Hit(block.span_of(0, len(block.text.rstrip())), "the headline stands here again, expected it once")
