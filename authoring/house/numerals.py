"""Numbers in running text as words or as figures, where it is sure that they count things."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from authoring.config.conventions import Conventions
from authoring.house.counted import UNITS, is_counted, labels
from authoring.house.departure import Departure, Told, at, is_glued
from authoring.text.patterns import lazy

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
FIRST_FIGURE = {"always": 2, "from 10": 10, "from 11": 11, "from 101": 101}
"""The least number that is a figure; “one” is hardly ever counted with."""
_FOLLOWED = r"(?=(?P<noun>[a-z’-]+)(?: (?P<next>[a-z]+))?)"
_FIGURE = lazy(rf"(?P<figure>[1-9]\d?) (?!(?:{UNITS})\b){_FOLLOWED}")
_WORD = lazy(rf"(?P<number>[a-z]+(?:-[a-z]+)?) (?!(?:{UNITS})\b){_FOLLOWED}")
_BEFORE = lazy(r"(?:^|[\s(“‘—–])(?P<word>[a-z’'-]+) $|[a-z,)] ?[—–] $")
_RANGE_BEFORE = lazy(r"\d (?:and|or|to) $")
_RANGE = lazy(r"(?:[\w-]+ ){1,2}(?:and|or|to) \d")
_AGE = lazy(r"(?:year|month|week|day)s?(?: |-)(?:old|sentence)")
_IDIOMS = lazy(
    r"(?:times|fold|figures?|thirds|quarters|fifths|sixths|eighths|commandments|hundred|thousand|dozen|score|cents"
    r"|minutes? (?:to|past))\b"
)


def numerals(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every number that surely counts things and that the house writes in the other way."""
    least = FIRST_FIGURE.get(conventions.numerals or "")
    if least is None:
        return
    if least > 2:
        yield from _figures(told, least)
    yield from _words(told, least)


def _figures(told: Told, least: int) -> Iterator[Departure]:
    """Figures that are to be words."""
    text = told.text
    for match in _FIGURE.finditer(text):
        number, place = int(match["figure"]), match.start()
        if (
            not 1 < number < least
            or is_glued(text, place)
            or _AGE.match(text, match.end())
            or _RANGE.match(text, match.end())
        ):
            continue
        before = _BEFORE.search(text, max(0, place - 24), place)
        if _RANGE_BEFORE.search(text, max(0, place - 8), place):
            continue
        if before and before["word"] not in labels() and is_counted(match["noun"], match["next"]):
            yield Departure(place, match.end("figure"), in_words(number), "numerals")


def _words(told: Told, least: int) -> Iterator[Departure]:
    """Words that are to be figures."""
    known = _values()
    for place in at(told, *(word for word in known.keys() & told.words.keys() if known[word] >= least)):
        match = _WORD.match(told.text, place)
        if match is None or match["number"] not in known or _IDIOMS.match(told.text, match.end()):
            continue
        before = _BEFORE.search(told.text, max(0, place - 24), place)
        if before and before["word"] not in _vague() and is_counted(match["noun"], match["next"]):
            yield Departure(place, place + len(match["number"]), str(known[match["number"]]), "numerals")


def in_words(number: int) -> str:
    """A number from 1 to 99 in words."""
    if number < 20:
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")


@cache
def _values() -> dict[str, int]:
    return {in_words(number): number for number in range(2, 100)}


@cache
def _vague() -> frozenset[str]:
    """Words after which a number is part of a saying or of another number: “one or two”, “two out of three”."""
    return frozenset(("or", "to", "of", "by", "hundred", "thousand", "million", "other", "perhaps", *_values()))
