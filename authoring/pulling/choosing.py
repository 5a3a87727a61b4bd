"""Chooses turns of a transcript: those of one speaker, or what is said between two times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from authoring.errors import TranscriptError
from authoring.text.near import nearest
from authoring.transcripts.model import Transcript, Turn
from authoring.wording.speakers import same_speaker


def part(turn: Turn, start: int, end: int) -> Turn:
    """A stretch of a turn as a turn of its own, without white space at its ends."""
    text = turn.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    first = turn.place(start)
    inside = (place._replace(at=place.at - start) for place in turn.places if start < place.at < start + len(text))
    whole = start == 0 and len(text) == len(turn.text)
    last = turn.place(start + len(text)) if start + len(text) < len(turn.text) else None
    return replace(
        turn,
        start=turn.start if whole else first.time,
        end=turn.end if last is None else last.time,
        text=text,
        line=turn.line if whole else first.line,
        places=(first._replace(at=0), *inside),
    )


def by_speaker(transcript: Transcript, name: str) -> tuple[str, ...]:
    """The labels that a name stands for. Raises ``TranscriptError`` where nobody there is called so."""
    labels = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    plain = " ".join(name.split()).casefold()
    found = [label for label in labels if label.casefold() == plain] or [
        label for label in labels if same_speaker(name, label)
    ]
    if not found:
        near = nearest(name, labels)
        hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(labels) or 'none'}"
        raise TranscriptError(f"nobody is called “{name}” there", path=transcript.path, hint=hint)
    return tuple(found)


def timed(transcript: Transcript) -> None:
    """Raise ``TranscriptError`` where a transcript has no times."""
    if not any(place.time is not None for turn in transcript.turns for place in (turn.place(0), *turn.places)):
        hint = "choose by --line, --words or --search"
        raise TranscriptError("there are no times in this transcript", path=transcript.path, hint=hint)


def between(turns: Sequence[Turn], begin: float, end: float) -> Iterator[Turn]:
    """What is said from one second to another: whole stretches of each turn, as far as the transcript times them."""
    for turn in turns:
        times = [(place.at, place.time) for place in turn.places if place.time is not None]
        if turn.start is not None and (not times or times[0][0] > 0):
            times.insert(0, (0, turn.start))
        if not times or times[0][1] > end or (turn.end is not None and turn.end <= begin and times[-1][1] < begin):
            continue
        first = max(bisect_right(times, begin, key=lambda each: each[1]) - 1, 0)
        last = bisect_right(times, end, key=lambda each: each[1])
        stop = times[last][0] if last < len(times) else len(turn.text)
        start = times[first][0] if first else 0
        if turn.text[start:stop].strip():
            yield part(turn, start, stop)
