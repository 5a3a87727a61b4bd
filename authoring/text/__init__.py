"""Text as it stands in files: spans, lines, reading and writing, sentence ends, near names."""

from authoring.text.files import atomic_write, decode, read_text
from authoring.text.lines import LineIndex
from authoring.text.near import nearest
from authoring.text.span import Span

__all__ = ["LineIndex", "Span", "atomic_write", "decode", "nearest", "read_text"]
