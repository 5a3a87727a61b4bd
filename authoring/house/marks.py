"""Quotation marks and apostrophes as a house has them; the words between them stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure
from authoring.text.patterns import lazy
from authoring.text.quotations import pairs
from authoring.trace.traced import Traced, union

CURLY = {"double": ("“", "”"), "single": ("‘", "’")}
STRAIGHT = {"double": ('"', '"'), "single": ("'", "'")}
_OTHER = {"double": "single", "single": "double"}
_KINDS = {"“": "double", "”": "double", '"': "double", "‘": "single", "’": "single", "'": "single"}
_APOSTROPHE = lazy(r"['’‘](?:(?<=[^\W\d_].)(?=[^\W\d_])|(?<=s.)(?= )|(?<![^\s(\[“\"—–-].)(?=\d0s\b))")
"""Inside a word, after a plural, before a decade."""
_CURLY = lazy("[“”‘’]")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that a house sets; where it has settled nothing, those that drafts have had from the beginning."""

    outer: tuple[str, str]
    """Around a quotation."""
    inner: tuple[str, str]
    """Around a quotation inside another."""


def marks_of(conventions: Conventions) -> Marks:
    """The marks of a house."""
    kinds = STRAIGHT if conventions.marks == "straight" else CURLY
    outer = conventions.quotation_marks or "double"
    return Marks(kinds[outer], kinds[_OTHER[outer]])


def marks(text: str, conventions: Conventions, depth: int = 0) -> Iterator[Departure]:
    """Every mark that the house has otherwise; ``depth`` is 1 for words that will stand inside quotation marks."""
    if conventions.marks is None and conventions.quotation_marks is None:
        return
    begin = 0
    for paragraph in text.split("\n\n"):
        yield from _in_paragraph(paragraph, begin, conventions, depth)
        begin += len(paragraph) + 2


def _in_paragraph(text: str, begin: int, conventions: Conventions, depth: int) -> Iterator[Departure]:
    paired: set[int] = set()
    for pair in pairs(text):
        sides = [(pair.start, pair.inner, 0), *([(pair.stop, pair.end, 1)] if pair.closed else ())]
        for start, end, side in sides:
            paired.update(range(start, end))
            mark = text[start:end]
            wanted = _wanted(mark, side, pair.depth + depth, conventions)
            if wanted not in (None, mark):
                yield Departure(begin + start, begin + end, wanted, "marks")
    for match in _APOSTROPHE.finditer(text) if conventions.marks else ():
        mark = "'" if conventions.marks == "straight" else "’"
        if match.start() not in paired and match[0] != mark:
            yield Departure(begin + match.start(), begin + match.end(), mark, "marks")
    if conventions.marks == "straight":
        for match in _CURLY.finditer(text):
            place = match.start()
            if place not in paired and not _APOSTROPHE.match(text, place):
                yield Departure(begin + place, begin + place + 1, STRAIGHT[_KINDS[match[0]]][0], "marks")


def _wanted(mark: str, side: int, depth: int, conventions: Conventions) -> str | None:
    """The mark that the house has in the place of one; ``None`` for marks of other languages."""
    kind = _KINDS.get(mark, "double" if mark in ("``", "''", "‘‘", "’’") else None)
    if kind is None:
        return None
    if conventions.quotation_marks:
        kind = conventions.quotation_marks if depth % 2 == 0 else _OTHER[conventions.quotation_marks]
    straight = conventions.marks == "straight" if conventions.marks else mark in ('"', "'", "''")
    return (STRAIGHT if straight else CURLY)[kind][side]


def marked(text: Traced, conventions: Conventions, depth: int = 0) -> Traced:
    """A text with every quotation mark and apostrophe as the house has it; ``depth`` as in ``marks``."""
    return put_right(text, marks(str.__str__(text), conventions, depth))


def put_right(text: Traced, found: Iterator[Departure] | list[Departure]) -> Traced:
    """A text with these departures put right, which do not overlap; what is put in leads back to what was there."""
    pieces: list[str] = []
    at = 0
    for departure in sorted(found, key=lambda each: each.start):
        if departure.instead is None or departure.start < at:
            continue
        gone = text[departure.start : departure.end]
        runs = (
            [run._replace(source=gone._runs[0].source) for run in union(len(departure.instead), (gone,))]
            if gone
            else None
        )
        pieces += (text[at : departure.start], Traced(departure.instead, runs))
        at = departure.end
    return Traced.concat([*pieces, text[at:]]) if pieces else text
