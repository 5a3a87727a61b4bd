"""An article as the row of tags and texts that a page made of it would have, each text with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from authoring.text.patterns import lazy

INLINE = frozenset("b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del".split())
"""Tags that part no blocks."""
_ADDRESS = lazy(r"""(?<![^\s*_~(])(?:https?://|ftp://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}…*_~]""")
_HTML = lazy(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<(?P<closes>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>|<[!?][^>]*>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE = lazy(r"""(href|alt|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_ENTITY = lazy(r"&#?\w+;")

Piece = tuple[str, int, int]
"""Words, and where they were read from."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or a text."""

    kind: str
    """open, close, text, or comment."""
    tag: str = ""
    start: int = 0
    href: str = ""
    """The address of a link."""
    pieces: tuple[Piece, ...] = ()
    """What a text, or the description of a picture, was read from."""
    classes: str = ""


def text_tokens(pieces: list[Piece], *, linked: bool = False) -> Iterator[Token]:
    """The pieces as texts, bare addresses in them as links; ``linked`` says whether they stand in a link."""
    if linked or not any("://" in words or "www." in words for words, _, _ in pieces):
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
            yield Token("text", pieces=tuple(_unescaped(found[0], found.start())))
        elif found["comment"] is not None:
            yield Token("comment", start=found.start())
        elif found["tag"]:
            attributes: dict[str, tuple[Piece, ...]] = {}
            for told in _ATTRIBUTE.finditer(text, found.start("rest"), found.end("rest")):
                number = next(number for number in (2, 3, 4) if told[number] is not None)
                attributes[told[1].lower()] = tuple(_unescaped(told[number], told.start(number)))
            tag = found["tag"].lower()
            href, classes = ("".join(piece[0] for piece in attributes.get(key, ())) for key in ("href", "class"))
            described = attributes.get("alt", ()) if tag == "img" else ()
            kind = "close" if found["closes"] else "open"
            yield Token(kind, tag, found.start(), href, described, classes)
            if kind == "open" and found["rest"].rstrip().endswith("/") and tag not in {"br", "img"}:
                yield Token("close", tag, found.end())


def _unescaped(words: str, start: int) -> Iterator[Piece]:
    """The words of HTML, each entity on its own."""
    at = 0
    for found in _ENTITY.finditer(words):
        if found.start() > at:
            yield words[at : found.start()], start + at, start + found.start()
        yield unescape(found[0]), start + found.start(), start + found.end()
        at = found.end()
    if at < len(words):
        yield words[at:], start + at, start + len(words)
