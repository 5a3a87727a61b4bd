"""The months as they are written, and a day as a house prints it."""

from __future__ import annotations

from datetime import date

from authoring.config.conventions import Conventions

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""Months with a day, in the manner of American agencies: the five shorter ones stay."""
FORMS = {
    **{month.lower(): number for number, month in enumerate(MONTHS)},
    **{month[:3].lower(): number for number, month in enumerate(MONTHS)},
    "sept": 8,
}
"""Every month by its name and by what it may be cut to, in lower case without the point."""


def month_name(month: int, conventions: Conventions) -> str:
    """The name of a month with a day; ``month`` counts from 0."""
    return SHORT[month] if conventions.months == "short" else MONTHS[month]


def written_date(day: date, conventions: Conventions, *, year: bool) -> str:
    """A day as the house prints it: ``July 9`` or ``9 July``, with the year if that is wanted."""
    name = month_name(day.month - 1, conventions)
    if conventions.dates == "day-month":
        return f"{day.day} {name}{f' {day.year}' if year else ''}"
    return f"{name} {day.day}{f', {day.year}' if year else ''}"
