"""The tokens of a Markdown text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from authoring.prose.generated import code_points
from authoring.styles.tokens import Piece, Token, html_tokens, text_tokens

_TAGS = {
    "Paragraph": "p",
    "List": "ul",
    "Item": "li",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "TableCell": "td",
    "FootnoteDefinition": "li",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Link": "a",
}


def markdown_tokens(text: str, base: int) -> Iterator[Token]:
    """The tokens of a Markdown text from offset ``base`` on."""
    import pyromark

    options = pyromark.Options
    parser = pyromark.Markdown(options=options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH)
    body = re.sub(r"\r(?!\n)", "\n", text[base:])
    point = code_points(body, base)
    reader = _Reader(text)
    for event, where in parser.events_with_range(body):
        name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
        yield from reader.take(name, value, point(where["start"]), point(where["end"]))
    yield from reader.rest()


class _Reader:
    """Makes tokens of the parser's events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.held: list[Piece] = []
        """Pieces of the text that is being read."""
        self.picture: list[Piece] | None = None
        """The description of the picture that is being read."""
        self.links = 0
        self.head = False
        """Whether the cells are those of a table's head."""
        self.html: tuple[int, int] | None = None
        """Where lines of HTML stand that have been read; a tag may run over them."""

    def take(self, name: str, value: Any, start: int, end: int) -> Iterator[Token]:
        """The tokens of one event."""
        what = value if isinstance(value, str) else next(iter(value)) if isinstance(value, dict) else ""
        if self.html is not None and not (name == "Html" and self.html[1] == start):
            yield from html_tokens(self.text, *self.html)
            self.html = None
        if self.picture is not None:
            yield from self.described(name, what, value, start, end)
        elif name == "Text":
            self.held.append((str(value), start, end))
        elif name == "SoftBreak":
            self.held.append(("\n", start, end))
        else:
            yield from self.texts()
            if name == "Code":
                yield from self.code(str(value), start, end)
            elif name == "Html":
                self.html = (self.html[0] if self.html else start, end)
            elif name == "InlineHtml":
                yield from html_tokens(self.text, start, end)
            elif name == "HardBreak":
                yield Token("open", "br", start)
            elif name == "FootnoteReference":
                yield from _reference(str(value), start, end)
            elif name in {"Start", "End"}:
                yield from self.tag(name == "Start", what, value, start)

    def texts(self) -> Iterator[Token]:
        """The text that has been read so far."""
        if self.held:
            yield from text_tokens(self.held, linked=self.links > 0)
            self.held = []

    def rest(self) -> Iterator[Token]:
        """What has been read and not told."""
        yield from self.texts()
        if self.html is not None:
            yield from html_tokens(self.text, *self.html)

    def described(self, name: str, what: str, value: Any, start: int, end: int) -> Iterator[Token]:
        """Words of a picture's description, and its end."""
        assert self.picture is not None
        if name == "End" and what == "Image":
            yield Token("open", "img", start, pieces=tuple(self.picture))
            self.picture = None
        elif name in {"Text", "Code"}:
            self.picture.append((str(value), start, end))
        elif name == "SoftBreak":
            self.picture.append(("\n", start, end))

    def tag(self, opens: bool, what: str, value: Any, start: int) -> Iterator[Token]:
        """What begins or ends."""
        if what == "Image":
            self.picture = []
            return
        if what == "TableHead":
            self.head = opens
        if what == "Link":
            self.links += 1 if opens else -1
        tag = _TAGS.get(what, "")
        if what == "Heading":
            level = value["Heading"]["level"] if isinstance(value["Heading"], dict) else value["Heading"]
            tag = f"h{level[1]}"
        elif what == "TableCell" and self.head:
            tag = "th"
        if tag:
            href = str(value["Link"]["dest_url"]) if what == "Link" and isinstance(value, dict) else ""
            if href and value["Link"]["link_type"] == "Email":
                href = f"mailto:{href}"
            yield Token("open" if opens else "close", tag, start, href)

    def code(self, words: str, start: int, end: int) -> Iterator[Token]:
        """Code in a line, without its backticks."""
        source = self.text[start:end]
        ticks = len(source) - len(source.lstrip("`"))
        first = start + ticks
        if len(source) - 2 * ticks == len(words) + 2:
            first += 1
        yield Token("open", "code", start)
        yield Token("text", pieces=((words, first, min(first + len(words), end)),))
        yield Token("close", "code", end)


def _reference(words: str, start: int, end: int) -> Iterator[Token]:
    """The mark of a footnote, which is a link."""
    yield Token("open", "sup", start)
    yield Token("open", "a", start)
    yield Token("text", pieces=((words, start + 2, end - 1),))
    yield Token("close", "a", end)
    yield Token("close", "sup", end)
