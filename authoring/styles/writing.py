"""Writes the parts of a pattern as Python writes them."""

from __future__ import annotations

import re

from authoring.styles.syntax import Back, Choice, Class, Edge, Group, Literal, Part, Repeat, Row


def write(part: Part, lines: bool) -> str:
    """The pattern; ``lines`` says whether ``^`` and ``$`` are those of every line."""
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
            return f"{opening}{write(inner, (lines or 'm' in on) and 'm' not in off)})"
        case Choice(parts):
            return "|".join(write(inner, lines) for inner in parts)
        case Row(parts):
            return "".join(_grouped(inner, lines) for inner in parts)
        case Repeat(inner, least, most, lazy):
            count = {(0, None): "*", (1, None): "+", (0, 1): "?"}.get((least, most))
            if count is None:
                count = f"{{{least}}}" if most == least else f"{{{least},{'' if most is None else most}}}"
            return _single(inner, lines) + count + ("?" if lazy else "")
    raise AssertionError(part)


def _grouped(part: Part, lines: bool) -> str:
    text = write(part, lines)
    return f"(?:{text})" if isinstance(part, Choice) else text


def _single(part: Part, lines: bool) -> str:
    text = write(part, lines)
    return text if isinstance(part, Literal | Class | Group | Back) else f"(?:{text})"
