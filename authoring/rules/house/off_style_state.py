"""A state after a town stands as the house writes it in running text: *Salem, Oregon*, or *Salem, Ore.*

It goes by the convention `states` of the house style; without one it finds nothing. Addresses, party tags (*D-Ore.*)
and codes that are words or degrees as well (*IN*, *MD*) are left alone. Datelines have a convention of their own.

Why: AP has asked for full names in the body of a story since 2014; other houses keep the short ones.

```options
conventions: states = full
```
```bad
The ferry runs from Salem, Ore., to Boise, ID, and on to Austin, TX.
```
```finds
1:28 Ore. => “Ore.” stands here, expected “Oregon”
1:66 TX => “TX” stands here, expected “Texas”
```
```options
conventions: states = short
```
```bad
The ferry runs from Salem, Oregon, to Miami, Florida.
```
```finds
1:28 Oregon => “Oregon” stands here, expected “Ore.”
1:46 Florida. => “Florida.” stands here, expected “Fla.”
```
```options
conventions: states = full
```
```good
The ferry runs from Salem, Oregon. Senator Low (D-Ore.) wrote to 1 Quay Street, Salem, OR 97301.
```
```good
The ferry runs from Salem, Ore., to Miami, Florida.
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
    """Point at states that the house writes otherwise after a town."""
    yield from hits(document, options, "states")
