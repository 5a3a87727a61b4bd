"""Days as articles write them: “Tuesday, July 9, 2024”, “9 July”, “yesterday”; and the day an article is dated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from authoring.prose.document import BlockKind, Document
from authoring.text.patterns import lazy

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = {month.casefold(): number for number, month in enumerate(MONTHS, 1)}
_NUMBERS |= {month[:3].casefold(): number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
# After another word, “Sun” is a newspaper or the one in the sky.
_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|(?<![a-z] )Sun)\b\.?)"
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,? (?P<year{0}>(?:1[89]|20)\d\d)\b)?"
_WEEKDAY_DATE = lazy(
    rf"\b(?P<weekday>{_SHORT}),? (?:the |on )?(?:"
    rf"(?P<monthA>{MONTH}) {_DAY.format('A')}(?![:.]?\d){_YEAR.format('A')}"
    rf"|{_DAY.format('B')} (?:of )?(?P<monthB>{MONTH}){_YEAR.format('B')})"
)
_FULL = lazy(
    rf"\b{MONTH} [0-3]?\d(?:st|nd|rd|th)?,? (?:1[89]|20)\d\d\b|\b[0-3]?\d(?:st|nd|rd|th)? {MONTH},? (?:1[89]|20)\d\d\b"
    r"|\b(?:19|20)\d\d-[01]\d-[0-3]\d\b|\b[0-3]?\d[./][0-3]?\d[./](?:19|20)\d\d\b"
)


@dataclass(frozen=True)
class WeekdayDate:
    """A weekday with a day of the month beside it, as somebody wrote them."""

    start: int
    """Where it begins in the text that was searched."""
    end: int
    weekday: int
    """0 for Monday."""
    day: int
    month: int
    year: int | None

    def on(self, year: int) -> date | None:
        """That day in a year; ``None`` where the calendar has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


_BEGINNINGS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday_dates(text: str) -> Iterator[WeekdayDate]:
    """Every weekday with its date in a text, in order."""
    if not any(map(text.__contains__, _BEGINNINGS)):  # many times faster than looking for the pattern
        return
    for match in _WEEKDAY_DATE.finditer(text):
        form = "A" if match["monthA"] else "B"
        year = match[f"year{form}"]
        yield WeekdayDate(
            match.start(),
            match.end(),
            next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match["weekday"][:3])),
            int(match[f"day{form}"]),
            _NUMBERS[match[f"month{form}"].rstrip(".").casefold()],
            int(year) if year else None,
        )


def front_date(document: Document) -> date | None:
    """The day of publication that the front matter gives (``published`` or ``date``), where it gives one."""
    for key in ("published", "date"):
        try:
            return date.fromisoformat(document.front.get(key, "").strip()[:10])
        except ValueError:
            continue
    return None


def has_full_date(text: str) -> bool:
    """Whether a text holds a day with its month and year."""
    return _FULL.search(text) is not None


def is_dated(document: Document) -> bool:
    """Whether the piece itself says of which day it is: front matter, a date line, or a dateline with a year.

    A date line is a full date near the top or the foot, in a line that says little else.
    """
    if front_date(document) or any(document.front.get(key, "").strip() for key in ("published", "date")):
        return True
    blocks = [block for block in document.blocks if block.text.strip()]
    for block in (*blocks[:8], *blocks[-3:]):
        text = " ".join(block.text.split())
        match = _FULL.search(text)
        if match and (len(text.split()) <= 14 or (match.start() < 60 and block.kind is BlockKind.PARAGRAPH)):
            return True
    return False
