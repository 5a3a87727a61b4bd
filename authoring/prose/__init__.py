"""Articles as rules read them: ``parse`` makes a ``Document`` of a text."""

from authoring.prose.document import Block, BlockKind, Document, Quotation, Sentence, Voice, Word
from authoring.prose.parser import parse

__all__ = ["Block", "BlockKind", "Document", "Quotation", "Sentence", "Voice", "Word", "parse"]
