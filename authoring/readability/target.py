"""How hard a piece of its kind may read, by the house."""

from __future__ import annotations

from collections.abc import Mapping

from authoring.prose.document import Document


def target_of(document: Document, brief: float, other: float, targets: Mapping[str, float]) -> float:
    """The highest grade for an article: that of its kind in ``targets``, or else ``brief`` or ``other``.

    The kind is that of the front matter of the article, or else of its notes.
    """
    kind = document.front.get("kind", "")
    if not kind and document.notes is not None:
        kind = str.__str__(document.notes.front.text("kind") or "")
    kind = kind.strip().casefold()
    of_house = {name.casefold(): grade for name, grade in targets.items()}
    otherwise = brief if kind == "brief" else of_house.get("other", other)
    return of_house.get(kind, otherwise)
