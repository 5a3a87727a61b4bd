"""An article as the row of tags and texts that a page made of it would have, each text with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from authoring.prose.generated import code_points

INLINE = frozenset("b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del".split())
"""Tags that part no blocks."""
_ADDRESS = re.compile(r"""(?:https?://|ftp://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}…*_~]""")
_HTML = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<(?P<closes>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>|<[!?][^>]*>|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""(href|alt|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
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
    "Image": "img",
}

Piece = tuple[str, int, int]
"""Words, and where they were read from."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or a text."""

    kind: str
    """open, close, text, or comment."""
    tag: str = ""
    start: int = 0
    attribute: str = ""
    """The address of a link, the description of a picture."""
    pieces: tuple[Piece, ...] = ()
    """What a text was read from."""
    skipped: str = ""
    """The ``class`` of a tag."""


def markdown_tokens(text: str, base: int) -> Iterator[Token]:
    """The tokens of a Markdown text from offset ``base`` on."""
    import pyromark

    options = pyromark.Options
    parser = pyromark.Markdown(options=options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH)
    body = re.sub(r"\r(?!\n)", "\n", text[base:])
    point = code_points(body, base)
    held: list[Piece] = []
    picture: list[str] | None = None
    head = False
    for event, where in parser.events_with_range(body):
        start, end = point(where["start"]), point(where["end"])
        name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
        what = value if isinstance(value, str) else next(iter(value)) if isinstance(value, dict) else ""
        if picture is not None:
            if name == "End" and what == "Image":
                yield Token("open", "img", start, "".join(picture))
                picture = None
            elif name in {"Text", "Code"}:
                picture.append(str(value))
            continue
        if name == "Text":
            held.append((str(value), start, end))
            continue
        if name == "SoftBreak":
            held.append(("\n", start, end))
            continue
        if held:
            yield from _texts(held)
            held = []
        if name == "Code":
            yield from _code(text, str(value), start, end)
        elif name in {"Html", "InlineHtml"}:
            yield from html_tokens(text, start, end)
        elif name == "HardBreak":
            yield Token("open", "br", start)
        elif name == "FootnoteReference":
            yield Token("open", "sup", start)
            yield Token("open", "a", start)
            yield Token("text", pieces=((str(value), start + 2, end - 1),))
            yield Token("close", "a", end)
            yield Token("close", "sup", end)
        elif name in {"Start", "End"}:
            head = name == "Start" if what == "TableHead" else head
            tag = _tag(what, value, head)
            if name == "Start" and what == "Image":
                picture = []
            elif tag:
                yield Token("open" if name == "Start" else "close", tag, start, _address(what, value))
    if held:
        yield from _texts(held)


def _tag(what: str, value: Any, head: bool) -> str:
    if what == "Heading":
        level = value["Heading"]["level"] if isinstance(value["Heading"], dict) else value["Heading"]
        return f"h{level[1]}"
    return "th" if what == "TableCell" and head else _TAGS.get(what, "")


def _address(what: str, value: Any) -> str:
    return str(value["Link"]["dest_url"]) if what == "Link" and isinstance(value, dict) else ""


def _code(text: str, words: str, start: int, end: int) -> Iterator[Token]:
    source = text[start:end]
    ticks = len(source) - len(source.lstrip("`"))
    first = start + ticks
    if len(source) - 2 * ticks == len(words) + 2:
        first += 1
    yield Token("open", "code", start)
    yield Token("text", pieces=((words, first, min(first + len(words), end)),))
    yield Token("close", "code", end)


def _texts(pieces: list[Piece]) -> Iterator[Token]:
    """The pieces as texts, bare addresses in them as links."""
    if not any("://" in words or "www." in words for words, _, _ in pieces):
        yield Token("text", pieces=tuple(pieces))
        return
    held: list[Piece] = []
    for words, start, end in pieces:
        at = 0
        exact = len(words) == end - start
        for found in _ADDRESS.finditer(words) if exact else ():
            if found.start() > at:
                held.append((words[at : found.start()], start + at, start + found.start()))
            if held:
                yield Token("text", pieces=tuple(held))
                held = []
            href = f"http://{found[0]}" if found[0].startswith("www.") else found[0]
            yield Token("open", "a", start + found.start(), href)
            yield Token("text", pieces=((found[0], start + found.start(), start + found.end()),))
            yield Token("close", "a", start + found.end())
            at = found.end()
        if at < len(words):
            held.append((words[at:], start + at, end) if exact else (words, start, end))
    if held:
        yield Token("text", pieces=tuple(held))


def html_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of HTML."""
    for found in _HTML.finditer(text, start, end):
        if found["text"] is not None:
            words = unescape(found[0])
            yield Token("text", pieces=((words, found.start(), found.end()),))
        elif found["comment"] is not None:
            yield Token("comment", start=found.start(), attribute=found["comment"].strip())
        elif found["tag"]:
            attributes = {
                name.lower(): unescape(one or two or three)
                for name, one, two, three in _ATTRIBUTE.findall(found["rest"])
            }
            tag = found["tag"].lower()
            about = attributes.get("alt" if tag == "img" else "href", "")
            kind = "close" if found["closes"] else "open"
            yield Token(kind, tag, found.start(), about, skipped=attributes.get("class", ""))
            if kind == "open" and found["rest"].rstrip().endswith("/") and tag not in {"br", "img"}:
                yield Token("close", tag, found.end())
