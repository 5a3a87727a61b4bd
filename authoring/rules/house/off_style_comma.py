"""The last “and” of a list has a comma before it, or none, as the house has it: *red, white, and blue*.

It goes by the convention `serial-comma` of the house style; without one it finds nothing. Only sure lists are looked
at: single words, of which at least three stand in a row, with no word among them that might begin something else.

Why: British papers and AP leave the comma out of a simple list, book publishers keep it.

```options
conventions: serial-comma = never
```
```bad
The flag is red, white, and blue.
```
```finds
1:23 , => a comma stands before the last “and” of a list, expected none
```
```options
conventions: serial-comma = always
```
```bad
The quay has sorts of boats, ropes and nets.
```
```finds
1:30 ropes and => no comma stands before the last “and” of a list, expected one
```
```options
conventions: serial-comma = never
```
```good
The flag is red, white and blue. It was old, however, and torn. “It is red, white, and blue,” she said.
```
```good
The flag is red, white, and blue. The quay has boats, ropes and nets.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.house._house import Options, departures

SEVERITY = Severity.WARNING


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the comma, or at the words between which there is none."""
    told = narrated(document)
    for departure, hit in departures(document, options, "serial-comma", short=False):
        word = "or" if told.text.startswith((" or", ", or"), departure.start) else "and"
        if departure.start < departure.end:
            message = f"a comma stands before the last “{word}” of a list, expected none"
            yield Hit(hit.span, message, suggestions=hit.suggestions)
            continue
        first = max(told.text.rfind(" ", 0, departure.start), told.text.rfind("\n", 0, departure.start)) + 1
        span = told.span(first, departure.start + len(word) + 1)
        message = f"no comma stands before the last “{word}” of a list, expected one"
        yield Hit(span, message, suggestions=hit.suggestions)
