"""A piece has apostrophes of one kind, straight (') or curly (’).

It counts those inside words in the writer's own sentences, and points at the first of the rarer kind. Feet, minutes and
quotation marks are not counted.

Why: a mixture shows that text was pasted in, and many typefaces set the two in different widths. Which kind is for
the house to say.

```bad
It's the ferry’s turn, and the pier’s.
```
```finds
1:3 ' => straight apostrophes (1) stand beside curly apostrophes (2), expected one kind
```
```bad
The ferry’s turn is the pier's turn.
```
```finds
1:29 ' => straight apostrophes (1) stand beside curly apostrophes (1), expected one kind
```
```good
It’s the ferry’s turn. She is 5' 10" tall.
```
```good
It’s the ferry’s turn. “It's ours,” she wrote.
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

_APOSTROPHE = lazy(r"['’](?<=[^\W\d_].)(?=[^\W\d_])")


def check(document: Document) -> Iterator[Hit]:
    """Point at the first of the rarer kind."""
    told = narrated(document)
    if "'" not in told.text or "’" not in told.text:
        return
    kinds: dict[str, list[int]] = {"'": [], "’": []}
    for match in _APOSTROPHE.finditer(told.text):
        kinds[match[0]].append(match.start())
    straight, curly = ([told.span(place, place + 1) for place in places] for places in kinds.values())
    yield from rarer(straight, curly, ("straight apostrophes", "curly apostrophes"))
