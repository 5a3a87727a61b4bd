"""What sort of piece an article says it is, for rules that some sorts have nothing to do with."""

from __future__ import annotations

from authoring.prose.document import Document


def is_correction(document: Document) -> bool:
    """Whether an article is a correction of another: unsigned, about one fact, and as long as it takes to name both."""
    told = document.front.get("kind", "")
    if not told and document.notes is not None and not document.front:
        told = str.__str__(document.notes.front.text("kind") or "")
    return told.strip().casefold() == "correction"
