"""Times of day: 3:30 p.m., 3:30 pm, 3.30pm or 15:30; full hours without minutes, noon and midnight as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, is_glued
from authoring.house.ends import ends_sentence
from authoring.text.patterns import lazy

_TWELVE = lazy(
    r"(?P<hour>\d\d?)(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?[ \u00a0\u202f]?"
    r"(?P<half>[ap]\.[ \u00a0]?m\.|[AP]\.M\.|[ap]\.?m\b|[AP]M\b)(?!-)"
)
_SPAN = lazy(r"(?:\d(?:[:.]\d\d)?(?:[ \u00a0]?[–-][ \u00a0]?| to | and | or )$|[–-]$)")
"""What stands before the second of two times that share one “p.m.”."""
_NAMED = lazy(r"\b(?:Day|Session|Channel|Radio|Class|Group|Level|Part|Week|Week|Room|Number|No\.?) $")
_ZONE = lazy(r" \(?(?:[A-Z]{2,4}\b|Eastern|Central|Pacific|Mountain)")
_TWENTY_FOUR = lazy(
    r"(?P<hour>[0-2]\d)(?:(?<=\b[Aa]t \d\d)|(?<=\bby \d\d)):(?P<minute>[0-5]\d)(?![\w:%]|[.,]\d|[–-])"
    r"(?! ?(?:\(|[ap]\.?m|AM|PM|UTC|GMT|[A-Z]{2,4}\b|hours|minutes))"
)


def times(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every time of day that the house writes otherwise."""
    house = conventions.times
    if house is None:
        return
    text = told.text
    for match in _TWELVE.finditer(text):
        if not 1 <= int(match["hour"]) <= 12 or is_glued(text, match.start()):
            continue
        shared = _SPAN.search(text, max(0, match.start() - 10), match.start()) is not None
        if shared and house == "15:30":  # the first of the two has no half of the day that a program could be sure of
            continue
        if _NAMED.search(text, max(0, match.start() - 20), match.start()):
            continue
        made = _departure(text, match, house, shared)
        if made is not None:
            yield made
    if house != "15:30" and ":" in text:
        yield from _twelve(text, house)


def _departure(text: str, match: re.Match[str], house: str, shared: bool) -> Departure | None:
    half = "am" if match["half"][0] in "aA" else "pm"
    start, end = match.span()
    # “noon” stands alone: “the 12 p.m. ferry”, “12 p.m. EST”, “9 a.m.–12 p.m.”
    alone = not shared and text[max(0, start - 4) : start] != "the " and not _ZONE.match(text, end)
    instead = _written(int(match["hour"]), match["minute"] or "00", half, house, word=alone)
    pointed = text[end - 1] == "."
    if instead.endswith(".") and not pointed and text[end : end + 1] == "." and text[end : end + 2] != "..":
        end += 1  # “p.m.” has its point already
    elif pointed and not instead.endswith(".") and ends_sentence(text, end):
        instead += "."
    return Departure(start, end, instead, "times") if instead != text[start:end] else None


def _written(hour: int, minute: str, half: str, house: str, *, word: bool) -> str:
    if house == "15:30":
        return f"{hour % 12 + (12 if half == 'pm' else 0):02}:{minute}"
    if word and hour == 12 and minute == "00":
        return "noon" if half == "pm" else "midnight"
    mark, after = {"3:30 p.m.": (":", f" {half[0]}.m."), "3:30 pm": (":", f" {half}"), "3.30pm": (".", half)}[house]
    return f"{hour}{'' if minute == '00' else mark + minute}{after}"


def _twelve(text: str, house: str) -> Iterator[Departure]:
    """Times of the 24-hour clock that can be no others: after “at”, from 13:00 on."""
    for match in _TWENTY_FOUR.finditer(text):
        hour = int(match["hour"])
        if hour > 23 or (hour < 13 and not match["hour"].startswith("0")):
            continue
        half = "pm" if hour >= 12 else "am"
        instead = _written(hour % 12 or 12, match["minute"], half, house, word=True)
        end = match.end()
        if instead.endswith(".") and text[end : end + 1] == "." and text[end : end + 2] != "..":
            end += 1
        yield Departure(match.start(), end, instead, "times")
