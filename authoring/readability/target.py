"""How hard a piece of its kind may read, by the house, on the scale that the house measures by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from authoring.prose.difficulty import Scale
from authoring.prose.document import Document


@dataclass(frozen=True, slots=True)
class Points:
    """What the grades 10 and 12, and one grade more, are on a scale."""

    brief: float
    other: float
    grade: float
    """Below nothing where more points are easier."""


POINTS = {
    Scale.FLESCH_KINCAID: Points(10, 12, 1),
    Scale.FLESCH: Points(55, 45, -5),
    Scale.LIX: Points(43, 49, 3),
}
"""As on the median of the articles that read at grade 10 and at grade 12."""


@dataclass(frozen=True, slots=True)
class Target:
    """The hardest that an article may read."""

    points: float
    scale: Scale = Scale.FLESCH_KINCAID

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade that comes nearest to it."""
        return POINTS[Scale.FLESCH_KINCAID].other + (self.points - POINTS[self.scale].other) / POINTS[self.scale].grade

    def beyond(self, points: float) -> float:
        """How many grades something reads above it; below nothing for what is easier."""
        return (points - self.points) / POINTS[self.scale].grade


def target_of(document: Document, scale: Scale, brief: float, other: float, targets: Mapping[str, float]) -> Target:
    """The target of an article: that of its kind in ``targets``, or else ``brief`` or ``other``.

    A correction is short, and read like a brief.

    These two are grades; on another scale than that of grades its own points stand in their place. The kind is that of
    the front matter of the article, or else of its notes.
    """
    kind = document.front.get("kind", "")
    if not kind and document.notes is not None:
        kind = str.__str__(document.notes.front.text("kind") or "")
    kind = kind.strip().casefold()
    if scale is not Scale.FLESCH_KINCAID:
        brief, other = POINTS[scale].brief, POINTS[scale].other
    of_house = {name.casefold(): points for name, points in targets.items()}
    otherwise = brief if kind in ("brief", "correction") else of_house.get("other", other)
    return Target(of_house.get(kind, otherwise), scale)
