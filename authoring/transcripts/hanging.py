"""Reads transcripts in which a line holds a speaker's name and a time, and the words stand below it.

So write Otter (“Ana Ruiz  0:12”), Teams where it is copied (“Ana Ruiz   0:12”), Rev (“Ana Ruiz (00:12):”) and others
(“Speaker 1: 00:00:12”, or name and time on two lines). Such a line is one where its time goes on from those before it,
or where its name is known by others; every other line is speech, whatever it looks like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from authoring.text.patterns import lazy
from authoring.transcripts.clocks import CLOCK, rising, time_of
from authoring.transcripts.labelled import labelled_turns
from authoring.transcripts.labels import Label
from authoring.transcripts.lines import Line, is_markdown, lines_of
from authoring.transcripts.model import Transcript
from authoring.transcripts.stacked import unstacked

_NAME = r"[^\s:(\[*_#>][^:(\[\]\n]{0,59}?"
_ROLE = r"(?:\s?\([^()\d:]{1,40}\))?"
_LINE = lazy(
    rf"\s*[*_]{{0,3}}(?:\[(?P<caption>[^\[\]:]{{1,60}})\]\s+|(?P<name>{_NAME}{_ROLE})(?::?(?:\*\*|__)|:)?"
    rf"(?P<space>\s*))(?P<open>[(\[])?(?P<clock>{CLOCK})[)\]]?:?[*_]{{0,3}}:?\s*"
)
_BARE = lazy(rf"\s*(?:\*\*)?(?P<name>{_NAME}{_ROLE}):(?:\*\*)?\s*")
_LETTER = lazy(r"[^\W\d_]")
_ENDED = (".", "!", "?", ",", ";", "…")
_SHORT = ("jr.", "sr.", "dr.")
_SENTENCE = lazy(r"[^\W\d_]{4,}[.!?;] \S")
_SERVICE = lazy(
    r"\s*(?:.{1,60}\s(?:started|stopped) transcription|transcribed by (?:https?://)?(?:www\.)?[\w-]+\.[a-z]{2,4}/?)\s*"
)
_LONGEST = 8
"""Words of a name and what stands with it."""
_LOOKED = 20_000
_APART = 0.7
"""Of the lines of names and times, how many have a blank line above them where all must."""


class _Hung(NamedTuple):
    number: int
    name: str
    time: float | None
    sure: bool
    """Whether more than a space parts the name from the time."""
    below_gap: bool
    """Whether nothing stands just above it."""
    daytime: bool
    """Whether its time is one of the day."""


def looks_hanging(text: str) -> bool:
    """Whether lines of a name and a time, in rising order, stand above the words."""
    found = _hung(unstacked(lines_of(text[:_LOOKED])))
    accepted = _accepted(found)
    if sum(found[at].sure for at in accepted) > 1 or len(accepted) > 4:
        return True
    again = len({found[at].name for at in accepted}) < len(accepted)
    return len(accepted) > 2 and again and all(found[at].below_gap for at in accepted)


def read_hanging(text: str, path: str = "") -> Transcript:
    """The turns of such a transcript, each with the time of its line; times of day, as captions have, are left out."""
    lines = unstacked(lines_of(text))
    found = _hung(lines)
    labels: list[Label | None] = [None] * len(lines)
    for at in _accepted(found):
        hung = found[at]
        labels[hung.number] = Label(hung.name, len(lines[hung.number].text), True, None if hung.daytime else hung.time)
    names = {label.name for label in labels if label}
    for number, line in enumerate(lines):
        if labels[number] is None and (match := _BARE.fullmatch(line.text)) and match["name"] in names:
            labels[number] = Label(match["name"], len(line.text), True)
    kept = [number for number, line in enumerate(lines) if not _SERVICE.fullmatch(line.text)]
    turns = labelled_turns(
        [lines[number] for number in kept], [labels[number] for number in kept], markdown=is_markdown(text, path)
    )
    return Transcript(path, turns, "names-and-times")


def read_teams(text: str, path: str = "") -> Transcript:
    """The turns of a document of an older Teams meeting, each with the time above its name."""
    return replace(read_hanging(text, path), format="teams")


def _hung(lines: Sequence[Line]) -> list[_Hung]:
    """The lines that hold a name and a time, whether they are labels or not."""
    found = []
    for number, line in enumerate(lines):
        if ":" not in line.text or len(line.text) > 120:
            continue
        match = _LINE.fullmatch(line.text)
        if not match:
            continue
        name = " ".join((match["caption"] or match["name"]).split())
        if not _is_name(name):
            continue
        sure = bool(match["caption"] or match["open"] or ":" in line.text[: match.start("clock")])
        sure = sure or len(match["space"]) > 1 or "\t" in match["space"]
        gap = number == 0 or lines[number - 1].blank
        found.append(_Hung(number, name, time_of(match["clock"]), sure, gap, bool(match["caption"])))
    return found


def _is_name(words: str) -> bool:
    """Whether words could name somebody: not many of them, and not the end of a sentence."""
    parts = words.split()
    last = parts[-1].casefold()
    if not _LETTER.search(words) or len(parts) > _LONGEST or _SENTENCE.search(words):
        return False
    if words.endswith(_ENDED) and last not in _SHORT and len(last) > 2:
        return False
    return len(parts) < 3 or sum(part[0].islower() for part in parts) * 2 <= len(parts)


def _accepted(found: Sequence[_Hung]) -> list[int]:
    """Which of these lines are labels; a full name between paragraphs is one even where its time went wrong."""
    timed = [at for at, hung in enumerate(found) if hung.time is not None]
    row = {timed[at] for at in rising([found[at].time or 0.0 for at in timed])}
    if sum(found[at].below_gap for at in row) > _APART * len(row):
        row = {at for at in row if found[at].below_gap}
        row |= {at for at, hung in enumerate(found) if hung.sure and hung.below_gap and hung.name.istitle()}
    names = {found[at].name for at in row}
    return [at for at, hung in enumerate(found) if at in row or hung.name in names]
