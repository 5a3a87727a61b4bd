"""Runs the sieve over an article: each quotation and each reporting clause, from the surest step to the least."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from authoring.prose.attribution.model import Attribution, Kind, Speaker
from authoring.prose.attribution.paragraph import Paragraph
from authoring.prose.attribution.people import Mention, People, source_of
from authoring.prose.attribution.reported import may_report
from authoring.prose.attribution.spoken import SURE, TURN, Ledger, Named
from authoring.prose.document import Block, BlockKind, Document, Quotation, Voice
from authoring.text.patterns import lazy
from authoring.text.span import Span

_AFTER_LABEL: Final = lazy(r"(?:\s?\([^()\n]{1,40}\))?(?:,[^:\n]{1,100}(?=:\s))?[\s:.)\]*_–—-]*")
"""What is left of a label behind the name: “(HT):”, “, a nurse in Tarn Hill:”."""
_MOSTLY: Final = 0.3
"""The share of labelled paragraphs from which a piece is a conversation, and no story that quotes one."""
_OPENING_MARKS: Final = "“\"„«‘'`"
_UNREAD: Final = frozenset({BlockKind.CODE, BlockKind.CAPTION})


def attribute(document: Document) -> tuple[Attribution, ...]:
    """Every quotation and every piece of reported speech of an article with its speaker, in order of place."""
    ledger = Ledger()
    later = _later_parts(document.blocks)
    answers = _answers(document.blocks)
    for number, block in enumerate(document.blocks):
        if block.kind in _UNREAD or not block.text or number in answers:
            continue
        following = document.blocks[number + 1].text[:1] if number + 1 < len(document.blocks) else ""
        leads = following in _OPENING_MARKS and following != ""
        Paragraph(ledger, block, number, later.get(number, []), leads=leads).read()
    people, known = _speakers(document, ledger)
    found = [spoken.done(known) for spoken in ledger.found]
    if answers:
        found.extend(_turns(document, people, answers))
    return tuple(sorted(found, key=lambda one: (one.span, one.kind)))


def _answers(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The blocks that are somebody's turn, by number.

    Where a story only holds a piece of a transcript, what follows a turn is the story's again from the first paragraph
    on that quotes somebody with a tag.
    """
    flow = sum(block.kind is BlockKind.PARAGRAPH for block in blocks)
    piece = 0 < sum(block.label is not None for block in blocks) < flow * _MOSTLY
    found: set[int] = set()
    told = False
    for number, block in enumerate(blocks):
        told = block.label is None and (told or (piece and bool(block.quotations and may_report().search(block.text))))
        if block.voice is Voice.ANSWER and block.speaker is not None and not told:
            found.add(number)
    return frozenset(found)


def _turns(document: Document, people: People, answers: frozenset[int]) -> Iterator[Attribution]:
    """The answers of a Q&A and the turns of a transcript, which the layout ties to their speakers."""
    numbered = enumerate(document.blocks)
    for name, group in groupby(numbered, lambda entry: entry[1].speaker if entry[0] in answers else None):
        blocks = [block for _, block in group]
        place = blocks[0].label or (people.place(name) if name else None)
        if name is None or place is None:
            continue
        spans = tuple(span for block in blocks if (span := _spoken(block)))
        if spans:
            source = source_of(document.notes, Mention(place.start, 0, name), name) if document.notes else None
            speaker = Speaker(place, place.of(document.text), name, source)
            yield Attribution(Kind.DIRECT, spans, speaker, None, TURN, SURE[TURN], steps=(TURN,) * len(spans))


def _spoken(block: Block) -> Span | None:
    """The words of a turn, without the label."""
    if block.label is None:
        return block.span_of(0, len(block.text)) if block.text.strip() else None
    start = block.position_of(block.label.end)
    words = _AFTER_LABEL.match(block.text, start)
    start = words.end() if words else start
    return block.span_of(start, len(block.text)) if block.text[start:].strip() else None


def _speakers(document: Document, ledger: Ledger) -> tuple[People, dict[Named, Speaker]]:
    """Whom the words that name speakers stand for, read in the order of the article."""
    named = {one for spoken in ledger.found for one in (spoken.speaker, spoken.via) if one}
    people = People(document, frozenset(one.mention.name for one in named if one.mention.name))
    known: dict[Named, Speaker] = {}
    for one in sorted(named, key=lambda named: named.span):
        name = people.resolve(one.mention)
        source = source_of(document.notes, one.mention, name) if document.notes is not None else None
        known[one] = Speaker(one.span, one.text, name, source)
    return people, known


def _later_parts(blocks: tuple[Block, ...]) -> dict[int, list[tuple[Quotation, Span]]]:
    """For each block the parts of quotations that began in an earlier one."""
    found: dict[int, list[tuple[Quotation, Span]]] = {}
    starts: list[int] = []
    for block in blocks:
        for quotation in block.quotations:
            for part in quotation.inner[1:]:
                starts = starts or [other.span.start for other in blocks]
                found.setdefault(bisect_left(starts, part.start + 1) - 1, []).append((quotation, part))
    return found
