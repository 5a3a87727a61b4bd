"""A courtesy title stands only where the house prints one: none at all, at the first mention, or at every one.

It goes by the convention `honorifics` of the house style; without one it finds nothing. In a house that prints none, it
points at *Mr.*, *Mrs.*, *Ms.* and *Miss* before a name; in a house that prints them at first mention, at the same title
before the surname later on. Two bearers of one name, for whom titles may be needed, are left alone. It only informs,
since titles of works (*Mr. Robot*) look the same.

Why: who is called Mr. and who is not says something about them; hence a house settles it for everybody.

```options
conventions: honorifics = none
```
```bad
Mr. Low runs the ferry. It was built by Mrs. Roe.
```
```finds
1:1 Mr. => “Mr.” stands before “Low”, expected the name alone
1:41 Mrs.
```
```options
conventions: honorifics = first
```
```bad
Dr Ana Ruiz runs the ferry. It was built by Dr Ruiz herself.
```
```finds
1:45 Dr => “Dr” stands before “Ruiz” again, expected the name alone
```
```options
conventions: honorifics = none
```
```good
Low runs the ferry. Dr. Ana Ruiz and Mr. and Mrs. Roe built it, then Mr. Roe left. “Mr. Low is late,” she said.
```
```good
Mr. Low runs the ferry.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.house._house import Options, departures
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO

_NAME = lazy(r"[\w’'-]+")


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at titles that the house does not print there."""
    text = narrated(document).text
    again = " again" if options.house.honorifics == "first" else ""
    for departure, hit in departures(document, options, "honorifics", short=False):
        name = _NAME.match(text, departure.end)
        title = text[departure.start : departure.end].strip()
        message = f"“{title}” stands before “{name[0] if name else ''}”{again}, expected the name alone"
        yield Hit(hit.span, message, suggestions=hit.suggestions)
