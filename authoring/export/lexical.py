"""A story as Ghost's editor keeps it: a tree of Lexical nodes, in which text is text and no markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from authoring.export.article import Block, Picture, Run
from authoring.export.markup import table, text
from authoring.export.outline import Group, Item, Listing, Part, outline
from authoring.export.telling import under
from authoring.text.span import Span

Node = dict[str, Any]
_FORMATS = (("strong", 1), ("emphasis", 2), ("struck", 4), ("code", 16))
_BREAK: Node = {"type": "linebreak", "version": 1}


def root(children: list[Node]) -> Node:
    """The whole tree."""
    return {"root": _element("root", children)}


def story(body: Sequence[Block]) -> list[Node]:
    """The nodes of a body in order."""
    return [node for part in outline(body) for node in _part(part)]


def paragraph(runs: Sequence[Run]) -> Node:
    """A paragraph."""
    return _element("paragraph", _inline(runs))


def plain(words: str, *, emphasis: bool = False) -> Node:
    """A paragraph of words that look alike."""
    return paragraph((Run(words, Span(0, 0), emphasis=emphasis),))


def picture(one: Picture) -> Node:
    """A picture with what stands under it."""
    return {
        "type": "image",
        "version": 1,
        "src": one.file,
        "width": None,
        "height": None,
        "title": "",
        "alt": one.alt,
        "caption": text(under(one)),
        "cardWidth": "regular",
        "href": "",
    }


def _part(part: Part) -> Iterable[Node]:
    if isinstance(part, Listing):
        yield _list(part)
    elif isinstance(part, Group) and part.kind == "table":
        yield {"type": "html", "version": 1, "html": table(part.blocks)}
    elif isinstance(part, Group) and part.kind == "quote":
        yield _element("extended-quote", _lines([block.runs for block in part.blocks]))
    elif isinstance(part, Group):
        for block in part.blocks:
            label = () if block.continues else (Run(f"[{block.number}] ", block.span),)
            yield paragraph((*label, *block.runs))
    elif part.picture is not None:
        yield picture(part.picture)
    elif part.kind == "rule":
        yield {"type": "horizontalrule", "version": 1}
    elif part.kind == "code":
        yield {"type": "codeblock", "version": 1, "code": part.text, "language": "", "caption": ""}
    elif part.kind == "heading" or part.level:
        yield {**_element("extended-heading", _inline(part.runs)), "tag": f"h{part.level}"}
    else:
        said_by = [Run(f"{part.speaker}:", part.span, strong=True), Run(" ", part.span)] if part.speaker else []
        yield paragraph((*said_by, *part.runs))


def _list(listing: Listing) -> Node:
    numbered = bool(listing.start)
    first = listing.start or 1
    children = [node for number, item in enumerate(listing.items, first) for node in _items(item, number)]
    return {
        **_element("list", children),
        "listType": "number" if numbered else "bullet",
        "start": first,
        "tag": "ol" if numbered else "ul",
    }


def _items(item: Item, number: int) -> Iterable[Node]:
    """An item, and one for each list in it, which is how the editor holds them."""
    words = [one for one in item.parts if not isinstance(one, Listing)]
    yield {**_element("listitem", _lines(words)), "value": number}
    for one in item.parts:
        if isinstance(one, Listing):
            yield {**_element("listitem", [_list(one)]), "value": number + 1}


def _lines(paragraphs: Sequence[Sequence[Run]]) -> list[Node]:
    made: list[Node] = []
    for runs in paragraphs:
        if made:
            made += [_BREAK, _BREAK]
        made += _inline(runs)
    return made


def _inline(runs: Sequence[Run]) -> list[Node]:
    made: list[Node] = []
    for link, group in groupby(runs, lambda run: run.link):
        nodes = [node for run in group for node in _words(run)]
        if link:
            told = {"rel": None, "target": None, "title": None, "url": link}
            made.append({**_element("link", nodes), **told})
        else:
            made += nodes
    return made


def _words(run: Run) -> Iterable[Node]:
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield _BREAK
        if line:
            looks = sum(bit for look, bit in _FORMATS if getattr(run, look))
            yield {
                "detail": 0,
                "format": looks,
                "mode": "normal",
                "style": "",
                "text": line,
                "type": "extended-text",
                "version": 1,
            }


def _element(kind: str, children: list[Node]) -> Node:
    return {"children": children, "direction": "ltr", "format": "", "indent": 0, "type": kind, "version": 1}
