"""Points at the first of the rarer of two kinds of mark in an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.rules.hit import Hit
from authoring.text.span import Span


def rarer(one: Sequence[Span], other: Sequence[Span], names: tuple[str, str]) -> Iterator[Hit]:
    """One finding where both kinds stand: at the first of the rarer kind, or of the later one where they are equal."""
    if not one or not other:
        return
    first_is_rarer = len(one) < len(other) or (len(one) == len(other) and one[0].start > other[0].start)
    rare, common = (one, other) if first_is_rarer else (other, one)
    here, there = names if first_is_rarer else names[::-1]
    yield Hit(rare[0], f"{here} ({len(rare)}) stand beside {there} ({len(common)}), expected one kind")
