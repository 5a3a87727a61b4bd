"""What stands in one pair of quotation marks was said in one go.

Words from two answers, or from places more than a minute apart, need two quotations, each with its own tag; an ellipsis
between them does not tell the reader that other things were said, or another question was put. An interjection of a few
words does not end an answer, and notes marked `same statement` are one.

Why: the public editor of the New York Times found that answers pieced together in a Q&A had made a speaker say what he
had not; the paper has asked since that the order and the questions be kept.

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
> We may lose a third of the boats, // and nobody has told the crews.
— ruiz | said | 00:04:10

- the pier was built in 1911
— ruiz
```
```bad
“We may lose a third of the boats. … The pier was built in 1911,” Ana Ruiz said.
```
```finds
1:1 “We may lose a third of the boats. … The pier was built in 1911,” => “We may lose a…” and “The pier was built…” are of two answers, expected two quotations
```
```bad
“Nobody has told the crews. The pier was built in 1911,” Ana Ruiz said.
```
```finds
1:1 “Nobody has told the crews. The pier was built in 1911,”
```
```good
“We may lose a third of the boats … nobody has told the crews,” Ana Ruiz said.
```
```good
“We may lose a third of the boats,” Ana Ruiz said. “The pier was built in 1911,” she said later.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import Verdict, hit, short, verdicts

SEVERITY = Severity.ERROR
VOICES = _VOICES
NEEDS_NOTES = True

_ROOM = 20


def _message(verdict: Verdict) -> str:
    check = verdict.quote.check
    parts = [short(words, _ROOM) for sign, words in check.diff if sign == "="]
    apart = "are of two answers" if "answers" in check.reason else "were said far apart"
    if len(parts) < 2:
        return "the words in these marks come from two places, expected two quotations"
    return f"“{parts[0]}” and “{parts[1]}” {apart}, expected two quotations"


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation that is put together."""
    for verdict in verdicts(document, "stitched-quote"):
        yield hit(verdict, _message(verdict))
