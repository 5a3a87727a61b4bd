"""Markdown that any site can take: the article, its fields as front matter, and nothing of how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.export.article import Article, Block, Picture, Run
from authoring.export.formats import Export
from authoring.export.marks import address, escaped, inline, opened
from authoring.export.outline import Group, Listing, Part, outline
from authoring.export.telling import written_by
from authoring.prose.markdown import read_markdown
from authoring.text.patterns import lazy

_ENTITY = lazy(r"&(?=#?\w+;)")


def write(export: Export) -> bytes:
    """The article in UTF-8."""
    return whole(export.article).encode("utf-8")


def whole(article: Article) -> str:
    """The article as Markdown."""
    return "\n".join(["---", *_front(article), "---", "", "\n\n".join(_parts(article))]) + "\n"


def _front(article: Article) -> Iterator[str]:
    fields = {
        "headline": article.headline,
        "kicker": article.kicker,
        "dek": article.dek,
        "byline": article.bylines[0] if len(article.bylines) == 1 else list(article.bylines),
        "published": article.published,
        "updated": article.updated,
        "slug": article.slug,
        "kind": article.kind,
        "url": article.address,
        "keywords": list(article.keywords),
    }
    for key, value in fields.items():
        if isinstance(value, list) and value:
            yield f"{key}:"
            yield from (f"  - {_quoted(one)}" for one in value)
        elif key == "dek" and not value and article.headline and _begins_in_italics(article):
            yield 'dek: ""'  # which says that what stands first in italics is none
        elif value and isinstance(value, str):
            yield f"{key}: {value if key in {'published', 'updated', 'slug'} else _quoted(value)}"


def _begins_in_italics(article: Article) -> bool:
    first = next((block for block in article.body if block.kind != "picture"), None)
    return first is not None and all(run.emphasis or not run.text.strip() for run in first.runs)


def _quoted(words: str) -> str:
    plain = _ENTITY.sub("&amp;", words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _parts(article: Article) -> Iterator[str]:
    if article.kicker and article.headline:
        yield f"**{escaped(article.kicker)}**"
    if article.headline:
        yield f"# {_line(article.headline, heading=True)}"
    if article.dek:
        yield f"*{escaped(article.dek)}*"
    if article.bylines:
        yield f"By {escaped(written_by(article))}"
    if article.picture is not None:
        yield _picture(article.picture)
    before: Part | None = None
    for part in outline(article.body):
        if before is not None and _run_together(before, part):
            yield "<!-- -->"
        yield _part(part)
        before = part
    yield from (f"*{escaped(words)}*" for words in (*article.corrections, *article.notices))


def _run_together(one: Part, other: Part) -> bool:
    """Whether two parts would be read as one."""
    if isinstance(one, Listing):
        return isinstance(other, Listing) or (isinstance(other, Block) and other.kind == "code")
    return isinstance(one, Group) and isinstance(other, Group) and one.kind == other.kind


def _part(part: Part) -> str:
    if isinstance(part, Listing):
        return "\n".join(_list(part))
    if isinstance(part, Group):
        return {"quote": _quote, "table": _table, "notes": _notes}[part.kind](part.blocks)
    if part.picture is not None:
        return _picture(part.picture)
    if part.kind == "rule":
        return "* * *"
    if part.kind == "code":
        fence = "```"
        while fence in part.text:
            fence += "`"
        return f"{fence}\n{part.text.rstrip(chr(10))}\n{fence}"
    runs = part.runs
    if part.speaker:
        bold = len(part.speaker) == 1 or not part.speaker.isupper()  # names in capitals are labels by themselves
        runs = (Run(f"{part.speaker}:", part.span, strong=bold), Run(" ", part.span), *runs)
    if part.level:
        return f"{'#' * part.level} {_words(runs, heading=True)}"
    return _words(runs)


def _words(runs: Sequence[Run], *, heading: bool = False) -> str:
    """Runs as the words of a block; with tags for marks that would not be read as they are meant."""
    made = inline(runs, heading=heading)
    made = made if heading else opened(made)
    if any(run.strong or run.emphasis or run.struck for run in runs) and not _reads(made, runs):
        made = inline(runs, tags=True, heading=heading)
        made = made if heading else opened(made)
    return made


def _reads(made: str, runs: Sequence[Run]) -> bool:
    """Whether the marks are read as they were meant."""
    blocks = [block for block in read_markdown(made)[0] if block.parts]
    if len(blocks) != 1:
        return False
    words = "".join(blocks[0].parts)
    meant = "".join(run.text for run in runs if not run.note)
    if words.split() != meant.split():
        return False
    for look, stretches in (
        ("strong", blocks[0].strong),
        ("emphasis", blocks[0].emphasis),
        ("struck", blocks[0].struck),
    ):
        marked = "".join(words[first:last] for first, last in sorted(stretches))
        told = "".join(run.text for run in runs if getattr(run, look))
        if "".join(marked.split()) != "".join(told.split()):
            return False
    return True


def _line(words: str, *, heading: bool = False) -> str:
    return escaped(" ".join(words.split()), heading=heading)


def _indented(words: str, by: int) -> list[str]:
    first, *others = words.split("\n")
    return [first, *(f"{' ' * by}{line}" if line else "" for line in others)]


def _list(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start):
        mark = f"{number}. " if listing.start else "- "
        lines: list[str] = []
        for one in item.parts:
            if lines and not isinstance(one, Listing):
                lines.append("")
            lines += list(_list(one)) if isinstance(one, Listing) else _words(one).split("\n")
        yield from (f"{mark if not index else ' ' * len(mark)}{line}".rstrip() for index, line in enumerate(lines))


def _quote(blocks: Sequence[Block]) -> str:
    paragraphs = [_words(block.runs).split("\n") for block in blocks]
    return "\n>\n".join("\n".join(f"> {line}" for line in lines) for lines in paragraphs)


def _table(rows: Sequence[Block]) -> str:
    columns = max(len(row.cells) for row in rows)
    heads, bodies = [row for row in rows if row.level], [row for row in rows if not row.level]
    head, others = (heads[0], [*heads[1:], *bodies]) if heads else (None, bodies)
    lines = [_row(head.cells if head is not None else (), columns), "|" + " --- |" * columns]
    return "\n".join([*lines, *(_row(row.cells, columns) for row in others)])


def _row(cells: Sequence[tuple[Run, ...]], columns: int) -> str:
    words = [inline(cell, heading=True).replace("\n", " ") for cell in cells]
    words += [""] * (columns - len(words))
    return "|" + "".join(f" {one} |" for one in words)


def _notes(blocks: Sequence[Block]) -> str:
    made = []
    for block in blocks:
        words = "\n".join(_indented(_words(block.runs), 4))
        made.append(f"    {words}" if block.continues else f"[^{block.number}]: {words}")
    return "\n\n".join(made)


def _picture(picture: Picture) -> str:
    title = escaped(picture.caption).replace('"', '\\"')
    told = f' "{title}"' if title else ""
    made = f"![{escaped(picture.alt)}]({address(picture.file)}{told})"
    return f"{made}\n\n*{escaped(picture.credit)}*" if picture.credit else made
