"""Takes what was told in confidence out of an article before anything is made of it, and says where it stood."""

from __future__ import annotations

from authoring.notes.model import Notes
from authoring.prose import parse
from authoring.runner.withheld import withheld
from authoring.templating.backwards.article import Article
from authoring.text.span import Span


def without_secrets(article: Article, notes: Notes) -> tuple[str, list[int]]:
    """The article without each paragraph, and each line of front matter, that holds such words; and their lines."""
    found = withheld(parse(article.text, notes=notes))
    gone: list[Span] = []
    for span in found:
        block = next((each for each in article.blocks if each.overlaps(span)), None)
        if block is None:
            start = article.text.rfind("\n", 0, span.start) + 1
            end = article.text.find("\n", span.end)
            block = Span(start, len(article.text) if end < 0 else end)
        if block not in gone:
            gone.append(block)
    text, at = "", 0
    for block in sorted(gone, key=lambda each: each.start):
        text += article.text[at : block.start]
        at = max(at, block.end + 1)
    return text + article.text[at:], sorted({article.line(span.start) for span in found})
