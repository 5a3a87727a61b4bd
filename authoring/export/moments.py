"""Moments in the forms that formats want; a day alone is no moment, and no hour is invented for it."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(iso: str) -> datetime | None:
    """A moment with its time zone; nothing for a day, or for a time of no known zone."""
    if "T" not in iso:
        return None
    found = datetime.fromisoformat(iso.replace("Z", "+00:00"))
    return found if found.tzinfo is not None else None


def rfc3339(iso: str) -> str:
    """A moment as a ``date-time``; empty for what is none."""
    return iso if moment(iso) is not None else ""


def utc(iso: str) -> str:
    """A moment in Greenwich's time, without its zone; empty for what is none."""
    found = moment(iso)
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if found is not None else ""
