"""The writer's own sentences as items of notes: narration, reported speech, facts with their outlets and documents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from authoring.export.article import Run
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Block, Document
from authoring.recovering.clauses import clause_before
from authoring.recovering.markup import marked_up
from authoring.recovering.model import Item, Source
from authoring.recovering.silent import Silent
from authoring.recovering.sources import Sources, role_beside
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.text.span import Span

_SAYS = frozenset("say says said add adds added write writes wrote".split())
"""After these, “that” may stand or not."""
_CITED = frozenset(("outlet", "document", "organisation"))
_WRITER = frozenset(("i", "we", "me", "us"))
_THAT = lazy(r"that\s+", 2)
_NO_CLAUSE = lazy(r"(?:to|of|for|in|on|at|with|about|against|as|by|from|so|no|yes|it all|this|goodbye|hello)\b", 2)
_END = lazy(r"[\s.]*$")


class Narrator:
    """What is known of one article while its items are made, in order."""

    def __init__(
        self, document: Document, sources: Sources, silent: Silent, runs: Sequence[Run], *, english: bool
    ) -> None:
        self._document, self._sources, self._silent = document, sources, silent
        self._runs = runs
        self._said = sorted(document.attributions if english else (), key=lambda one: one.span)
        self._starts = [one.span.start for one in self._said]
        self._parts = sorted((part.start, number) for number, one in enumerate(self._said) for part in one.segments)
        self._spoke = ""

    def said_in(self, span: Span) -> list[Attribution]:
        """The attributions with a segment that begins in a stretch."""
        first = bisect_left(self._parts, (span.start, -1))
        last = bisect_left(self._parts, (span.end, -1))
        return [self._said[number] for number in dict.fromkeys(number for _, number in self._parts[first:last])]

    def source(self, said: Attribution) -> Source | None:
        """Whose words these are."""
        return self._sources.of(said) if self.may_ask(said) else None

    def may_ask(self, said: Attribution) -> bool:
        """Whether it is somebody else than the writer who speaks."""
        return said.speaker is None or said.speaker.text.lower() not in _WRITER

    def spoke(self, id_: str) -> None:
        """A tag names this source."""
        self._spoke = id_

    def speaks(self, source: Source) -> bool:
        """Whether the tag before names this source too."""
        return self._spoke == source.id

    @staticmethod
    def several(words: str) -> bool:
        """Whether words are more than one sentence."""
        return len(list(sentence_spans(words))) > 1 or "\n\n" in words

    def written(self, block: Block, start: int, end: int) -> str:
        """A stretch of a block with its links and its emphasis, as Markdown has them."""
        return marked_up(block, start, end, self._runs)

    def sentences(self, block: Block, start: int, end: int, *, whole: bool = False) -> Iterator[Item]:
        """The items of the sentences in a stretch that quotes nobody at length; ``whole`` for a part of a sentence."""
        if whole:
            if block.text[start:end].strip():
                yield self._item("narration", block, start, end)
            return
        for begins, stops in places_of(block):
            first, last = max(begins, start), min(stops, end)
            if first < last and block.text[first:last].strip():
                yield self._sentence(block, first, last)

    def whole(self, block: Block, start: int, end: int, said: Attribution) -> Item:
        """A sentence that reports somebody's words and stays as it is."""
        source = self.source(said)
        if source is None:
            item = self._item("narration", block, start, end)
            if said.kind is not Kind.INDIRECT and self.may_ask(said):
                item.asks = f"who is “{said.speaker.text}”?" if said.speaker else "who says this?"
            return item
        self.spoke(source.id)
        cue = (said.cue.text.lower(),) if said.cue is not None and said.cue.text.lower() != "told" else ()
        kind = "fact" if source.kind in _CITED else "reported"
        item = self._item(kind, block, start, end)
        item.tag = (source.id, *cue, "untagged")
        return item

    def _item(self, kind: str, block: Block, start: int, end: int) -> Item:
        words = self.written(block, start, end)
        return Item(kind, block.span_of(start, end), words, plain=words)  # type: ignore[arg-type]

    def _sentence(self, block: Block, start: int, end: int) -> Item:
        span = block.span_of(start, end)
        if (quiet := self._silent.item(span, block.text[start:end])) is not None:
            quiet.plain = self.written(block, start, end)
            return quiet
        first = bisect_left(self._starts, span.start)
        said = [one for one in self._said[first:] if one.span.start < span.end and one.kind is not Kind.DIRECT]
        told = {id(source): source for one in said if (source := self.source(one)) is not None}
        if len(told) != 1:
            item = self._item("narration", block, start, end)
            mixed = next((one for one in said if one.kind is Kind.MIXED and self.may_ask(one)), None)
            if mixed is not None and not told:
                return self.whole(block, start, end, mixed)
            return item
        if len(said) == 1 and (simple := self._simple(block, said[0], start, end)) is not None:
            return simple
        return self.whole(block, start, end, next(one for one in said if self.source(one) is not None))

    def _simple(self, block: Block, said: Attribution, start: int, end: int) -> Item | None:
        """“Low said that the dam would hold.” as “~ the dam would hold”."""
        source = self.source(said)
        part = said.segments[0]
        if source is None or not source.name or len(said.segments) != 1 or not block.span.covers(part):
            return None
        begins, stops = block.position_of(part.start), block.position_of(part.end - 1) + 1
        if _END.fullmatch(block.text, stops, end) is None or said.cue is None or said.speaker is None:
            return None
        clause = clause_before(block, said, start, begins)
        if clause is None or (clause.role and not role_beside(source, clause.role)):
            return None
        verb, words = clause.verb, self.written(block, begins, stops)
        if that := _THAT.match(words):
            words = words[that.end() :]
        elif verb.lower().endswith(" that"):
            verb = verb[:-5]
        elif said.kind is Kind.MIXED or verb.lower() not in _SAYS or _NO_CLAUSE.match(words):
            return None
        if not words or words.rstrip(".").endswith("?") or verb.lower() in ("told", "that"):
            return None
        self.spoke(source.id)
        lead = (f"lead: {clause.lead}",) if clause.lead else ()
        kind = "fact" if source.kind in _CITED else "reported"
        item = self._item(kind, block, start, end)
        item.text, item.tag = words.rstrip("."), (source.id, verb, *lead)
        return item


def places_of(block: Block) -> list[tuple[int, int]]:
    """Where the sentences of a block begin and end; one that ends inside a quotation goes on behind it."""
    quoted = [
        (block.position_of(part.start), block.position_of(part.end))
        for quotation in block.quotations
        if not quotation.depth
        for part in quotation.inner
        if block.span.covers(part)
    ]
    places: list[tuple[int, int]] = []
    for start, end in block.sentence_places:
        if places and any(first < start < last for first, last in quoted):
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return places
