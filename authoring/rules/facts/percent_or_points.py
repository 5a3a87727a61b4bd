"""A difference between two percentages is counted in percentage points.

From 4 percent to 5 percent is a rise of one percentage point, and of 25 percent. The rule reads sentences that give
both percentages and the change, does the sum, and points at a change that is right in the other unit. Where the figures
agree in neither, another thing may be meant (a change since last year, say), and it is silent.

Why: the Guardian's guidance on numbers, and every desk's; readers who see “up 1 percent” are told the wrong size.

```bad
Unemployment rose from 4% to 5%, up 1%.
```
```finds
1:37 1% => “1%” is a change in percentage points, expected “1 percentage point”
```
```bad
The rate fell 2.5 percent last year, from 12 percent to 9.5 percent.
```
```finds
1:15 2.5 percent
```
```bad
Turnout was 60 per cent, up 50 percentage points from 40 per cent.
```
```finds
1:29 50 percentage points => “50 percentage points” is a change in percent, expected “50 percent”
```
```bad
The fee went from 4 to 6 percent, an increase of two percent.
```
```finds
1:50 two percent
```
```good
Unemployment rose from 4% to 5%, up 1 percentage point, or 25 percent.
```
```good
Fares rise from 50% to 51% of the cost, up 2%. The rate rose from 4% to 5%, while wages grew by 3%.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.numerals import NUMERAL, number_of
from authoring.text.patterns import lazy

SEVERITY = Severity.ERROR

_NEAR_ENOUGH = 0.051
"""How far two figures rounded to one decimal may lie apart and still be one."""

_OTHER = lazy(r"\b(?:while|whereas|compared|whose|among|respectively)\b|;", re.IGNORECASE)
"""What brings a second thing with a figure of its own into the sentence."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    number = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{NUMERAL})"
    unit = r"(?:-| )?(?P<unit>%|percentage[- ]points?|percent(?:age)?[- ]points?|per ?cent\b)"
    word = r"\b(?P<word>from|to|at|was|is now|is|of|now|reached|hit|were)(?: [a-z]+ly| about| just)?"
    share = re.compile(rf"{word} {number}(?:{unit}|(?= to \d[\d.]*(?:%| per ?cent)))")
    verbs = "up|down|by|rise of|fall of|increase of|decrease of|drop of|gain of|decline of|jump of|rose|fell|dropped"
    verbs += "|increased|decreased|climbed|declined|grew|jumped|gained|lost|slipped"
    change = re.compile(
        rf"\b(?:{verbs})(?: about| nearly| almost| over| more than| just| only| some| around| roughly)? {number}{unit}"
        rf"|\b(?<!from )(?<!to ){number.replace('number', 'first')}{unit.replace('unit', 'kind')}"
        r" (?:rise|fall|increase|decrease|drop|gain|decline|jump|higher|lower|cut)\b"
    )
    return share, change


def _fault(change: float, before: float, after: float, *, points: bool) -> str | None:
    """The unit that the change is right in, where that is not the one it is given in."""
    difference = abs(after - before)
    relative = 100 * difference / before if before else 0.0
    if points:
        wrong = abs(change - relative) <= max(_NEAR_ENOUGH, relative * 0.02) and abs(change - difference) > 0.5
        return "percent" if wrong else None
    wrong = abs(change - difference) <= _NEAR_ENOUGH and abs(change - relative) > max(0.5, relative * 0.1)
    return "percentage points" if wrong else None


def _shares(sentence: str) -> tuple[list[float], list[float]]:
    """The percentages that may stand for before (“from 4%”) and for after (“to 5%”, “was 5%”)."""
    before: list[float] = []
    after: list[float] = []
    past: list[float] = []
    for match in _patterns()[0].finditer(sentence):
        value = number_of(match["number"])
        if value is not None and "point" not in (match["unit"] or ""):
            (before if match["word"] == "from" else after).append(value)
            if match["word"] in ("was", "were"):
                past.append(value)
    if not before and len(past) == 1:  # “was 6 percent in May and is 4 percent now”
        return past, [value for value in after if value not in past]
    return before, after


def _found(sentence: str) -> Iterator[tuple[int, int, str]]:
    before, after = _shares(sentence)
    if not before or not after or _OTHER.search(sentence):
        return
    for match in _patterns()[1].finditer(sentence):
        group, unit = ("number", "unit") if match["number"] else ("first", "kind")
        value = number_of(match[group])
        points = "point" in match[unit]
        faults = {_fault(value or 0.0, old, new, points=points) for old, new in product(before, after)}
        fault = faults.pop() if len(faults) == 1 else None
        if value and fault:
            written = sentence[match.start(group) : match.end(unit)]
            right = f"{match[group]} {fault.removesuffix('s') if value == 1 else fault}"
            message = f"“{written}” is a change in {fault}, expected “{right}”"
            yield match.start(group), match.end(unit), message


def check(document: Document) -> Iterator[Hit]:
    """Point at every change between two percentages that is given in the wrong unit."""
    told = narrated(document)
    places = [place for place in told.at("from", "was", "were") if _patterns()[0].match(told.text, place)]
    for start, end in sorted({told.sentence_at(place) for place in places}):
        for first, last, message in _found(told.text[start:end]):
            yield Hit(told.span(start + first, start + last), message)
