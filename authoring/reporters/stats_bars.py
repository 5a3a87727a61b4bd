"""Draws figures in characters: a strip of bars that stand beside each other, and a bar that lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_RISING = "▁▂▃▄▅▆▇█"
_LYING = " ▏▎▍▌▋▊▉█"
NOTHING = "·"
"""Stands for what has no figure."""
_LINES = 3
"""Lines that a strip may have; a longer one is drawn with several figures to a mark."""


def rising(value: float | None, least: float, most: float) -> str:
    """A bar as high as the figure: the lowest for ``least`` and below, the highest for ``most`` and above."""
    if value is None:
        return NOTHING
    step = int((value - least) / (most - least) * len(_RISING))
    return _RISING[min(max(step, 0), len(_RISING) - 1)]


def lying(value: float, most: float, width: int) -> str:
    """A bar of up to ``width`` columns, as long as the figure; something for any figure above nothing."""
    eighths = round(value / most * width * 8) if most else 0
    full, rest = divmod(max(eighths, 1 if value > 0 else 0), 8)
    return ("█" * full + (_LYING[rest] if rest else "")).ljust(width)


def gathered(values: Sequence[float | None], width: int) -> tuple[list[float | None], int]:
    """The figures as many as a strip may hold, and how many stand behind each: of several the highest is drawn."""
    each = max(1, -(-len(values) // (width * _LINES)))
    return [_highest(values[start : start + each]) for start in range(0, len(values), each)], each


def _highest(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def in_lines(marks: Sequence[str], width: int) -> Iterator[str]:
    """The marks, as many to a line as fit; each is one column, whatever it is painted with."""
    for start in range(0, len(marks), width):
        yield "".join(marks[start : start + width])
