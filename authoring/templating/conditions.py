"""Follows conditions: which can never hold, which always do, and what is known where they have been passed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jinja2 import nodes

from authoring.templating.book import Book
from authoring.templating.scope import Facts, Scope, path_of
from authoring.templating.types import Other, Text, Type, elements
from authoring.text.near import nearest

_NOTHING: Facts = {}


class Conditions:
    """Reads the tests of ``if``, ``elif`` and the like."""

    book: Book

    def of(self, node: nodes.Node, scope: Scope) -> Type:
        """What an expression can be."""
        raise NotImplementedError

    def _quietly(self, node: nodes.Node, scope: Scope) -> Type:
        final, self.book.final = self.book.final, False
        try:
            return self.of(node, scope)
        finally:
            self.book.final = final

    @contextmanager
    def told(self, scope: Scope, facts: Facts) -> Iterator[None]:
        """Know this of the fields for a while."""
        before = dict(scope.facts)
        scope.facts.update(facts)
        try:
            yield
        finally:
            scope.facts.clear()
            scope.facts.update(before)

    def _text(self, node: nodes.Node, scope: Scope) -> Text | None:
        """The one text that an expression can be, where all its values are known."""
        kind = self._quietly(node, scope)
        one = kind[0] if len(kind) == 1 else None
        if not isinstance(one, Text) or one.values is None:
            return None
        return one if one.sure else replace(one, values=one.domain or one.values, sure=True)

    def _texts(self, node: nodes.Node, scope: Scope) -> frozenset[str] | None:
        """The values of a list that stands in the template."""
        kind = elements(self._quietly(node, scope))
        one = kind[0] if len(kind) == 1 else None
        return one.values if isinstance(one, Text) else None

    def impossible(self, node: nodes.Compare, scope: Scope) -> None:
        """Report a comparison of a field with what the format never puts there."""
        if len(node.ops) != 1:
            return
        operand = node.ops[0]
        if operand.op in ("eq", "ne"):
            sides = [(node.expr, operand.expr), (operand.expr, node.expr)]
        elif operand.op in ("in", "notin") and isinstance(operand.expr, nodes.List | nodes.Tuple):
            sides = [(node.expr, each) for each in operand.expr.items]
        else:
            return
        for field, words in sides:
            path = path_of(field)
            if path is None or not isinstance(words, nodes.Const) or not isinstance(words.value, str):
                continue
            kind = self._quietly(field, scope)
            if kind and all(one == Other("truth") for one in kind):
                message = f"{path} is true or false and never “{words.value}”, expected {path} alone"
                self.book.report(scope.home, words, message, "error", "reach")
            text = self._text(field, scope)
            if text is not None and "." in path:
                self.book.report(scope.home, words, self.never_is(path, text, words.value), "error", "reach")

    def never_is(self, path: str, text: Text, value: str) -> str:
        """Why a field is never this; nothing where it may be."""
        could = text.domain or text.values or frozenset()
        if text.free:
            could |= {name.removesuffix(".md") for name in self.book.shelf.names()}
        fold = str if text.cased else str.casefold
        if fold(value) in {fold(each) for each in could}:
            return ""
        near = nearest(value, could)
        if text.free and near is None:
            return ""
        listed = sorted(could)
        expected = f"“{near}”" if near else ", ".join(listed[:4]) + (" …" if len(listed) > 4 else "")
        return f"{path} is never “{value}”, expected {expected}"

    def truth(self, node: nodes.Node, scope: Scope) -> bool | None:
        """Whether a condition always or never holds; ``None`` where it depends."""
        if isinstance(node, nodes.Const):
            return bool(node.value)
        if isinstance(node, nodes.Not):
            inner = self.truth(node.node, scope)
            return None if inner is None else not inner
        if isinstance(node, nodes.And | nodes.Or):
            stops = isinstance(node, nodes.Or)
            left = self.truth(node.left, scope)
            with self.told(scope, self.facts(node.left, scope, not stops)):
                right = self.truth(node.right, scope)
            if stops in (left, right):
                return stops
            return left if left is not None and left == right else None
        if isinstance(node, nodes.Compare) and len(node.ops) == 1:
            return self._compared(node.expr, node.ops[0], scope)
        return None

    def _compared(self, field: nodes.Node, operand: nodes.Operand, scope: Scope) -> bool | None:
        negative = operand.op in ("ne", "notin")
        if operand.op in ("eq", "ne") and isinstance(field, nodes.Const) and isinstance(operand.expr, nodes.Const):
            return (field.value == operand.expr.value) is not negative
        told = self._against(field, operand, scope)
        if told is None:
            return None
        text, values = told
        could = text.values or frozenset()
        if not text.cased or text.free or not values <= (text.domain or could):
            return None  # what the format never has is reported for itself
        if not could & values:
            return negative
        return not negative if could <= values and (operand.op in ("in", "notin") or len(values) == 1) else None

    def _against(self, field: nodes.Node, operand: nodes.Operand, scope: Scope) -> tuple[Text, frozenset[str]] | None:
        """A field whose values are known, and the values that it is compared with."""
        if operand.op in ("eq", "ne"):
            for one, other in ((field, operand.expr), (operand.expr, field)):
                if isinstance(other, nodes.Const) and isinstance(other.value, str) and path_of(one):
                    text = self._text(one, scope)
                    return (text, frozenset([other.value])) if text else None
        elif operand.op in ("in", "notin") and path_of(field):
            text, values = self._text(field, scope), self._texts(operand.expr, scope)
            return (text, values) if text and values else None
        return None

    def facts(self, node: nodes.Node, scope: Scope, held: bool) -> Facts:
        """What is known of fields where a condition has held, or has not."""
        if isinstance(node, nodes.Not):
            return self.facts(node.node, scope, not held)
        if isinstance(node, nodes.And if held else nodes.Or):
            left = self.facts(node.left, scope, held)
            with self.told(scope, left):
                return {**left, **self.facts(node.right, scope, held)}
        if isinstance(node, nodes.Or if held else nodes.And):
            left = self.facts(node.left, scope, held)
            with self.told(scope, self.facts(node.left, scope, not held)):
                right = self.facts(node.right, scope, held)
            return {path: left[path] | right[path] for path in left.keys() & right.keys()}
        if not isinstance(node, nodes.Compare) or len(node.ops) != 1 or node.ops[0].op not in _KNOWING:
            return _NOTHING
        operand = node.ops[0]
        told = self._against(node.expr, operand, scope)
        path = path_of(node.expr) or path_of(operand.expr)
        if told is None or path is None:
            return _NOTHING
        text, values = told
        if text.free or not text.cased:
            return _NOTHING
        could = text.values or frozenset()
        same = (operand.op in ("eq", "in")) is held
        return {path: could & values if same else could - values}

    def never(self, place: nodes.Node, test: nodes.Node, scope: Scope) -> bool | None:
        """Report a condition that never or always holds; what it is."""
        holds = self.truth(test, scope)
        if holds is False:
            self.book.report(scope.home, place, self._why(test, scope), "error", "reach")
        return holds

    def _why(self, test: nodes.Node, scope: Scope) -> str:
        for compare in [test] if isinstance(test, nodes.Compare) else test.find_all(nodes.Compare):
            assert isinstance(compare, nodes.Compare)
            told = self._against(compare.expr, compare.ops[0], scope) if len(compare.ops) == 1 else None
            path = path_of(compare.expr) or path_of(compare.ops[0].expr)
            if told and path and told[0].values is not None:
                could = told[0].values
                what = f"is only {_listed(could)}" if could else "is nothing any more"
                return f"this is never reached: {path} {what} here, expected another condition"
        return "this condition never holds and what depends on it is never reached, expected one that can"


_KNOWING = ("eq", "ne", "in", "notin")


def _listed(values: frozenset[str]) -> str:
    listed = sorted(values)
    return ", ".join(listed[:3]) + (" …" if len(listed) > 3 else "")
