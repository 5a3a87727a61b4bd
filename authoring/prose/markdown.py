"""Reads the blocks of a Markdown text, each character with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

import pyromark

from authoring.prose.document import BlockKind, Voice
from authoring.prose.generated import code_points, masked, template_tags
from authoring.prose.raw import Place, RawBlock
from authoring.prose.tags import Tag
from authoring.text.patterns import lazy

# Math stays off: in news copy “$5–$10” is money. So do smart marks: what stands in the file is what is checked.
_PARSER = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_INLINE_TAG = lazy(r"<(/?)(br|q|b|strong|i|em|img|a|del|s|strike)\b[^<]*>\Z", re.IGNORECASE)
_LINK_TAG = "a"
_STRIKES = {"del", "s", "strike"}
_REFERENCE = lazy(r"^ {0,3}\[[^\]\n]{1,999}\]:[^\n]*", re.MULTILINE)
_LONE_RETURN = lazy(r"\r(?!\n)")
_BLANK = " \t\r\n"


def read_markdown(text: str, base: int = 0) -> tuple[list[RawBlock], list[tuple[int, int, Voice]]]:
    """The blocks of ``text`` from offset ``base`` on, and the stretches that belong to no block but have a voice."""
    body = text[base:] if base else text
    if "\r" in body:  # the parser does not know that one alone ends a line
        body = _LONE_RETURN.sub("\n", body)
    reader = _Reader(text, base, code_points(body, base), template_tags(body, base))
    readable = masked(body)
    reader.masked = readable != body
    reader.read(readable)
    loose = [(start, end, Voice.CODE) for start, end in reader.tags]
    if "]:" in body:
        loose.extend((base + found.start(), base + found.end(), Voice.LINK_TARGET) for found in _outside(body, reader))
    return reader.blocks, loose


def _outside(body: str, reader: _Reader) -> list[re.Match[str]]:
    """Lines that define links, which stand between the blocks."""
    ends = [(block.start, block.end) for block in reader.blocks]
    ends.sort()
    starts = [start for start, _ in ends]
    found = []
    for match in _REFERENCE.finditer(body):
        index = bisect_right(starts, reader.base + match.start()) - 1
        if index < 0 or ends[index][1] <= reader.base + match.start():
            found.append(match)
    return found


class _Reader:
    """Walks over the parser's events and collects blocks."""

    def __init__(self, text: str, base: int, point: Callable[[int], int], tags: list[tuple[int, int]]) -> None:
        self.text, self.base, self.point, self.tags = text, base, point, tags
        self.tag_ends = [end for _, end in tags]
        self.blocks: list[RawBlock] = []
        self.block: RawBlock | None = None
        self.outer: list[RawBlock] = []
        """Blocks that wait while the description of a picture in them is read."""
        self.masked = False
        """Whether what the parser reads is not the file to the letter."""
        self.quotes = 0
        self.quote = -1  # where the outermost open quote begins
        self.lists: list[int] = []
        """The number of the next item of each open list; 0 where it has no numbers."""
        self.numbers: list[tuple[int, int]] = []
        """Where each open item begins, and its number."""
        self.table = self.row = -1
        self.head = False
        self.note = ""
        self.anchor: tuple[int, str] | None = None
        """Where the text of a link in tags begins, and its address."""
        self.items: list[int] = []
        """Where the open list items begin, or -1 once their first block has been made."""
        self.unseen = -1  # where a comment or a tag of the site generator ends, which readers do not see
        self.inline: list[tuple[str, int, str, str]] = []
        """Open inline stretches: name, where their text begins, the kind of link, and its address."""
        self.span: tuple[int, int] | None = None
        """The open paragraph, heading or cell, before its first words are known."""
        self.kind: tuple[BlockKind, int] = (BlockKind.PARAGRAPH, 0)

    def read(self, body: str) -> None:
        """Take every event of the parser."""
        point = self.point
        events: Iterator[tuple[Any, Any]] = _PARSER.events_with_range(body)
        for event, where in events:
            start, end = point(where["start"]), point(where["end"])
            if isinstance(event, str):
                if event in {"SoftBreak", "HardBreak"}:
                    self.line_break(start, end, hard=event == "HardBreak")
                elif event == "Rule":
                    self.rule(start, end)
                continue
            for name, value in event.items():
                if name == "Text":
                    self.words(value, start, end)
                elif name == "Start":
                    self.open(value if isinstance(value, str) else next(iter(value)), value, start, end)
                elif name == "End":
                    self.close(value if isinstance(value, str) else next(iter(value)), start, end)
                elif name == "Code":
                    self.code(value, start, end)
                elif name == "InlineHtml":
                    self.inline_tag(value, start, end)
                elif name == "FootnoteReference":
                    block = self.current(start, end)
                    block.calls.append((block.length, str(value), start, end))
        self.finish()

    # Blocks

    def open(self, name: str, value: str | Mapping[str, Any], start: int, end: int) -> None:
        """Something begins."""
        if name in {"Emphasis", "Strong", "Link", "Strikethrough"}:
            link = value["Link"] if name == "Link" and not isinstance(value, str) else {}
            kind, address = str(link.get("link_type", "")), str(link.get("dest_url", ""))
            self.inline.append((name, self.current(start, end).length, kind, self.address(address, start, end)))
        elif name == "Image" and not isinstance(value, str):
            self.picture(start, end, value["Image"])
        elif name == "Paragraph":
            self.finish()
            self.begin(BlockKind.BLOCKQUOTE if self.quotes else BlockKind.PARAGRAPH, start, end)
        elif name == "Heading" and not isinstance(value, str):
            self.finish()
            self.begin(BlockKind.HEADING, start, end, int(value["Heading"]["level"][1]))
        elif name == "TableCell":
            self.finish()
            self.begin(BlockKind.TABLE_CELL, start, end)
        elif name == "CodeBlock":
            self.finish()
            self.begin(BlockKind.CODE, start, end)
            self.current(start, end)
        else:
            self.finish()
            if name == "BlockQuote":
                self.quote = self.quote if self.quotes else start
                self.quotes += 1
            elif name == "List" and not isinstance(value, str):
                self.lists.append(int(value["List"] or 0))
            elif name == "Item":
                self.items.append(start)
                number = self.lists[-1] if self.lists else 0
                self.numbers.append((start, number))
                if number:
                    self.lists[-1] += 1
            elif name == "Table":
                self.table = start
            elif name in {"TableHead", "TableRow"}:
                self.row, self.head = start, name == "TableHead"
            elif name == "FootnoteDefinition" and not isinstance(value, str):
                self.note = str(value["FootnoteDefinition"])
            elif name == "HtmlBlock" and not self.quotes:
                self.html(start, end)

    def close(self, name: str, start: int, end: int) -> None:
        """Something ends."""
        if name in {"Emphasis", "Strong", "Link", "Strikethrough"}:
            self.close_inline(name, end)
        elif name == "Image":
            self.close_picture(start, end)
        else:
            if name == "TableCell" and self.block is None:
                self.current(start, end)  # so that the cells after it keep their columns
            self.finish()
            if name == "BlockQuote":
                self.quotes -= 1
            elif name == "Item":
                self.items.pop()
                self.numbers.pop()
            elif name == "List" and self.lists:
                self.lists.pop()
            elif name == "Table":
                self.table = self.row = -1
            elif name == "FootnoteDefinition":
                self.note = ""

    def begin(self, kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        """A block begins; it is made with its first words."""
        self.span, self.kind = (start, end), (kind, level)

    def current(self, start: int, end: int) -> RawBlock:
        """The block that words at ``start`` belong to."""
        if self.block is None:
            kind, level = self.kind if self.span else (BlockKind.PARAGRAPH, 0)
            first, last = self.span or (start, end)
            if self.items and kind in {BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE}:
                kind = BlockKind.BLOCKQUOTE if self.quotes else BlockKind.LIST_ITEM
                if self.items[-1] >= 0:
                    first, self.items[-1] = min(first, self.items[-1]), -1
            self.block = RawBlock(kind, first, last, level)
            if self.numbers or self.quotes or self.table >= 0 or self.note:
                self.block.place = self.place()
            self.blocks.append(self.block)
        block = self.block
        block.end = max(block.end, end)
        return block

    def finish(self) -> None:
        """The open block, if any, is whole."""
        block = self.block
        if block is not None:
            least = block.runs[-1][2] if block.runs else block.start
            while block.end > least and self.text[block.end - 1] in _BLANK:
                block.end -= 1
        self.block = self.span = self.anchor = None
        self.inline.clear()

    def place(self) -> Place:
        """What the block that begins is part of."""
        item, number = self.numbers[-1] if self.numbers else (-1, 0)
        quote = self.quote if self.quotes else -1
        cell = self.span[0] if self.span and self.table >= 0 else -1
        return Place(len(self.numbers), number, item, quote, self.table, self.row, cell, self.head, self.note)

    def rule(self, start: int, end: int) -> None:
        """A rule across the page."""
        self.finish()
        self.blocks.append(RawBlock(BlockKind.PARAGRAPH, start, end, place=Place(rule=True)))

    def address(self, address: str, start: int, end: int) -> str:
        """An address as the parser gives it; nothing where a site generator fills it in."""
        return "" if self.masked and "{{" in self.text[start:end] else address

    # Inline

    def write(self, words: str, start: int, end: int) -> None:
        """Words that stand for a stretch of the file."""
        if self.masked and len(words) == end - start:
            words = self.text[start:end]
        block = self.current(start, end)
        if self.unseen == start and words[:1] == " " == "".join(block.parts[-1:])[-1:] and len(words) == end - start:
            words, start = words[1:], start + 1  # readers see one space where a comment stands between two
        block.add(words, start, end)

    def line_break(self, start: int, end: int, *, hard: bool) -> None:
        """A line ends, which readers see as space, or, where it is ``hard``, as the end of a line."""
        block = self.current(start, end)
        block.breaks.append(block.length)
        if hard and block.length:
            block.hard.append(block.length)
        block.add(" ", start, end)

    def inline_tag(self, tag: str, start: int, end: int) -> None:
        """A tag of HTML in a line."""
        if tag.startswith("<!--"):
            self.unseen = end
            return
        found = _INLINE_TAG.match(tag)
        if not found:
            return
        name, closes = found[2].lower(), bool(found[1])
        if name == "br":
            block = self.current(start, end)
            if "".join(block.parts[-1:]).endswith(" "):
                block.breaks.append(block.length - 1)
                block.hard.append(block.length - 1)
            else:
                self.line_break(start, end, hard=True)
            self.unseen = end
        elif name == "q":
            self.write("”" if closes else "“", start, end)
        elif name == "img":
            self.current(start, end).images += 1
            self.html(start, end)
        elif name == _LINK_TAG:
            self.link_tag(tag, start, end, closes=closes)
        else:
            meant = "Strong" if name in {"b", "strong"} else "Strikethrough" if name in _STRIKES else "Emphasis"
            if closes:
                self.close_inline(meant, end)
            else:
                self.inline.append((meant, self.current(start, end).length, "", ""))

    def link_tag(self, tag: str, start: int, end: int, *, closes: bool) -> None:
        """A link in tags begins or ends."""
        block = self.current(start, end)
        if self.anchor is not None and block.length > self.anchor[0] and self.anchor[1]:
            block.links.append((self.anchor[0], block.length, self.anchor[1]))
        self.anchor = None
        value = None if closes else Tag(_LINK_TAG, False, start, end, tag).attribute("href")
        if value is not None:
            self.anchor = block.length, self.address(unescape(self.text[slice(*value)]), start, end)

    def html(self, start: int, end: int) -> None:
        """A stretch of HTML, whose blocks are blocks of their own."""
        from authoring.prose.html import HtmlReader  # few articles need it

        reader = HtmlReader(self.text, self.tags)
        reader.read(start, end)
        self.blocks.extend(reader.blocks)

    def words(self, words: str, start: int, end: int) -> None:
        """Words, without the site generator's tags in them."""
        if not self.tags or (self.span and self.kind[0] is BlockKind.CODE):
            self.write(words, start, end)
            return
        index = bisect_right(self.tag_ends, start)
        exact = len(words) == end - start
        at = start
        while index < len(self.tags) and self.tags[index][0] < end:
            first, last = self.tags[index]
            if not exact:
                return
            if first > at:
                self.write(words[at - start : first - start], at, first)
            at = self.unseen = max(at, last)
            index += 1
        if at < end:
            self.write(words[at - start :] if exact else words, at, end)

    def code(self, words: str, start: int, end: int) -> None:
        """Code in a line, without its backticks."""
        source = self.text[start:end]
        ticks = len(source) - len(source.lstrip("`"))
        first = start + ticks
        inner = source[ticks : len(source) - ticks]
        if len(inner) == len(words) + 2:
            first += 1
        last = first + len(words) if len(inner) in {len(words), len(words) + 2} else end - ticks
        self.write(words, first, last)
        self.current(start, end).marks.append((first, last, Voice.CODE))

    def close_inline(self, name: str, end: int) -> None:
        """A link or a stretch of bold or italics ends."""
        while self.inline:
            opened, begin, kind, address = self.inline.pop()
            if opened == name:
                break
        else:
            return
        block = self.block
        if block is None:
            return
        if name == "Strong":
            block.strong.append((begin, block.length))
        elif name == "Emphasis":
            block.emphasis.append((begin, block.length))
        elif name == "Strikethrough":
            block.struck.append((begin, block.length))
        elif name == "Link":
            block.links.append((begin, block.length, address if kind != "Email" else f"mailto:{address}"))
            last = max(block.tail, block.runs[-1][2] if block.runs else block.start)
            if kind in {"Autolink", "Email"} and block.runs:
                last = end - 1 - (block.length - begin)
            if last < end:
                block.marks.append((last, end, Voice.LINK_TARGET))

    def picture(self, start: int, end: int, value: Mapping[str, Any]) -> None:
        """A picture begins: its description is a block of its own."""
        block = self.current(start, end)
        block.images += 1
        caption = RawBlock(BlockKind.CAPTION, start, end)
        caption.where.picture = self.address(str(value["dest_url"]), start, end)
        caption.where.title = str(value["title"])
        caption.images = 1
        self.outer.append(block)
        self.blocks.append(caption)
        self.block = caption

    def close_picture(self, start: int, end: int) -> None:
        """A picture ends: its address follows the description."""
        caption = self.block
        if caption is None or not self.outer:
            return
        last = caption.runs[-1][2] if caption.runs else start + 2
        caption.marks.append((min(last, end), end, Voice.LINK_TARGET))
        caption.end = end
        self.block = self.outer.pop()
        self.block.tail = end
