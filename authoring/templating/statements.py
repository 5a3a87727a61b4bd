"""Follows the statements of a template from the frame down, with the names and the conditions that hold at each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jinja2 import nodes
from jinja2.runtime import LoopContext

from authoring.errors import TemplateError
from authoring.templating import shapes
from authoring.templating.book import Book
from authoring.templating.catalogue import chain
from authoring.templating.expressions import Expressions, imported, names_in
from authoring.templating.parsed import Parsed
from authoring.templating.printing import Printing
from authoring.templating.scope import Bound, Scope
from authoring.templating.types import (
    ANY,
    NUMBER,
    TEXT,
    TRUTH,
    Function,
    Macro,
    Module,
    Rec,
    Shape,
    Space,
    Type,
    elements,
    joined,
    unsure,
)


class Statements(Expressions, Printing):
    """Reads one template as a draft would use it: with all that it extends, includes and imports."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.macros: list[tuple[nodes.Macro | nodes.CallBlock, Scope]] = []
        self.blocks: list[tuple[nodes.Block, Scope]] = []
        self.modules: dict[tuple[str, bool], Scope] = {}
        self.including: list[str] = []

    def read(self, parsed: Parsed) -> None:
        """Read a template as a whole."""
        links = chain(self.book.shelf, parsed)
        article = any(self.opens_with_front_matter(link) for link in links)
        self.article = article
        above = Scope(parsed, names={"notes": Bound(shapes.notes()), "draft": Bound(shapes.about())})
        known = {block.name for link in links if link.tree for block in link.tree.find_all(nodes.Block)}
        blocks: dict[str, Type] = {name: (Function(TEXT, name),) for name in known}
        above.names["self"] = Bound((Rec(Shape("the blocks", blocks)),))
        names: dict[str, Bound] = {}
        for link in links:
            top = Scope(link, above, names=names)
            if link.tree is not None:
                self.all(link.tree.body, top)
        while self.blocks or self.macros:
            while self.blocks:
                block, around = self.blocks.pop()
                scope = Scope(around.home, around, block, {"super": Bound((Function(TEXT, "super"),))})
                self.all(block.body, scope)
            while self.macros:
                self._macro(*self.macros.pop())

    def all(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Read statements in order."""
        for node in body:
            read = getattr(self, f"on_{type(node).__name__.lower()}", None)
            if read is not None:
                read(node, scope)
            else:
                for child in node.iter_child_nodes():
                    self.of(child, scope) if isinstance(child, nodes.Expr) else self.all([child], scope)

    def on_output(self, node: nodes.Output, scope: Scope) -> None:
        """Something is printed."""
        for each in node.nodes:
            if isinstance(each, nodes.TemplateData):
                self.words(each, scope)
            else:
                self.printed(each, self.of(each, scope), scope)

    def on_for(self, node: nodes.For, scope: Scope) -> None:
        """A loop."""
        kind = self.of(node.iter, scope)
        each = elements(kind)
        inner = Scope(scope.home, scope, node)
        self._bind(node.target, each, inner)
        fields: dict[str, Type] = {name: NUMBER for name in dir(LoopContext) if not name.startswith("_")}
        fields |= {
            "previtem": each,
            "nextitem": each,
            "cycle": (Function(ANY, "cycle"),),
            "changed": (Function(TRUTH),),
        }
        facts: Mapping[str, frozenset[str]] = {}
        if node.test is not None:
            self.of(node.test, inner)
            self.never(node.test, node.test, inner)
            facts = self.facts(node.test, inner, True)
        inner.names["loop"] = Bound((Rec(Shape("the loop", fields)),))
        if node.recursive:
            inner.names["loop"] = Bound(ANY)
        with self.told(inner, facts):
            self.all(node.body, inner)
        self.all(node.else_, Scope(scope.home, scope, node))

    def _bind(self, target: nodes.Node, kind: Type, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.give(target.name, kind)
            return
        parts = list(target.items) if isinstance(target, nodes.Tuple) else []
        group = next((one for one in kind if isinstance(one, Rec) and one.shape.name == "a group"), None)
        for number, part in enumerate(parts):
            each = ANY
            if group is not None and len(parts) == 2:
                each = list(group.shape.fields.values())[number]
            self._bind(part, each, scope)

    def on_if(self, node: nodes.If, scope: Scope) -> None:
        """A condition with its branches; what follows one that always holds is never reached."""
        facts: dict[str, frozenset[str]] = {}
        done: list[nodes.Node] = []
        holds: bool | None = None
        for branch in (node, *node.elif_):
            with self.told(scope, facts):
                if holds is True:
                    message = "this branch is never reached, since one before it always holds, expected none here"
                    self.book.report(scope.home, branch, message, "error", "reach")
                    return
                self.of(branch.test, scope)
                again = any(branch.test == test for test in done) and not any(branch.test.find_all(nodes.Call))
                if again:
                    message = "this asks the same as a branch above and is never reached, expected another condition"
                    self.book.report(scope.home, branch.test, message, "error", "reach")
                else:
                    holds = self.never(branch.test, branch.test, scope)
                done.append(branch.test)
                with self.told(scope, self.facts(branch.test, scope, True)):
                    self.all(branch.body, scope)
                facts = {**facts, **self.facts(branch.test, scope, False)}
        if node.else_ and holds is True:
            message = "this else is never reached, since the condition before it always holds, expected none here"
            self.else_of(node.else_, message, scope)
        with self.told(scope, facts):
            self.all(node.else_, scope)

    def on_assign(self, node: nodes.Assign, scope: Scope) -> None:
        """A name is set."""
        kind = self.of(node.node, scope)
        if isinstance(node.target, nodes.NSRef):
            bound = scope.find(node.target.name)
            self.book.use(bound.home if bound else None, node.target.name)
            for one in bound.type if bound else ():
                if isinstance(one, Space):
                    one.fields[node.target.attr] = joined([one.fields.get(node.target.attr, ()), kind])
            return
        self._carried(node, scope)
        if isinstance(node.target, nodes.Name):
            scope.give(node.target.name, kind)
        else:
            self._bind(node.target, ANY, scope)
        for name in names_in(node.target):
            self.book.define(scope.home, name, "set", node.target)

    def _carried(self, node: nodes.Assign, scope: Scope) -> None:
        """A count that a loop sets anew is lost at the end of each round."""
        if not isinstance(node.target, nodes.Name) or not isinstance(scope.node, nodes.For):
            return
        name = node.target.name
        outer = scope.above.binder(name) if scope.above else None
        if outer is None or name in scope.names:
            return
        if any(each.name == name for each in node.node.find_all(nodes.Name)) or node.node == nodes.Name(name, "load"):
            message = f"“{name}” is forgotten at the end of each round, expected a namespace to carry it on"
            self.book.report(scope.home, node.target, message, "error", "reach")

    def on_assignblock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        """A name is set to what stands between two tags."""
        self.all(node.body, Scope(scope.home, scope, node))
        if node.filter is not None:
            self.of(node.filter, scope)
        self._bind(node.target, TEXT, scope)
        for name in names_in(node.target):
            self.book.define(scope.home, name, "set", node.target)

    def on_macro(self, node: nodes.Macro, scope: Scope) -> None:
        """A macro; its words are read when all calls of it are known."""
        if scope.node is None and node.name in scope.names:
            for one in scope.names[node.name].type:
                if isinstance(one, Macro) and one.home is scope.home:
                    line = int(node.lineno)
                    message = (
                        f"the macro “{node.name}” is replaced by one in line {line}, expected only one of the name"
                    )
                    self.book.report(scope.home, one.node, message, "warning", "unused")
        scope.give(node.name, (Macro(node, scope.home),))
        self.book.define(scope.home, node.name, "macro", node)
        self.macros.append((node, scope))

    def _macro(self, node: nodes.Macro | nodes.CallBlock, around: Scope) -> None:
        inner = Scope(around.home, around, node)
        calls = self.book.calls.get(id(node), {})
        defaults = dict(
            zip([each.name for each in node.args][len(node.args) - len(node.defaults) :], node.defaults, strict=True)
        )
        for parameter in node.args:
            kind = calls.get(parameter.name, ())
            if parameter.name in defaults:
                kind = joined([kind, unsure(self.of(defaults[parameter.name], around))])
            elif not calls and isinstance(node, nodes.Macro):
                kind = self._guessed(parameter.name)
            inner.names[parameter.name] = Bound(kind or ANY)
        for name in ("caller", "varargs", "kwargs"):
            inner.names[name] = Bound(ANY)
        self.all(node.body, inner)

    @staticmethod
    def _guessed(name: str) -> Type:
        """What a parameter is most likely, of a macro that nobody calls here: only near misses will be told."""
        (notes,) = shapes.notes()
        assert isinstance(notes, Rec)
        for field in ("beats", "quotes", "sources", "requests"):
            (one,) = elements(notes.shape.fields[field])
            if isinstance(one, Rec) and (one.shape.name.split()[-1] == name or field == f"{name}s"):
                return (replace(one, only=None, guessed=True, sure=False),)
        return ANY

    def on_callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        """A macro is called with what stands between two tags."""
        call = node.call
        callee = self._quietly(call.node, scope)
        for one in callee:
            if isinstance(one, Macro):
                given = [self.of(each, scope) for each in call.args]
                self.of(call.node, scope)
                self.call(
                    one, call, given, {each.key: self.of(each.value, scope) for each in call.kwargs}, scope, block=True
                )
                break
        else:
            self.of(call, scope)
        inner = Scope(scope.home, scope, node)
        for parameter in node.args:
            inner.names[parameter.name] = Bound(ANY)
        self.all(node.body, inner)

    def on_filterblock(self, node: nodes.FilterBlock, scope: Scope) -> None:
        """A filter over what stands between two tags."""
        self.of(node.filter, scope)
        self.all(node.body, Scope(scope.home, scope, node))

    def on_with(self, node: nodes.With, scope: Scope) -> None:
        """Names for a while."""
        inner = Scope(scope.home, scope, node)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.of(value, scope), inner)
            for name in names_in(target):
                self.book.define(scope.home, name, "set", target)
        self.all(node.body, inner)

    def on_block(self, node: nodes.Block, scope: Scope) -> None:
        """A block; it knows the names of the top of the file and, where it says so, those around it."""
        around = scope
        if not node.scoped:
            around = next(each for each in scope.chain() if each.node is None)
        self.blocks.append((node, around))

    def on_extends(self, _node: nodes.Extends, _scope: Scope) -> None:
        """What is extended is read after it."""

    def on_include(self, node: nodes.Include, scope: Scope) -> None:
        """Another template, which knows the names of this one."""
        self.of(node.template, scope)
        names = [node.template]
        if isinstance(node.template, nodes.List | nodes.Tuple):
            names = list(node.template.items)
        for name in names:
            parsed = self.other(name)
            if parsed is None or parsed.tree is None or parsed.name in self.including:
                continue
            self.including.append(parsed.name)
            self.all(parsed.tree.body, Scope(parsed, scope if node.with_context else None, node))
            self.including.pop()

    def other(self, name: nodes.Node) -> Parsed | None:
        """A template that another names."""
        if not isinstance(name, nodes.Const) or not isinstance(name.value, str):
            return None
        try:
            return self.book.shelf.get(name.value)
        except TemplateError:
            return None

    def _module(self, node: nodes.Import | nodes.FromImport, scope: Scope) -> Scope | None:
        self.of(node.template, scope)
        parsed = self.other(node.template)
        if parsed is None or parsed.tree is None:
            return None
        key = (parsed.name, node.with_context)
        if key not in self.modules:
            above = next(each for each in reversed(list(scope.chain()))) if node.with_context else None
            top = Scope(parsed, above)
            self.modules[key] = top
            self.all(parsed.tree.body, top)
        return self.modules[key]

    def on_import(self, node: nodes.Import, scope: Scope) -> None:
        """A file of macros under one name."""
        module = self._module(node, scope)
        self.book.define(scope.home, node.target, "import", node)
        if module is None:
            scope.give(node.target, ANY)
            return
        names = {name: bound.type for name, bound in module.names.items()}
        scope.give(node.target, (imported(module.home, names, node.target),))

    def on_fromimport(self, node: nodes.FromImport, scope: Scope) -> None:
        """Single macros of a file."""
        module = self._module(node, scope)
        for each in node.names:
            name, alias = (each, each) if isinstance(each, str) else each
            self.book.define(scope.home, alias, "import", node)
            if module is None:
                scope.give(alias, ANY)
            elif name not in module.names:
                from authoring.templating.fields import missing_field

                names = {key: bound.type for key, bound in module.names.items()}
                wrong = missing_field([Module(module.home.name, module.home, names)], name, "")
                self.book.report(scope.home, node, wrong)
                scope.give(alias, ANY)
            else:
                self.book.use(module.home, name)
                scope.give(alias, module.names[name].type)

    def on_exprstmt(self, node: nodes.ExprStmt, scope: Scope) -> None:
        """Something is done, and nothing printed."""
        self.of(node.node, scope)
