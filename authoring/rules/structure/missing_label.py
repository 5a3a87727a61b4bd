"""A piece that is more than news says what it is: an interview, an opinion, a sponsored text.

It reads pieces whose writer speaks as “I”, either to say whom he or she met (“I sat down with …”), or to say what he
or she thinks, and asks for a label: a line of its own (“Interview”, “Opinion”), a word in the headline, or a key of
the front matter (`kind`, `category`, `tags`). Plain news needs none in most houses, so a piece without such signs is
passed, though the Trust Project wants all of them labelled. It only informs.

Why: the Trust Project counts the label among the things by which a reader tells news from opinion and advertising.

```bad
# Ferry Fares Rise in May

I recently sat down with Ana Ruiz, the harbour master, who has counted boats for ten years.
```
```finds
1:3 Ferry Fares Rise in May => nothing says that this is an interview, expected a label, or kind: in the front matter
```
```bad
# A Bridge for Nobody

The council votes on the bridge in May. I think that it is the wrong bridge. I believe that nobody needs it, and
I can prove it.
```
```finds
1:3 A Bridge for Nobody
```
```good
# Ferry Fares: An Interview with Ana Ruiz

I recently sat down with Ana Ruiz, the harbour master.
```
```good
---
headline: A Bridge for Nobody
kind: opinion
---
I think that it is the wrong bridge. I believe that nobody needs it, and I can prove it.
```
```good
# Ferry fares rise in May

The ferry company will raise its fares in May, it told passengers in a letter. “I think it is wrong,” Ana Ruiz said.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.rules.structure._headline import headline_of, headline_words, is_transcript
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands

_KEYS = lazy(
    r"^(?:kind|type|genre|format|section|category|categories|tags|topics|label|kicker|layout|series)[ \t]*[:=]",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = lazy(
    r"\b(?:interviews?|q ?& ?a|opinion|analysis|comment(?:ary)?|column|editorial|essay|review|feature|profile|op-ed|blog"
    r"|diary|letter|sponsored|advertorial|podcast|transcript|conversation|questions|explainer|first person|guest post"
    r"|remarks|statement|release|speech|address|testimony)\b",
    re.IGNORECASE,
)
_MET = lazy(
    r"I (?:[a-z]+ly )?(?:(?:had|got) the (?:opportunity|chance|pleasure|privilege) to )?"
    r"(?:s[ai]t down with|spoke (?:with|to)|speak (?:with|to)|talk(?:ed)? (?:with|to)|interview(?:ed)?|met with) [A-Z]"
)
_THINKS = lazy(r"I (?:[a-z]+ly )?(?:think|believe|argue|suspect|doubt|disagree|agree|can|cannot|am|want|wonder)\b")
_OPINIONS = 3
"""How often “I think” or the like stands in a piece of opinion."""
_EDITED = lazy(r"\b(?:interview|conversation)\b", re.IGNORECASE)
_NEAR = 6
"""How many blocks from the foot a line about the piece may stand."""
_LINE = 14
"""Words of such a line."""
_SAYS = 300
"""Characters of a block in which it may say what it is."""
_BEGIN = 500
"""Characters of narration in which a writer who speaks in person has begun to."""


def _labelled(document: Document, blocks: list[Block]) -> bool:
    head = document.text[: blocks[0].span.start]
    if _KEYS.search(head) or _LABEL.search(headline_words(document)):
        return True
    if any(_LABEL.search(block.text[:_SAYS]) for block in blocks[:3] if block.kind is not BlockKind.HEADING):
        return True  # the text says it in so many words
    foot = (block.text for block in blocks[-_NEAR:] if len(block.text.split()) <= _LINE)
    return any(_EDITED.search(line) for line in foot)


def _kind(told: Narrated) -> str | None:
    """What the piece seems to be, where its writer speaks in person."""
    thinks = 0
    first = next(told.at("i"), None)
    if first is None or first > _BEGIN:  # a speech that is quoted further down is no piece of opinion
        return None
    for place in told.at("i"):
        if place < _BEGIN and _MET.match(told.text, place):
            return "an interview"
        thinks += _THINKS.match(told.text, place) is not None
    return "an opinion" if thinks >= _OPINIONS else None


def check(document: Document) -> Iterator[Hit]:
    """Point at the headline of a piece that does not say what it is."""
    kind = _kind(narrated(document))
    blocks = [block for block in document.blocks if block.text.strip()]
    if kind is None or not blocks or is_transcript(blocks) or _labelled(document, blocks):
        return
    headline = headline_of(document)
    if headline is not None:
        yield Hit(headline, f"nothing says that this is {kind}, expected a label, or kind: in the front matter")
