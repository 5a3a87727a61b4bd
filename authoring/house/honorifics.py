"""Mr., Mrs. and Ms. in a house that prints none of them, and titles at later mentions where only the first has one."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, at
from authoring.text.patterns import lazy

_COURTESY = ("Mrs", "Mr", "Miss", "Ms", "Mx")
_TITLES = (*_COURTESY, "Dr")
_NAME = lazy(r"\.?[ \u00a0](?P<name>[A-Z][a-z’'-]+(?: (?!Jr|Sr)[A-Z][\w’'-]+)*)")
_NO_NAMES = frozenset(
    "President Speaker Chairman Chair Justice Chief Secretary Ambassador Universe World America Right".split()
)


def honorifics(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every title that the house does not print there; never sure, since couples and namesakes need them."""
    if conventions.honorifics == "none":
        yield from _courtesy(told)
    elif conventions.honorifics == "first":
        yield from _later(told)


def _titles(told: Told, titles: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Where a title before a name begins, where the name does, and the name."""
    for place in at(told, *(title.lower() for title in titles)):
        title = next((each for each in titles if told.text.startswith(each, place)), "")
        match = _NAME.match(told.text, place + len(title)) if title else None
        if match and match["name"].split()[0] not in _NO_NAMES:
            yield place, match.start("name"), match["name"]


def _courtesy(told: Told) -> Iterator[Departure]:
    found = list(_titles(told, _COURTESY))
    for start, name_start, name in found:
        surname = name.split()[-1]
        bearers = {told.text[place:begin] for place, begin, other in found if other.split()[-1] == surname}
        if len(bearers) == 1:
            yield Departure(start, name_start, "", "honorifics", sure=False)


def _later(told: Told) -> Iterator[Departure]:
    seen: dict[str, str] = {}
    for start, name_start, name in _titles(told, _TITLES):
        surname = name.split()[-1]
        title = told.text[start:name_start]
        if seen.get(surname) == title and name == surname:
            yield Departure(start, name_start, "", "honorifics", sure=False)
        elif name != surname:
            seen[surname] = title
