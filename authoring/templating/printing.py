"""Looks at what a template prints: its own words, and those of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jinja2 import nodes

from authoring.errors import Level
from authoring.templating.book import Book
from authoring.templating.finding import Finding
from authoring.templating.parsed import Parsed, place_of
from authoring.templating.scope import Scope, path_of
from authoring.templating.types import Macro, Module, Rec, Rows, Text, Type, known, spoken
from authoring.templating.wording import in_words, varied

ATTRIBUTING = frozenset(("source", "named", "verb", "same"))
"""Fields of an item that a template which says whose words they are would ask for."""


class Printing:
    """Reads what is printed."""

    book: Book
    article: bool = False
    """Whether the template makes an article, and no list to work with: it has front matter."""

    @staticmethod
    def opens_with_front_matter(parsed: Parsed) -> bool:
        """Whether the first thing that a template prints opens front matter."""
        for node in parsed.tree.body if parsed.tree else ():
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    if isinstance(each, nodes.TemplateData) and not each.data.strip():
                        continue
                    return isinstance(each, nodes.TemplateData) and each.data.lstrip().startswith("---\n")
            elif not isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport | nodes.Assign):
                return any(data.data.lstrip().startswith("---\n") for data in node.find_all(nodes.TemplateData))
        return False

    def words(self, node: nodes.TemplateData, scope: Scope) -> None:
        """Words of the template's own."""
        for told in in_words(node.data, self.article):
            self._at(node, told, scope)

    def _at(self, node: nodes.TemplateData, told: tuple[int, str, Level], scope: Scope) -> None:
        on, message, level = told
        line, column = place_of(node)
        before = node.data[:on]
        lines = before.count("\n")
        column = len(before) - before.rfind("\n") if lines else column + on
        if self.book.final:
            self.book.findings.add(Finding(scope.home.path, line + lines, column, message, level, "wording"))

    def printed(self, node: nodes.Expr, kind: Type, scope: Scope) -> None:
        """An expression is printed."""
        if known(kind):
            self._fit(node, kind, scope)
        for place, message in varied(node, lambda each: self._values(each, scope)):
            self.book.report(scope.home, place, message, "warning", "wording")
        for each in (node, *node.find_all(nodes.Filter)):
            if isinstance(each, nodes.Filter) and each.name == "safe":
                message = "“safe” is for web pages and does nothing here, expected the field without it"
                self.book.report(scope.home, each, message, "warning", "wording")
        text = spoken(kind)
        if text is None:
            return
        if text.altered:
            place, how = self._change(node, text.altered)
            message = f"“{how}” changes the words of a quotation, expected them as they were said"
            self.book.report(scope.home, place, message, "error", "wording")
        self._whose(node, scope)

    def _values(self, node: nodes.Expr, scope: Scope) -> Iterable[str]:
        """The words of a list that stands in the template, under a name as well."""
        for one in self.of(node, scope):
            for each in one.each if isinstance(one, Rows) else ():
                if isinstance(each, Text) and each.values:
                    yield from sorted(each.values)

    def of(self, node: nodes.Node, scope: Scope) -> Type:
        """What an expression can be."""
        raise NotImplementedError

    def _fit(self, node: nodes.Expr, kind: Type, scope: Scope) -> None:
        """Report what is no text."""
        what = path_of(node) or "this"
        message = ""
        if all(isinstance(one, Macro | Module) for one in kind):
            message = f"“{what}” is a macro and no text, expected brackets after it, with an item in them"
        elif all(isinstance(one, Rows) for one in kind):
            message = f"“{what}” is a list, expected a text: go through it with {{% for … %}}"
        elif all(isinstance(one, Rec) for one in kind):
            message = f"“{what}” is a whole record, expected one of its fields"
        self.book.report(scope.home, node, message)

    @staticmethod
    def _change(node: nodes.Expr, how: str) -> tuple[nodes.Node, str]:
        for each in (node, *node.find_all((nodes.Filter, nodes.Getattr, nodes.Getitem))):
            if isinstance(each, nodes.Filter) and each.name == how:
                return each, how
            if isinstance(each, nodes.Getattr) and each.attr == how:
                return each, how
        return node, "a cut" if how == "[:]" else how

    def _whose(self, node: nodes.Expr, scope: Scope) -> None:
        """Report quoted words in an article, where the loop or macro that prints them never asks whose they are."""
        if not self.article:
            return
        for each in self._paths(node):
            root = each.split(".")[0]
            frame = next((one for one in scope.chain() if root in one.names), None)
            if frame is None or not isinstance(frame.node, nodes.For | nodes.Macro):
                continue
            if not _tells_whose(frame.node, root):
                message = f"{each} is printed without saying whose words it is, expected say.quote({root})"
                self.book.report(scope.home, node, message, "warning", "wording")

    def _paths(self, node: nodes.Node) -> Iterator[str]:
        """The quoted words that are printed, by their paths."""
        inside = [node] if isinstance(node, nodes.Getattr) else []
        for each in (*inside, *node.find_all(nodes.Getattr)):
            path = path_of(each)
            if path and each.attr in ("text", "opening", "rest"):
                yield path
                return

    def else_of(self, body: Sequence[nodes.Node], message: str, scope: Scope) -> None:
        """Report an else, whose tag is no node of its own."""
        if not self.book.final:
            return
        first = next((node for node in body), None)
        if first is None:
            return
        inner = first.nodes[0] if isinstance(first, nodes.Output) and first.nodes else first
        offset = getattr(inner.lineno, "offset", 0)
        places = [place for place in scope.home.elses if place.offset <= offset]
        if places:
            place = places[-1]
            self.book.findings.add(Finding(scope.home.path, int(place), place.column, message, "error", "reach"))


def _tells_whose(node: nodes.For | nodes.Macro, name: str) -> bool:
    """Whether a loop or a macro does anything with an item by which it may say whose words it prints."""
    for each in node.find_all((nodes.Getattr, nodes.Filter, nodes.Call)):
        if isinstance(each, nodes.Getattr) and each.attr in ATTRIBUTING and path_of(each.node) == name:
            return True
        if isinstance(each, nodes.Filter) and isinstance(each.node, nodes.Name) and each.node.name == name:
            return True
        if isinstance(each, nodes.Call) and any(
            isinstance(value, nodes.Name) and value.name == name
            for value in (*each.args, *(one.value for one in each.kwargs))
        ):
            return True
    return False
