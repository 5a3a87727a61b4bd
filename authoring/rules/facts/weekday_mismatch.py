"""A weekday and the date beside it name the same day.

Where no year stands beside them, the year of the article's own date (`published` or `date` in the front matter)
decides, and the years before and after it too, so that a story in December may look ahead to January. Without any
year the rule is silent.

Why: the Associated Press wants weekday and date to agree, and readers plan by the weekday. One of the two is wrong, and
the rule cannot know which.

```bad
The vote is set for Monday, March 4, 2025, the council said.
```
```finds
1:21 Monday, March 4, 2025 => March 4, 2025 is a Tuesday, expected weekday and date to agree
```
```bad
---
published: 2024-07-12
---
The harbour reopens on Friday 19 July; the first boats left on Sunday, July 9.
```
```finds
4:64 Sunday, July 9 => July 9, 2024 is a Tuesday, expected weekday and date to agree
```
```bad
The court sat on Friday, February 30, 2024.
```
```finds
1:18 Friday, February 30, 2024 => February 2024 has no day 30, expected a day of the calendar
```
```good
The vote is set for Tuesday, March 4, 2025, and not for Wednesday, 6 March.
```
```good
---
published: 2024-12-20
---
The harbour reopens on Friday, January 3.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.calendar import MONTHS, WEEKDAYS, WeekdayDate, front_date, weekday_dates
from authoring.prose.document import Document
from authoring.rules.hit import Hit

SEVERITY = Severity.ERROR


def _wrong(written: WeekdayDate, published: int | None) -> str | None:
    """What is wrong with it, if anything."""
    year = written.year or published
    if year is None:
        return None
    month = MONTHS[written.month - 1]
    meant = written.on(year)
    if meant is None:
        near = [written.on(other) for other in (year - 1, year + 1)] if written.year is None else []
        if any(near):  # 29 February
            return None
        return f"{month} {year} has no day {written.day}, expected a day of the calendar"
    if written.year is None:
        around = (written.on(other) for other in (year - 1, year, year + 1))
        if any(day and day.weekday() == written.weekday and _close(day.year, year, written) for day in around):
            return None
    elif meant.weekday() == written.weekday:
        return None
    day = f"{month} {written.day}, {year} is a {WEEKDAYS[meant.weekday()]}"
    return f"{day}, expected weekday and date to agree"


def _close(year: int, published: int, written: WeekdayDate) -> bool:
    """Whether that year can be meant: the year of the piece, or the turn of the year beside it."""
    if year == published:
        return True
    return written.month <= 4 if year > published else written.month >= 9


def check(document: Document) -> Iterator[Hit]:
    """Point at every weekday whose date falls on another day."""
    published = front_date(document)
    for block in document.blocks:
        for written in weekday_dates(block.text):
            message = _wrong(written, published.year if published else None)
            if message:
                yield Hit(block.span_of(written.start, written.end), message)
