"""What is taken down while templates are read: findings, which names are used, what macros are called with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from jinja2 import nodes

from authoring.errors import Level
from authoring.templating.finding import Check, Finding, Findings
from authoring.templating.parsed import Parsed, place_of
from authoring.templating.shelf import Shelf
from authoring.templating.types import Type, joined

Sort = Literal["set", "macro", "import"]


@dataclass
class Book:
    """The record of one reading of all templates that matter."""

    shelf: Shelf
    findings: Findings = field(default_factory=Findings)
    final: bool = False
    """Whether what is found counts: before, it is only learned what macros are called with."""
    defined: dict[tuple[Path, str], tuple[Sort, nodes.Node]] = field(default_factory=dict)
    """Every name that a template sets, with the first place."""
    used: set[tuple[Path, str]] = field(default_factory=set)
    calls: dict[int, dict[str, Type]] = field(default_factory=dict)
    """By macro: what each parameter has been given."""
    grown: bool = False
    """Whether anything has been learned of a macro since this was last set back."""

    def report(
        self,
        home: Parsed,
        node: nodes.Node,
        message: str,
        level: Level = "error",
        check: Check = "fields",
        *,
        on: int = 0,
    ) -> None:
        """Take down what is wrong at a node; ``on`` is how many characters further."""
        if self.final and message:
            line, column = place_of(node)
            self.findings.add(Finding(home.path, line, column + on, message, level, check))

    def define(self, home: Parsed, name: str, sort: Sort, node: nodes.Node) -> None:
        """Take down that a template sets a name."""
        self.defined.setdefault((home.path, name), (sort, node))

    def use(self, home: Parsed | None, name: str) -> None:
        """Take down that a name is used that a template has set."""
        if home is not None:
            self.used.add((home.path, name))

    def call(self, macro: nodes.Macro, given: Mapping[str, Type]) -> None:
        """Take down what a macro is called with."""
        known = self.calls.setdefault(id(macro), {})
        for name, kind in given.items():
            both = joined([known.get(name, ()), kind])
            if name not in known or _more(known[name], both):
                known[name] = both
                self.grown = True


def _more(before: Type, after: Type) -> bool:
    """Whether there is an alternative that was not there."""
    return str(_plain(before)) != str(_plain(after))


def _plain(kind: Type) -> list[str]:
    return sorted(
        f"{type(one).__name__} {getattr(getattr(one, 'shape', None), 'name', '')} "
        f"{sorted(getattr(one, 'only', None) or ())} {_plain(getattr(one, 'each', ()))} {getattr(one, 'spoken', '')}"
        for one in kind
    )
