"""An article says who wrote it.

A byline counts where it stands in the front matter (`byline` or `author`), or as a line of its own at the head of
the piece (“By Noor Haddad”, “Author: Noor Haddad”, the bare name under the headline). One that stands at the foot only
is found too, since readers look for it under the headline; allow it with `foot: true`, or with `byline_position: end`
in the notes, where it begins with “By” or a dash. A transcript needs none, nor does a press release: one that says it
is one, tells of “today” or of a lawmaker in its first lines, or ends with “###”. A news story of the day that begins so
is passed too, and so is a correction (`kind: correction`), for which the paper answers.

Why: readers judge a piece by who stands behind it, and somebody has to answer for it. NPR signs its pieces as a
rule, and the Trust Project counts the author among the things a reader must be able to find.

```bad
# Ferry fares rise in May

The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
1:3 Ferry fares rise in May => no byline here, expected “By” and the writer's name, or byline: in the front matter
```

A byline that is still empty is none:

```bad
---
headline: Ferry fares rise in May
byline:
---
The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
2:11 Ferry fares rise in May
```
```good
---
headline: Ferry fares rise in May
byline: Noor Haddad
---
The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
---
headline: "Correction: Ferry fares rise in May"
kind: correction
---
An article published on May 3 said that the fares rise by 21%. In fact, they rise by 12%.
```
```good
# Ferry fares rise in May

By Noor Haddad

The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
# Ferry fares rise in May

Noor Haddad

The ferry company will raise its fares in May, it told passengers in a letter.
```
```bad
The ferry company will raise its fares in May, it told passengers in a letter.

Noor Haddad
```
```finds
3:1 Noor Haddad => the byline stands at the foot, expected it under the headline
```
```options
foot: true
```
```good
The ferry company will raise its fares in May, it told passengers in a letter.

Noor Haddad
```
```good
**Author:** Noor Haddad

The ferry company will raise its fares in May, it told passengers in a letter.
```
```notes
---
kind: interview
slug: fares
headline: Ferry fares rise in May
byline: Noor Haddad
byline_position: end
---
## Fares
The fares rise.
```
```good
The ferry company will raise its fares in May, it told passengers in a letter.

— Noor Haddad
```
```bad
The ferry company will raise its fares in May, it told passengers in a letter.

Noor Haddad
```
```finds
3:1 Noor Haddad => a bare name at the foot, expected “By” before it, or the byline under the headline
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.kinds import is_correction
from authoring.rules.structure._headline import headline_of, is_transcript
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands

_KEYS = ("byline", "author", "authors", "by", "writer")
_NAME = r"[A-Z][\w’'.\-]+"
_BYLINE = lazy(
    rf"^(?:(?:(?:story|words|text|interview|reporting|posted|written|published)\s+)?by:?|authors?(?:\(s\))?:)\s+{_NAME}",
    re.IGNORECASE,
)
_AT_FOOT = lazy(rf"^[—–-]{{0,2}}\s*{_NAME}(?: {_NAME}){{1,3}}$")
_RELEASE = lazy(
    r"\b(?:for immediate release|(?:press|news|media) (?:release|statement|contact)|released? the following"
    r"|issued (?:the following|a|this) statement|(?:pleased|proud|delighted|excited|honou?red|thrilled) to announce)\b"
    r"|\b(?:contacts?|media inquiries):? .{0,60}(?:\d{3}[-). ]+\d{3}|@)",
    re.IGNORECASE,
)
_ANNOUNCES = lazy(
    r"\b[Tt]oday\b|\b(?:Congress(?:man|woman)|Rep(?:s|resentatives?)?\.?|Senators?|Sens?\.) [A-Z]"
    r"|\bthe following (?:statement|remarks|speech|letter|testimony)\b"
)
"""A body that tells what it did “today”, as releases do whether or not they say that they are one, and a lawmaker's."""
_END_MARK = lazy(r"(?:^|[\s”\".!?])-?#{2,5}-?(?:\s|$)|^-30-$")
_HEAD = 400
"""Characters of a piece in which it announces something."""
_WORDS = 4
"""Words that a headline has at least; a title of fewer may as well stand above the name of whom it is about."""
_NEAR = 6
"""How many blocks from the head or the foot a byline may stand."""


@dataclass(frozen=True)
class Options:
    """What a house may set."""

    foot: bool = False
    """Whether a byline may stand at the foot only."""


def _in_front_matter(document: Document, end: int) -> bool:
    """Whether a key for the writer has a value, be it a text or a list."""
    if any(document.front.get(key, "").strip() for key in _KEYS):
        return True
    keys = "|".join(_KEYS)
    head = document.text[:end]
    return re.search(rf"^(?:{keys}):[ \t]*(?:\[.*\w|\r?\n\s*-\s*\w)", head, re.MULTILINE) is not None


def _is_byline(block: Block) -> bool:
    words = block.text.split()
    return (
        block.kind is not BlockKind.CODE
        and len(words) <= 16
        and not block.text.rstrip().endswith((".", "?", "!", ":"))
        and _BYLINE.match(block.text.strip(" *_")) is not None
    )


def _is_name(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _AT_FOOT.match(block.text.strip(" *_")) is not None


def _is_release(blocks: list[Block]) -> bool:
    """Whether a body speaks for itself: it says so, announces something today, or ends as releases do."""
    head = " ".join(block.text[:_HEAD] for block in blocks[:_NEAR])[:_HEAD]
    if _RELEASE.search(head) or _ANNOUNCES.search(head):
        return True
    return any(_END_MARK.search(block.text) for block in blocks[-_NEAR:])


def _above_the_text(blocks: list[Block]) -> list[Block]:
    """The headline, and what else stands above all running text."""
    return list(takewhile(lambda block: not block.text.rstrip().endswith((".", "?", "!", "”", '"')), blocks[:_NEAR]))


def _named_at_head(head: list[Block], plain: bool) -> bool:
    """Whether a bare name stands under the headline; in plain text the last short line of all passes for a heading."""
    if plain and len(head) > 1 and len(head[0].text.split()) >= _WORDS and _AT_FOOT.match(head[-1].text.strip()):
        return True
    return any(
        _is_name(block) and any(above.kind is BlockKind.HEADING for above in head[:place])
        for place, block in enumerate(head)
    )


def _at_foot(document: Document, block: Block, options: Options) -> Iterator[Hit]:
    """What is wrong with a byline that stands at the foot."""
    wanted = document.notes.front.text("byline_position") if document.notes else None
    marked = _is_byline(block) or block.text.lstrip()[:1] in "—–-"
    if options.foot or (wanted == "end" and marked):
        return
    message = "the byline stands at the foot, expected it under the headline"
    if wanted == "end":
        message = "a bare name at the foot, expected “By” before it, or the byline under the headline"
    yield Hit(block.span_of(0, len(block.text.rstrip())), message)


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the headline of an article without a byline, or at a byline that stands at the foot only."""
    blocks = [block for block in document.blocks if block.text.strip()]
    if not blocks or is_transcript(blocks) or _in_front_matter(document, blocks[0].span.start):
        return
    if _is_release(blocks) or is_correction(document):
        return
    head = _above_the_text(blocks)
    if any(_is_byline(block) for block in blocks[:_NEAR]) or _named_at_head(head, document.path.endswith(".txt")):
        return
    foot = [block for block in blocks[len(head) :][-_NEAR:] if _is_byline(block) or _is_name(block)]
    if foot:
        if len(foot) == 1:  # more of them are people to turn to
            yield from _at_foot(document, foot[0], options)
        return
    headline = headline_of(document)
    if headline is not None:
        message = "no byline here, expected “By” and the writer's name, or byline: in the front matter"
        yield Hit(headline, message)
