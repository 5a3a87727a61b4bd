"""A figure of the article is the one that stands in the note which its sentence is drawn from.

It looks for the note that tells the same as a sentence in all but one figure (“11 days” in the notes, “14 days” in the article),
month or day. Where another note has the article's figure for the same thing, where the article rounds (“about 40”), and
where no note is like enough to the sentence, it is silent. Figures inside quotations are the matter of altered-quote.

Why: a figure that changes on its way from the notebook is the commonest mistake in print, and the hardest to see; it is why
every desk has figures checked against the notes. Either may be wrong: look at the recording or the document.

```notes
---
kind: brief
slug: fares
headline: Ferry fares rise in May
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Fares
- the ferry will be in dock for 11 days, and the pier was closed on {2026-06-02}
— ruiz | said

- the night boat carries 40 passengers and costs $4.75
— ruiz
```
```bad
Ana Ruiz said the ferry will be in dock for 14 days.
```
```finds
1:45 14
```
```bad
The pier was closed on June 3, while the ferry will be in dock for 11 days.

The night boat carries 40 passengers and costs $5.75.
```
```finds
1:29 3
3:48 $5.75 => “$5.75” is “$4.75” in the note of this sentence, expected one figure
```
```good
Ana Ruiz said the ferry will be in dock for eleven days. The night boat carries 40 passengers and costs $4.75.
```
```good
The night boat carries about 41 passengers. The day boat carries 90 passengers and has 12 sailors.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.facts._retold import noted, retold
from authoring.rules.hit import Hit

SEVERITY = Severity.ERROR
NEEDS_NOTES = True

_DRAWN = 0.75
"""Part of a sentence's words that stand in the note it is drawn from."""
_USED = 0.35
"""Part of the note's words that stand in the sentence."""


def check(document: Document) -> Iterator[Hit]:
    """Point at every figure that the note behind its sentence has otherwise."""
    if document.notes is None:
        return
    for each in retold(document, noted(document.notes), least=_DRAWN, most=_USED):
        written, other = (text.strip()[:30] for text in (each.difference.written, each.difference.other))
        message = f"“{written}” is “{other}” in the note of this sentence, expected one figure"
        yield Hit(each.span, message, each.origin())
