"""Days as notes write them and as articles print them."""

from __future__ import annotations

import re
from datetime import date, datetime

from authoring.config.conventions import UNSETTLED, Conventions
from authoring.house.months import written_date
from authoring.text.patterns import lazy

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = lazy(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = lazy(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?"
)
_LOOSE = lazy(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([T ].*)?")


def house_date(day: date, anchor: date | None, conventions: Conventions = UNSETTLED) -> str:
    """The day as an article prints it: ``July 9``, with the year where ``anchor`` (the day of the article) has another.

    Where the house has not settled how dates are written, months are spelled out and come first.
    """
    return written_date(day, conventions, year=anchor is None or anchor.year != day.year)


def weekday(day: date) -> str:
    """The name of a day's weekday."""
    return WEEKDAYS[day.weekday()]


def looks_like_date(text: str) -> bool:
    """Whether somebody wrote digits that are meant as a date, well or badly."""
    return _LOOSE.fullmatch(text) is not None


def date_fault(text: str, *, partial: bool = False) -> str | None:
    """What is wrong with a date, as the second half of a message, or ``None``.

    ``partial`` allows a year, or a year and month, as reports often have them.
    """
    plain = str.__str__(text)
    if partial and re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", plain) and not plain.startswith("0000"):
        return None
    if DAY.fullmatch(plain):
        try:
            date.fromisoformat(plain)
        except ValueError:
            return "is no day of the calendar"
        return None
    if _MOMENT.fullmatch(plain):
        try:
            datetime.fromisoformat(plain.replace(" Z", "Z").replace(" +", "+").replace(" -", "-"))
        except ValueError:
            return "is no day and time of the calendar"
        return None
    return "is not understood as a date"
