"""The known name that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def distance(one: str, other: str, limit: int) -> int:
    """Edits (insert, drop, change, swap neighbours) that turn ``one`` into ``other``; ``limit + 1`` if more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(other, 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > limit:
            return limit + 1
        before, last = last, line
    return last[-1]


def nearest(word: str, known: Iterable[str], limit: int = 2) -> str | None:
    """The one of ``known`` within ``limit`` edits of ``word`` and nearest to it, or ``None``.

    Upper and lower case count as the same. For words of up to four letters one edit at most, so that ``ana`` is
    never taken for ``bob``. Of two equally near, the first in alphabetical order.
    """
    return _nearest(str.__str__(word), tuple(map(str.__str__, known)), limit)


@lru_cache(4096)  # a long story asks for the same few words thousands of times
def _nearest(word: str, known: tuple[str, ...], limit: int) -> str | None:
    wanted = word.casefold()
    allowed = min(limit, 1 if len(wanted) <= 4 else limit)
    best: tuple[int, str] | None = None
    for name in sorted(set(known)):
        edits = distance(wanted, name.casefold(), allowed)
        if edits <= allowed and (best is None or edits < best[0]):
            best = (edits, name)
    return best[1] if best else None
