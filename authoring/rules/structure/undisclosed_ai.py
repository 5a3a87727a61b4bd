"""Where software drafted, translated or transcribed, a line tells the reader, and names the person who checked it.

It reads `ai:` in the notes, or in the article's own front matter, and looks for a line of the article that speaks of
software (AI, a machine, a model, transcribed or translated by …). Where there is one, it also says who has looked
the result over: “checked by”, “reviewed by”, “edited by” and a name. Pictures are the matter of uncredited-image.

Why: the Associated Press and the Poynter Institute ask newsrooms to disclose what software did and to have a person
answer for it.

```notes
---
kind: interview
slug: fares
headline: Ferry fares rise in May
ai: The interview was transcribed by software and checked by Noor Haddad.
---
## Fares
The fares rise.
```
```bad
# Ferry fares rise in May

The ferry company will raise its fares in May.
```
```finds
1:3 Ferry fares rise in May => software was used and nothing here says so, expected a line that tells the reader
```
```bad
# Ferry fares rise in May

The ferry company will raise its fares in May.

This interview was transcribed by software.
```
```finds
5:1 This interview was transcribed by software. => this line does not say who checked what software did, expected “checked by” and a name
```
```good
# Ferry fares rise in May

The ferry company will raise its fares in May.

*The interview was transcribed by software and checked against the recording by Noor Haddad.*
```
```notes
---
kind: interview
slug: fares
headline: Ferry fares rise in May
ai:
---
## Fares
The fares rise.
```
```good
# Ferry fares rise in May

The ferry company will raise its fares in May.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.structure._headline import headline_of

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands

_NONE = frozenset({"", "none", "no", "false", "nothing", "not used", "null", "~"})
_ENDS = 4
"""How many blocks from the head or the foot such a line may stand."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line about software, and a person who answers for it."""
    software = r"AI|A\.I\.|artificial intelligence|software|language model|chatbot|machine|automatic(?:ally)?|ChatGPT"
    done = r"transcribed|translated|drafted|written|generated|summari[sz]ed|made|created|produced|help(?:ed)?|used|assist\w*"
    return (
        re.compile(
            rf"\b(?:{done})\b.{{0,60}}\b(?:{software})\b|\b(?:{software})\b.{{0,60}}\b(?:{done})\b", re.IGNORECASE
        ),
        re.compile(
            r"\b(?:checked|reviewed|edited|verified|corrected|proofread|approved|overseen)\b.{0,60}\bby\b"
            r"|\b(?:editor|reporter|author|journalist|staff|we|I|who|and|by|[A-Z]\w+)\b.{0,20}"
            r"\b(?:checked|reviewed|edited|verified|corrected)\b"
        ),
    )


def _used(document: Document) -> bool:
    noted = document.notes.front.text("ai") if document.notes else None
    said = document.front.get("ai", "") or str.__str__(noted or "")
    return said.strip().casefold() not in _NONE


def _lines(document: Document) -> Iterator[Block]:
    blocks = [block for block in document.blocks if block.text.strip() and block.kind is not BlockKind.HEADING]
    for block in (*blocks[:_ENDS], *blocks[_ENDS:][-_ENDS:]):
        if len(block.text.split()) <= 60:
            yield block


def check(document: Document) -> Iterator[Hit]:
    """Point at the headline of an article that hides what software did, or at a line that names no person."""
    if not _used(document):
        return
    software, person = _patterns()
    lines = [block for block in _lines(document) if software.search(block.text)]
    headline = headline_of(document)
    if not lines and headline is not None:
        yield Hit(headline, "software was used and nothing here says so, expected a line that tells the reader")
    elif lines and not any(person.search(block.text) for block in lines):
        block = lines[0]
        message = "this line does not say who checked what software did, expected “checked by” and a name"
        yield Hit(block.span_of(0, len(block.text.rstrip())), message)
