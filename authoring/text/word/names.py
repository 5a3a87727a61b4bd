"""What the elements of Word's XML are called here, whichever of the two standards a document follows."""

from __future__ import annotations

from functools import lru_cache

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace in which documents are handed on."""


@lru_cache(4096)
def short(tag: str) -> str:
    """``w:p`` for ``{http://…/main}p``; what belongs to no namespace listed here keeps its local name alone."""
    space, _, local = tag.rpartition("}")
    return _PREFIXES.get(space[1:], "") + local
