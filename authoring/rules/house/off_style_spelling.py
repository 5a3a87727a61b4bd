"""A word is spelled as the house spells: *color* and *organized*, or *colour* and *organised*.

It goes by the convention `spelling` of the house style; without one it finds nothing. It knows a closed list of some
1,300 forms. Names keep their spelling (the *Labor Department* in a British paper), and words that either side uses with
another meaning (*tire*, *check*, *practice*, *program*) are only turned where they have no other.

Why: a reader who knows one spelling stumbles over the other.

```options
conventions: spelling = en-US
```
```bad
The neighbours organised a colour-coded programme.
```
```finds
1:5 neighbours => “neighbours” stands here, expected “neighbors”
1:16 organised => “organised” stands here, expected “organized”
1:28 colour => “colour” stands here, expected “color”
1:41 programme => “programme” stands here, expected “program”
```
```options
conventions: spelling = en-GB
```
```bad
The theater canceled the show.
```
```finds
1:5 theater => “theater” stands here, expected “theatre”
1:13 canceled => “canceled” stands here, expected “cancelled”
```
```options
conventions: spelling = en-GB
```
```good
The Labor Department checks a computer program. “It is the color,” she said, at example.org/color.
```
```good
The theater organised the show.
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
    """Point at words that the house spells otherwise."""
    yield from hits(document, options, "spelling")
