"""What is recovered from an article: items of notes, each with the stretch of the article that it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from authoring.text.span import Span

Kind = Literal["heading", "narration", "quote", "reported", "fact", "question", "no-comment", "break"]


JOINT = "\0"
"""In the words of a quote: here stands the attribution; the mark that follows it, comma or full stop, comes next."""


@dataclass(slots=True)
class Item:
    """One item of the notes to be."""

    kind: Kind
    span: Span
    """The stretch of the article that it stands for."""
    text: str = ""
    """Its words; of a no-comment line, the id."""
    tag: tuple[str, ...] = ()
    """The parts of its tag, the id first; empty for none."""
    lead: str = ""
    """Of a quote: ``before`` or ``after`` where the attribution stands at one end of all its words."""
    asks: str = ""
    """What only the reporter can know, to be asked in a private comment above it."""
    runs_on: bool = False
    """Of a quote: whether the next paragraph goes on with it."""
    plain: str = ""
    """The same stretch as the article has it, for where the item would not give it back to the letter."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of a web page that is no part of the article."""

    what: str
    """A share button, a caption …"""
    line: int


@dataclass(slots=True)
class Source:
    """Somebody who is quoted or reported."""

    id: str
    kind: str
    """As the notes format has it; empty where the words do not tell."""
    line: int
    """Where the article names it first."""
    name: str = ""
    honorific: str = ""
    title: str = ""
    role: str = ""
    org: str = ""
    short: str = ""
    alias: str = ""
    said: str = ""
    """What the article calls a body or a document that it does not name: “the report”."""
    later: str = ""
    """The same where it is named again."""
    url: str = ""


@dataclass(slots=True)
class Asked:
    """Somebody who did not comment."""

    to: str
    outcome: str
    line: int
    asked_by: str = ""
    how: str = ""
    about: str = ""


@dataclass
class Story:
    """Everything that notes are written from."""

    kind: str
    front: list[tuple[str, str | tuple[str, ...]]]
    """The keys on top of the front matter, in order."""
    groups: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    """Keys that hold keys: dateline, image, interview."""
    sources: list[Source] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
