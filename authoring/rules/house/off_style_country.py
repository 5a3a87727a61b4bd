"""The United States, the United Kingdom and the United Nations stand as the house writes them: *U.S.*, or *US*.

It goes by the convention `countries` of the house style; without one it finds nothing. Sums (*US$5*) and longer
abbreviations are left alone, and so are headings, in which most houses leave the points out.

Why: American papers keep the points in running text, British ones have none; a mixture shows what was pasted in.

```options
conventions: countries = U.S.
```
```bad
The US Navy left the UK. It took US$5 from each.
```
```finds
1:5 US => “US” stands here, expected “U.S.”
1:22 UK. => “UK.” stands here, expected “U.K.”
```
```options
conventions: countries = US
```
```bad
The U.S. Navy left the U.K. The rest stayed.
```
```finds
1:5 U.S. => “U.S.” stands here, expected “US”
1:24 U.K. => “U.K.” stands here, expected “UK.”
```
```options
conventions: countries = U.S.
```
```good
# US Navy leaves

The U.S. Navy told us it left. “The US Navy is gone,” she said.
```
```good
The U.S. Navy left the UK.
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
    """Point at letters with points that the house has without, or the other way round."""
    yield from hits(document, options, "countries", short=False)
