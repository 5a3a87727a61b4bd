"""What a new story takes from an older one: sources, whom it asked, its beats; nothing that anybody said.

Who may not be named is not taken, nor anything that holds such a name or id: a new story has no promise to them yet.
The terms that were agreed on are not taken either, since they were agreed for that conversation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from authoring.notes.form import Filling
from authoring.notes.model import Fields, Notes, Source, Value
from authoring.trace.traced import Traced

_KEPT = ("byline", "byline_position", "publication", "house", "lang", "terms")
"""What is said of the piece that is true of the next one, too."""
_AGREED = ("terms",)


@dataclass(frozen=True, slots=True)
class Older:
    """What is taken."""

    front: Mapping[str, Filling]
    """Keys at the top."""
    sources: Mapping[str, Mapping[str, Filling]]
    asked: Mapping[str, Mapping[str, Filling]]
    """Requests: whom, and who asked; what came of them belongs to the older story."""
    interviewed: str
    """The id of who was interviewed; empty for nobody, or somebody who is not taken."""
    headings: tuple[str, ...]
    left: int
    """How many sources were not taken."""


def taken_from(notes: Notes) -> Older:
    """What a new story may have of these notes."""
    secret = _secret_words(notes)

    def kept(value: Value) -> Filling:
        if isinstance(value, Traced):
            plain = str.__str__(value)
            return "" if secret and secret.search(plain) else plain
        if isinstance(value, tuple):
            texts = tuple(each for entry in value if isinstance(each := kept(entry), str) and each)
            return texts or ""
        if isinstance(value, Fields):
            return {key: inner for key, entry in value.values.items() if (inner := kept(entry))}
        return ""

    def of_group(fields: Fields, without: tuple[str, ...] = ()) -> Mapping[str, Filling]:
        return {key: kept(value) for key, value in fields.values.items() if key not in without}

    private = _only_in_private(notes)
    named = [
        each
        for each in notes.sources.values()
        if not (each.protected or each.id in private or (secret and secret.search(each.id)))
    ]
    ids = {source.id for source in named}
    # those of the contacts file are there for the new story, too
    own = [source for source in named if source.span.start <= len(notes.text)]
    asked = {
        request.to: {"asked_by": kept(request.fields.get("asked_by"))}
        for request in notes.requests
        if request.to in ids
    }
    return Older(
        {key: value for key in _KEPT if (value := kept(notes.front.get(key)))},
        {source.id: of_group(source.fields, _AGREED) for source in own},
        asked,
        next((id_ for id_ in _interviewed(notes) if id_ in ids), ""),
        tuple(heading for heading in _headings(notes) if not (secret and secret.search(heading))),
        len(notes.sources) - len(ids),
    )


def _only_in_private(notes: Notes) -> set[str]:
    """Who told things, and none of them with their name to it: all of it off the record, or on background."""
    told: dict[str, bool] = {}
    for item in (item for beat in notes.beats for item in beat.items if item.tag and item.tag.source):
        private = notes.secret(item) or (item.tag is not None and item.tag.background)
        told[str(item.source)] = told.get(str(item.source), True) and private
    return {id_ for id_, private in told.items() if private}


def _interviewed(notes: Notes) -> list[str]:
    value = notes.front_fields("interview").get("with")
    listed = value if isinstance(value, tuple) else (value,)
    return [id_.strip() for each in listed if isinstance(each, Traced) for id_ in str.__str__(each).split(",")]


def _headings(notes: Notes) -> Iterator[str]:
    """Those of beats that were printed: what only private notes stand under may be private itself."""
    for beat in notes.beats:
        if beat.heading and any(not notes.secret(item) and item.text for item in beat.items):
            yield str.__str__(beat.heading)


def _secret_words(notes: Notes) -> re.Pattern[str] | None:
    words = {word for source in notes.sources.values() if source.protected for word in _words_of(source)}
    if not words:
        return None
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _words_of(source: Source) -> Iterator[str]:
    """The id and the names of a source that may not be known; short words like “de” tell nobody anything."""
    yield source.id
    name = str.__str__(source.name or "")
    yield from (word for word in (name, *name.split()) if len(word) > 2)
