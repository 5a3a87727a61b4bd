"""Whether a configuration runs a rule, and at which level, by the names that stand for the rule.

What names a rule closer wins: its own name before that of its family, and that before ``default`` (every rule that is
on by itself) and ``all`` (every rule). Of two that name it equally, to leave out wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from authoring.config import Config
from authoring.config.place import Place
from authoring.findings import Severity

DEFAULT, ALL = "default", "all"
WORDS = (DEFAULT, ALL)
"""What stands for rules of every family."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a configuration makes of a rule."""

    on: bool
    level: Severity | None
    """The level that it gives the rule; ``None`` where it leaves that to the rule, or switches it off."""
    place: Place
    """What switched it on or off, or gave it its level; the default's where nothing did."""


def decide(config: Config, names: Sequence[str], *, on: bool) -> Decision:
    """Arguments: the names of the rule, its own first, then of groups from the closest; whether it is on by itself."""
    ways = (*names, *WORDS)
    rank = {way: min(number, len(names)) for number, way in enumerate(ways)}
    if config.select:
        selecting = [way for way in ways if way in config.select and (on or way in (names[0], ALL))]
    elif config.severity.get(names[0]) is not None:  # who gives it a level wants it
        selecting = [names[0]]
    else:
        selecting = [DEFAULT] if on else []
    leaving = [("ignore", way) for way in ways if way in config.ignore]
    levels = [way for way in ways if way in config.severity]
    level = config.severity[levels[0]] if levels else None
    if levels and level is None:
        leaving = sorted([*leaving, ("severity", levels[0])], key=lambda pair: rank[pair[1]])
    runs = bool(selecting) and not (leaving and rank[leaving[0][1]] <= rank[selecting[0]])
    if not runs:
        place = config.place(*leaving[0]) if selecting and leaving else config.place("select")
    else:
        place = config.place("severity", levels[0]) if level else config.place("select", selecting[0])
    return Decision(runs, level, place)
