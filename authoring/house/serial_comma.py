"""The comma before the last “and” of a list of single words, where it surely is one."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told
from authoring.text.patterns import lazy

_WITH = lazy(
    r", (?:and|or) (?P<last>[a-z’-]{2,})"
    r"(?=[.;:!?)]|$|\n| [–—]| (?:in|on|at|from|of|for|with|by|that|who|are|were|is|was)\b)"
)
_ITEMS = lazy(r"(?:^|[\s(“—–:])(?P<first>[a-z’-]{2,}), (?P<second>(?:[a-z’-]+, )*[a-z’-]{2,})$")
_LEADS = lazy(r"\b(?:of|includ(?:e|es|ed|ing)|as|like|between|for|with|are|were|the|in|to):? $|: $")
"""What a list follows."""
_LAST = lazy(r" (?:and|or) (?P<last>[a-z’-]{3,})(?=[.;:!?)]|$|\n)")
_NO_ITEMS = frozenset(
    "however though too then now indeed instead perhaps therefore also again finally first second say says said"
    " meanwhile moreover otherwise today yesterday tomorrow still yet please well alas surely certainly later earlier"
    " there here it him her them me us this that these those so but not if when while where who which since because"
    " after before and or he she they we you all anyway".split()
)


def serial_comma(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every sure list of single words that has the comma where the house has none, or the other way round."""
    if conventions.serial_comma == "never":
        yield from _too_many(told.text)
    elif conventions.serial_comma == "always":
        yield from _missing(told.text)


def _too_many(text: str) -> Iterator[Departure]:
    for joint in (", and ", ", or "):
        place = text.find(joint)
        while place >= 0:
            match = _WITH.match(text, place)
            items = _ITEMS.search(text, max(0, place - 80), place) if match else None
            if match and items and _is_list(items["first"], items["second"], match["last"]):
                yield Departure(place, place + 1, "", "serial-comma")
            place = text.find(joint, place + 1)


def _missing(text: str) -> Iterator[Departure]:
    for joint in (" and ", " or "):
        place = text.find(joint)
        while place >= 0:
            match = _LAST.match(text, place)
            items = _ITEMS.search(text, max(0, place - 80), place) if match else None
            if match and items and _is_list(items["first"], items["second"], match["last"]):
                first = items.start("first")
                if "," in items["second"] or _LEADS.search(text, max(0, first - 12), first):
                    yield Departure(place, place, ",", "serial-comma")
            place = text.find(joint, place + 1)


def _is_list(first: str, middle: str, last: str) -> bool:
    words = [first, *middle.split(", "), last]
    return not any(word in _NO_ITEMS or word.endswith("ly") for word in words)
