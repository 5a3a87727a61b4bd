"""Times in a recording: as they are written, and what is said at them."""

from __future__ import annotations

from authoring.text.patterns import lazy
from authoring.transcripts.model import Place, Transcript

_CLOCK = lazy(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?")


def seconds(clock: str) -> float | None:
    """Seconds that ``00:12:41`` or ``12:41`` stands for, or ``None``: no clock shows ``12:75``."""
    match = _CLOCK.fullmatch(clock.strip())
    if not match or int(match[3]) > 59:
        return None
    hours, minutes, secs, milli = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(secs) + int((milli or "0").ljust(3, "0")) / 1000


def spoken_at(transcript: Transcript, clock: str) -> Place | None:
    """The place in the file of what is spoken at a time such as ``00:12:41``: the last that has begun by then.

    A time that notes give has lost what comes after the second, so that the first of several in that second counts.
    """
    when = seconds(clock)
    if when is None:
        return None
    found: Place | None = None
    for turn in transcript.turns:
        for place in turn.places:
            if place.time is None or place.time >= when + 1:
                continue
            if found is None or found.time is None or (place.time > found.time and found.time < int(when)):
                found = place
    return found
