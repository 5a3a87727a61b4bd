"""The body of an article as sections, one a beat: items of the notes in order, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from authoring.templating.backwards.article import Article
from authoring.templating.backwards.material import Material, plain
from authoring.templating.backwards.pieces import Piece
from authoring.templating.backwards.reading import Stretch
from authoring.text.span import Span


@dataclass
class Node:
    """An item of the notes in the body, or what stands between two of them."""

    span: Span
    entry: int = -1
    """The number of the item; -1 for words and marks that stand between."""
    whole: bool = False
    """Whether the newsroom's own macro prints it."""
    usual: bool = False
    """Whether it reads as the others of its kind do in this article."""
    inner: Span | None = None
    """What the newsroom's macro prints of it, where marks of the article stand around that."""
    stage: int = 0
    """How many ways of saying it have turned out not to give it to the letter."""
    pieces: tuple[Piece, ...] = ()
    """What it is put together from, where no macro prints it."""


@dataclass
class Section:
    """Neighbouring blocks of the body that belong to one beat."""

    beat: int
    span: Span
    nodes: list[Node] = field(default_factory=list)
    usual: bool = False
    """Whether it reads as the other beats do in this article."""


def sections(article: Article, material: Material, found: Sequence[Stretch]) -> list[Section]:
    """The sections of the body, in order; none where no item is in the article."""
    owners = _owners(article, material, found)
    if not owners:
        return []
    first, last = min(owners), max(owners)
    made: list[Section] = []
    for number in range(first, last + 1):
        block = article.blocks[number]
        beat = owners.get(number, made[-1].beat if made else 0)
        if made and made[-1].beat == beat:
            made[-1].span = Span(made[-1].span.start, block.end)
        else:
            made.append(Section(beat, block))
    made = _once(made)
    for section in made:
        section.nodes = _nodes(section.span, found)
    return made


def _once(found: Sequence[Section]) -> list[Section]:
    """The same with one section a beat: what else there is of a beat, such as a pull quote, stays where it stands."""
    longest: dict[int, Section] = {}
    for section in found:
        known = longest.get(section.beat)
        if known is None or len(section.span) > len(known.span):
            longest[section.beat] = section
    made: list[Section] = []
    start = found[0].span.start
    for section in found:
        if longest[section.beat] is section:
            before = made[-1] if made else None
            if before is not None and before.beat == section.beat:
                before.span = Span(before.span.start, section.span.end)
                continue
            made.append(Section(section.beat, Span(section.span.start if made else start, section.span.end)))
        elif made:
            made[-1].span = Span(made[-1].span.start, section.span.end)
    return made


def _owners(article: Article, material: Material, found: Sequence[Stretch]) -> dict[int, int]:
    """The beat of each block that says an item, or is the heading of one."""
    owners: dict[int, int] = {}
    for number, block in enumerate(article.blocks):
        said = [stretch for stretch in found if stretch.span.overlaps(block)]
        if said:
            owners[number] = material.entries[said[0].entry].beat
    opening = min(owners, default=0)  # the headline stands above it
    for number, block in enumerate(article.blocks):
        after = owners.get(number + 1)
        if number not in owners and after is not None:
            name = plain(material.beats[after]["name"])
            text = block.of(article.text)
            section = text.startswith("##") or (text.startswith("#") and number > opening)
            if section or (name and text.strip("*_ :") == name):
                owners[number] = after
    return owners


def _nodes(span: Span, found: Sequence[Stretch]) -> list[Node]:
    nodes: list[Node] = []
    at = span.start
    for stretch in found:
        if stretch.span.start < span.start or stretch.span.end > span.end or stretch.span.start < at:
            continue
        if stretch.span.start > at:
            nodes.append(Node(Span(at, stretch.span.start)))
        nodes.append(Node(stretch.span, stretch.entry, stretch.whole, inner=stretch.inner))
        at = stretch.span.end
    if at < span.end:
        nodes.append(Node(Span(at, span.end)))
    return nodes
