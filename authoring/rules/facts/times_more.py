"""“Six times more than” can mean six times as many, or seven.

Six times more than ten is sixty to one reader and, counted strictly, seventy. “Six times as many” says sixty to all of
them. “Three times less” has no meaning at all: write “a third as much”. It reads the writer's own words; what a source
said in quotation marks stands as it was said.

Why: the Guardian's guidance on numbers, and most desks that have one, ask for “times as many as”. Allow it where the
count itself stands beside it.

```bad
The city has planted six times more trees than its neighbour.
```
```finds
1:22 six times more => “six times more” may mean six or seven times as much, expected “six times as … as”
```
```bad
The new boat is three times smaller than the old one, and it uses up to 2.5 times less fuel.
```
```finds
1:17 three times smaller => “three times smaller” has no clear meaning, expected a fraction (“a third as …”)
1:73 2.5 times less
```
```bad
Six times more trees stand there now.
```
```finds
1:1 Six times more => “Six times more” may mean six or seven times as much, expected “Six times as … as”
```
```good
The city has planted six times as many trees as its neighbour, three times a week.
```
```good
They met ten times, more often than before. “We have six times more trees,” Ruiz said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.numerals import NUMERAL, number_of, spelled
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING

_LESS = frozenset("less fewer lower smaller slower shorter cheaper lighter thinner weaker colder".split())
_MORE = frozenset(
    "more higher greater larger bigger faster longer heavier stronger better worse likelier quicker richer wider"
    " deeper denser taller brighter louder hotter older thicker stiffer".split()
)
_NUMBER = lazy(rf"\b(?:\d[\d,.]*|{NUMERAL}|thirty|forty|fifty|sixty|a hundred|a thousand)[ -]$", re.IGNORECASE)
_COMPARED = lazy(r"times (\w+)(?! (?:often|than (?:once|twice|not|one|two|three|four|five|ever))\b)")
_BEFORE = 16
"""Characters before “times” among which its number stands."""


def _message(written: str, number: str, word: str) -> str:
    if word in _LESS:
        third = " (“a third as …”)" if number in ("three", "3") else " (“half as much”)"
        return f"“{written}” has no clear meaning, expected a fraction{third}"
    value = number_of(number)
    if value is not None and value == int(value) and value < 20:
        either = f"{number.lower()} or {spelled(int(value) + 1) if number.isalpha() else int(value) + 1} times as much"
        return f"“{written}” may mean {either}, expected “{number} times as … as”"
    return f"“{written}” can be counted in two ways, expected “{number} times as … as”"


def check(document: Document) -> Iterator[Hit]:
    """Point at every comparison by “times more” or “times less”."""
    told = narrated(document)
    for place in told.at("times"):
        compared = _COMPARED.match(told.text, place)
        if compared and compared[1] in _LESS | _MORE:
            number = _NUMBER.search(told.text[max(0, place - _BEFORE) : place])
            if number:
                start = place - len(number[0])
                written = told.text[start : compared.end()]
                yield Hit(told.span(start, compared.end()), _message(written, number[0].strip(" -"), compared[1]))
