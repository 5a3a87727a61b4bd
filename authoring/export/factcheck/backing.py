"""What each sentence of an article rests on: the note, whose it is, and where and when that was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from authoring.drafting.why import Drafted, drafted_from
from authoring.export.factcheck.model import Backing
from authoring.export.factcheck.shown import Shown, may_be_named
from authoring.findings import Origin
from authoring.notes.model import Item, Notes
from authoring.prose.attribution.model import Kind
from authoring.prose.document import Document
from authoring.text.span import Span
from authoring.verification.quotes import CheckedQuote
from authoring.verification.sentences import Led
from authoring.verification.words import NotedWords

_KINDS = {
    "narration": "the reporter’s own words",
    "claim": "the reporter’s own claim",
    "reported": "reported speech",
    "action": "seen by the reporter",
    "no-comment": "a request for comment",
}
"""What items are called here, where that is not the word of the notes."""
_FRONT = "front matter of the notes"
_MOST = 2
"""Notes that are shown where several say the same."""
_WORDS = 220
"""Characters of a note that are shown."""


class Resting:
    """Tells what the sentences of one article rest on."""

    def __init__(self, document: Document, shown: Shown) -> None:
        self._shown = shown
        self._notes = document.notes
        self._attributions = () if document.notes else document.attributions
        self._drafted: Drafted | None = None
        self._words = NotedWords(document.notes) if document.notes else None
        self._lines: dict[int, Item] = {}
        if document.notes is not None:
            if document.path:
                self._drafted = drafted_from(Path(document.path), document.text, document.notes)
            for item in document.notes.items:
                end = item.tag.span.end if item.tag else item.span.end
                first, last = (document.notes.lines.position(each)[0] for each in (item.span.start, end))
                self._lines.update(dict.fromkeys(range(first, last + 1), item))

    @property
    def stale(self) -> bool:
        """Whether the article was drafted from notes that have changed since."""
        return self._drafted is not None and self._drafted.stale

    def item_of(self, origin: Origin | None) -> Item | None:
        """The note that stands at a place, if it is one in the notes."""
        if origin is None or self._notes is None or origin.path != self._notes.path:
            return None
        return self._lines.get(origin.line)

    def source_of(self, quote: CheckedQuote) -> str | None:
        """The id of the source whose words a quotation is, by what was found of it."""
        item = self.item_of(quote.check.origin)
        if item is not None and item.source:
            return item.source
        if quote.check.source:
            return quote.check.source
        return quote.said.speaker.source if quote.said.speaker else None

    def of(self, span: Span, led: Led | None, quotes: Iterable[CheckedQuote]) -> tuple[Backing, ...]:
        """What a sentence rests on, each once."""
        found: dict[tuple[str, str], Backing] = {}
        for one in self._all(span, led, quotes):
            found.setdefault((one.kind, one.place or one.who), one)
        return tuple(found.values())

    def _all(self, span: Span, led: Led | None, quotes: Iterable[CheckedQuote]) -> Iterator[Backing]:
        if self._notes is None:
            yield from self._told(span)
            return
        for quote in quotes:
            if (made := self._quoted(quote)) is not None:
                yield made
        if led is not None and led.how == "draft":
            yield from self._of_draft(span, self._notes)
        elif led is not None and led.how == "words":
            found = self._words.find(led.sentence.text) if self._words else ()
            yield from (self._item(item, self._notes, said=False) for item in found[:_MOST])
            if not found:
                yield Backing(_FRONT)

    def _told(self, span: Span) -> Iterator[Backing]:
        """Whose words a sentence gives, as far as the article itself tells: all there is without notes."""
        for said in self._attributions:
            if said.speaker is not None and any(segment.overlaps(span) for segment in said.segments):
                kind = "reported" if said.kind is Kind.INDIRECT else "quoted"
                yield Backing(f"is {kind} here", self._shown.line(said.speaker.name or said.speaker.text))

    def _of_draft(self, span: Span, notes: Notes) -> Iterator[Backing]:
        stretches = self._drafted.stretches(span) if self._drafted is not None else None
        places = list(self._drafted.places(stretches)) if self._drafted is not None and stretches else []
        inside = (place.start for place in places if place.start < len(notes.text))
        items = {id(item): item for at in inside if (item := self._lines.get(notes.lines.position(at)[0]))}
        if items:
            yield from (self._item(item, notes, said=item.kind == "quote") for item in items.values())
        elif places:
            path, line, _ = notes.where(places[0].start)
            yield Backing(_FRONT, place=f"{self._shown.file(path)}:{line}")

    def _quoted(self, quote: CheckedQuote) -> Backing | None:
        origin, notes = quote.check.origin, self._notes
        if origin is None or notes is None:
            return None
        item = self.item_of(origin)
        if item is not None:
            return self._item(item, notes, said=True)
        source = may_be_named(notes, self.source_of(quote))
        who = self._shown.name(source) if source else self._shown.line(quote.check.speaker)
        code = self._shown.code(source) if source else ""
        more = (origin.time,) if origin.time else ()
        return Backing("transcript", who, code, self.place(origin), more, self._shown.role(source) if source else "")

    def place(self, origin: Origin) -> str:
        """A place as it is told here: ``notes.md:41``."""
        return f"{self._shown.file(origin.path)}:{origin.line}"

    def _item(self, item: Item, notes: Notes, *, said: bool) -> Backing:
        """A note; with ``said``, its words stand in the sentence or beside the quotation."""
        shown = self._shown
        source = may_be_named(notes, item.source)
        line = notes.lines.position(item.span.start)[0]
        hidden = source is not None and source.protected  # what else that one told may say who it is
        words = "" if said or hidden or item.kind == "no-comment" else shown.line(item.text)
        words = words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()} …"
        return Backing(
            _KINDS.get(item.kind, item.kind),
            shown.name(source) if source else "",
            shown.code(source) if source else "",
            f"{shown.file(notes.path)}:{line}",
            tuple(filter(None, map(shown.line, self._more(item, notes, hidden=hidden)))),
            shown.role(source) if source else "",
            words,
        )

    def _more(self, item: Item, notes: Notes, *, hidden: bool) -> Iterator[str | None]:
        tag = item.tag
        if tag is None:
            return
        yield tag.time
        if heard := tag.keys.get("heard"):
            yield f"heard on the recording: {str.__str__(heard)}"
        if hidden:
            return
        yield from (tag.page, tag.date_text)
        if tag.known:
            yield "common knowledge, by the notes"
        for key in ("via", "to", "citing", "cites"):
            if value := tag.keys.get(key):
                named = notes.sources.get(str.__str__(value))
                told = str.__str__(value) if named is None else "" if named.off_the_record else self._shown.name(named)
                yield f"{key} {told}" if told else None
