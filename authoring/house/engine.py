"""Where a text departs from a house's conventions, and the text with what is sure put right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from authoring.config.conventions import Conventions
from authoring.house.abbreviations import abbreviations
from authoring.house.countries import countries
from authoring.house.dashes import dashes
from authoring.house.dates import dates
from authoring.house.departure import SPOKEN, Departure, Passage, Told
from authoring.house.honorifics import honorifics
from authoring.house.marks import marks, put_right
from authoring.house.numerals import numerals
from authoring.house.percent import percent
from authoring.house.serial_comma import serial_comma
from authoring.house.spelling import spelling
from authoring.house.states import states
from authoring.house.times import times
from authoring.text.quotations import pairs
from authoring.trace.traced import Traced

Finder = Callable[[Told, Conventions], Iterator[Departure]]
FINDERS: Mapping[str, Finder] = {
    "dates": dates,
    "times": times,
    "percent": percent,
    "states": states,
    "countries": countries,
    "abbreviations": abbreviations,
    "numerals": numerals,
    "spelling": spelling,
    "serial-comma": serial_comma,
    "dashes": dashes,
    "honorifics": honorifics,
}
"""What looks for departures from each convention; where two meet, the first counts. ``dates`` looks at months, too."""


def departures(text: str, conventions: Conventions) -> list[Departure]:
    """Every place where a text is not written as the house writes, in order; none but its marks in quotation marks.

    No two of them overlap.
    """
    found = [*_in_words(text, conventions, FINDERS), *marks(text, conventions)]
    return sorted(found, key=lambda departure: departure.start)


def _in_words(text: str, conventions: Conventions, wanted: Collection[str]) -> list[Departure]:
    told = Passage(without_speech(text))
    taken: list[Departure] = []
    for name in wanted:
        for departure in FINDERS[name](told, conventions):
            if not any(_meet(departure, other) for other in taken):
                taken.append(departure)
    return taken


def _meet(one: Departure, other: Departure) -> bool:
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def without_speech(text: str) -> str:
    """A text in which every character in quotation marks, and the marks, is ``SPOKEN``."""
    made: list[str] = []
    for paragraph in text.split("\n\n"):
        told = list(paragraph.replace(SPOKEN, "\ufffd"))
        for pair in pairs(paragraph):
            told[pair.start : pair.end] = SPOKEN * (pair.end - pair.start)
        made.append("".join(told))
    return "\n\n".join(made)


def in_house(
    text: Traced,
    conventions: Conventions,
    only: Collection[str] | None = None,
    *,
    starts: bool = True,
    ends: bool = True,
) -> Traced:
    """A writer's words as the house writes them: what is sure is put right, and what is in quotation marks stays.

    ``only`` names the conventions to go by. ``starts`` and ``ends`` tell whether the text begins and ends a sentence:
    where it does not, a number at its beginning may be a figure, and a point at its end belongs to an abbreviation.
    What is put in leads back to what was there.
    """
    if not conventions or not text:
        return text
    if only is None or set(only) - {"marks"}:
        plain = str.__str__(text)
        wanted = FINDERS if only is None else [name for name in FINDERS if name in only]
        before = "" if starts else _AMID
        found = _in_words(f"{before}{plain}{'' if ends else ','}", conventions, wanted)
        text = put_right(text, list(_within(found, len(before), len(plain))))
    if only is None or "marks" in only:
        text = put_right(text, marks(str.__str__(text), conventions))
    return text


_AMID = "that "
"""Any word that may stand before another in a sentence."""


def _within(found: Iterable[Departure], by: int, length: int) -> Iterator[Departure]:
    """The sure departures in a text that stands ``by`` characters further on."""
    for departure in found:
        start, end = departure.start - by, departure.end - by
        if departure.sure and start >= 0 and end <= length:
            yield replace(departure, start=start, end=end)
