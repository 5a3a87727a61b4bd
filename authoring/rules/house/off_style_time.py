"""A time of day stands as the house writes times: *3:30 p.m.*, *3:30 pm*, *3.30pm* or *15:30*.

It goes by the convention `times` of the house style; without one it finds nothing. Full hours have no minutes (*3
p.m.*), and 12 o'clock is *noon* or *midnight*, but on the 24-hour clock. Times with a zone (*15:30 UTC*), scores and
verses are left alone.

Why: a paper that writes the time in three ways looks as if three papers had been pasted together.

```options
conventions: times = 3:30 p.m.
```
```bad
The ferry leaves at 3.30pm and comes back at 17:00 or 7:00 PM.
```
```finds
1:21 3.30pm => “3.30pm” stands here, expected “3:30 p.m.”
1:46 17:00 => “17:00” stands here, expected “5 p.m.”
1:55 7:00 PM. => “7:00 PM.” stands here, expected “7 p.m.”
```
```options
conventions: times = 3.30pm
```
```bad
The ferry leaves at 3:30 p.m. The bus has left by then.
```
```finds
1:21 3:30 p.m. => “3:30 p.m.” stands here, expected “3.30pm.”
```
```options
conventions: times = 15:30
```
```good
The ferry leaves at 15:30, as in John 3:16. “It leaves at 3 p.m.,” she said.
```
```good
The ferry leaves at 3:30pm and comes back at 5 p.m.
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
    """Point at times that the house writes otherwise."""
    yield from hits(document, options, "times")
