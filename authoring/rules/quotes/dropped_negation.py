"""A quotation keeps every “not”, “never”, “if”, “only” and “unless” of what was said, and gets none besides.

A cut that takes one out turns the meaning, and no ellipsis makes it fair. It is looked at before anything else that may
be wrong with the words: a “not” that is gone is told as that, and not as a word that is missing.

Why: the Associated Press counts a quotation as false whose cuts change what the speaker meant; a “not” that is gone says
the opposite.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  abel: {name: Tom Abel, kind: person, role: an angler}
---
## Boats
> I did not, as they write, sell the boats. // We only sail if it is calm.
— ruiz | said | 00:04:10

- the pier was built in 1911
— ruiz
```
```bad
“I did sell the boats,” Ana Ruiz said.
```
```finds
1:1 “I did sell the boats,” => “not” is lost here and the meaning turns, expected it as in the notes
```
```bad
“I did … sell the boats,” Ana Ruiz said.
```
```finds
1:1 “I did … sell the boats,” => the cut takes out “not” and turns the meaning, expected it to stay
```
```good
“I did not … sell the boats,” Ana Ruiz said.
```
```good
“I did not, as they write, sell the boats,” Ana Ruiz said. “We only sail if it is calm.”
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import hit, short, verdicts, where

SEVERITY = Severity.ERROR
VOICES = _VOICES
NEEDS_NOTES = True


def _message(reason: str, place: str) -> str:
    what, _, words = reason.partition(": ")
    named = f"“{short(words)}”"
    if what.startswith("a cut"):
        return f"the cut takes out {named} and turns the meaning, expected it to stay"
    if what.endswith("put in"):
        return f"{named} is put in and turns the meaning, expected the words as in the {place}"
    return f"{named} is lost here and the meaning turns, expected it as in the {place}"


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation whose meaning is turned."""
    for verdict in verdicts(document, "dropped-negation"):
        result = verdict.quote.check
        yield hit(verdict, _message(result.reason, where(document, result.origin)))
