"""A block while it is being read, before voices and quotations are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from authoring.prose.document import BlockKind, Voice


@dataclass(slots=True)
class Place:
    """What a block is part of; ends of the file's stretches tell neighbours apart, and -1 stands for none."""

    depth: int = 0
    """How many lists it stands in."""
    number: int = 0
    """Of its list item; 0 where the list has no numbers."""
    item: int = -1
    """Where its list item begins."""
    quote: int = -1
    """Where the outermost block quote begins."""
    table: int = -1
    """Where its table begins."""
    row: int = -1
    """Where its row of the table begins."""
    cell: int = -1
    """Where its cell begins."""
    head: bool = False
    """Whether that cell is the head of a column."""
    note: str = ""
    """Name of the footnote that it is."""
    picture: str = ""
    """Address of the picture that it is or describes."""
    title: str = ""
    """What the file has as that picture's title."""
    rule: bool = False
    """Whether it is a rule across the page; such a block has no words."""


@dataclass(slots=True)
class RawBlock:
    """What a reader of one format found; ``authoring.prose.parser`` makes blocks of them."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    parts: list[str] = field(default_factory=list)
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    length: int = 0
    """Characters in ``parts`` so far."""
    marks: list[tuple[int, int, Voice]] = field(default_factory=list)
    """Stretches of the file inside it that are code or link targets, in order."""
    strong: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of its text in bold."""
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of its text in italics."""
    breaks: list[int] = field(default_factory=list)
    """Places in its text where a line of the file ends."""
    tail: int = 0
    """Where the last picture in it ends."""
    images: int = 0
    """How many pictures stand in it."""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    """Stretches of its text that link to an address, as the file writes it, or to none that is known."""
    struck: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of its text that are crossed out."""
    hard: list[int] = field(default_factory=list)
    """Those of ``breaks`` that readers see."""
    calls: list[tuple[int, str, int, int]] = field(default_factory=list)
    """Where in its text a footnote is called, by which name, and where that stands in the file."""
    place: Place | None = None
    """Where it stands, if not in running text."""

    @property
    def where(self) -> Place:
        """Its place, made when first asked for."""
        if self.place is None:
            self.place = Place()
        return self.place

    def add(self, text: str, start: int, end: int) -> None:
        """Take ``text``, which stands for ``start`` to ``end`` in the file; space before the first word is left out."""
        if not self.length and self.kind is not BlockKind.CODE and text[:1].isspace():
            words = text.lstrip()
            start += len(text) - len(words) if len(text) == end - start else 0
            text = words
        if not text:
            return
        runs = self.runs
        if runs:
            begin, first, last = runs[-1]
            if last == start and self.length - begin == last - first and len(text) == end - start:
                runs[-1] = (begin, first, end)
            else:
                runs.append((self.length, start, end))
        else:
            runs.append((0, start, end))
        self.parts.append(text)
        self.length += len(text)
