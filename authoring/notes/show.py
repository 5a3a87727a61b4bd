"""What was understood of a notes file, as plain tables that a reporter can scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from authoring.notes.model import Item, ItemKind, Notes, Source
from authoring.text.patterns import lazy

_BLANKS = lazy(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]+")
HIDDEN = "(not named)"
"""Stands for a protected source that has no alias, and for the id of every protected source."""


@dataclass(frozen=True)
class Section:
    """One table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def overview(notes: Notes, *, private: bool = False) -> list[Section]:
    """The tables of one notes file, without those that are empty.

    Protected sources stand under their alias, and what is off the record only as a number. ``private`` shows both,
    for the eyes of the notes' owner alone.
    """
    return [section for section in _sections(notes, private) if section.rows]


def counted(notes: Notes) -> str:
    """How much there is, in one line: “12 quotes, 5 facts, 1 request”."""
    numbers = (
        (len(notes.sources), "source"),
        (len(notes.quotes), "quote"),
        (len(notes.of_kind("reported")), "paraphrase"),
        (len(notes.facts), "fact"),
        (len(notes.of_kind("question")), "question"),
        (len(notes.requests), "request"),
    )
    return ", ".join(plural(count, word) for count, word in numbers if count) or "nothing in them yet"


def plural(count: int, word: str) -> str:
    """“1 quote”, “2 quotes”."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _sections(notes: Notes, private: bool) -> Iterator[Section]:
    yield Section("Piece", ("key", "value"), tuple(_piece(notes)))
    yield Section("Sources", ("id", "who", "kind", "terms"), tuple(_sources(notes, private)))
    shown = [item for beat in notes.beats for item in beat.items] if private else list(notes.items)
    told = ("line", "who", "verb", "time", "words")
    yield Section("Quotes", told, tuple(_told(notes, shown, "quote", private)))
    yield Section("Statements", told, tuple(_told(notes, shown, "statement", private)))
    yield Section("Citations", told, tuple(_told(notes, shown, "citation", private)))
    yield Section("Reported speech", told, tuple(_told(notes, shown, "reported", private)))
    plain = ("line", "words")
    yield Section("Facts of the writer's own", plain, tuple(_plain(notes, shown, "claim")))
    yield Section("Questions", plain, tuple(_plain(notes, shown, "question")))
    yield Section("Requests for comment", ("asked", "outcome", "when", "about"), tuple(_requests(notes, private)))
    hidden = sum(notes.secret(item) for beat in notes.beats for item in beat.items)
    if hidden:
        how = "shown above" if private else "not shown"
        yield Section("Off the record", ("items", ""), ((str(hidden), how),))


def _piece(notes: Notes) -> Iterator[tuple[str, ...]]:
    for key in ("headline", "kind", "slug", "byline", "published", "asof", "story"):
        if value := notes.front.text(key):
            yield key, one_line(value)


def _sources(notes: Notes, private: bool) -> Iterator[tuple[str, ...]]:
    for source in notes.sources.values():
        terms = one_line(source.fields.text("terms"))
        if "off the record" in terms.casefold() and not private:
            continue
        id_ = source.id if private or not source.protected else HIDDEN
        yield id_, _who(source, private), source.kind, terms or "not stated"


def _who(source: Source | None, private: bool) -> str:
    if source is None:
        return ""
    if source.protected and not private:
        return one_line(source.alias) or HIDDEN
    return (
        one_line(source.name or source.fields.text("first") or source.fields.text("org") or source.alias) or source.id
    )


def _told(notes: Notes, items: Iterable[Item], kind: ItemKind, private: bool) -> Iterator[tuple[str, ...]]:
    for item in items:
        if item.kind == kind:
            tag = item.tag
            who = _who(notes.sources.get(item.source), private) if item.source else ""
            place = one_line(tag.time or tag.page or tag.date_text) if tag else ""
            yield _line(notes, item), who, one_line(tag.verb) if tag else "", place, one_line(item.text)


def _plain(notes: Notes, items: Iterable[Item], kind: ItemKind) -> Iterator[tuple[str, ...]]:
    return ((_line(notes, item), one_line(item.text)) for item in items if item.kind == kind)


def _requests(notes: Notes, private: bool) -> Iterator[tuple[str, ...]]:
    for request in notes.requests:
        fields = request.fields
        source = notes.sources.get(request.to)
        if source is not None and source.off_the_record and not private:
            continue  # that it was asked at all is between the two
        yield (
            _who(source, private),
            request.outcome or "not known yet",
            one_line(fields.text("asked_on")),
            one_line(fields.text("about")),
        )


def _line(notes: Notes, item: Item) -> str:
    return str(notes.lines.position(item.span.start)[0])


def one_line(text: str | None) -> str:
    """A text without line breaks and without characters that steer a terminal."""
    return _BLANKS.sub(" ", str.__str__(text)).strip() if text else ""
