"""A short title before a name has its point or not, as the house has it: *Dr. Ruiz*, or *Dr Ruiz*.

It goes by the convention `abbreviations` of the house style; without one it finds nothing. It looks at *Dr*, *Mr*,
*Mrs*, *Ms*, *Prof*, *Rev*, *St*, at ranks such as *Lt* and *Sen*, and at *Jr* and *Sr* after a name.

Why: American houses point what is shortened, British ones do not.

```options
conventions: abbreviations = points
```
```bad
Dr Ana Ruiz met Mr Low in St Paul.
```
```finds
1:1 Dr => “Dr” stands here, expected “Dr.”
1:17 Mr => “Mr” stands here, expected “Mr.”
1:27 St => “St” stands here, expected “St.”
```
```options
conventions: abbreviations = plain
```
```bad
Dr. Ana Ruiz met Sam Low Jr. in May.
```
```finds
1:1 Dr. => “Dr.” stands here, expected “Dr”
1:26 Jr. => “Jr.” stands here, expected “Jr”
```
```options
conventions: abbreviations = points
```
```good
Dr. Ana Ruiz lives at 5 Elm Dr in town. “Mr Low is out,” she said.
```
```good
Dr. Ana Ruiz met Mr Low.
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
    """Point at titles with a point that the house has without, or the other way round."""
    yield from hits(document, options, "abbreviations")
