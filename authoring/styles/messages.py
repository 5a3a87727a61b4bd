"""Puts the found words into a rule's message, as ``%s``, ``%[2]s`` and ``%d`` ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from authoring.text.patterns import lazy

_PLACE = lazy(r"%(?:\[(\d+)\])?([sdvq%])")


def filled(message: str, *values: str) -> str:
    """The message with the values in their places; a place without a value stays empty."""
    if "%" not in message:
        return message.replace("\n", " ")
    following = 0

    def value(match: re.Match[str]) -> str:
        nonlocal following
        if match[2] == "%":
            return "%"
        number = int(match[1]) - 1 if match[1] else following
        following = number + 1
        words = values[number] if 0 <= number < len(values) else ""
        return f'"{words}"' if match[2] == "q" else words

    return _PLACE.sub(value, message).replace("\n", " ")


def listed(words: Sequence[str]) -> str:
    """``'a', 'b', or 'c'``."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return ", ".join([*quoted[:-1], f"or {quoted[-1]}"])
