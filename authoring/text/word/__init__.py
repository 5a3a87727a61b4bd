"""Word documents as text: Markdown for articles, plain lines for transcripts.

Nothing of a document is run, fetched, unpacked onto the disk or changed. Mammoth is imported when a document is read.
"""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

_ZIP = b"PK\x03\x04"


def is_word(data: bytes) -> bool:
    """Whether a file begins as Word documents do; reading it tells whether it is one."""
    return data.startswith(_ZIP)


def markdown_of(document: bytes | BinaryIO) -> str:
    """A document as Markdown, one paragraph a line; raises ``UnreadableTextError`` for what cannot be read."""
    from authoring.text.word.markdown import markdown
    from authoring.text.word.reading import read

    return markdown(read(_opened(document)))


def lines_of(document: bytes | BinaryIO) -> str:
    """A document's words as plain lines: a paragraph a line, the cells of a table's row parted by tabs."""
    from authoring.text.word.lines import lines
    from authoring.text.word.reading import read

    return lines(read(_opened(document)))


def _opened(document: bytes | BinaryIO) -> BinaryIO:
    return BytesIO(document) if isinstance(document, bytes) else document
