"""Takes a paragraph of an article apart into items of notes, none of whose words is lost.

Quoted words whose attribution is simple become quotes with a tag. A sentence that is more than that stays whole, with a
tag that says whose words it reports and that nothing of the source is printed besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Block
from authoring.recovering.clauses import Clause, clause_after, clause_before
from authoring.recovering.model import JOINT, Item, Source
from authoring.recovering.narrated import Narrator, places_of
from authoring.recovering.sources import role_beside
from authoring.text.patterns import lazy

_OPENING = "“\"„«‘'`"
_CLOSING = "”\"“»’'`"
_ENDS = lazy(r"[\s.]*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Quoted words in one block, by their places in its text, marks included."""

    start: int
    end: int
    said: Attribution


class Paragraph:
    """One block of running text."""

    def __init__(self, block: Block, spoken: list[Spoken], narrator: Narrator) -> None:
        self._block, self._text, self._narrator = block, block.text, narrator
        self._spoken = spoken
        self._places = places_of(block)
        self._last: Source | None = None

    def items(self) -> Iterator[Item]:
        """Its items in order."""
        at = 0
        number = 0
        while number < len(self._spoken):
            group = self._group(number)
            start = self._sentence_start(at, group[0].start)
            end = self._sentence_end(group[-1].end, self._next(number + len(group)))
            yield from self._narrator.sentences(self._block, at, start)
            number += len(group)
            joined = self._joined(group, end, number)
            if joined is not None:
                number += 1
                end = joined.end
            yield from self._sentence(start, group, end, joined)
            at = end
        yield from self._narrator.sentences(self._block, at, len(self._text))

    def _next(self, number: int) -> int:
        return self._spoken[number].start if number < len(self._spoken) else len(self._text)

    def _group(self, number: int) -> list[Spoken]:
        """The quoted words of one sentence, from a number on."""
        group = [self._spoken[number]]
        for one in self._spoken[number + 1 :]:
            if self._sentence_end(group[-1].end, one.start) <= one.start and self._begins(group[-1].end, one.start):
                break
            group.append(one)
        return group

    def _begins(self, start: int, end: int) -> bool:
        """Whether a sentence begins in a stretch between quoted words, or at its end."""
        return any(start < place <= end for place, _ in self._places)

    def _sentence_start(self, at: int, start: int) -> int:
        """Where the sentence begins that holds the quoted words from ``start`` on; not before ``at``."""
        return max([at, *(place for place, _ in self._places if at <= place <= start)])

    def _sentence_end(self, start: int, limit: int) -> int:
        """Where the sentence ends that goes on behind quoted words: where the next one begins."""
        return min([limit, *(place for place, _ in self._places if start < place <= limit)])

    def _joined(self, group: list[Spoken], end: int, number: int) -> Spoken | None:
        """Quoted words that stand alone in the next sentence, and go on with those of this one."""
        if len(group) != 1 or number >= len(self._spoken):
            return None
        following = self._spoken[number]
        if self._text[end : following.start].strip() or not self._alone(following, number + 1):
            return None
        mine, theirs = self._narrator.source(group[0].said), self._narrator.source(following.said)
        return (
            following
            if mine is not None and mine is theirs and following.said.cue in (None, group[0].said.cue)
            else None
        )

    def _alone(self, spoken: Spoken, number: int) -> bool:
        end = self._sentence_end(spoken.end, self._next(number))
        return not self._text[spoken.end : end].strip()

    def _sentence(self, start: int, group: list[Spoken], end: int, joined: Spoken | None) -> Iterator[Item]:
        first = group[0]
        head, tail = self._text[start : first.start].strip(), self._text[group[-1].end : end].strip()
        if joined is not None:
            tail = self._text[first.end : joined.start].strip()
        source = self._narrator.source(first.said)
        made: list[Item] | None = None
        if len(group) == 2:
            made = self._interrupted(group, source) if not head and not tail.strip(".") else None
        elif len(group) == 1 and not head and tail.strip("."):
            made = self._followed(first, source, joined.start if joined else end, joined)
        elif len(group) == 1 and not tail.strip("."):
            made = self._led(start, first, source) if head else [self._alone_said(first, source)]
        if made is None:
            made = [self._narrator.whole(self._block, start, end, first.said)]
        plain = self._narrator.written(self._block, start, end)
        for item in made:
            item.plain = item.plain or plain
            self._last = source if item.kind == "quote" and item.tag else self._last
        if len(made) == 1:
            made[0].span = self._block.span_of(start, end)
        yield from made

    def _interrupted(self, group: list[Spoken], source: Source | None) -> list[Item] | None:
        """“It was late,” Low said, “and cold.”"""
        one, two = group
        if source is None or self._narrator.source(two.said) not in (source, None):
            return None
        clause = clause_after(self._block, one.said, one.end, two.start)
        if clause is None or not self._text[one.end : two.start].rstrip().endswith(","):
            return None
        if not _takes(source, clause):
            return None
        words = f"{self._words(one)}{JOINT}, {self._words(two)}"
        manner = (f"manner: {clause.manner}",) if clause.manner else ()
        return [self._quote(one, words, (source.id, clause.verb, *manner))]

    def _followed(self, one: Spoken, source: Source | None, end: int, joined: Spoken | None) -> list[Item] | None:
        """“It was late,” Low said. “We went home.”"""
        if source is None:
            if not self._narrator.may_ask(one.said):
                return None
            told = " ".join(self._text[one.end : end].split()).lstrip(", ")
            item = self._quote(one, self._words(one), ())
            item.asks = f"who says this? the article has “{told}”"
            others = [self._quote(joined, self._words(joined), ())] if joined else []
            return [item, *others]
        clause = clause_after(self._block, one.said, one.end, end)
        if clause is None or not _takes(source, clause):
            return None
        manner = (f"manner: {clause.manner}",) if clause.manner else ()
        item = self._quote(one, self._words(one), (source.id, clause.verb, *manner))
        if joined is not None:
            item.text = f"{item.text}{JOINT}. {self._words(joined)}"
        elif self._narrator.several(item.text):
            item.lead = "after"
        return [item]

    def _led(self, start: int, one: Spoken, source: Source | None) -> list[Item]:
        """Low said: “It was late.”"""
        clause = clause_before(self._block, one.said, start, one.start) if source is not None else None
        if source is not None and clause is not None and _takes(source, clause):
            item = self._quote(one, self._words(one), (source.id, clause.verb))
            if clause.lead:
                item.tag = (*item.tag, f"lead: {clause.lead}")
            else:
                item.lead = "before"
            return [item]
        if source is None and not self._narrator.may_ask(one.said):
            return [self._narrator.whole(self._block, start, one.end, one.said)]
        head = list(self._narrator.sentences(self._block, start, one.start, whole=True))
        item = self._quote(one, self._words(one), (source.id, "untagged") if source else ())
        if source is None:
            item.asks = "who says this?"
        item.span = self._block.span_of(one.start, one.end)
        item.plain = self._text[one.start : one.end]
        return [*head, item]

    def _alone_said(self, one: Spoken, source: Source | None) -> Item:
        """Quoted words with no tag beside them."""
        if source is None:
            item = self._quote(one, self._words(one), ())
            item.asks = "who says this?"
            return item
        how = "same statement" if self._narrator.speaks(source) else "untagged"
        return self._quote(one, self._words(one), (source.id, how))

    def _quote(self, one: Spoken, words: str, tag: tuple[str, ...]) -> Item:
        if tag:
            self._narrator.spoke(tag[0])
        runs_on = self._text.rstrip()[-1:] not in _CLOSING and not self._text[self._spoken[-1].end :].strip()
        return Item("quote", self._block.span_of(one.start, one.end), words, tag, runs_on=runs_on)

    def _words(self, one: Spoken) -> str:
        """The quoted words without their marks."""
        start, end = one.start, one.end
        start += self._text[start] in _OPENING
        end -= end - 1 > start and self._text[end - 1] in _CLOSING and self._closed(one)
        return self._text[start:end].strip()

    def _closed(self, one: Spoken) -> bool:
        """Whether the last character is the mark that closes these words, and not one of their own."""
        return (
            any(
                quotation.closed and self._block.position_of(quotation.span.end - 1) + 1 == one.end
                for quotation in self._block.quotations
            )
            or self._text[one.end - 1] in '”"»'
        )


def _takes(source: Source, clause: Clause) -> bool:
    return not clause.role or role_beside(source, clause.role)


def spoken_in(block: Block, said: list[Attribution]) -> list[Spoken]:
    """The quoted words of a block that are somebody's speech, in order."""
    found = []
    for one in said:
        if one.kind is not Kind.DIRECT:
            continue
        for segment in one.segments:
            if block.span.covers(segment) and len(segment) > 1:
                start, end = block.position_of(segment.start), block.position_of(segment.end - 1) + 1
                if start < end and block.text[start] in _OPENING:
                    found.append(Spoken(start, end, one))
    return sorted(found, key=lambda one: one.start)
