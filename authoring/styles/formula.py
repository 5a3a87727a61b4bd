"""Arithmetic over named figures, as a metric's formula writes it; nothing else can be written."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

Formula = Callable[[Mapping[str, float]], Any]
_OPERATORS: Mapping[type, Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "pow": math.pow,
    "abs": math.fabs,
    "floor": math.floor,
    "ceil": math.ceil,
    "log": math.log,
    "log10": math.log10,
    "exp": math.exp,
    "max": max,
    "min": min,
}
NAMES = frozenset(
    "words sentences paragraphs characters syllables complex_words long_words polysyllabic_words pre list blockquote"
    " heading_h1 heading_h2 heading_h3 heading_h4 heading_h5 heading_h6 result__".split()
)
"""The figures there are."""


class FormulaError(ValueError):
    """A formula that is none, or that names what is not counted."""


def read_formula(text: str) -> Formula:
    """What computes the formula; nothing is the result where it has none. Raises ``FormulaError``."""
    try:
        tree = ast.parse(text.strip().replace("&&", " and ").replace("||", " or "), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("it is no arithmetic") from None
    _check(tree.body, 0)

    def computed(figures: Mapping[str, float]) -> Any:
        try:
            return _value(tree.body, figures)
        except (ArithmeticError, ValueError, TypeError):
            return None

    return computed


def _check(node: ast.AST, depth: int) -> None:
    if depth > 40:
        raise FormulaError("it is nested too deep")
    match node:
        case ast.Constant(value=int() | float()):
            return
        case ast.Name(id=name):
            if name not in NAMES:
                raise FormulaError(f"there is no count “{name}”")
            return
        case ast.BinOp() | ast.UnaryOp():
            if type(node.op) not in _OPERATORS:
                raise FormulaError("it is no arithmetic")
        case ast.Compare(ops=ops):
            if any(type(sign) not in _OPERATORS for sign in ops):
                raise FormulaError("it is no arithmetic")
        case ast.BoolOp():
            pass
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), keywords=[], args=args):
            if name not in _FUNCTIONS:
                raise FormulaError(f"there is no function math.{name}")
            for inner in args:
                _check(inner, depth + 1)
            return
        case _:
            raise FormulaError("it is no arithmetic")
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            _check(child, depth + 1)


def _value(node: ast.AST, figures: Mapping[str, float]) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return figures.get(name, 0.0)
        case ast.BinOp(left=left, op=sign, right=right):
            return _OPERATORS[type(sign)](_value(left, figures), _bounded(sign, _value(right, figures)))
        case ast.UnaryOp(op=negation, operand=inner):
            return _OPERATORS[type(negation)](_value(inner, figures))
        case ast.Compare(left=left, ops=ops, comparators=others):
            values = [_value(left, figures), *(_value(other, figures) for other in others)]
            pairs = zip(ops, values, values[1:], strict=False)
            return all(_OPERATORS[type(comparison)](one, other) for comparison, one, other in pairs)
        case ast.BoolOp(op=joint, values=parts):
            return (any if isinstance(joint, ast.Or) else all)(_value(inner, figures) for inner in parts)
        case ast.Call(func=ast.Attribute(attr=name), args=args):
            return _FUNCTIONS[name](*(_value(inner, figures) for inner in args))
    raise TypeError(node)


def _bounded(sign: ast.operator, value: Any) -> Any:
    if isinstance(sign, ast.Pow) and abs(value) > 100:
        raise ArithmeticError
    return value
