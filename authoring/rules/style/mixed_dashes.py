"""A piece has dashes of one kind: spaced en dashes (–) or em dashes (—).

It counts the dashes between words in the writer's own sentences, and points at the first of the rarer kind. Ranges
(1914–18), date lines and dashes before a name at the end of a quotation are not counted.

Why: American houses use one and British houses the other; a mixture shows that text was pasted in.

```bad
The pier – what is left of it – is closed. The ferry—an old one—runs. The crane – the last one – is gone.
```
```finds
1:53 — => em dashes (2) stand beside en dashes (4), expected one kind
```
```bad
The ferry — an old one — runs. The pier is closed – for good.
```
```finds
1:51 – => en dashes (1) stand beside em dashes (2), expected one kind
```
```good
WEST QUAY — The pier – what is left of it – is closed since 1914–18.
```
```good
The ferry—the old one—runs. “The pier – what is left of it – is closed,” she wrote.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.style._mixture import rarer
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO

_EN = lazy(r"–(?<=[a-z0-9,.)”’] –)(?= [^\W\d])")
_EM = lazy(r"—(?:(?<=[a-z0-9,.)”’]—)|(?<=[a-z0-9,.)”’] —))(?= ?[^\W\d])")


def check(document: Document) -> Iterator[Hit]:
    """Point at the first of the rarer kind."""
    told = narrated(document)
    if "–" not in told.text or "—" not in told.text:
        return
    en, em = ([told.span(match.start(), match.end()) for match in dash.finditer(told.text)] for dash in (_EN, _EM))
    yield from rarer(en, em, ("en dashes", "em dashes"))
