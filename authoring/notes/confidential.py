"""Keeps the real name of a protected source out of what will be printed.

Practice: a promise of anonymity binds the newsroom (SPJ Code of Ethics; Reuters Handbook). A name that slips into the
narration would reach the draft, so notes that hold one there cannot be drafted.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from authoring.notes.model import Beat, Fields, Source, Value
from authoring.notes.problems import Problems
from authoring.trace.traced import Traced

_PRINTED = ("headline", "dek", "kicker", "byline")
_READ = ("alias", "second", "reason")
"""What is printed of a protected source."""


def check_confidential(
    front: Fields,
    sources: Mapping[str, Source],
    beats: Iterable[Beat],
    problems: Problems,
    *,
    elsewhere: Container[str] = (),
) -> None:
    """Reports every place that would be printed and holds a protected name: in full an error, the last word a warning.

    The last word alone may be an everyday word, so it stops nothing. Neither message shows the name. ``elsewhere`` are
    the ids of sources whose own entries stand in another file, and were looked at there.
    """
    names = [str.__str__(source.name).strip() for source in sources.values() if source.protected and source.name]
    full = _any_of(names)
    if full is None:
        return
    open_words = {word for source in sources.values() if not source.protected for word in (source.name or "").split()}
    last = _any_of(name.split()[-1] for name in names if " " in name and name.split()[-1] not in open_words)
    for text in _printed(front, sources, beats, elsewhere):
        for match in full.finditer(text):
            place = _place(text, match)
            problems.error(*place, "the name of a protected source stands here, expected the alias")
        for match in last.finditer(text) if last else ():
            place = _place(text, match)
            if not problems.error_within(*place):
                problems.warning(*place, "this may be the name of a protected source, expected the alias")


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)") if ordered else None


def _printed(
    front: Fields, sources: Mapping[str, Source], beats: Iterable[Beat], elsewhere: Container[str]
) -> Iterator[Traced]:
    for key in _PRINTED:
        if value := front.text(key):
            yield value
    for group in (front.get("corrects"), *_each(front.get("corrections"))):
        if isinstance(group, Fields):
            yield from (value for value in group.values.values() if isinstance(value, Traced))
    for source in (source for source in sources.values() if source.id not in elsewhere):
        for key in _READ if source.protected else ("name", "role", "employer", "first", "second"):
            if value := source.fields.text(key):
                yield value
    for beat in beats:
        if beat.heading:
            yield beat.heading
        for item in beat.items:
            source_of = sources.get(item.source) if item.source else None
            if not item.off_the_record and not (source_of and source_of.off_the_record):
                yield item.text
                yield from item.tag.keys.values() if item.tag else ()


def _each(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()


def _place(text: Traced, match: re.Match[str]) -> tuple[int, int]:
    found = text[match.start() : match.end()].noted
    return found or (0, 0)
