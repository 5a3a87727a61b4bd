"""Plain text: one paragraph a line, blank lines between."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.export.article import Article, Block, Picture
from authoring.export.formats import Export
from authoring.export.telling import under, written_by


def write(export: Export) -> bytes:
    """The article as plain text in UTF-8."""
    return f"{whole(export.article)}\n".encode()


def whole(article: Article) -> str:
    """The article with its fields."""
    byline = f"By {written_by(article)}" if article.bylines else ""
    head = [article.kicker, article.headline, article.dek, byline]
    if article.picture is not None:
        head.append(_picture(article.picture))
    return "\n\n".join([*filter(None, head), *_blocks(article.body), *article.corrections, *article.notices])


def body(article: Article) -> str:
    """The story, its corrections and how it was made, without the fields that have a place of their own."""
    return "\n\n".join([*_blocks(article.body), *article.corrections, *article.notices])


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    rows: list[str] = []
    for block in blocks:
        if block.kind == "row":
            if rows and not block.continues:
                yield "\n".join(rows)
                rows = []
            rows.append("\t".join(_line(run.text) for run in block.runs))
            continue
        if rows:
            yield "\n".join(rows)
            rows = []
        words = _block(block)
        if words:
            yield words
    if rows:
        yield "\n".join(rows)


def _block(block: Block) -> str:
    if block.kind == "code":
        return block.text.strip("\n")
    if block.kind == "rule":
        return "* * *"
    if block.picture is not None:
        return _picture(block.picture)
    words = _line(block.text)
    if block.speaker:
        return f"{block.speaker}: {words}"
    if block.kind in {"bullet", "numbered"} and not block.continues:
        mark = f"{block.number}." if block.kind == "numbered" else "-"
        return f"{'  ' * (block.level - 1)}{mark} {words}"
    return f"[{block.number}] {words}" if block.kind == "note" and not block.continues else words


def _picture(picture: Picture) -> str:
    told = " ".join(filter(None, [picture.alt, under(picture)]))
    return f"[Picture: {told}]" if told else "[Picture]"


def _line(words: str) -> str:
    return " ".join(words.split())
