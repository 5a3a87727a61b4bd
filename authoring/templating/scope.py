"""The names that a place of a template knows, and what has been learned there of their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from authoring.templating.parsed import Parsed
from authoring.templating.types import Type

Facts = Mapping[str, frozenset[str]]
"""The only values that a field can have at a place, by its path: ``item.kind``."""


@dataclass(frozen=True)
class Bound:
    """What a name stands for, and the template that gave it that name."""

    type: Type
    home: Parsed | None = None


@dataclass
class Scope:
    """One part of a template with names of its own."""

    home: Parsed
    above: Scope | None = None
    node: nodes.Node | None = None
    """The loop, macro or block; ``None`` for the top of a file."""
    names: dict[str, Bound] = field(default_factory=dict)
    facts: dict[str, frozenset[str]] = field(default_factory=dict)

    def chain(self) -> Iterator[Scope]:
        """This scope and those around it, from the inside."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.above

    def find(self, name: str) -> Bound | None:
        """What a name stands for here."""
        return next((scope.names[name] for scope in self.chain() if name in scope.names), None)

    def binder(self, name: str) -> Scope | None:
        """The scope that has given a name its meaning here."""
        return next((scope for scope in self.chain() if name in scope.names), None)

    def fact(self, path: str) -> frozenset[str] | None:
        """The values that a path is known to have here."""
        root = path.partition(".")[0]
        for scope in self.chain():
            if path in scope.facts:
                return scope.facts[path]
            if root in scope.names or isinstance(scope.node, nodes.Macro | nodes.Block):
                return None
        return None

    def give(self, name: str, kind: Type) -> None:
        """Give a name its meaning from here on; what was known of its fields is known no longer."""
        self.names[name] = Bound(kind, self.home)
        for path in [path for path in self.facts if path.partition(".")[0] == name]:
            del self.facts[path]

    def visible(self) -> set[str]:
        """Every name that is known here."""
        return {name for scope in self.chain() for name in scope.names}


def path_of(node: nodes.Node) -> str | None:
    """A name, or a field of a field of a name, as it is written: ``item.source.kind``."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        below = path_of(node.node)
        return f"{below}.{node.attr}" if below else None
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        below = path_of(node.node)
        return f"{below}.{node.arg.value}" if below else None
    return None
