"""An article as it is published: the fields a desk fills in, and its blocks with their inline markup.

Every format is written from this, so that what readers may not see is left out in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from authoring.text.span import Span

BlockKind = Literal[
    "paragraph",
    "heading",
    "bullet",  # an item of a list without numbers
    "numbered",  # an item of a list with numbers
    "blockquote",
    "question",  # of a Q&A, with the label that names who asks
    "answer",  # of a Q&A or a transcript
    "picture",
    "code",
    "row",  # of a table, one run for each cell
    "rule",  # across the page
    "note",  # a footnote, with the number that it is called by
]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of a block that look alike."""

    text: str
    """As a reader sees them: no markup, entities resolved. A line that readers see end ends in a line feed."""
    span: Span
    """Where they stand in the article's file."""
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    """The address they link to; only http, https, mailto and relative addresses get here."""
    struck: bool = False
    """Whether they are crossed out."""
    note: int = 0
    """The number of the footnote that they call; the text is that number in square brackets."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and the words that go with it."""

    file: str
    """Path or address as the article has it."""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a picture, … of the body."""

    kind: BlockKind
    span: Span
    runs: tuple[Run, ...] = ()
    """Of a row of a table: one for each cell, without its markup."""
    level: int = 0
    """Of a heading: 2 to 6, since 1 is the headline; of a question that is set as a heading, the same; of a list item:
    how deep it stands, from 1; of a row: 1 where it holds the heads of the columns."""
    number: int = 0
    """Of a numbered item or a footnote."""
    continues: bool = False
    """Whether it goes on with what the block before it begins: a list item, a quote, a table, somebody's turn, a
    footnote."""
    cells: tuple[tuple[Run, ...], ...] = ()
    """Of a row: what stands in each cell, with its markup."""
    speaker: str = ""
    """Of a question or an answer: who speaks, as its start names them; the runs go on behind the name."""
    picture: Picture | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the article, and who said it."""

    text: str
    """The quoted words, without their marks and without the cue between them."""
    speaker: str
    """The name that the article gives; empty where it gives none, or only an alias that names nobody."""
    spans: tuple[Span, ...]
    """Where its parts stand in the article's file."""
    person: bool | None = None
    """Whether the speaker is a person, and no company or other body; ``None`` where that is not known."""


@dataclass(frozen=True)
class Article:
    """What is published."""

    path: str
    """The article's file."""
    headline: str
    body: tuple[Block, ...]
    """What follows headline, kicker, dek, byline and lead picture, none of which it repeats."""
    slug: str
    """Short name for addresses: small letters, digits and hyphens only."""
    dek: str = ""
    kicker: str = ""
    bylines: tuple[str, ...] = ()
    """Names of the writers, without “By”."""
    published: str = ""
    """Day or moment of publication as ISO 8601; empty where the article does not say or says no such thing."""
    updated: str = ""
    place: str = ""
    """Of the dateline."""
    kind: str = ""
    """interview, qa, brief, … as in the front matter."""
    language: str = "en"
    """BCP 47."""
    publication: str = ""
    """Who publishes it."""
    home: str = ""
    """The publication's address on the web."""
    logo: str = ""
    """Address of its logo."""
    section: str = ""
    """The part of the publication that it stands in."""
    address: str = ""
    """Where it will stand on the web, if that is known."""
    keywords: tuple[str, ...] = ()
    picture: Picture | None = None
    """The lead picture."""
    quotes: tuple[Quoted, ...] = ()
    corrections: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    """What readers are told of how it was made: edited for length, drafted or drawn with software."""
    left_out: tuple[str, ...] = ()
    """Links and pictures that could not be taken over, with line and column: for the writer, printed by no format."""
