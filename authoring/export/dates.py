"""Reads the day or moment of publication, however an article writes it, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

from authoring.prose.calendar import MONTH, MONTHS
from authoring.text.patterns import lazy

_STAMP = lazy(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?)?\s*\Z",
    re.IGNORECASE,
)
_WRITTEN = lazy(
    rf"(?:\w+day,? )?(?:(?P<month1>{MONTH}) (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{MONTH})),? (?P<year>\d{{4}})\.?\s*\Z"
)
_SAID = lazy(r"(?:(?:first |last )?(?:published|posted|updated|date)(?: on)?:? )", re.IGNORECASE)


def iso(words: str) -> str:
    """A day or a moment as ISO 8601; empty for words that are none, and for “05.01.2008”, which may be two days."""
    words = words.strip()
    found = _STAMP.match(words)
    if found:
        return _stamp(found)
    said = _SAID.match(words)
    written = _WRITTEN.match(words, said.end() if said else 0)
    if not written:
        return ""
    name = (written["month1"] or written["month2"])[:3]
    month = next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name))
    try:
        return date(int(written["year"]), month, int(written["day1"] or written["day2"])).isoformat()
    except ValueError:
        return ""


def _stamp(found: re.Match[str]) -> str:
    day, time, zone = found.groups()
    zone = zone or ""
    if zone.upper() in {"Z", "UTC", "GMT"}:
        zone = "Z"
    elif zone:
        zone = f"{zone[:3]}:{zone[-2:]}"
    try:
        date.fromisoformat(day)
        if not time:
            return day
        clock = f"{time:0>8}" if time.count(":") == 2 else f"{time:0>5}:00"
        datetime.fromisoformat(f"{day}T{clock}{zone.replace('Z', '+00:00')}")
    except ValueError:
        return ""
    return f"{day}T{clock}{zone}"
