"""Where English words may be hyphenated, by the patterns that pyphen brings: its answers, without its start-up time.

Pyphen takes each of its eleven thousand patterns apart before it answers for one word. Here they are only indexed, and
taken apart where a word holds them.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from authoring.text.patterns import lazy

_HEADER = (b"UTF-8", b"LEFTHYPHENMIN", b"RIGHTHYPHENMIN", b"COMPOUND")
_BEYOND = lazy(rb"[/=^%#\r]")
"""Marks of what only pyphen understands: alternative spellings, escapes, comments."""
_PAIR = lazy(r"(\d?)(\D?)")
_MANY = 1_000
"""Patterns that matched, after which it pays to know all their beginnings."""
_MARGIN = 2
"""Letters that stay together at either end of a word, as pyphen has it."""


@cache
def _patterns() -> tuple[dict[str, str], int] | None:
    """Each pattern by its letters, and the most letters one has; ``None`` where pyphen's file is not as it was."""
    spec = find_spec("pyphen")
    folder = next(iter(spec.submodule_search_locations or ()), None) if spec else None
    path = Path(folder or "") / "dictionaries" / "hyph_en_US.dic"
    if not path.is_file():
        return None
    data = path.read_bytes()
    while data.startswith(_HEADER):
        data = data.partition(b"\n")[2]
    if _BEYOND.search(data):
        return None
    # The digits go in one sweep over the bytes, which is what makes this fast.
    letters = data.translate(None, b"0123456789").decode("utf-8").split("\n")
    lines = data.decode("utf-8").split("\n")
    return dict(zip(letters, lines, strict=True)), max(map(len, letters))


@cache
def _pyphen() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="en_US")


@cache
def _begins() -> frozenset[str]:
    """What patterns begin with, themselves among it."""
    patterns, _ = _patterns() or ({}, 0)
    return frozenset(letters[:end] for letters in patterns for end in range(1, len(letters) + 1))


@cache
def _levels(pattern: str) -> tuple[tuple[int, int], ...]:
    """The gaps before letters of a pattern that it gives a digit, with the digit."""
    return tuple((gap, int(digit)) for gap, (digit, _) in enumerate(_PAIR.findall(pattern)) if digit)


def hyphens(word: str) -> int:
    """In how many places a word may be hyphenated."""
    if word.isdigit():
        return 0
    known = _patterns()
    if known is None:
        return len(_pyphen().positions(word))
    patterns, longest = known
    dotted = f".{word.lower()}."
    length = len(dotted)
    begins = _begins() if _levels.cache_info().hits > _MANY else None
    levels = [0] * (length + 1)
    """For each gap before a character of ``dotted``, the highest digit that a pattern gives it; odd ones are breaks."""
    for start in range(length - 1):
        for end in range(start + 1, min(start + longest, length) + 1):
            letters = dotted[start:end]
            if begins is not None and letters not in begins:
                break
            if letters in patterns:
                for gap, level in _levels(patterns[letters]):
                    levels[start + gap] = max(levels[start + gap], level)
    return sum(level % 2 for gap, level in enumerate(levels) if _MARGIN <= gap - 1 <= len(word) - _MARGIN)
