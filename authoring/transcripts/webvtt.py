"""Finds places in a WebVTT transcript, the format that recorders and meeting software write most.

Only what tracing needs: cues with their times and lines. Reading transcripts as turns of named speakers builds on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.text.patterns import lazy

_TIMING = lazy(r"(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})")


@dataclass(frozen=True, slots=True)
class Cue:
    """A timed stretch of speech."""

    start: float
    """Seconds from the start of the recording."""
    end: float
    line: int
    """Line of its timing, from 1."""
    text: str
    """Its lines as they stand, voice tags included."""


def cues(text: str) -> Iterator[Cue]:
    """The cues of a WebVTT file in order; what is no cue is passed over."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        match = _TIMING.match(line.strip())
        if match:
            parts = [int(part or 0) for part in match.groups()]
            start, end = (h * 3600 + m * 60 + s + ms / 1000 for h, m, s, ms in (parts[:4], parts[4:]))
            words = []
            for spoken in lines[number + 1 :]:
                if not spoken.strip():
                    break
                words.append(spoken)
            yield Cue(start, end, number + 1, "\n".join(words))
