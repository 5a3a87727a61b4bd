"""A dash between the parts of a sentence is the house's: an em dash or an en dash, with spaces or without.

It goes by the convention `dashes` of the house style; without one it finds nothing. Ranges (*1914–18*), datelines,
labels and hyphens that stand for dashes (which `hyphen-for-dash` points at) are left alone.

Why: American houses use one and British houses the other; a mixture shows that text was pasted in.

```options
conventions: dashes = " — "
```
```bad
The pier – what is left of it – is closed. The ferry—an old one—runs.
```
```finds
1:10 – => “–” stands here, expected “ — ”
1:31 –
1:53 —
1:64 —
```
```options
conventions: dashes = " – "
```
```bad
The pier — what is left of it — is closed.
```
```finds
1:10 — => “—” stands here, expected “ – ”
1:31 —
```
```options
conventions: dashes = " – "
```
```good
WEST QUAY — The pier – what is left of it – is closed since 1914–18. “The pier—my pier—is closed,” she wrote.
```
```good
The pier – what is left of it – is closed. The ferry—an old one—runs.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.house._house import Options, departures

SEVERITY = Severity.WARNING


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at dashes of another kind, or with other spaces."""
    for departure, hit in departures(document, options, "dashes", short=False):
        words = hit.span.of(document.text)
        if "--" not in words:
            yield replace(hit, message=f"“{words}” stands here, expected “{departure.instead}”")
