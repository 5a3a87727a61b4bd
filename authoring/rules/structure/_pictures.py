"""The description of a picture that has leaked into the text, for the rules that speak of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.prose.document import Block, BlockKind, Document
from authoring.text.patterns import lazy

_DESCRIBES = lazy(
    r"(?:an?|the|this) (?:[\w’'-]+ ){0,2}?(?:illustration|image|photo|photograph|picture|graphic|drawing|rendering"
    r"|collage|screenshot|depiction)s? (?:of|shows?|showing|depicts?|depicting|featur(?:es|ing)|represents?|with)\b",
    re.IGNORECASE,
)
_AGAIN = lazy(
    r"\b(?:the|this) (?:image|illustration|picture|photo|graphic) (?:represents|shows|depicts|features|symboli[sz]es"
    r"|captures|conveys|highlights|includes)\b|\bvisual elements\b",
    re.IGNORECASE,
)
"""What only a description of a picture says of itself."""
_NEAR = 8
"""How many blocks from the top a picture's description leaks to."""


def plain(text: str) -> str:
    """Its letters and digits, so that marks and case make no difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def leaked(document: Document) -> Iterator[Block]:
    """The paragraphs that are the description of a picture: that of the notes, or one that can be nothing else."""
    image = document.notes.front_fields("image") if document.notes else None
    alt = plain(str.__str__(image.text("alt") or "")) if image else ""
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if alt and len(block.text) > 20 and plain(block.text) == alt:
            yield block
        elif number < _NEAR and _DESCRIBES.match(block.text):
            ends = block.text.rstrip().endswith((".", "!", "?", "…", "”", '"'))
            if _AGAIN.search(block.text) or (not ends and len(block.text.split()) >= 12):
                yield block
