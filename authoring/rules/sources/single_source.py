"""A story does not rest on one source alone, or says that it does.

The rule counts who told something in the notes, and what was read. Where that is one person or company and nobody else
was asked, it points at the first mention of that source. An article that tells readers it is an interview (in its
headline, kicker or text, or by `kind:` in its front matter) has said so, and a Q&A shows it. A correction
(`kind: correction`) is about one fact, and needs no second source.

Why: the BBC's editorial guidelines warn of stories from a single source; a second one confirms or corrects what the
first one has, and a request that went unanswered is better than none.

```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  acme: {name: Acme Ferries, kind: company}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
```
```bad
The pier will go in May. “We may lose a third of the boats,” Ana Ruiz said.
```
```finds
1:62 Ana Ruiz => all of this comes from one source, expected a second, a request to one, or a line that says so
```
```bad
“We may lose a third of the boats,” said Ruiz.
```
```finds
1:42 Ruiz
```
```good
“We may lose a third of the boats,” Ana Ruiz said in an interview.
```
```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  acme: {name: Acme Ferries, kind: company}
requests:
  - {to: acme, asked_by: The Ledger, asked_on: 2024-05-06, how: email, outcome: no response}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
```
```good
The pier will go in May. “We may lose a third of the boats,” Ana Ruiz said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.kinds import is_correction
from authoring.rules.sourced import first_mention, place_in, relied_on
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING
NEEDS_NOTES = True

_LABEL = lazy(r"\b(?:interview(?:ed|s)?|Q&A|Q & A|questions and answers|in conversation)\b", re.IGNORECASE)
_LABELS = ("kind", "label", "type", "kicker", "category")
_NOT_A_VOICE = frozenset({"document", "outlet", "organisation"})


def _says_so(document: Document) -> bool:
    """Whether readers are told that this is one person's account."""
    if any(_LABEL.search(document.front.get(key, "")) or document.front.get(key, "") == "qa" for key in _LABELS):
        return True
    return any(_LABEL.search(block.text) or block.voice is Voice.ANSWER for block in document.blocks)


def check(document: Document) -> Iterator[Hit]:
    """Point at the first mention of a story's only source."""
    notes = document.notes
    if notes is None or notes.requests or _says_so(document) or is_correction(document):
        return
    sources = relied_on(notes)
    if len(sources) != 1 or sources[0].kind in _NOT_A_VOICE:
        return
    span = first_mention(document, sources[0])
    if span is not None:
        message = "all of this comes from one source, expected a second, a request to one, or a line that says so"
        yield Hit(span, message, place_in(notes, sources[0].span))
