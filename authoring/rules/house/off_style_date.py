"""A date stands as the house writes dates: *May 3, 2026* in one, *3 May 2026* in another, *Jan. 3* or *January 3*.

It goes by the conventions `dates` and `months` of the house style; without one it finds nothing. Dates whose second
figure may count something (*on May 3 and 4 boats*) are left alone, and so are ordinals (*May 3rd*), which the rule
`ordinal-dates` points at.

Why: readers take 3/4 and 4/3 for each other; one order in all of a paper spares them the question.

```options
conventions: dates = day-month, months = full
```
```bad
The ferry sank on May 3, 2026, and rose on Aug. 9.
```
```finds
1:19 May 3, 2026 => “May 3, 2026” stands here, expected “3 May 2026”
1:44 Aug. 9 => “Aug. 9” stands here, expected “9 August”
```
```options
conventions: dates = month-day, months = short
```
```bad
# The ferry of 3 May

On 3 May 2026 the ferry sank. It had rained since January 9.
```
```finds
1:16 3 May => “3 May” stands here, expected “May 3”
3:4 3 May 2026 => “3 May 2026” stands here, expected “May 3, 2026,”
3:51 January 9 => “January 9” stands here, expected “Jan. 9”
```
```options
conventions: dates = day-month, months = full
```
```good
The ferry sank on 3 May 2026. “It was May 3,” she said. In May 3 people were lost.
```
```good
The ferry sank on May 3, 2026, and rose on 9 August.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.house._house import EVERYWHERE, Options, departures
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING
VOICES = EVERYWHERE

_ORDINAL = lazy(r"(?<=\d)(?:st|nd|rd|th)\b")


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at dates of another order, or with months of another length."""
    for departure, hit in departures(document, options, "dates", "months"):
        words = hit.span.of(document.text)
        if _ORDINAL.sub("", words) != departure.instead:
            yield hit
