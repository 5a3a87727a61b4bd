"""Turns departures from a house's conventions into hits: in the narration, and in headings and captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from authoring.config.conventions import CHOICES, Conventions
from authoring.findings import Suggestion
from authoring.house.departure import Departure, Passage
from authoring.house.engine import FINDERS
from authoring.prose.document import Block, Document, Voice
from authoring.prose.narrated import narrated
from authoring.prose.narration import narration_of
from authoring.rules.hit import Hit
from authoring.text.span import Span

EVERYWHERE = frozenset({Voice.NARRATION, Voice.HEADING, Voice.CAPTION})
"""Voices of the writer."""
_SHORT = frozenset({Voice.HEADING, Voice.CAPTION})


@dataclass(frozen=True)
class Options:
    """How the house writes things."""

    conventions: Mapping[str, str] = field(default_factory=dict)
    """What the house has settled; nothing is checked that it has not."""

    @cached_property
    def house(self) -> Conventions:
        """The same as the engine takes it."""
        known = {name: choice for name, choice in self.conventions.items() if choice in CHOICES.get(name, ())}
        return Conventions.of(known)


def departures(
    document: Document, options: Options, *names: str, short: bool = True
) -> Iterator[tuple[Departure, Hit]]:
    """Every departure from these conventions with its hit; ``short`` tells whether headings and captions are read."""
    if not any(getattr(options.house, name.replace("-", "_")) for name in names):
        return
    told = narrated(document)
    find = FINDERS[names[0]]
    for departure in find(told, options.house):
        yield departure, _hit(document, told.text, told.span(departure.start, departure.end), departure)
    for block, passage in _headings(document) if short else ():
        for departure in find(passage, options.house):
            yield departure, _hit(document, passage.text, block.span_of(departure.start, departure.end), departure)


def hits(document: Document, options: Options, *names: str, short: bool = True) -> Iterator[Hit]:
    """The hits alone."""
    return (hit for _, hit in departures(document, options, *names, short=short))


def _headings(document: Document) -> list[tuple[Block, Passage]]:
    known = document.worked_out.get("house headings")
    if isinstance(known, list):
        return known
    blocks = [block for block in document.blocks if block.voice in _SHORT]
    made = [(block, Passage(narration_of(document, block))) for block in blocks]
    document.worked_out["house headings"] = made
    return made


def _hit(document: Document, text: str, span: Span, departure: Departure) -> Hit:
    """A hit, without the blank space around the words, and with an edit where no markup stands among them."""
    words, instead = text[departure.start : departure.end], departure.instead
    exact = instead is not None and span.of(document.text) == words
    edits = (Suggestion(span, instead, departure.sure),) if exact and instead is not None else ()
    bare = words.strip()
    if bare and bare != words and span.of(document.text) == words:
        first = span.start + len(words) - len(words.lstrip())
        span = Span(first, first + len(bare))
    expected = "another form" if instead is None else f"“{instead.strip() or 'nothing'}”"
    return Hit(span, f"“{bare}” stands here, expected {expected}", suggestions=edits)
