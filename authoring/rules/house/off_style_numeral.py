"""A number that counts things is a word or a figure by the house's limit: *nine boats* and *10 boats* from ten on.

It goes by the convention `numerals` of the house style; without one it finds nothing. Only what surely counts is looked
at: ages, dates, times, sums, measures, scores, percentages, page and room numbers, ranges and the beginnings of
sentences are left alone.

Why: a figure catches the eye; where each house draws the line matters less than that it is drawn once.

```options
conventions: numerals = from 10
```
```bad
The port lost 3 boats and twelve wooden crates.
```
```finds
1:15 3 => “3” stands here, expected “three”
1:27 twelve => “twelve” stands here, expected “12”
```
```options
conventions: numerals = always
```
```bad
The port lost three boats in the storm.
```
```finds
1:15 three => “three” stands here, expected “3”
```
```options
conventions: numerals = from 10
```
```good
The port lost three boats, 12 crates and $5. She is 5 years old. Page 3 shows 5 miles and 4 percent.
```
```good
The port lost 3 boats and twelve wooden crates.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.house._house import Options, hits

SEVERITY = Severity.WARNING


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at numbers on the wrong side of the limit."""
    yield from hits(document, options, "numerals", short=False)
