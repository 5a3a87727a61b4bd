"""A quotation has no more than two brackets and ellipses, or a long one no more than one in fifteen words.

With more, hardly anything is left of how it was said, and a reader has to put it together: told in the writer's words it
is clearer and no less true. The answers of a Q&A are left alone. “[T]he”, for a letter's case alone, is not counted, nor
are dots at the very start or end.

Why: the Associated Press advises to paraphrase where a quotation needs much mending.

```bad
“[The mayor] … knew [of it] … in May,” Ana Ruiz said.
```
```finds
1:1 “[The mayor] … knew [of it] … in May,” => 4 cuts and brackets stand in this quotation, expected two at most, or your own words
```
```bad
Ruiz said, "We ... lost ... the boats ... and the crews."
```
```finds
1:12 "We ... lost ... the boats ... and the crews."
```
```good
The mayor knew in May, Ana Ruiz said.
```
```good
“[T]he mayor … knew [of it] in May,” Ana Ruiz said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.attributed import of_quotations
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import MOST_EDITS, edits, is_over_edited, verdicts
from authoring.rules.quotes._verdict import VOICES as _VOICES

SEVERITY = Severity.WARNING
VOICES = _VOICES


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation that is more mended than quoted."""
    from authoring.verification.speech import said_in

    if document.notes is not None:
        found = [verdict.quote.said for verdict in verdicts(document, "over-edited-quote")]
    elif not of_quotations(document) or edits(document.text) <= MOST_EDITS:
        found = []
    else:
        found = [said for said in said_in(document) if is_over_edited(said)]
    for said in found:
        count = edits(said.text)
        message = f"{count} cuts and brackets stand in this quotation, expected two at most, or your own words"
        yield Hit(said.shown, message)
