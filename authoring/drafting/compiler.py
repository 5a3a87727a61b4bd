"""Makes Jinja keep the trace: what templates print knows its template line, and what it is made of its notes.

Jinja compiles a template to Python and joins plain strings. ``CodeGenerator`` is the hook that Jinja offers for
changing what is compiled, and ``Environment.concat`` the one for joining; together they let every printed stretch
through as a ``Traced``, without a mark in the text that a filter could trip over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from authoring.trace.traced import Run, Traced, union


class _Constant(str):
    """Constant text of a template, with the line that it begins in."""

    line: int

    @classmethod
    def at(cls, text: str, line: int) -> _Constant:
        constant = cls(text)
        constant.line = line
        return constant


class TracingCodeGenerator(CodeGenerator):
    """Compiles constants to traced constants, and prints and joins through the environment."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        const = node.as_const(frame.eval_ctx)
        if not isinstance(const, str | int | float):
            raise nodes.Impossible  # then it is printed when the template runs, which says that it is no text
        return _Constant.at(str(const), node.lineno)

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        pieces = []
        for constant in group:
            for number, line in enumerate(str.splitlines(constant, keepends=True)):
                pieces.append((str(line), constant.line + number))
        return f"environment.literal({tuple(pieces)!r}, {self.name!r})"

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.printed(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(f", {self.name!r}, {node.lineno})")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """The ``~`` operator, which Jinja would join as plain strings."""
        self.write("environment.concat((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


def literal(pieces: tuple[tuple[str, int], ...], name: str) -> Traced:
    """Constant text of a template: each piece with its line."""
    return Traced(
        "".join(text for text, _ in pieces),
        [Run(len(text), template=name, line=line) for text, line in pieces],
    )


def tracing(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose plain result is traced, as a whole, to everything that went in."""

    def filtered(*args: Any, **named: Any) -> Any:
        made = function(*args, **named)
        if type(made) is not str:
            return made
        parts: list[object] = []
        for value in (*args, *named.values()):
            parts.extend(value) if isinstance(value, list | tuple) else parts.append(value)
        return Traced(made, union(len(made), parts))

    filtered.__name__ = function.__name__
    filtered.__doc__ = function.__doc__
    marker = getattr(function, "jinja_pass_arg", None)
    if marker is not None:
        filtered.jinja_pass_arg = marker  # type: ignore[attr-defined]
    return filtered
