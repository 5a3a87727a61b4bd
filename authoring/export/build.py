"""Makes what is published of an article as parsed."""

from __future__ import annotations

from authoring.export.article import Article, Block, BlockKind, Quoted, Run
from authoring.prose import document as prose
from authoring.prose.attribution.model import Kind

_KINDS: dict[prose.BlockKind, BlockKind] = {
    prose.BlockKind.PARAGRAPH: "paragraph",
    prose.BlockKind.HEADING: "heading",
    prose.BlockKind.LIST_ITEM: "bullet",
    prose.BlockKind.BLOCKQUOTE: "blockquote",
    prose.BlockKind.CODE: "code",
}


def article_of(document: prose.Document) -> Article:
    """What is published of ``document``."""
    front = document.front
    body = []
    headline = front.get("headline", "")
    for block in document.blocks:
        if block.kind is prose.BlockKind.HEADING and block.level == 1:
            headline = headline or block.text
        elif block.kind in _KINDS:
            runs = (Run(block.text, block.span),)
            body.append(Block(_KINDS[block.kind], block.span, runs, max(block.level, 2) if block.level else 0))
    byline = front.get("byline", "")
    quotes = tuple(
        Quoted(
            " ".join(segment.of(document.text).strip('“”"') for segment in said.segments),
            (said.speaker.name if said.speaker else None) or "",
            said.segments,
        )
        for said in document.attributions
        if said.kind is not Kind.INDIRECT
    )
    return Article(
        document.path,
        headline,
        tuple(body),
        front.get("slug", "article"),
        dek=front.get("dek", ""),
        kicker=front.get("kicker", ""),
        bylines=(byline,) if byline else (),
        published=front.get("published", ""),
        kind=front.get("kind", ""),
        quotes=quotes,
    )
