"""Percentages: 5%, 5 percent or 5 per cent."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, at
from authoring.text.patterns import lazy

_WORD = lazy(r"per(?: |)cent\b")
_RANGE = lazy(r"(?<![\w.,$€£%])\d[\d.,]*( (?:to|and|or) \d[\d.,]*)[ \u00a0\u202f-]$")
"""Two figures of which only the second has its percent."""
_GAPS = (" ", "\u00a0", "\u202f", "-")


def percent(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every percentage that the house writes otherwise; after a number in words, only the word counts."""
    house = conventions.percent
    if house is None:
        return
    for place in at(told, "percent", "per"):
        match = _WORD.match(told.text, place)
        if match and match[0] != house:
            if house != "%":
                yield Departure(place, match.end(), house, "percent")
            elif told.text[place - 1 : place] in _GAPS and told.text[place - 2 : place - 1].isdigit():
                yield _sign(told.text, place, match.end())
    if house != "%":
        yield from _words(told.text, house)


def _sign(text: str, place: int, end: int) -> Departure:
    between = _RANGE.search(text, max(0, place - 40), place)
    if between:
        return Departure(between.start(1), end, f"%{between[1]}%", "percent")
    return Departure(place - 1, end, "%", "percent")


def _words(text: str, house: str) -> Iterator[Departure]:
    place = text.find("%")
    while place >= 0:
        before, after = text[max(place - 2, 0) : place], text[place + 1 : place + 3]
        spaced = before[-1:] in _GAPS[:3] and before[:1].isdigit()
        if after[:1] in ("-", "–") and after[1:].isdigit() and before[-1:].isdigit():
            yield Departure(place, place + 1, "", "percent")
        elif (spaced or before[-1:].isdigit()) and not after[:1].isalnum():
            yield Departure(place, place + 1, house if spaced else f" {house}", "percent")
        place = text.find("%", place + 1)
