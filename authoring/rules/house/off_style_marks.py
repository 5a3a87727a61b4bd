"""Quotation marks and apostrophes are the house's: curly or straight, and double or single around a quotation.

It goes by the conventions `marks` and `quotation-marks` of the house style; without one it finds nothing. It counts,
and points once at the first of each kind that the house has otherwise. Marks in headings, where many houses have single
ones, and apostrophes in quotations are left alone.

Why: marks of two kinds show that text was pasted in; which kind is for the house to say.

```options
conventions: marks = curly, quotation-marks = double
```
```bad
"It is late," she said. "It isn't," he said. He wasn't there.
```
```finds
1:1 " => straight quotation marks (2 pairs) stand here, expected curly ones
1:53 ' => straight apostrophes (1) stand here, expected curly ones
```
```options
conventions: marks = curly, quotation-marks = double
```
```bad
‘It is late,’ she said. She called it “the ‘end’ of it”.
```
```finds
1:1 ‘ => single quotation marks (1 pair) stand outermost here, expected double ones
```
```options
conventions: marks = straight
```
```good
"It's late," she said. It isn't.
```
```good
“It is late,” she said. "It isn't," he said.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.house._house import Options
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})

_SHAPES = {"\"'": "straight", "“‘": "curly"}
_KINDS = {'"“': "double", "'‘": "single"}
_APOSTROPHES = {"straight": lazy(r"’(?<=[^\W\d_].)(?=[^\W\d_])"), "curly": lazy(r"'(?<=[^\W\d_].)(?=[^\W\d_])")}


def _kind(mark: str, kinds: dict[str, str]) -> str | None:
    return next((kind for marks, kind in kinds.items() if mark in marks), None)


def _pairs(document: Document, house: Conventions) -> Iterator[tuple[str, str, int]]:
    """Every pair of marks that the house has otherwise: what it is, what is expected, and where it opens."""
    for block in document.blocks:
        for quotation in block.quotations if block.voice is Voice.NARRATION else ():
            place = quotation.span.start
            mark = document.text[place : place + 1]
            if not quotation.closed or not mark:
                continue
            shape, kind = _kind(mark, _SHAPES), _kind(mark, _KINDS)
            if house.marks and shape and shape != house.marks:
                yield shape, house.marks, place
            if house.quotation_marks and kind and not quotation.depth and kind != house.quotation_marks:
                yield kind, house.quotation_marks, place


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the first mark of each kind that the house has otherwise."""
    house = options.house
    if house.marks is None and house.quotation_marks is None:
        return
    found: dict[tuple[str, str], list[int]] = {}
    for there, expected, place in _pairs(document, house):
        found.setdefault((there, expected), []).append(place)
    for (there, expected), places in found.items():
        count = f"{len(places)} pair{'s' if len(places) > 1 else ''}"
        where = " outermost" if expected in _KINDS.values() else ""
        message = f"{there} quotation marks ({count}) stand{where} here, expected {expected} ones"
        yield Hit(Span(places[0], places[0] + 1), message)
    if house.marks is not None:
        told = narrated(document)
        apostrophes = [match.start() for match in _APOSTROPHES[house.marks].finditer(told.text)]
        if apostrophes:
            there = "curly" if house.marks == "straight" else "straight"
            message = f"{there} apostrophes ({len(apostrophes)}) stand here, expected {house.marks} ones"
            yield Hit(told.span(apostrophes[0], apostrophes[0] + 1), message)
