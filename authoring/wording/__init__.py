"""The quote check: whether quoted words were said, by whom, where, and what differs."""

from authoring.wording.check import check_quote, material_of
from authoring.wording.material import Material
from authoring.wording.noted import material_of_notes, transcript_paths
from authoring.wording.noting import BORROWED, MOST_EDITS, Borrowed, borrowed, edits, unplaced
from authoring.wording.result import PASSING, QuoteCheck, Status

__all__ = [
    "BORROWED",
    "MOST_EDITS",
    "PASSING",
    "Borrowed",
    "Material",
    "QuoteCheck",
    "Status",
    "borrowed",
    "check_quote",
    "edits",
    "material_of",
    "material_of_notes",
    "transcript_paths",
    "unplaced",
]
