"""The notes of a story: their types, and the reader that reports everything wrong with a file at once."""

from authoring.notes.model import Beat, Fields, Item, Notes, Request, Source, Tag
from authoring.notes.reader import check_notes, looks_like_notes, parse_notes, read_notes

__all__ = [
    "Beat",
    "Fields",
    "Item",
    "Notes",
    "Request",
    "Source",
    "Tag",
    "check_notes",
    "looks_like_notes",
    "parse_notes",
    "read_notes",
]
