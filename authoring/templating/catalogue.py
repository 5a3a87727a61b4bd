"""Every template that a story could use: what it is for, where it comes from, and which one it stands in for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from jinja2 import nodes

from authoring.errors import TemplateError
from authoring.templating.parsed import Parsed, parse
from authoring.templating.shelf import BUILTIN, Shelf

_BODY = "body"
"""The block that the templates of the program fill with the story."""
Part = Literal["story", "frame", "macros", "piece"]
"""What a template is: it makes an article, or others fill it in, take macros from it, or include it."""


@dataclass(frozen=True)
class Entry:
    """One template file."""

    name: str
    """Without ``.md``, as ``--template`` takes it."""
    path: Path
    folder: Path | None
    """The house folder that it stands in; ``None`` where it is built in."""
    part: Part = "story"
    description: str = ""
    """The first sentence of its opening comment; empty where it has none."""
    extends: str | None = None
    """What it extends, as it says itself."""
    overrides: Path | None = None
    """The file of the same name whose place it takes."""
    shadowed_by: Path | None = None
    """The file of the same name that takes its place."""
    wrong: str = ""
    """What keeps it from being used."""


def catalogue(shelf: Shelf) -> list[Entry]:
    """The templates of a shelf by name, the one in force before those that it takes the place of."""
    found: dict[str, list[tuple[Path | None, Path]]] = {}
    for place in (*shelf.folders, shelf.builtin):
        for path in sorted(place.glob("*.md")):
            found.setdefault(path.name, []).append((None if place == shelf.builtin else place, path))
    included = set(_included(shelf))
    entries = []
    for name, places in sorted(found.items()):
        paths = [None, *(path for _, path in places), None]
        for number, (folder, path) in enumerate(places):
            entry = _entry(shelf, folder, path, "" if number else name)
            part = "piece" if name in included else entry.part
            entries.append(replace(entry, part=part, overrides=paths[number + 2], shadowed_by=paths[number]))
    return entries


def _entry(shelf: Shelf, folder: Path | None, path: Path, called: str) -> Entry:
    """One file; ``called`` is what templates call it, empty where another takes its place."""
    try:
        name = BUILTIN + path.name if folder is None else called
        parsed = shelf.get(name) if name else parse(path.read_text("utf-8", "replace"), path.name, path)
        wrong = f"broken at line {parsed.broken.line}" if parsed and parsed.broken else ""
    except (TemplateError, OSError) as error:
        parsed, wrong = None, error.message if isinstance(error, TemplateError) else "this file cannot be read"
    if parsed is None or parsed.tree is None:
        return Entry(path.stem, path, folder, wrong=wrong)
    about = first_sentence(parsed.comment)
    return Entry(path.stem, path, folder, part_of(shelf, parsed), about, extended(parsed.tree))


def first_sentence(comment: str) -> str:
    """The opening of a comment, up to its first full stop, on one line."""
    words = " ".join(comment.split())
    end = re.search(r"(?<=[a-z”’)]{2})\.(?=\s|$)", words)
    return words[: end.start()] if end else words


def extended(tree: nodes.Template) -> str | None:
    """What a template extends, where it says so in one word."""
    for node in tree.find_all(nodes.Extends):
        if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
            return node.template.value
    return None


def chain(shelf: Shelf, parsed: Parsed) -> list[Parsed]:
    """A template and those that it extends, up to the frame; it ends where one is missing, broken or back again."""
    links = [parsed]
    while (tree := links[-1].tree) is not None and (name := extended(tree)) is not None:
        try:
            above = shelf.get(name)
        except TemplateError:
            break
        if above is None or any(above.path == link.path for link in links):
            break
        links.append(above)
    return links


def part_of(shelf: Shelf, parsed: Parsed) -> Part:
    """Whether a template makes an article, or is there for others: a frame with an empty block, or macros alone."""
    links = chain(shelf, parsed)
    if len(links) == 1 and parsed.tree is not None and not any(map(_prints, parsed.tree.body)):
        return "macros"
    empty = set(_empty(links))
    if _BODY in {block.name for link in links for block in _blocks(link)}:
        return "frame" if _BODY in empty else "story"
    return "frame" if empty and _filled_below(shelf, parsed, empty) else "story"


def _empty(links: list[Parsed]) -> Iterator[str]:
    """The blocks that stand empty where they are made, and that nothing below fills."""
    filled: set[str] = set()
    for number, link in enumerate(links):
        above = {each.name for other in links[number + 1 :] for each in _blocks(other)}
        for block in _blocks(link):
            if block.name not in filled | above and not any(map(_prints, block.body)):
                yield block.name
            filled.add(block.name)


def _filled_below(shelf: Shelf, parsed: Parsed, empty: set[str]) -> bool:
    """Whether others extend a template, and each of them fills one of these blocks."""
    below = []
    for name in shelf.names():
        try:
            other = shelf.get(name)
        except TemplateError:
            continue
        if other is not None and any(link.path == parsed.path for link in chain(shelf, other)[1:]):
            below.append({block.name for block in _blocks(other)} & empty)
    return bool(below) and all(below)


def _blocks(parsed: Parsed) -> Iterator[nodes.Block]:
    if parsed.tree is not None:
        yield from parsed.tree.find_all(nodes.Block)


def _prints(node: nodes.Node) -> bool:
    """Whether something comes of a node besides blank space and names."""
    if isinstance(node, nodes.Output):
        return any(not isinstance(each, nodes.TemplateData) or each.data.strip() for each in node.nodes)
    return not isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport | nodes.Assign | nodes.AssignBlock)


def _included(shelf: Shelf) -> Iterator[str]:
    for name in shelf.names():
        try:
            parsed = shelf.get(name)
        except TemplateError:
            continue
        for node in parsed.tree.find_all(nodes.Include) if parsed and parsed.tree else ():
            names = node.template.iter_child_nodes() if isinstance(node.template, nodes.List) else [node.template]
            yield from (each.value for each in names if isinstance(each, nodes.Const) and isinstance(each.value, str))
