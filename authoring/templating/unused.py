"""Which names a template sets and nobody uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import nodes

from authoring.templating.book import Book
from authoring.templating.catalogue import part_of
from authoring.templating.finding import Finding
from authoring.templating.parsed import Parsed, place_of
from authoring.templating.structure import references

_SAYS = {
    "macro": "the macro “{}” is never called, expected a call of it, or its end",
    "set": "“{}” is set and never used, expected something that uses it, or its end",
    "import": "“{}” is imported and never used, expected something that uses it, or its end",
}


def unused(book: Book, targets: Mapping[Path, Parsed]) -> Iterator[Finding]:
    """The names that nobody uses, in these templates; those that others could use are left alone."""
    shelf = book.shelf
    lent = set()
    for name in shelf.names():
        parsed = shelf.get(name)
        for reference, other in references(parsed) if parsed else ():
            if not isinstance(reference, nodes.Extends) and (found := shelf.get(other.value)):
                lent.add(found.path)
    for (path, name), (sort, node) in book.defined.items():
        parsed = targets.get(path)
        if parsed is None or (path, name) in book.used or path in lent or name.startswith("_"):
            continue
        if part_of(shelf, parsed) != "story":
            continue
        line, column = place_of(node)
        yield Finding(path, line, column, _SAYS[sort].format(name), "warning", "unused")
