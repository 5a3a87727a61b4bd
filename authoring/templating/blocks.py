"""The blocks of a template that another can replace, and where each is defined along what it extends."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import nodes

from authoring.templating.catalogue import chain
from authoring.templating.parsed import Parsed, place_of
from authoring.templating.shelf import Shelf


@dataclass(frozen=True)
class Defined:
    """One block."""

    name: str
    places: tuple[tuple[Parsed, int], ...]
    """The templates that define it, with the line; the one in force comes first."""
    inside: str = ""
    """The block that it stands in, where there is one."""


def blocks(shelf: Shelf, parsed: Parsed) -> list[Defined]:
    """The blocks in the order in which they are printed, with those inside others after these."""
    places: dict[str, list[tuple[Parsed, int]]] = {}
    inside: dict[str, str] = {}
    links = chain(shelf, parsed)
    for link in links:
        for block in link.tree.find_all(nodes.Block) if link.tree else ():
            places.setdefault(block.name, []).append((link, place_of(block)[0]))
            inside.update({inner.name: block.name for inner in block.find_all(nodes.Block)})
    frame = links[-1]
    order = [block.name for block in frame.tree.find_all(nodes.Block)] if frame.tree else []
    order = sorted(order, key=lambda name: places[name][-1][1])
    names = [*order, *(name for name in places if name not in order)]
    return [Defined(name, tuple(places[name]), inside.get(name, "")) for name in names]
