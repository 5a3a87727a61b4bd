"""Writes a pattern of Vale's dialect for Python, and compiles it with the fastest engine that takes it.

That is ``re``; ``regex`` where a lookbehind has no fixed width or a class is a category of Unicode.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

Compiled = re.Pattern[str]


class PatternError(ValueError):
    """A pattern that is none, or that asks for what is not supported; the text says which."""


def written(pattern: str) -> str:
    """The pattern as Python writes it. Raises ``PatternError``."""
    from authoring.styles.syntax import read_pattern  # needed only for patterns whose words are met
    from authoring.styles.writing import write

    return write(read_pattern(pattern), lines=False)


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
