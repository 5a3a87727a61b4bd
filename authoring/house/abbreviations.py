"""Titles before a name, and Jr. and Sr. after it: with points or without."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, at
from authoring.house.ends import ends_sentence
from authoring.text.patterns import lazy

_BEFORE = "Dr Mr Mrs Ms Mx Messrs Prof Rev St Lt Col Capt Sgt Maj Gen Gov Sen Rep".split()
_AFTER = ("Jr", "Sr")
_NAME = lazy(r"[ \u00a0](?!Z\b|Zer|X\b|Xer|Y\b|Alpha\b)(?:[A-Z][\w’'-]|[A-Z]\.|van |de |von )")
_NAMED = lazy(r"[A-Z][\w’'-]+,? $")
_STREETS = ("St", "Dr", "Gov", "Gen", "Col", "Maj")
"""What stands after a name as often as before one."""
_STREET = lazy(r"[A-Z][\w’'-]+ $")


def abbreviations(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every such title that the house writes in the other way."""
    if conventions.abbreviations is None:
        return
    pointed = conventions.abbreviations == "points"
    for title in (*_BEFORE, *_AFTER):
        for place in at(told, title.lower()):
            if told.text[place : place + len(title)] == title:
                departure = _at(told.text, place, title, pointed)
                if departure is not None:
                    yield departure


def _at(text: str, place: int, title: str, pointed: bool) -> Departure | None:
    end = place + len(title)
    has = text[end : end + 1] == "."
    if has == pointed:
        return None
    if title in _AFTER:
        if _NAMED.search(text, max(0, place - 30), place) is None:
            return None
        if pointed:
            return Departure(place, end, f"{title}.", "abbreviations")
        return None if ends_sentence(text, end + 1) else Departure(place, end + 1, title, "abbreviations")
    if _NAME.match(text, end + has) is None:
        return None
    if title in _STREETS and _STREET.search(text, max(0, place - 30), place):  # Elm St. Paul walked on
        return None
    if not pointed:
        return Departure(place, end + 1, title, "abbreviations")
    return Departure(place, end, f"{title}.", "abbreviations")
