"""What a checking copy shows, ready for its template: nothing here is worked out any more, only written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked in one way."""

    text: str
    kind: str = ""
    """Of a sentence: ``name``, ``figure`` …, which get a box; of what was said: ``said`` for the quoted words; of a
    difference: ``del`` for words said and not quoted, ``ins`` for words quoted and not said; empty for plain text."""


@dataclass(frozen=True, slots=True)
class Backing:
    """One thing that a sentence rests on."""

    kind: str
    """``quote``, ``statement``, … as the notes have it, or ``transcript``."""
    who: str = ""
    """Whose it is, in a few words."""
    code: str = ""
    """The short name of that source, by which its entry in the list is found; empty where it has none."""
    place: str = ""
    """``notes.md:41``, where it stands."""
    more: tuple[str, ...] = ()
    """The time in the recording, the page, the date, the place in the transcript, what came how."""
    role: str = ""
    """What the notes say that this is; of a source who may be named."""
    words: str = ""
    """What stands there; empty where the sentence says the same, or it is shown with the quotation."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the linter says of a sentence."""

    severity: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, a headline, a caption, …"""

    number: int
    """Counted from 1 through the article."""
    line: int
    """Of the article's file."""
    pieces: tuple[Piece, ...]
    status: str
    """In words: ``as said``, ``no note``, …"""
    grade: str
    """``good``, ``look`` for what is not as it was said, ``bare`` for what rests on nothing, ``none`` where nothing is
    asked of it, as of a heading."""
    backing: tuple[Backing, ...] = ()
    quotes: tuple[int, ...] = ()
    """The numbers of the quotations that stand in it."""
    remarks: tuple[Remark, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a heading, a picture's words, …"""

    kind: str
    """One of ``BlockKind`` with hyphens, or ``head`` for what only the front matter has."""
    number: int
    """Of a paragraph, counted from 1; 0 for what is none."""
    lines: tuple[Line, ...]
    speaker: str = ""
    """Who speaks, in a Q&A."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn of a transcript, or a note, around quoted words."""

    who: str
    place: str
    time: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation beside what was said."""

    number: int
    words: str
    who: str
    """Whom the article names; empty where it names nobody."""
    code: str
    status: str
    grade: str
    reason: str
    lines: tuple[int, ...]
    """The numbers of the sentences that it stands in."""
    place: str = ""
    time: str = ""
    differs: bool = False
    difference: tuple[Piece, ...] = ()
    passages: tuple[tuple[Heard, ...], ...] = ()
    """What was said there; more than one where its words come from far apart."""
    from_notes: bool = False
    """Whether the passages are the reporter's notes, since no transcript has the words."""
    unshown: str = ""
    """Why what was said around it is not shown."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A source, what rests on it and how it can be reached."""

    code: str
    name: str
    facts: tuple[tuple[str, str], ...]
    """What the notes say of it, each with its name."""
    address: str = ""
    """Of the web; empty where there is none, or it is no web address."""
    asked: tuple[str, ...] = ()
    """The requests for comment, and what came of them."""
    lines: tuple[int, ...] = ()
    quotes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A name, a figure, …, and where it stands."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole copy."""

    headline: str
    about: tuple[tuple[str, str], ...]
    """Byline, kind, length, …, each with its name."""
    files: tuple[tuple[str, str, str], ...]
    """What the copy was made from: what it is, its name, its sum."""
    noted: bool
    """Whether there are notes."""
    counts: Mapping[str, int]
    """How many sentences lead back to a note, and how many to none."""
    statuses: tuple[tuple[str, int], ...]
    """How many quotations have which status."""
    remarks: Mapping[str, int]
    """How many findings there are of each severity."""
    parts: tuple[Part, ...]
    quotes: tuple[Quote, ...]
    sources: tuple[Reached, ...]
    terms: tuple[tuple[str, tuple[Term, ...]], ...]
    """The names, the links …, each once."""
    outside: tuple[Remark, ...] = ()
    """Findings in no sentence, as in the front matter."""
    said: tuple[str, ...] = ()
    """What is to be said of the whole: notes that have changed, transcripts that could not be read."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every sentence, in order."""
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def bare(self) -> tuple[Line, ...]:
        """The sentences that rest on nothing, or on words that were not said so."""
        return tuple(line for line in self.lines if line.grade in ("bare", "look"))

    @property
    def wrong(self) -> tuple[Quote, ...]:
        """The quotations that are not as they were said."""
        return tuple(quote for quote in self.quotes if quote.grade == "look")
