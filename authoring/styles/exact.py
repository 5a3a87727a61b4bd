"""The texts of an article as Vale cuts them out of the page that it would make of it.

Line ends stay as they are; code and bare addresses are asterisks; the words of a link, of bold and of italics are
parted from what stands before them by one space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from authoring.prose.document import Block, BlockKind, Voice
from authoring.prose.raw import RawBlock
from authoring.styles.tokens import INLINE, Piece, Token
from authoring.text.span import Span

_SKIPPED = frozenset({"script", "style", "pre", "figure", "noscript", "iframe"})
_HIDDEN = frozenset({"tt", "code", "kbd"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SKIPPED_CLASSES = frozenset({"problematic", "pre", "code"})
_SCOPES = {
    "th": "text.table.header",
    "td": "text.table.cell",
    "caption": "text.table.caption",
    "li": "text.list",
    "blockquote": "text.blockquote",
    "figcaption": "text.figure.caption",
}
_INLINE_SCOPES = {
    "a": "link",
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "tt": "code",
}
_TIGHT = "([{—–"
_STARTERS = ".?!,:;)]}—–"


@dataclass(frozen=True, eq=False)
class Cut:
    """A text, and the scope it has."""

    scope: str
    block: Block


@dataclass
class _Builder:
    """Puts texts together, token by token."""

    raw: RawBlock = field(default_factory=lambda: RawBlock(BlockKind.PARAGRAPH, 0, 0))
    history: list[str] = field(default_factory=list)
    """Tags opened since a block last ended."""
    open_inline: list[tuple[str, RawBlock]] = field(default_factory=list)
    inline: bool = False
    closed_inline: bool = False
    hidden: bool = False
    skipping: str = ""
    trailing: str = ""
    """The space that the last text ended with."""
    href: str = ""

    def read(self, tokens: Iterable[Token]) -> Iterator[Cut]:
        """The texts, each when it is whole."""
        for token in tokens:
            href, self.href = self.href, ""
            if self.skipping:
                if token.kind == "close" and token.tag == self.skipping:
                    self.skipping = ""
                elif token.tag == "img":  # its description is read in a figure too
                    yield from _described(token)
                continue
            if token.kind == "text":
                self.text(token.pieces, href)
            elif token.kind == "comment":
                self.closed_inline = self.closed_inline or not self.inline
            elif token.kind == "open":
                yield from self.open(token)
            else:
                yield from self.close(token.tag)
        yield from self.flush()

    def open(self, token: Token) -> Iterator[Cut]:
        """A tag opens."""
        tag = token.tag
        if tag not in INLINE and (tag in _SKIPPED or _SKIPPED_CLASSES.intersection(token.classes.split())):
            self.skipping = tag
            return
        if tag not in INLINE and tag not in _VOID:
            yield from self.flush()
        self.inline = tag in INLINE
        self.hidden = tag in _HIDDEN
        self.closed_inline = False
        self.href = token.href if tag == "a" else ""
        if tag == "img":
            yield from _described(token)
        if tag in _INLINE_SCOPES:
            self.open_inline.append((tag, RawBlock(BlockKind.PARAGRAPH, token.start, token.start)))
        self.history.append(tag)

    def close(self, tag: str) -> Iterator[Cut]:
        """A tag closes."""
        if tag not in INLINE:
            yield from self.flush()
            self.history.clear()
            return
        self.closed_inline = True
        if self.open_inline and self.open_inline[-1][0] == tag:
            _, raw = self.open_inline.pop()
            if "".join(raw.parts).strip():
                yield Cut(_INLINE_SCOPES[tag], _block(raw))

    def text(self, pieces: tuple[Piece, ...], href: str) -> None:
        """Words, trimmed and parted as Vale does."""
        whole = "".join(words for words, _, _ in pieces)
        trimmed = whole.strip()
        if trimmed:
            first = len(whole) - len(whole.lstrip())
            pieces = _cut(pieces, first, first + len(trimmed))
            place = pieces[0][1]
            hide = self.hidden or href == trimmed
            starter = trimmed[0] in _STARTERS and not hide
            separator = ""
            if self.closed_inline:
                separator = {"\n": "\n", "\r": "\n", " ": " ", "\t": " "}.get(whole[0], "")
            elif self.inline and not starter:
                separator = " "
            if not self.closed_inline and not self.inline and self.nested():
                separator = " "
            if separator == " " and not self.trailing and self.raw.parts and self.raw.parts[-1][-1] in _TIGHT:
                separator = ""
            self.closed_inline = self.hidden = False
            if separator and self.raw.length:
                self.raw.add(separator, place, place)
            for words, start, end in pieces:
                self.raw.add("*" * len(words) if hide else words, start, end)
                for tag, capture in self.open_inline:
                    capture.add("*" * len(words) if hide and tag not in _HIDDEN else words, start, end)
        self.trailing = whole[-1] if whole[-1:].isspace() else ""

    def nested(self) -> bool:
        """Whether the text begins an item of a list in a list."""
        history = self.history
        return len(history) > 3 and history[-1] == "li" and history[-2] in {"ol", "ul"} and history[-3] == "li"

    def flush(self) -> Iterator[Cut]:
        """The text, if there is one, is whole."""
        raw, self.raw = self.raw, RawBlock(BlockKind.PARAGRAPH, 0, 0)
        self.trailing = ""
        if not "".join(raw.parts).strip():
            return
        scope = "text"
        for tag in self.history:
            if tag in _SCOPES or (len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()):
                scope = _SCOPES.get(tag) or f"text.heading.{tag}"
                break
        yield Cut(scope, _block(raw))


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces from one place of their words to another."""
    made: list[Piece] = []
    at = 0
    for words, first, last in pieces:
        low, high = max(start - at, 0), min(end - at, len(words))
        at += len(words)
        if low < high:
            exact = len(words) == last - first
            made.append((words[low:high], first + low, first + high) if exact else (words[low:high], first, last))
    return tuple(made)


def _described(picture: Token) -> Iterator[Cut]:
    if "".join(words for words, _, _ in picture.pieces).strip():
        caption = RawBlock(BlockKind.CAPTION, picture.start, picture.start)
        for piece in picture.pieces:
            caption.add(*piece)
        yield Cut("text.attr.alt", _block(caption))


def _block(raw: RawBlock) -> Block:
    start, end = raw.runs[0][1], raw.runs[-1][2]
    return Block(raw.kind, Span(start, end), "".join(raw.parts), tuple(raw.runs), (), Voice.NARRATION)


def cuts(tokens: Iterable[Token]) -> Iterator[Cut]:
    """The texts of an article, those of links, bold, italics and code after each that holds them."""
    held: list[Cut] = []
    for cut in _Builder().read(tokens):
        if cut.scope in _INLINE_SCOPES.values():
            held.append(cut)
        else:
            yield cut
            if not cut.scope.startswith("text.attr"):
                yield from held
                held = []
    yield from held
