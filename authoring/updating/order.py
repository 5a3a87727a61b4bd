"""Puts blocks in order where an editor has moved some and the notes have moved others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def arranged(base: Sequence[Name], ours: Sequence[Name], theirs: Sequence[Name]) -> list[Name]:
    """Everything of ``ours`` and ``theirs`` once.

    It stands in the order of ``theirs``; but what the hand has moved or added follows what it follows in ``ours``.
    """
    result, there = list(theirs), set(theirs)
    stayed = _stayed(base, ours)
    before: Name | None = None
    for name in ours:
        if name not in there or name not in stayed:
            if name in there:
                result.remove(name)
            result.insert(0 if before is None else result.index(before) + 1, name)
            there.add(name)
        before = name
    return result


def moved(base: Sequence[Name], other: Sequence[Name]) -> set[Name]:
    """What one side has moved."""
    return (set(base) & set(other)) - _stayed(base, other)


def _stayed(base: Sequence[Name], other: Sequence[Name]) -> set[Name]:
    """As many as possible that still stand in the order of the base."""
    places = {name: number for number, name in enumerate(base)}
    ends: list[int] = []
    lasts: list[Name] = []
    came: dict[Name, Name | None] = {}
    for name in other:
        if name not in places:
            continue
        at = bisect_left(ends, places[name])
        came[name] = lasts[at - 1] if at else None
        if at == len(ends):
            ends.append(places[name])
            lasts.append(name)
        else:
            ends[at], lasts[at] = places[name], name
    found: set[Name] = set()
    last = lasts[-1] if lasts else None
    while last is not None:
        found.add(last)
        last = came[last]
    return found
