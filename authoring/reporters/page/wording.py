"""Figures and counts as a page writes them."""

from __future__ import annotations

from collections.abc import Mapping

NOT_SAID = "n/a"
"""Stands for what cannot be told of so few words."""


def figure(value: float | None, places: int = 1) -> str:
    """A measure: whole numbers whole, with commas, others with one place; “n/a” for none."""
    if value is None:
        return NOT_SAID
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.{places}f}".replace("-", "−")


def share(part: float, whole: float) -> str:
    """A part of a whole in per cent; “n/a” of nothing."""
    if not whole:
        return NOT_SAID
    per_cent = 100 * part / whole
    return "< 1%" if 0 < per_cent < 1 else f"{per_cent:.0f}%"


def counted(count: int, name: str) -> str:
    """How many of something there are: “1 warning”, “1,204 words”, “3 info”."""
    return f"{count:,} {name}" if count == 1 or name == "info" else f"{count:,} {name}s"


def tally(counts: Mapping[str, int]) -> str:
    """How many findings there are of each severity: “2 errors, 9 warnings”; empty where there is none."""
    return ", ".join(counted(count, name) for name, count in counts.items() if count)
