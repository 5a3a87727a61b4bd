"""From LanguageTool's offsets, which count UTF-16 units as Java does, to code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

_WIDE = "\uffff"
"""The last character that UTF-16 writes in one unit; every later one takes two."""


def wide_places(text: str) -> Sequence[int]:
    """Where, in UTF-16 units, each character of ``text`` ends that takes two of them."""
    if text.isascii() or max(text) <= _WIDE:
        return ()
    ends: list[int] = []
    for offset, character in enumerate(text):
        if character > _WIDE:
            ends.append(offset + len(ends) + 2)
    return ends


def code_points(units: int, wide: Sequence[int]) -> int:
    """The offset in code points of one in UTF-16 units; in the middle of a character, the offset of that character."""
    before = bisect_right(wide, units)
    within = before < len(wide) and wide[before] - units == 1
    return units - before - within
