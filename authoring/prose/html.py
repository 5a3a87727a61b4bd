"""Reads the blocks of an HTML text, each character with its place in the file.

What the markup itself sets apart from the article is not read: ``head``, scripts, styles, menus (``nav``), controls,
and the footer of the page. All else is, teasers and share buttons too, since no tag tells them from the article; the
rule on page furniture points at them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import unescape

from authoring.prose.document import BlockKind, Voice
from authoring.prose.elements import BREAKING, COUNTED, ENDED_BY, META_KEYS, PLACES, SET_OFF, UNREAD
from authoring.prose.raw import Place, RawBlock
from authoring.prose.tags import Tag, tokens
from authoring.text.patterns import lazy
from authoring.text.span import Span

Loose = list[tuple[int, int, Voice]]

_HEADING = lazy(r"h[1-6]\Z")
_PIECE = lazy(
    r"[^& \t\r\n\f]++(?: [^& \t\r\n\f]++)*|[ \t\r\n\f]+"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|&"
)
_BLANK_LINE = lazy(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_PARAGRAPH = lazy(r"<p[\s>]", re.IGNORECASE)


class HtmlReader:
    """Walks over tags and words and collects blocks."""

    def __init__(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> None:
        """``skip`` are stretches that are no words, in order: the tags of a site generator."""
        self.text, self.skip = text, skip
        self.skip_ends = [end for _, end in skip]
        self.blocks: list[RawBlock] = []
        self.loose: Loose = []
        self.front: dict[str, str] = {}
        self.front_spans: dict[str, Span] = {}
        self.block: RawBlock | None = None
        self.opened = -1
        """Where the tag stands that the next block begins with."""
        self.within = ""
        """The element that the next words stand in, if a tag that ends a block opened it."""
        self.open: dict[str, int] = {}
        """How many elements of a name are open, of those that matter."""
        self.level = 0
        """Of the open heading."""
        self.inline: list[tuple[str, int]] = []
        """Open bold and slanted stretches: name and where their text begins."""
        self.coding = -1
        """Where code in a line began."""
        self.anchor: tuple[int, str] | None = None
        """Where the text of the open link begins, and its address."""
        self.lists: list[tuple[str, int]] = []
        """The open lists: name, and the number of the next item."""
        self.place = Place()
        """Where the next block stands."""
        self.cell: Place | None = None
        """The open cell of a table, as long as nothing stands in it."""
        self.breaks = 0
        """Line breaks since the last word."""
        self.blank_ends = False
        """Whether a blank line ends a paragraph, as in the editors of blogs that write no ``p``."""
        self.title: tuple[int, int] | None = None

    def read(self, start: int, end: int) -> None:
        """Take the stretch of the file."""
        self.blank_ends = _PARAGRAPH.search(self.text, start, end) is None
        for token in tokens(self.text, start, end):
            if isinstance(token, Tag):
                self.tag(token)
            else:
                self.words(*token)
        self.finish()

    # Tags

    def tag(self, tag: Tag) -> None:
        """A tag."""
        name = tag.name
        if name == "meta":
            self.meta(tag)
        elif name == "#title":
            self.title = (tag.start, tag.end)
        if name in BREAKING:
            self.finish(tag.end if tag.closes else None)
            if _HEADING.match(name):
                self.level = 0 if tag.closes else int(name[1])
            self.within = "" if tag.closes else name
            if not tag.closes:
                self.opened = tag.start
        for other in ENDED_BY.get(name, ()):
            self.open[other] = 0
        if name in COUNTED and not name.startswith("#"):
            many = self.open.get(name, 0) + (-1 if tag.closes else 1)
            self.open[name] = max(0, min(many, 1) if name in {"td", "th", "caption", "figcaption"} else many)
        if self.unread:
            return
        if name in PLACES:
            self.stand(tag)
        if name == "br":
            self.line_break(tag)
        elif name == "q":
            self.write("”" if tag.closes else "“", tag.start, tag.end)
        elif name == "img" and not tag.closes:
            self.picture(tag)
        elif name in SET_OFF:
            self.set_off(tag)
        elif name in {"code", "kbd", "samp"}:
            self.code(tag)
        elif name == "a":
            self.link(tag)

    def stand(self, tag: Tag) -> None:
        """A list, a quote or a table, or a part of one, begins or ends; or a rule across the page."""
        name, place = tag.name, self.place
        if name == "hr":
            self.blocks.append(RawBlock(BlockKind.PARAGRAPH, tag.start, tag.end, place=Place(rule=True)))
        elif name in {"ul", "ol", "dl"}:
            if not tag.closes:
                self.lists.append((name, _number(tag, self.text) if name == "ol" else 0))
            elif any(name == opened for opened, _ in self.lists):
                while self.lists.pop()[0] != name:
                    pass
            place.depth, place.number = len(self.lists), 0
        elif name in {"li", "dt", "dd"} and not tag.closes:
            place.item = tag.start
            if self.lists and self.lists[-1][0] == "ol":
                place.number = self.lists[-1][1]
                self.lists[-1] = ("ol", place.number + 1)
            else:
                place.number = 0
        elif name == "blockquote":
            many = self.open.get(name, 0)
            place.quote = -1 if not many else tag.start if many == 1 and not tag.closes else place.quote
        elif name == "table":
            place.table, place.row, place.cell = (-1 if tag.closes else tag.start), -1, -1
        elif name == "tr":
            place.row = -1 if tag.closes else tag.start
        elif name in {"td", "th"}:
            if not tag.closes:
                place.cell, place.head = tag.start, name == "th"
                self.cell = replace(place)
            elif self.cell is not None:  # an empty one, without which those after it would lose their columns
                self.blocks.append(RawBlock(BlockKind.TABLE_CELL, tag.start, tag.start, place=self.cell))
                self.cell = None

    def link(self, tag: Tag) -> None:
        """A link begins or ends."""
        block = self.block
        self.end_link()
        self.anchor = None
        target = None if tag.closes else tag.attribute("href")
        if target and target[0] < target[1]:
            self.anchor = (block.length if block else 0), unescape(self.text[slice(*target)])
            if block is not None and block.length:
                block.marks.append((*target, Voice.LINK_TARGET))

    def end_link(self) -> None:
        """What the open link holds of the open block is known."""
        if self.anchor is not None and self.block is not None and self.block.length > self.anchor[0]:
            self.block.links.append((self.anchor[0], self.block.length, self.anchor[1]))

    def code(self, tag: Tag) -> None:
        """Code in a line begins or ends."""
        if not tag.closes:
            self.coding = tag.end
        elif self.coding >= 0 and self.block is not None and self.block.start <= self.coding < tag.start:
            self.block.marks.append((self.coding, tag.start, Voice.CODE))
            self.coding = -1

    @property
    def unread(self) -> bool:
        """Whether this is set apart from the article."""
        is_open = self.open
        return any(is_open.get(name) for name in UNREAD) or bool(is_open.get("footer") and not is_open.get("article"))

    def set_off(self, tag: Tag) -> None:
        """Bold or slanted words begin or end."""
        if not tag.closes:
            self.inline.append((tag.name, self.block.length if self.block else 0))
            return
        if not any(name == tag.name for name, _ in self.inline[-8:]):
            return
        while self.inline:
            name, begin = self.inline.pop()
            if name == tag.name:
                if self.block is not None and self.block.length > begin:
                    getattr(self.block, SET_OFF[name]).append((begin, self.block.length))
                break

    def line_break(self, tag: Tag) -> None:
        """A ``br``; two in a row end the paragraph."""
        block = self.block
        if block is None or not block.length:
            return
        self.breaks += 1
        if self.breaks > 1 and not self.open.get("pre"):
            self.finish()
            return
        block.breaks.append(block.length)
        block.hard.append(block.length)
        block.add("\n" if block.kind is BlockKind.CODE else " ", tag.start, tag.end)

    def picture(self, tag: Tag) -> None:
        """A picture: its description is a block of its own."""
        if self.block is not None:
            self.block.images += 1
        value, source = tag.attribute("alt"), tag.attribute("src")
        caption = RawBlock(BlockKind.CAPTION, tag.start, tag.end)
        if source is not None and not self.skipped(*source):
            caption.where.picture = unescape(self.text[slice(*source)]).strip()
        if value is not None:
            _write(caption, self.text, *value)
        caption.end = tag.end
        caption.images = 1
        self.blocks.append(caption)

    def skipped(self, start: int, end: int) -> bool:
        """Whether a site generator's tag stands in a stretch."""
        return any(first < end and start < last for first, last in self.skip) or "{{" in self.text[start:end]

    def meta(self, tag: Tag) -> None:
        """What the head tells of the article."""
        name, content = tag.attribute("name") or tag.attribute("property"), tag.attribute("content")
        if name is None or content is None:
            return
        key = META_KEYS.get(self.text[slice(*name)].lower())
        value = unescape(self.text[slice(*content)]).strip()
        if key and value and key not in self.front and "://" not in value:
            self.front[key], self.front_spans[key] = value, Span(*content)
            self.loose.append((*content, Voice.FRONT_MATTER))

    # Words

    def words(self, start: int, end: int) -> None:
        """Words between two tags."""
        if self.unread:
            return
        if self.text.startswith("]]>", max(start, end - 3)):
            end = max(start, end - 3)
        index = bisect_right(self.skip_ends, start)
        while index < len(self.skip) and self.skip[index][0] < end:
            self.lines(start, max(start, self.skip[index][0]))
            start = min(self.skip[index][1], end)
            index += 1
        self.lines(start, end)

    def lines(self, start: int, end: int) -> None:
        """Words, which a blank line may part."""
        if not self.blank_ends or self.open.get("pre"):
            self.running(start, end)
            return
        for blank in _BLANK_LINE.finditer(self.text, start, end):
            self.running(start, blank.start())
            self.finish()
            start = blank.end()
        self.running(start, end)

    def running(self, start: int, end: int) -> None:
        """Words of one block."""
        words = self.text[start:end]
        blank = not words or words.isspace()
        if self.block is None:
            if blank:
                return
            start += len(words) - len(words.lstrip()) if not self.open.get("pre") else 0
        block = self.current(start)
        if not blank:
            self.breaks = 0
        if block.kind is BlockKind.CODE:
            block.add(self.text[start:end], start, end)
        else:
            _write(block, self.text, start, end)
        block.end = max(block.end, end)

    def write(self, words: str, start: int, end: int) -> None:
        """Words that stand for a tag."""
        block = self.current(start)
        block.add(words, start, end)
        block.end = max(block.end, end)

    def current(self, start: int) -> RawBlock:
        """The block that words at ``start`` belong to."""
        if self.block is None:
            first = self.opened if self.opened >= 0 else start
            self.block = RawBlock(self.kind(), first, start, self.level)
            self.block.place = replace(self.place)
            self.cell = None
            if self.anchor is not None:
                self.anchor = 0, self.anchor[1]
            self.opened = -1
            self.blocks.append(self.block)
            self.inline = [(name, 0) for name, _ in self.inline[-8:]]
        return self.block

    def kind(self) -> BlockKind:
        """What kind of block is open."""
        is_open: Callable[[str], int | None] = self.open.get
        if is_open("pre"):
            return BlockKind.CODE
        if self.level:
            return BlockKind.HEADING
        if is_open("figcaption") or is_open("caption"):
            return BlockKind.CAPTION
        if (is_open("td") or is_open("th")) and self.within != "p":
            return BlockKind.TABLE_CELL
        if is_open("blockquote"):
            return BlockKind.BLOCKQUOTE
        if is_open("ul") or is_open("ol") or is_open("dl"):
            return BlockKind.LIST_ITEM
        return BlockKind.PARAGRAPH

    def finish(self, end: int | None = None) -> None:
        """The open block, if any, is whole; ``end`` is past the tag that closes it."""
        block = self.block
        if block is not None:
            self.end_link()
            for name, begin in self.inline:
                if block.length > begin:
                    getattr(block, SET_OFF[name]).append((begin, block.length))
            if block.parts and block.kind is not BlockKind.CODE:
                _trim(block)
            block.end = block.runs[-1][2] if block.runs else block.start
            if end is not None and not self.text[block.end : end].partition("<")[0].strip():
                block.end = max(block.end, end)
        self.block = None
        self.opened = -1
        self.breaks = 0


def _write(block: RawBlock, text: str, start: int, end: int) -> None:
    """Add the words of a stretch as a reader sees them: entities resolved, any space one space."""
    for found in _PIECE.finditer(text, start, end):
        piece = found[0]
        if piece[0] in " \t\r\n\f":
            if not block.parts or not block.parts[-1].endswith(" "):
                block.add(" ", found.start(), found.end())
            continue
        words = unescape(piece) if piece[0] == "&" else piece
        block.add(words.replace("\0", "\ufffd"), found.start(), found.end())


def _number(tag: Tag, text: str) -> int:
    """The number that a list begins with."""
    value = tag.attribute("start")
    words = text[slice(*value)].strip() if value else ""
    return int(words) if words.isdecimal() and len(words) < 6 else 1


def _trim(block: RawBlock) -> None:
    """Take space from the end of a block."""
    if block.parts[-1] == " ":
        block.parts.pop()
        begin, start, stop = block.runs[-1]
        block.length -= 1
        if begin == block.length:
            block.runs.pop()
        else:
            block.runs[-1] = (begin, start, stop - 1)
        block.breaks = [place for place in block.breaks if place < block.length]


def read_html(text: str, base: int = 0) -> tuple[list[RawBlock], Loose, dict[str, str], dict[str, Span]]:
    """The blocks of ``text`` from ``base`` on, what has a voice outside of them, what the head tells, and where.

    The head tells ``author`` and ``date``, and ``title`` where the page has no ``h1`` that says it.
    """
    reader = HtmlReader(text)
    reader.read(base, len(text))
    if reader.title and not any(block.kind is BlockKind.HEADING and block.level == 1 for block in reader.blocks):
        title = unescape(text[slice(*reader.title)]).strip()
        if title:
            reader.front["title"], reader.front_spans["title"] = title, Span(*reader.title)
            reader.loose.append((*reader.title, Voice.FRONT_MATTER))
    return reader.blocks, reader.loose, reader.front, reader.front_spans
