"""A percentage stands as the house writes it: *5%*, *5 percent* or *5 per cent*.

It goes by the convention `percent` of the house style; without one it finds nothing. After a number in words (*five
percent*) only the two spellings of the word are told apart.

Why: readers take a change of form for a change of meaning.

```options
conventions: percent = %
```
```bad
Fares rose by 5 per cent, and those of 2 to 3 percent of the boats by more.
```
```finds
1:17 per cent => “per cent” stands here, expected “%”
1:42 to 3 percent => “to 3 percent” stands here, expected “% to 3%”
```
```options
conventions: percent = per cent
```
```bad
Fares rose by 5% in May and by five percent in June.
```
```finds
1:16 % => “%” stands here, expected “per cent”
1:37 percent => “percent” stands here, expected “per cent”
```
```options
conventions: percent = %
```
```good
Fares rose by 5%, a percentage unheard of. Five percent stayed. “By 5 percent,” she said.
```
```good
Fares rose by 5% in May and by 6 per cent in June.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.house._house import EVERYWHERE, Options, hits

SEVERITY = Severity.WARNING
VOICES = EVERYWHERE


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at percentages that the house writes otherwise."""
    yield from hits(document, options, "percent")
