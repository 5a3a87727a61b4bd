"""A Word document: the article in real styles, with nothing of whoever exports it."""

from __future__ import annotations

from authoring.export.formats import Export


def write(export: Export) -> bytes:
    """The article as a .docx file; the same article always gives the same bytes."""
    from authoring.export.word.body import Writer
    from authoring.export.word.packing import packed
    from authoring.export.word.styles import blank

    document = blank(export.article.language)
    writer = Writer(document, export.article)
    writer.write()
    return packed(document, export.article, writer.notes.part())
