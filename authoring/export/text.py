"""Plain text: one paragraph a line, blank lines between."""

from __future__ import annotations

from authoring.export.formats import Export


def write(export: Export) -> bytes:
    """The article as plain text in UTF-8."""
    article = export.article
    byline = f"By {' and '.join(article.bylines)}" if article.bylines else ""
    head = [part for part in (article.kicker, article.headline, article.dek, byline) if part]
    body = [block.text for block in article.body if block.text]
    return ("\n\n".join([*head, *body]) + "\n").encode("utf-8")
