"""Checks templates: reads them as drafts would use them, and then drafts with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from authoring.errors import TemplateError
from authoring.notes.model import Notes
from authoring.templating.book import Book
from authoring.templating.catalogue import part_of
from authoring.templating.dryrun import dry_runs
from authoring.templating.finding import Finding
from authoring.templating.parsed import Parsed
from authoring.templating.shelf import Shelf
from authoring.templating.statements import Statements
from authoring.templating.structure import reaches, structure
from authoring.templating.syntax import broken
from authoring.templating.unused import unused

_ROUNDS = 8
"""How often templates are read to learn what macros are called with; a macro that calls another takes one more."""


def check(shelf: Shelf, targets: Sequence[Parsed], stories: Iterable[Notes] = (), *, run: bool = True) -> list[Finding]:
    """Everything that is found in these templates, in order of place.

    ``stories`` are the notes of the project, to try the templates on beside notes of our own.
    """
    paths = {parsed.path: parsed for parsed in targets}
    book = Book(shelf)
    sound = []
    for parsed in targets:
        if parsed.tree is None:
            book.findings.add(broken(parsed))
            continue
        found = list(structure(shelf, parsed))
        for each in found:
            book.findings.add(each)
        if not any(_stops(each) for each in found):
            sound.append(parsed)
    roots = list(_roots(shelf, targets))
    for _ in range(_ROUNDS):
        book.grown = False
        _read_all(book, roots)
        if not book.grown:
            break
    book.final = True
    _read_all(book, roots)
    for each in unused(book, paths):
        book.findings.add(each)
    book.findings.found = {each for each in book.findings.found if each.path in paths}
    if run:
        wrong = {parsed.path for parsed in targets if parsed not in sound}
        makes = [root for root in roots if part_of(shelf, root) in ("story", "frame") and root.path not in wrong]
        dry_runs(shelf, makes, paths, stories, book.findings)
    return book.findings.sorted()


def _read_all(book: Book, roots: Iterable[Parsed]) -> None:
    for root in roots:
        Statements(book).read(root)


def _stops(finding: Finding) -> bool:
    """Whether no draft can be made of the template, which is then not tried."""
    return "there is no template" in finding.message or "itself" in finding.message or "leads back" in finding.message


def _roots(shelf: Shelf, targets: Sequence[Parsed]) -> Iterator[Parsed]:
    """The templates through which drafts come to these: themselves, and those that extend, include or import them."""
    seen: set[Path] = set()
    for parsed in targets:
        if parsed.tree is not None:
            seen.add(parsed.path)
            yield parsed
    for name in shelf.names():
        try:
            other = shelf.get(name)
        except TemplateError:
            continue
        if other is None or other.tree is None or other.path in seen or part_of(shelf, other) != "story":
            continue
        if any(reaches(shelf, other, parsed.path) for parsed in targets):
            seen.add(other.path)
            yield other
