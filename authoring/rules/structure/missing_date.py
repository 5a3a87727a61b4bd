"""An article says of which day it is.

A date counts in the front matter (`published`, `date`), as a line of its own near the head or the foot, or in a
dateline with a year. It is only an info: in many newsrooms the system that publishes puts the date there, so that it
is missing from every draft. In a piece found through a search, years later, nothing else tells what “now” was;
undated-time points at the words that suffer.

Why: National Public Radio dates its stories and their updates, and search engines ask for a date with a time zone.

```bad
# Ferry fares rise in May

By Noor Haddad

The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
1:3 Ferry fares rise in May => nothing dates this piece, expected published: in the front matter, or a date line
```
```bad
---
headline: Ferry fares rise in May
published:
---
The ferry company will raise its fares in May, it told passengers in a letter.
```
```finds
2:11 Ferry fares rise in May
```
```good
---
headline: Ferry fares rise in May
published: 2026-04-02
---
The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
# Ferry fares rise in May

By Noor Haddad, April 2, 2026

The ferry company will raise its fares in May, it told passengers in a letter.
```
```good
The ferry company will raise its fares in May.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.calendar import has_full_date, is_dated
from authoring.prose.document import BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.structure._headline import headline_of
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands

_KEY = lazy(r"date|publi|posted|created|updated|modified", re.IGNORECASE)
_IN_NAME = lazy(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_NEAR = 8
"""How many blocks from the head or the foot a date may stand."""
_BEGIN = 200
"""Characters of a block in which it may stand."""
_FRAGMENT = 900
"""Characters of a text that is no article."""


def _named(document: Document) -> bool:
    """Whether a key of the front matter, or the file's name as sites have it, gives the day."""
    keys = (key for key, value in document.front.items() if value.strip())
    name = document.path.replace("\\", "/").rsplit("/", 1)[-1]
    return any(_KEY.search(key) for key in keys) or _IN_NAME.search(name) is not None


def _written(document: Document) -> bool:
    """Whether a full date stands near the head or the foot, in whatever line."""
    blocks = [block for block in document.blocks if block.text.strip()]
    return any(has_full_date(block.text[:_BEGIN]) for block in (*blocks[:_NEAR], *blocks[-_NEAR:]))


def check(document: Document) -> Iterator[Hit]:
    """Point at the headline of an article without a date."""
    if is_dated(document) or _named(document) or _written(document):
        return
    # A few lines without a headline are a fragment, such as standard input may be.
    headed = document.front or any(block.kind is BlockKind.HEADING for block in document.blocks)
    if not headed and len(document.text) < _FRAGMENT:
        return
    headline = headline_of(document)
    if headline is not None:
        yield Hit(headline, "nothing dates this piece, expected published: in the front matter, or a date line")
