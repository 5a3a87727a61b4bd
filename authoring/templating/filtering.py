"""Follows filters and tests: which there are, what they take, and what comes out of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from jinja2 import filters as jinjas
from jinja2 import nodes
from jinja2.tests import TESTS

from authoring.drafting.filters import FILTERS
from authoring.templating import shapes
from authoring.templating.book import Book
from authoring.templating.fields import ALTERING, field_of
from authoring.templating.parsed import environment
from authoring.templating.scope import Scope
from authoring.templating.types import (
    ANY,
    NUMBER,
    TEXT,
    TRUTH,
    Anything,
    Macro,
    Rec,
    Rows,
    Shape,
    Text,
    Type,
    elements,
    joined,
    known,
    mapped,
    spoken,
    unsure,
)
from authoring.text.near import nearest

_SAME = frozenset("list sort reverse unique select reject selectattr rejectattr".split())
_ONE = frozenset("first last random min max".split())
_COUNTS = frozenset("length count wordcount int float round abs sum".split())
_BY_FIELD = frozenset("sort unique min max sum join map groupby selectattr rejectattr".split())
"""Filters that may be given the name of a field."""
_FIRST = frozenset("groupby selectattr rejectattr".split())
"""Those of them that take it as their first word."""


class Filtering:
    """Reads filters and tests."""

    book: Book

    def of(self, node: nodes.Node, scope: Scope) -> Type:
        """What an expression can be."""
        raise NotImplementedError

    def of_filter(self, node: nodes.Filter, scope: Scope) -> Type:
        """What comes out of a filter."""
        asked = node.name in ("default", "d") and isinstance(node.node, nodes.Name)
        if node.node is None:
            value: Type = TEXT
        elif asked:
            value = self.of_name(node.node, scope, True)  # type: ignore[attr-defined]
        else:
            value = self.of(node.node, scope)
        given = [self.of(each, scope) for each in node.args]
        named = {str(each.key): self.of(each.value, scope) for each in node.kwargs}
        if node.name not in environment().filters:
            near = nearest(node.name, environment().filters)
            expected = f"“{near}”" if near else "one that docs/templates.md lists"
            message = f"there is no filter “{node.name}”, expected {expected}"
            self.book.report(scope.home, node, message, check="syntax")
            return ANY
        if node.dyn_args is None and node.dyn_kwargs is None:
            self._count(node, scope)
        if node.name in _BY_FIELD:
            self._by_field(node, value, scope)
        self._writer(node, value, given, named, scope)
        return self._out(node, value, given)

    def _count(self, node: nodes.Filter, scope: Scope) -> None:
        """Report a filter that is given more, less or other than it takes."""
        takes = _signature(node.name)
        if takes is None:
            return
        try:
            takes.bind(None, *(None for _ in node.args), **{str(each.key): None for each in node.kwargs})
        except TypeError:
            names = ", ".join(list(takes.parameters)[1:])
            message = f"{node.name} is not given what it takes, expected {node.name}({names})"
            self.book.report(scope.home, node, message, check="syntax")

    def _by_field(self, node: nodes.Filter, value: Type, scope: Scope) -> None:
        """Report the name of a field that the elements of a list do not have."""
        words = next((each.value for each in node.kwargs if each.key == "attribute"), None)
        if words is None and node.name in _FIRST and node.args:
            words = node.args[0]
        if not isinstance(words, nodes.Const) or not isinstance(words.value, str):
            return
        if any(not isinstance(one, Rows) for one in value):
            return
        kind = elements(value)
        self._by_value(node, kind, words.value, scope)
        for name in words.value.split(",")[0].split("."):
            if name.isdigit():
                return
            kind, wrong = field_of(kind, name, "this")
            if wrong:
                self.book.report(scope.home, words, wrong, on=1)
                return

    def _by_value(self, node: nodes.Filter, kind: Type, path: str, scope: Scope) -> None:
        """Report rows that are chosen by a value which their field never has."""
        if node.name not in ("selectattr", "rejectattr") or len(node.args) != 3 or "." in path:
            return
        held, _ = field_of(kind, path, "this")
        test, wanted = node.args[1], node.args[2]
        text = held[0] if len(held) == 1 and isinstance(held[0], Text) else None
        if text is None or text.values is None or not isinstance(test, nodes.Const):
            return
        words = [wanted] if test.value in _EQUAL else []
        if test.value == "in" and isinstance(wanted, nodes.List | nodes.Tuple):
            words = list(wanted.items)
        for each in words:
            if isinstance(each, nodes.Const) and isinstance(each.value, str):
                self.book.report(scope.home, each, self.never_is(path, text, each.value), "error", "reach")

    def never_is(self, path: str, text: Text, value: str) -> str:
        """Why a field is never this."""
        raise NotImplementedError

    def _writer(self, node: nodes.Filter, value: Type, given: list[Type], named: dict[str, Type], scope: Scope) -> None:
        """``paragraphs`` calls a macro with each item."""
        if node.name != "paragraphs":
            return
        write = given[0] if given else named.get("write", ())
        items = joined(one.shape.fields.get("items", ANY) if isinstance(one, Rec) else (one,) for one in value)
        for one in write:
            if isinstance(one, Macro) and one.node.args:
                self.book.call(one.node, {one.node.args[0].name: unsure(elements(items))})
                if len(one.node.args) - len(one.node.defaults) > 1:
                    message = f"paragraphs gives “{one.node.name}” one item, which takes more, expected one parameter"
                    self.book.report(scope.home, node, message)
            elif isinstance(one, Text):
                message = "paragraphs is given a text, expected a macro without brackets, such as say.item"
                self.book.report(scope.home, node, message)

    def _out(self, node: nodes.Filter, value: Type, given: list[Type]) -> Type:
        name = node.name
        if name == "speaker":
            return shapes.named()
        if name in ("default", "d"):
            return joined([value, *given[:1]])
        if name in _COUNTS:
            return NUMBER
        rows = known(value) and all(isinstance(one, Rows) for one in value)
        if name in _SAME and rows:
            return self._chosen(node, value)
        if name in _ONE and rows:
            return elements(value)
        if name in ("batch", "slice") and rows:
            return (Rows(value),)
        if name == "map":
            return (Rows(self._mapped(node, value)),)
        if name == "groupby" and rows:
            fields = {"grouper": ANY, "list": value}
            return (Rows((Rec(Shape("a group", fields)),)),)
        if name == "join" and rows:
            return (Text(spoken=spoken(elements(value)) is not None),)
        if name in ("sentences", "list") and not rows:
            return (Rows((Text(spoken=spoken(value) is not None),)),) if value and not _unknown(value) else ANY
        if any(isinstance(one, Text) for one in value):
            return mapped(
                tuple(one for one in value if isinstance(one, Text)),
                lambda text: replace(
                    text, values=None, domain=None, altered=text.altered or (name if name in ALTERING else "")
                ),
            )
        return TEXT if name in FILTERS else ANY

    @staticmethod
    def _chosen(node: nodes.Filter, value: Type) -> Type:
        """The rows that are left: of one kind, where that is what they are chosen by."""
        words = [each.value for each in node.args if isinstance(each, nodes.Const)]
        if node.name != "selectattr" or len(words) != 3 or words[0] != "kind" or words[1] not in _EQUAL:
            return value
        return tuple(
            Rows(
                tuple(
                    replace(one, only=frozenset([str(words[2])])) if isinstance(one, Rec) else one for one in row.each
                )
            )
            for row in value
            if isinstance(row, Rows)
        )

    def _mapped(self, node: nodes.Filter, value: Type) -> Type:
        words = next((each.value for each in node.kwargs if each.key == "attribute"), None)
        if not isinstance(words, nodes.Const) or not isinstance(words.value, str) or words.value.isdigit():
            if node.args and isinstance(node.args[0], nodes.Const) and isinstance(node.args[0].value, str):
                each = spoken(elements(value))
                if each is not None:
                    changed = node.args[0].value if node.args[0].value in ALTERING else ""
                    return (replace(each, altered=each.altered or changed),)
            return ANY
        kind = elements(value)
        for name in words.value.split("."):
            kind, _ = field_of(kind, name, "this")
        return kind

    def of_test(self, node: nodes.Test, scope: Scope) -> Type:
        """A truth; ``is defined`` may ask of a name that is not there."""
        if node.name not in TESTS and node.name not in environment().tests:
            near = nearest(node.name, TESTS)
            expected = f"“{near}”" if near else "one that Jinja has"
            self.book.report(scope.home, node, f"there is no test “{node.name}”, expected {expected}", check="syntax")
        if node.name in ("defined", "undefined") and isinstance(node.node, nodes.Name):
            self.of_name(node.node, scope, True)  # type: ignore[attr-defined]
        else:
            self.of(node.node, scope)
        for each in node.args:
            self.of(each, scope)
        return TRUTH


_EQUAL = ("equalto", "eq", "==", "sameas")


def _unknown(value: Type) -> bool:
    return any(isinstance(one, Anything) for one in value)


@cache
def _signature(name: str) -> inspect.Signature | None:
    """What a filter takes, beside what the environment gives it; ``None`` where that cannot be told."""
    function: Callable[..., Any] | None = FILTERS.get(name) or jinjas.FILTERS.get(name)
    if function is None:
        return None
    try:
        takes = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    if getattr(inspect.unwrap(function), "jinja_pass_arg", None) is not None:
        takes = takes.replace(parameters=list(takes.parameters.values())[1:])
    return takes
