"""Follows the expressions of a template: what each can be, and which ask for something that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jinja2 import nodes

from authoring.templating.book import Book
from authoring.templating.conditions import Conditions
from authoring.templating.fields import field_of, text_of
from authoring.templating.filtering import Filtering
from authoring.templating.parsed import Parsed, environment
from authoring.templating.scope import Scope, path_of
from authoring.templating.types import (
    ANY,
    NUMBER,
    TEXT,
    TRUTH,
    Function,
    Macro,
    Module,
    Rec,
    Rows,
    Space,
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

GIVEN = ("notes", "draft")
"""What every template is given."""


class Expressions(Conditions, Filtering):
    """Reads expressions; statements are read by a class built on this one."""

    book: Book

    def of(self, node: nodes.Node, scope: Scope) -> Type:
        """What an expression can be."""
        read = getattr(self, f"of_{type(node).__name__.lower()}", None)
        if read is not None:
            kind: Type = read(node, scope)
            return kind
        for child in node.iter_child_nodes():
            self.of(child, scope)
        return ANY

    def of_const(self, node: nodes.Const, _scope: Scope) -> Type:
        """A value that stands in the template."""
        if isinstance(node.value, str):
            return text_of([node.value])
        return TRUTH if isinstance(node.value, bool) else NUMBER if isinstance(node.value, int | float) else ANY

    def of_templatedata(self, _node: nodes.TemplateData, _scope: Scope) -> Type:
        """Words of the template."""
        return TEXT

    def of_name(self, node: nodes.Name, scope: Scope, asked: bool = False) -> Type:
        """What a name stands for; ``asked`` where the template asks whether there is such a name."""
        bound = scope.find(node.name)
        if bound is not None:
            self.book.use(bound.home, node.name)
            self.book.use(scope.home, node.name)  # a frame may have set the same name once more
            return self.narrowed(bound.type, node.name, scope)
        if node.name in environment().globals:
            return (Function(ANY, node.name),)
        if not asked:
            self.book.report(scope.home, node, self._unknown(node.name, scope))
        return ANY

    def _unknown(self, name: str, scope: Scope) -> str:
        tree = scope.home.tree
        assert tree is not None
        if name in GIVEN:
            return f"“{name}” is not known in an imported file, expected “with context” where it is imported"
        for loop in tree.find_all(nodes.For):
            if name in names_in(loop.target):
                return f"“{name}” is known only inside its loop in line {int(loop.lineno)}, expected it there"
            if any(name in names_in(each.target) for each in loop.find_all(nodes.Assign)):
                return f"“{name}” is set only inside a loop, expected a namespace to carry it out of there"
        if name == "loop":
            return "“loop” is known only inside a loop, expected it there"
        for macro in tree.find_all(nodes.Macro):
            if name in {each.name for each in macro.args}:
                return f"“{name}” is known only inside the macro “{macro.name}”, expected it there"
        known = scope.visible() | environment().globals.keys()
        near = nearest(name, known)
        if near is None and (owner := next((given for given in GIVEN if self._has(given, name, scope)), None)):
            near = f"{owner}.{name}"
        expected = f"“{near}”" if near else "notes, draft or a name that the template sets"
        return f"nothing is called “{name}” here, expected {expected}"

    @staticmethod
    def _has(owner: str, name: str, scope: Scope) -> bool:
        bound = scope.find(owner)
        return bound is not None and any(isinstance(one, Rec) and name in one.shape.fields for one in bound.type)

    def narrowed(self, kind: Type, path: str, scope: Scope) -> Type:
        """The same with what the conditions around have told."""
        only, kinds = scope.fact(path), scope.fact(f"{path}.kind")
        if only is not None:
            kind = mapped(kind, lambda text: replace(text, values=only, domain=text.domain or text.values, sure=True))
        if kinds is not None:
            kind = tuple(
                replace(one, only=kinds, sure=True) if isinstance(one, Rec) and one.shape.kinds else one for one in kind
            )
        return kind

    def of_getattr(self, node: nodes.Getattr, scope: Scope) -> Type:
        """A field."""
        return self._field(node, node.node, node.attr, scope)

    def of_getitem(self, node: nodes.Getitem, scope: Scope) -> Type:
        """A field in square brackets, one of a list, or a part of it."""
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(node, node.node, node.arg.value, scope)
        kind = self.of(node.node, scope)
        self.of(node.arg, scope)
        if isinstance(node.arg, nodes.Slice):
            if spoken(kind):
                return mapped(kind, lambda text: replace(text, values=None, altered=text.altered or "[:]"))
            return kind
        return elements(kind) if known(kind) and all(isinstance(one, Rows) for one in kind) else ANY

    def _field(self, node: nodes.Getattr | nodes.Getitem, owner: nodes.Node, name: str, scope: Scope) -> Type:
        kind = self.of(owner, scope)
        path = path_of(node)
        held, wrong = field_of(kind, name, path_of(owner) or "this")
        on = 1 if isinstance(node, nodes.Getattr) else 0
        self.book.report(scope.home, node, wrong, on=on)
        for one in kind:
            if isinstance(one, Module):
                self.book.use(one.home, name)
        return self.narrowed(held, path, scope) if path else held

    def of_list(self, node: nodes.List, scope: Scope) -> Type:
        """A list that stands in the template."""
        return (Rows(joined(self.of(each, scope) for each in node.items)),)

    def of_tuple(self, node: nodes.Tuple, scope: Scope) -> Type:
        """Several values."""
        return (Rows(joined(self.of(each, scope) for each in node.items)),)

    def of_concat(self, node: nodes.Concat, scope: Scope) -> Type:
        """Texts one after another."""
        return self._mixed([self.of(each, scope) for each in node.nodes])

    def of_add(self, node: nodes.Add, scope: Scope) -> Type:
        """A sum, or texts or lists one after another."""
        kinds = [self.of(node.left, scope), self.of(node.right, scope)]
        if all(any(isinstance(one, Text) for one in kind) for kind in kinds):
            return self._mixed(kinds)
        both = joined(kinds)
        return both if known(both) and all(isinstance(one, Rows) for one in both) else ANY

    @staticmethod
    def _mixed(kinds: list[Type]) -> Type:
        texts = [text for kind in kinds if (text := spoken(kind))]
        altered = next((text.altered for text in texts if text.altered), "")
        return (Text(spoken=bool(texts), altered=altered),)

    def of_condexpr(self, node: nodes.CondExpr, scope: Scope) -> Type:
        """One value or the other."""
        self.of(node.test, scope)
        self.never(node, node.test, scope)
        with self.told(scope, self.facts(node.test, scope, True)):
            one = self.of(node.expr1, scope)
        if node.expr2 is None:
            return one
        with self.told(scope, self.facts(node.test, scope, False)):
            return joined([one, self.of(node.expr2, scope)])

    def of_or(self, node: nodes.Or, scope: Scope) -> Type:
        """The first value that there is."""
        left = self.of(node.left, scope)
        with self.told(scope, self.facts(node.left, scope, False)):
            return joined([left, self.of(node.right, scope)])

    def of_and(self, node: nodes.And, scope: Scope) -> Type:
        """The second value, where there is the first."""
        self.of(node.left, scope)
        with self.told(scope, self.facts(node.left, scope, True)):
            return joined([TRUTH, self.of(node.right, scope)])

    def of_not(self, node: nodes.Not, scope: Scope) -> Type:
        """A truth."""
        self.of(node.node, scope)
        return TRUTH

    def of_compare(self, node: nodes.Compare, scope: Scope) -> Type:
        """A truth; a comparison with what can never be is a mistake."""
        self.of(node.expr, scope)
        for operand in node.ops:
            self.of(operand.expr, scope)
        self.impossible(node, scope)
        return TRUTH

    def of_call(self, node: nodes.Call, scope: Scope) -> Type:
        """What a macro or a method gives."""
        callee = self.of(node.node, scope)
        given = [self.of(each, scope) for each in node.args]
        named = {each.key: self.of(each.value, scope) for each in node.kwargs}
        for more in (node.dyn_args, node.dyn_kwargs):
            if more is not None:
                self.of(more, scope)
        results: list[Type] = []
        for one in callee:
            if isinstance(one, Macro):
                self.call(one, node, given, named, scope)
                results.append(TEXT)
            elif isinstance(one, Function):
                results.append(self._result(one, given, named))
            else:
                results.append(ANY)
        if callee and all(isinstance(one, Text | Rows | Rec) for one in callee):
            what = path_of(node.node) or "this"
            self.book.report(scope.home, node, f"“{what}” is a field and cannot be called, expected no brackets")
        return joined(results)

    @staticmethod
    def _result(one: Function, given: list[Type], named: dict[str, Type]) -> Type:
        if one.name == "namespace":
            return (Space(dict(named)),)
        if one.name == "cycle":
            return joined(given) or ANY
        if one.name == "range":
            return (Rows(NUMBER),)
        return one.result or ANY

    def call(
        self,
        macro: Macro,
        node: nodes.Node,
        given: list[Type],
        named: dict[str, Type],
        scope: Scope,
        *,
        block: bool = False,
    ) -> None:
        """Compare what a macro is given with what it takes, and take down what it is called with."""
        names = [each.name for each in macro.node.args]
        called = f"{macro.module}.{macro.node.name}" if macro.module else macro.node.name
        signature = f"{called}({', '.join(names)})"
        inside = {each.name for each in macro.node.find_all(nodes.Name)}
        loose = isinstance(node, nodes.Call) and (node.dyn_args is not None or node.dyn_kwargs is not None)
        if len(given) > len(names) and "varargs" not in inside:
            self.book.report(scope.home, node, f"{called}() is given {len(given)} values, expected {signature}")
        for name in named.keys() - set(names) if "kwargs" not in inside else ():
            near = nearest(name, names)
            expected = f"“{near}”" if near else signature
            self.book.report(scope.home, node, f"{called}() takes no “{name}”, expected {expected}")
        filled = dict(zip(names, given, strict=False)) | {name: kind for name, kind in named.items() if name in names}
        needed = names[: len(names) - len(macro.node.defaults)]
        asked = {test.node.name for test in macro.node.find_all(nodes.Test) if isinstance(test.node, nodes.Name)}
        asked |= {each.node.name for each in macro.node.find_all(nodes.Filter) if isinstance(each.node, nodes.Name)}
        for name in needed:
            if name not in filled and name not in asked and not loose:
                self.book.report(scope.home, node, f"{called}() is not given “{name}”, expected {signature}")
        if "caller" in inside and not block and not _asks_for_caller(macro.node):
            wanted = f"{{% call {signature} %}}"
            self.book.report(scope.home, node, f"{called}() prints what stands in a call block, expected {wanted}")
        self.book.call(macro.node, {name: unsure(kind) for name, kind in filled.items()})


def _asks_for_caller(macro: nodes.Macro) -> bool:
    """Whether a macro can do without a call block."""
    tests: list[nodes.Node] = [test.test for test in macro.find_all(nodes.If)]
    tests += [test.test for test in macro.find_all(nodes.CondExpr)]
    return any(
        each.name == "caller"
        for test in tests
        for each in ([test] if isinstance(test, nodes.Name) else test.find_all(nodes.Name))
    )


def names_in(target: nodes.Node) -> Iterator[str]:
    """The names that a loop or a set gives a meaning."""
    if isinstance(target, nodes.Name):
        yield target.name
    else:
        yield from (each.name for each in target.find_all(nodes.Name))


def imported(parsed: Parsed, names: dict[str, Type], alias: str) -> Module:
    """A template under the name by which it was imported; its macros know that name, for messages."""
    told = {
        name: tuple(replace(one, module=alias) if isinstance(one, Macro) else one for one in kind)
        for name, kind in names.items()
    }
    return Module(alias, parsed, told)
