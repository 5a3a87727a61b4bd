"""A state after a town: Salem, Oregon, or Salem, Ore."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, at
from authoring.text.patterns import lazy

SHORT = {
    "Alabama": "Ala.", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.", "Colorado": "Colo.",
    "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.", "Illinois": "Ill.",
    "Indiana": "Ind.", "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maryland": "Md.",
    "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.",
    "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.", "New Jersey": "N.J.",
    "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.", "North Dakota": "N.D.", "Oklahoma": "Okla.",
    "Oregon": "Ore.", "Pennsylvania": "Pa.", "Rhode Island": "R.I.", "South Carolina": "S.C.", "South Dakota": "S.D.",
    "Tennessee": "Tenn.", "Vermont": "Vt.", "Virginia": "Va.", "Washington": "Wash.", "West Virginia": "W.Va.",
    "Wisconsin": "Wis.", "Wyoming": "Wyo.",
}  # fmt: skip
"""In the manner of American agencies, who leave Alaska, Hawaii, Idaho, Iowa, Maine, Ohio, Texas and Utah in full."""
_CODES = {
    "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut",
    "FL": "Florida", "IL": "Illinois", "IA": "Iowa", "KS": "Kansas",
    "MI": "Michigan", "MN": "Minnesota", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "RI": "Rhode Island", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "WA": "Washington", "WI": "Wisconsin",
    "WV": "West Virginia", "WY": "Wyoming",
}  # fmt: skip
"""Postal codes, without those that are words, degrees or older short forms as well, such as IN, MD and GA."""
_ENDED = lazy(r"[”’\"')]*(?:\s+[^a-z\s]|\s*$)")
_TOWN = lazy(r"(?:^|[^\w.])(?:[A-Z][\w’'.-]*[a-z] ?){1,3}, $")


def states(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every state after a town that the house writes in the other way."""
    if conventions.states == "full":
        yield from _in_full(told)
    elif conventions.states == "short":
        yield from _shortened(told)


def _after_town(text: str, place: int) -> bool:
    return text[max(0, place - 2) : place] == ", " and _TOWN.search(text, max(0, place - 40), place) is not None


def _in_full(told: Told) -> Iterator[Departure]:
    text, forms = told.text, _forms()
    for word in told.words.keys() & forms.keys():
        short, full = forms[word]
        for place in told.words[word]:
            end = place + len(short)
            if text[place:end] != short or not _after_town(text, place):
                continue
            if short in _CODES and (text[end : end + 1].isalnum() or text[end + 1 : end + 2].isdigit()):
                continue  # a postal code
            ended = short.endswith(".") and _ENDED.match(text, end)
            yield Departure(place, end, f"{full}." if ended else full, "states")


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Every short form with the name in full, by the form in lower case without its last point."""
    shorts = [*((short, full) for full, short in SHORT.items()), ("Tex.", "Texas"), *_CODES.items()]
    return {short.rstrip(".").casefold(): (short, full) for short, full in shorts}


def _shortened(told: Told) -> Iterator[Departure]:
    text = told.text
    for full, short in SHORT.items():
        for place in at(told, full.split()[0].lower()):
            end = place + len(full)
            if text[place:end] != full or not _after_town(text, place) or text[end : end + 2].strip()[:1].isalpha():
                continue
            if text[end : end + 1] == "." and text[end : end + 2] != "..":
                end += 1
            yield Departure(place, end, short, "states")
