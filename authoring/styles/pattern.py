"""Writes a pattern of Vale's dialect for Python, and compiles it with the fastest engine that takes it.

That is ``re``; ``regex`` where a lookbehind has no fixed width or a class is a category of Unicode.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from authoring.styles.syntax import (
    Back,
    Choice,
    Class,
    Edge,
    Group,
    Literal,
    Part,
    PatternError,
    Repeat,
    Row,
    read_pattern,
)

__all__ = ["PatternError", "check_pattern", "compiled", "written"]

Compiled = re.Pattern[str]


@cache
def written(pattern: str, lines: bool = False) -> str:
    """The pattern as Python writes it; ``lines`` says whether ``^`` and ``$`` are those of every line."""
    return _write(read_pattern(pattern), lines)


def _write(part: Part, lines: bool) -> str:
    match part:
        case Literal(char):
            return re.escape(char)
        case Class(text) | Back(text):
            return text
        case Edge(text):
            return "\\Z" if text == "$" and not lines else text
        case Group(opening, inner):
            flags = opening[2:-1] if opening.endswith(":") else ""
            on, _, off = flags.partition("-")
            return f"{opening}{_write(inner, (lines or 'm' in on) and 'm' not in off)})"
        case Choice(parts):
            return "|".join(_write(inner, lines) for inner in parts)
        case Row(parts):
            return "".join(_grouped(inner, lines) for inner in parts)
        case Repeat(inner, least, most, lazy):
            count = {(0, None): "*", (1, None): "+", (0, 1): "?"}.get((least, most))
            if count is None:
                count = f"{{{least}}}" if most == least else f"{{{least},{'' if most is None else most}}}"
            return _single(inner, lines) + count + ("?" if lazy else "")
    raise AssertionError(part)


def _grouped(part: Part, lines: bool) -> str:
    text = _write(part, lines)
    return f"(?:{text})" if isinstance(part, Choice) else text


def _single(part: Part, lines: bool) -> str:
    text = _write(part, lines)
    return text if isinstance(part, Literal | Class | Group | Back) else f"(?:{text})"


@cache
def compiled(pattern: str) -> Compiled:
    """The pattern, compiled. Raises ``PatternError``."""
    text = written(pattern)
    if "\\p{" not in text and "\\P{" not in text:
        try:
            return re.compile(text)
        except (re.error, OverflowError, RecursionError):
            pass  # a lookbehind without fixed width, most likely
    import regex  # few patterns need it

    try:
        made: Any = regex.compile(text)
    except (regex.error, OverflowError, RecursionError) as error:
        raise PatternError(str(error)) from None
    return made  # type: ignore[no-any-return]


def check_pattern(pattern: str) -> None:
    """Raise ``PatternError`` where a text of a style file is no pattern."""
    if not pattern.replace(" ", "").replace("'", "").isalnum():
        compiled(pattern)
