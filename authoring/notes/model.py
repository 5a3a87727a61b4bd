"""What a notes file holds, as frozen types; every text knows its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from authoring.errors import Problem
from authoring.text.lines import LineIndex
from authoring.text.span import Span
from authoring.trace.traced import Traced

SourceKind = Literal["person", "spokesperson", "organisation", "company", "outlet", "document"]
ItemKind = Literal[
    "narration",  # the writer's own words
    "quote",  # a source's exact words
    "reported",  # what a source said, in the writer's words
    "statement",  # a fact told by a person, spokesperson or company
    "citation",  # a fact from an outlet, document or organisation
    "claim",  # a fact of the writer's own
    "question",  # what was asked
    "action",  # what was seen
    "no-comment",  # the line that says who did not answer
    "break",  # a new paragraph inside the beat
]
PROTECTED_TERMS = frozenset({"background", "off the record", "anonymous"})
"""Terms under which a source's name must appear nowhere outside the notes."""


@dataclass(frozen=True)
class Fields:
    """A mapping of the front matter: values as typed, and the place of each, also of empty ones."""

    values: Mapping[str, Value]
    places: Mapping[str, Span]
    """Where each key's value stands; for an empty value, the place just after the colon."""
    keys: Mapping[str, Span]
    """Where each key itself stands."""
    span: Span

    def get(self, key: str) -> Value:
        """The value, or ``None`` where it is missing or not known yet."""
        return self.values.get(key)

    def text(self, key: str) -> Traced | None:
        """The value where it is a text, else ``None``."""
        value = self.values.get(key)
        return value if isinstance(value, Traced) else None

    def place(self, key: str) -> Span:
        """Where to edit this key: its value, else the key, else the mapping."""
        place = self.places.get(key, self.keys.get(key))  # an empty value has an empty place, which is falsy
        return self.span if place is None else place


Value = Traced | Fields | tuple["Value", ...] | None


@dataclass(frozen=True)
class Source:
    """Who or what told us."""

    id: str
    kind: SourceKind
    fields: Fields
    """Everything the notes say of it: name, role, employer, org, first, second, short, pronoun, terms, url, …"""
    span: Span
    """Where its id stands in the front matter."""

    @property
    def name(self) -> Traced | None:
        """The name as typed; of a protected source it must be printed nowhere."""
        return self.fields.text("name")

    @property
    def alias(self) -> Traced | None:
        """What to print for a source that is not named."""
        return self.fields.text("alias")

    @property
    def protected(self) -> bool:
        """Whether the real name is confidential: an alias, or terms other than on the record."""
        terms = (self.fields.text("terms") or "").casefold()
        return self.alias is not None or any(term in terms for term in PROTECTED_TERMS)

    @property
    def off_the_record(self) -> bool:
        """Whether nothing that it told may be used."""
        return "off the record" in str.casefold(self.fields.text("terms") or "")


@dataclass(frozen=True)
class Tag:
    """The line under an item that says whose it is and how it was said."""

    span: Span
    source: str | None = None
    """Id of the source."""
    pronoun: Traced | None = None
    """The pronoun as typed, where the tag names its source by one."""
    verb: Traced | None = None
    time: Traced | None = None
    """Place in the recording, as typed: ``00:12:41``."""
    page: Traced | None = None
    """Place in a document, as typed: ``p. 12``."""
    date: date | None = None
    date_text: Traced | None = None
    """The date as typed, ``2024-06-25``, for its place."""
    untagged: bool = False
    same_statement: bool = False
    off_the_record: bool = False
    background: bool = False
    known: bool = False
    keys: Mapping[str, Traced] = field(default_factory=dict)
    """``manner``, ``lead``, ``to``, ``citing``, ``cites``, ``about``, ``see``, ``heard``, ``via``, ``status``."""


@dataclass(frozen=True)
class Item:
    """One thing in the notes: a quote, a fact, a question, …"""

    kind: ItemKind
    span: Span
    """From the item's mark to the end of its last line, without the tag."""
    text: Traced
    """The words, with fields filled in, comments left out and escapes undone; paragraphs parted by a blank line."""
    tag: Tag | None = None
    source: str | None = None
    """Id of the source: from the tag; for an action, from the next tagged item; for a no-comment, as written."""
    parts: tuple[Traced, ...] = ()
    """Of a quote: its words before and after ``//``; one part where there is no such mark."""
    joint: Literal["", ",", ".", "before", "after"] = ""
    """What follows the attribution at ``//``; ``before`` and ``after`` where the mark stands at an end of the quote and
    the attribution before or after all of it; empty where there is no such mark."""

    @property
    def off_the_record(self) -> bool:
        """Whether it must appear in nothing that leaves the notes."""
        return self.tag is not None and self.tag.off_the_record


@dataclass(frozen=True)
class Beat:
    """A paragraph of the article to be: a heading and its items in order."""

    heading: Traced | None
    slug: str
    """The heading in lower case with hyphens, as ``see: brief#slug`` names it."""
    span: Span
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Request:
    """A party that was asked for comment, and what came of it."""

    to: str
    """Id of the source that was asked."""
    fields: Fields
    """``to``, ``asked_by``, ``asked_on``, ``how``, ``about``, ``outcome``."""

    @property
    def outcome(self) -> str:
        """``no response``, ``declined``, ``statement`` or ``pending``; empty while not known."""
        return str.__str__(self.fields.text("outcome") or "").casefold()


@dataclass(frozen=True)
class Contacts:
    """Where the sources stand that notes took from the newsroom's contacts file."""

    path: str
    """As messages show it."""
    text: str
    """The file as decoded."""
    pieces: tuple[tuple[int, Span], ...]
    """For each source: the offset at which the notes have it, past their own text, and its place in the file."""

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of every offset of the file."""
        return LineIndex(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of an offset as the notes have it."""
        begin, place = next(piece for piece in reversed(self.pieces) if piece[0] <= offset or piece is self.pieces[0])
        return self.lines.position(max(place.start, min(place.start + offset - begin, place.end)))

    @property
    def words(self) -> str:
        """What the notes took, one source after the other."""
        return "\n".join(place.of(self.text) for _, place in self.pieces)


@dataclass(frozen=True)
class Notes:
    """One notes file, understood; never rewritten and never rendered."""

    path: str
    text: str
    """The file as decoded; all spans count into it."""
    front: Fields
    sources: Mapping[str, Source]
    requests: tuple[Request, ...]
    beats: tuple[Beat, ...]
    problems: tuple[Problem, ...] = ()
    """Warnings and infos; a file with errors gives no ``Notes``."""
    contacts: Contacts | None = None
    """What was taken from the contacts file; ``None`` where nothing was."""

    def where(self, offset: int) -> tuple[str, int, int]:
        """File, line and column of an offset: in the notes, or past their end in the contacts file."""
        if self.contacts is not None and offset > len(self.text):
            return self.contacts.path, *self.contacts.place(offset)
        return self.path, *self.lines.position(offset)

    @property
    def whole(self) -> str:
        """All that a draft rests on, for its fingerprint: the notes, and what they took from the contacts file."""
        return self.text if self.contacts is None else f"{self.text}\0{self.contacts.words}"

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of every offset."""
        return LineIndex(self.text)

    @property
    def items(self) -> Iterator[Item]:
        """Every item in order, without what is off the record."""
        return (item for beat in self.beats for item in beat.items if not self.secret(item))

    def secret(self, item: Item) -> bool:
        """Whether an item is off the record, by its tag or by the terms agreed with its source."""
        source = self.sources.get(item.source) if item.source else None
        return item.off_the_record or (source is not None and source.off_the_record)

    def of_kind(self, *kinds: ItemKind) -> tuple[Item, ...]:
        """The items of these kinds in order, without what is off the record."""
        return tuple(item for item in self.items if item.kind in kinds)

    @property
    def quotes(self) -> tuple[Item, ...]:
        """The sources' exact words."""
        return self.of_kind("quote")

    @property
    def statements(self) -> tuple[Item, ...]:
        """What persons, spokespersons and companies told us as fact."""
        return self.of_kind("statement")

    @property
    def citations(self) -> tuple[Item, ...]:
        """What outlets, documents and organisations are relied on for."""
        return self.of_kind("citation")

    @property
    def facts(self) -> tuple[Item, ...]:
        """Every bullet in order: statements, citations, and the writer's own claims."""
        return self.of_kind("statement", "citation", "claim")

    def by(self, source: str) -> tuple[Item, ...]:
        """The items of one source, given its id."""
        return tuple(item for item in self.items if item.source == source)

    def front_fields(self, key: str) -> Fields:
        """The mapping under a key of the front matter; an empty one where there is none."""
        value = self.front.get(key)
        return value if isinstance(value, Fields) else Fields({}, {}, {}, self.front.place(key))

    def front_list(self, key: str) -> tuple[Fields, ...]:
        """The mappings of a list under a key of the front matter; none where there is no such list."""
        value = self.front.get(key)
        return tuple(each for each in value if isinstance(each, Fields)) if isinstance(value, tuple) else ()

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        return as_date(self.front.text("published"))

    @property
    def asof(self) -> date | None:
        """The day from which relative dates count: ``asof``, else ``published``."""
        return as_date(self.front.text("asof")) or self.published


def latest_request(requests: Iterable[Request], to: str) -> Request | None:
    """The latest request to a party: by its date, else the last one in the list."""
    asked = [request for request in requests if request.to == to]
    dated = [(str.__str__(request.fields.text("asked_on") or ""), number) for number, request in enumerate(asked)]
    return asked[max(dated)[1]] if asked else None


def as_date(text: str | None) -> date | None:
    """The day that ``2024-07-09`` or ``2024-07-09T10:00Z`` names, else ``None``."""
    if not text:
        return None
    try:
        return date.fromisoformat(str.__str__(text)[:10])
    except ValueError:
        return None
