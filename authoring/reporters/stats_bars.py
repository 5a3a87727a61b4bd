"""Draws figures in characters: a strip of bars that stand, a bar that lies, and the colours of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from authoring.reporters import Look

BOLD, DIM, YELLOW, RED = "1", "2", "33", "31"
NOTHING = "·"
"""Stands for what has no figure."""
_RISING = "▁▂▃▄▅▆▇█"
_LYING = " ▏▎▍▌▋▊▉█"
_LINES = 3
"""Lines that a strip may have; a longer one is drawn with several figures to a mark."""
_ROUNDED = 0.5
"""By how much a grade may be above its target before the rule ``hard-to-read`` speaks: grades are whole years."""
_FAR = 4
"""Grades above the target from which one is far above it."""


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


def heat(beyond: float | None) -> str:
    """The colour of what is so many grades above its target: none up to it, and another far above it."""
    if beyond is None or beyond < _ROUNDED:
        return ""
    return RED if beyond >= _FAR else YELLOW


def painted(text: str, colour: str, look: Look) -> str:
    """The text in a colour, where the place it is shown has any."""
    return f"\033[{colour}m{text}\033[0m" if look.colour and colour else text
