"""Reads the body of notes: beats, the items in them, and the tag of each."""

from __future__ import annotations

import re

from authoring.notes import slips
from authoring.notes.fields import Filler
from authoring.notes.inline import add_words
from authoring.notes.items import ItemMaker, OpenItem
from authoring.notes.mentions import KnownNames, Mentions
from authoring.notes.model import Beat, Tag, latest_request
from authoring.notes.problems import Problems
from authoring.notes.quotes import Quote
from authoring.notes.scan import Line, Piece, lines
from authoring.notes.sources import Names
from authoring.notes.speakers import Speakers
from authoring.notes.tags import MARK as TAG_MARK
from authoring.notes.tags import TagReader
from authoring.notes.weave import Weaver
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced

_KINDS: dict[str, tuple[str, str]] = {
    "-": ("fact", "a fact"),
    "~": ("reported", "reported speech"),
    "?": ("question", "a question"),
    "*": ("action", "an action"),
    ">": ("quote", "a quote"),
}
_HEADING = lazy(r"(#{1,6})(\s+|$)")
_NO_COMMENT = lazy(r"x[ \t]+(\S+)")
_ASKED = lazy(r"(?:x(?=[ \t]+\S+[ \t]+\S)|X(?=[ \t]+\S+$))[ \t]+(\S+)(?:[ \t]+\S+){0,2}$")
_RULE = lazy(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_SLASHES = lazy(r"(?<!\S)//[,.]?(?!\S)")
_UNDERLINE = lazy(r"-{2,}|={2,}")
_ESCAPED_MARK = lazy(r"\\(?=[#>~?*+=_•—–-]|x[ \t]+\S+$)")
_NESTED_MARK = lazy(r"[-~?*>+](?:[ \t]|$)")


class BodyReader:
    """Reads the body of one file, line by line."""

    def __init__(self, names: Names, filler: Filler, mentions: Mentions, known: KnownNames, problems: Problems) -> None:
        self._names, self._filler, self._problems = names, filler, problems
        self._maker = ItemMaker(names, mentions, known, problems)
        self._speakers = Speakers(names)
        self._tags = TagReader(names, self._speakers, filler, problems)
        self._spoken: set[str] = set()
        self._slugs: dict[str, int] = {}
        self._beats: list[Beat] = []
        self._heading: Traced | None = None
        self._start = self._end = 0
        self._items: list[OpenItem] = []
        self._open: OpenItem | None = None
        self._taggable: OpenItem | None = None
        self._after_tag = False

    def read(self, text: str, start: int) -> tuple[Beat, ...]:
        """The beats from offset ``start`` on."""
        self._start = self._end = start
        for line in lines(text, start, self._problems):
            if not line.pieces:
                self._open, self._after_tag = None, False
            else:
                self._line(line)
                self._end = line.end
        self._close_beat()
        return tuple(self._beats)

    def _line(self, line: Line) -> None:
        piece = line.first
        mark = piece.text[0]
        after_tag, self._after_tag = self._after_tag, False
        if self._open is not None and self._underlined(line):
            return
        if piece.text == "-->":
            self._error(
                piece.start, line.end, "the end of a comment that nothing begins, expected “<!--” above, or no mark"
            )
            return
        if _RULE.fullmatch(piece.text) and len(line.pieces) == 1:
            self._open = self._taggable = None
        elif TAG_MARK.match(piece.text):
            self._tag(line)
        elif line.indent >= 2 and self._open is not None and self._open.kind not in ("narration", "quote"):
            self._indented(line, self._open)
        elif mark == "#" and (heading := _HEADING.match(piece.text)):
            self._heading_line(line, heading)
        elif mark == "#" and piece.text.startswith("##"):
            self._error(piece.start, line.end, "a heading without a space after “##”, expected “## ” and the heading")
        elif mark == ">":
            self._quote(line)
            self._tag_within(line)
        elif mark == "-" and slips.hyphen_tag(piece.text[1:], self._names.sources, under_item=self._waiting):
            self._hyphen_tag(line)
        elif mark in _KINDS and piece.text[1:2] in ("", " ", "\t"):
            kind, what = _KINDS[mark]
            self._begin(kind, what, line)
            self._tag_within(line)
            self._words(self._opened, line.without_mark(1))
        elif mark == "+" and piece.text[1:2] in ("", " ", "\t"):
            self._new_paragraph(line)
        elif mark == "x" and len(line.pieces) == 1 and (asked := _NO_COMMENT.fullmatch(piece.text)):
            self._no_comment(line, asked)
        elif mark == "|" and after_tag:
            self._error(piece.start, line.end, "a tag that goes on below, expected all of it on one line")
        else:
            self._plain(line)

    @property
    def _waiting(self) -> bool:
        """Whether the line above is of an item that has no tag yet."""
        return self._open is not None and self._open is self._taggable and self._open.kind != "narration"

    def _hyphen_tag(self, line: Line) -> None:
        self._error(line.first.start, line.end, "a tag with one hyphen, expected “—” or “--” at its start")
        if self._taggable is not None:
            self._taggable.mistagged = True
        self._open = None

    def _tag_within(self, line: Line) -> None:
        for piece in line.pieces:
            at = slips.tag_within(piece.text, self._names.sources) if "|" in piece.text else -1
            if at >= 0:
                self._error(piece.start + at, line.end, "a tag behind the words, expected it on the line below")
                self._opened.mistagged = True

    @property
    def _opened(self) -> OpenItem:
        assert self._open is not None
        return self._open

    def _error(self, start: int, end: int, message: str) -> None:
        self._problems.error(start, end, message)

    def _begin(self, kind: str, what: str, line: Line) -> None:
        self._open = self._taggable = OpenItem(kind, line.first.start, line.end, what)
        self._items.append(self._open)

    def _underlined(self, line: Line) -> bool:
        """“---” or “===” under words makes them a heading in every Markdown viewer."""
        if self._open is None or self._open.kind != "narration" or not _UNDERLINE.fullmatch(line.first.text):
            return False
        if line.first.text == "--":
            return False
        self._error(line.first.start, line.end, "this line makes a heading of the one above, expected “## ” before it")
        self._open = self._taggable = None
        return True

    def _tag(self, line: Line) -> None:
        self._open = None
        item = self._taggable
        private = item is not None
        tag = self._tags.read(line)
        start = line.first.start
        if item is None:
            self._error(start, line.end, "a tag with no item above it, expected it under a quote, a fact, …")
        elif item.tag is not None:
            self._error(start, line.end, "a second tag on the same item, expected one (parts are divided by “|”)")
        else:
            item.tag, item.source = tag, tag.source
            self._same(tag, start, line.end)
        if tag.source:
            self._spoken.add(tag.source)
        self._after_tag = private

    def _same(self, tag: Tag, start: int, end: int) -> None:
        if tag.same_statement and tag.source is not None and tag.source not in self._spoken:
            self._error(start, end, "“same statement” with nothing of this source before, expected an item of it above")

    def _heading_line(self, line: Line, heading: re.Match[str]) -> None:
        self._close_beat()
        self._start = line.first.start
        self._speakers.new_beat()
        if len(heading[1]) != 2:
            message = f"a heading of level {len(heading[1])}, expected “## ” (one beat is one paragraph)"
            self._error(line.first.start, line.end, message)
        pieces = list(line.without_mark(heading.end()))
        if pieces:
            last = pieces[-1]
            bare = last.text.rstrip("#")
            if not bare or bare[-1].isspace():
                pieces[-1] = Piece(bare.rstrip(), last.start)
        words = Weaver()
        for piece in pieces:
            add_words(words, piece, self._filler, self._problems)
        if words:
            self._heading = words.build()
        else:
            self._error(line.first.start, line.end, "a heading without words, expected them after “##”")
            self._heading = Traced.from_notes("", line.end)

    def _quote(self, line: Line) -> None:
        if self._open is None or self._open.kind != "quote":
            self._begin("quote", "a quote", line)
            self._opened.quote = Quote(self._problems)
        item = self._opened
        assert item.quote is not None
        item.end = line.end
        pieces = line.without_mark(1)
        if pieces and pieces[0].text[0] == ">":
            self._error(pieces[0].start, line.end, "a second “>”, expected one (or “\\>” for a plain one)")
        item.quote.line(_unescaped(pieces), line.first.start)

    def _words(self, item: OpenItem, pieces: tuple[Piece, ...]) -> None:
        for piece in _unescaped(pieces):
            if "//" in piece.text and (slashes := _SLASHES.search(piece.text)):
                at = piece.start + slashes.start()
                self._problems.warning(at, at + 2, "“//” is plain text here, expected it in a “>” quote only")
            add_words(item.words, piece, self._filler, self._problems)

    def _indented(self, line: Line, item: OpenItem) -> None:
        if _NESTED_MARK.match(line.first.text):
            message = "a mark after spaces, expected it at the start of the line (or “\\” before it)"
            self._error(line.first.start, line.end, message)
            return
        self._go_on(line, item)

    def _go_on(self, line: Line, item: OpenItem) -> None:
        if item.words:
            item.words.made(" ", item.end, line.first.start)
        item.end = line.end
        self._words(item, line.pieces)

    def _plain(self, line: Line) -> None:
        item = self._open
        start = line.first.start
        if item is None:
            self._near_mark(line)
            self._begin("narration", "narration", line)
            self._words(self._opened, line.pieces)
        elif item.kind == "narration":
            self._near_mark(line)
            self._go_on(line, item)
        elif not item.complained:
            item.complained = True
            fix = "“> ” at its start" if item.kind == "quote" else "two spaces before it"
            message = f"a line without a mark under {item.what}, expected {fix} (or a blank line above)"
            self._error(start, line.end, message)

    def _near_mark(self, line: Line) -> None:
        text, start = line.first
        asked = _ASKED.match(text)
        if asked and asked[1] in self._names.sources:
            self._error(start, line.end, "a no-comment line with more in it, expected “x”, a space and one id")
        elif text[0] in "-~?*" and text[1:2].isalpha() and "*" not in text[1:]:
            what = _KINDS[text[0]][1]
            message = f"“{text[0]}” without a space after it is plain text, expected “{text[0]} ” for {what}"
            self._problems.warning(start, start + 1, message)
        elif text[0] in "•·◦▪‣" and text[1:2].isspace():
            self._problems.warning(start, start + 1, f"“{text[0]}” is plain text here, expected “- ” for a fact")

    def _new_paragraph(self, line: Line) -> None:
        self._open = self._taggable = None
        start = line.first.start
        if line.first.text != "+" or len(line.pieces) > 1:
            self._error(start, line.end, "words after “+”, expected “+” alone on its line and the words below")
        self._items.append(OpenItem("break", start, line.end, "a new paragraph"))

    def _no_comment(self, line: Line, asked: re.Match[str]) -> None:
        self._open = self._taggable = None
        id_ = asked[1]
        at = line.first.start + asked.start(1)
        item = OpenItem("no-comment", line.first.start, line.end, "a no-comment line", source=id_)
        item.words.exact(id_, at)
        if not self._names.known(id_):
            self._error(at, line.end, self._names.unknown(id_))
        elif self._names.complete:
            request = latest_request(self._names.requests, id_)
            if request is None:
                self._error(at, line.end, "nobody is asked by that id, expected “- to:” with it under “requests:”")
            elif request.outcome == "statement":
                self._error(at, line.end, "the latest request was answered with a statement, expected that as a note")
        self._items.append(item)

    def _close_beat(self) -> None:
        items = self._maker.finish(self._items)
        if items or self._heading is not None:
            self._beats.append(Beat(self._heading, self._slug(), Span(self._start, max(self._start, self._end)), items))
        self._items, self._open, self._taggable, self._heading = [], None, None, None
        self._start = self._end

    def _slug(self) -> str:
        slug = slugged(self._heading or "")
        count = self._slugs[slug] = self._slugs.get(slug, 0) + 1
        return slug if count == 1 else f"{slug}-{count}"


def _unescaped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without a backslash before what would be a mark."""
    if pieces and _ESCAPED_MARK.match(pieces[0].text):
        return (pieces[0].cut(1), *pieces[1:])
    return pieces


def slugged(heading: str) -> str:
    """A heading in lower case with hyphens, as ``see: brief#slug`` names it."""
    kept = re.sub(r"[^\w\s-]", "", str.casefold(heading))
    return re.sub(r"[\s_-]+", "-", kept).strip("-")
