"""Words that are left out of a quotation show as “…”.

All the words stand in the notes or the transcript in this order and in one answer, but some between them are missing,
and nothing tells the reader so. Words before the first and after the last need no mark. What only is an “um” or a word
said twice is told by silent-cleanup.

Why: the Associated Press marks what is left out with an ellipsis and what is put in with brackets; any other difference
is a misquotation, since readers take words in marks for all that was said between the first and the last.

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
“We may lose the boats,” Ana Ruiz said.
```
```finds
1:1 “We may lose the boats,” => “a third of” is left out, expected it, or … in its place
```
```bad
Ruiz warned the town: “We may lose a third of the boats, and nobody told the crews.”
```
```finds
1:23 “We may lose a third of the boats, and nobody told the crews.” => “has” is left out, expected it, or … in its place
```
```good
“We may lose … the boats,” Ana Ruiz said.
```
```good
“We may lose a third of the boats,” Ana Ruiz said, “and nobody has told the crews.”
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import hit, short, verdicts

SEVERITY = Severity.ERROR
VOICES = _VOICES
NEEDS_NOTES = True


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation in which words are missing that nothing shows."""
    from authoring.verification.changes import changes

    for verdict in verdicts(document, "unmarked-edit"):
        left = next((change.said for change in changes(verdict.quote.check.diff) if change.said), "")
        words = f"“{short(left, 48)}” is" if left else "words are"
        yield hit(verdict, f"{words} left out, expected it, or … in its place")
