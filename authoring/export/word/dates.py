"""Days as readers of a language write them."""

from __future__ import annotations

from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()


def told(moment: str, language: str) -> str:
    """The day of a moment in ISO 8601: “May 6, 2026” in American English, “6 May 2026” in any other."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return ""
    month = _MONTHS[day.month - 1]
    american = language.lower() in {"en", "en-us", "en-ca"}
    return f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"
