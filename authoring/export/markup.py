"""Writes runs and blocks as HTML that holds nothing but words, links and the marks that an article may have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from authoring.export.article import Block, Picture, Run
from authoring.export.outline import Group, Item, Listing, Part, outline

Pictures = Callable[[Picture], str]
"""Writes a picture."""
_MARKS = (("emphasis", "em"), ("strong", "strong"), ("struck", "s"), ("code", "code"))


def text(words: str) -> str:
    """Words as the text of an element."""
    return escape(words, quote=False)


def inline(runs: Sequence[Run], notes: str = "") -> str:
    """Runs as HTML; ``notes`` is what the names of the footnotes begin with, and without it none is linked."""
    made: list[str] = []
    open_: list[tuple[str, str]] = []
    for run in runs:
        if run.note:
            made.extend(_close(open_, 0))
            name = f'<a href="#{notes}{run.note}" id="{notes}call-{run.note}">{text(run.text)}</a>'
            made.append(f"<sup>{name if notes else text(run.text)}</sup>")
            continue
        wanted = [("a", run.link)] if run.link else []
        wanted += [(tag, "") for look, tag in _MARKS if getattr(run, look)]
        same = 0
        while same < len(open_) and open_[same] in wanted and (same or not run.link or open_[0][0] == "a"):
            same += 1  # a link holds the marks in it, so that it is one link
        made.extend(_close(open_, same))
        for tag, address in wanted:
            if (tag, address) not in open_:
                made.append(f'<a href="{escape(address)}">' if tag == "a" else f"<{tag}>")
                open_.append((tag, address))
        made.append(text(run.text).replace("\n", "<br>"))
    made.extend(_close(open_, 0))
    return "".join(made)


def _close(open_: list[tuple[str, str]], keep: int) -> Iterator[str]:
    while len(open_) > keep:
        yield f"</{open_.pop()[0]}>"


def blocks(body: Sequence[Block], pictures: Pictures, notes: str = "") -> list[str]:
    """Each part of a body as HTML, in order."""
    return [part(one, pictures, notes) for one in outline(body)]


def part(one: Part, pictures: Pictures, notes: str = "") -> str:
    """One part of a body as HTML."""
    if isinstance(one, Listing):
        return listing(one, notes)
    if isinstance(one, Group):
        if one.kind == "quote":
            return f"<blockquote>{''.join(f'<p>{inline(block.runs, notes)}</p>' for block in one.blocks)}</blockquote>"
        return table(one.blocks, notes) if one.kind == "table" else footnotes(one.blocks, notes)
    if one.kind == "picture" and one.picture is not None:
        return pictures(one.picture)
    if one.kind == "rule":
        return "<hr>"
    if one.kind == "code":
        return f"<pre><code>{text(one.text)}</code></pre>"
    if one.kind == "heading" or one.level:
        return f"<h{one.level}>{inline(one.runs, notes)}</h{one.level}>"
    if one.kind in {"question", "answer"}:
        return f'<p class="{one.kind}">{said_by(one)}{inline(one.runs, notes)}</p>'
    return f"<p>{inline(one.runs, notes)}</p>"


def said_by(block: Block) -> str:
    """The label of a turn."""
    return f"<b>{text(block.speaker)}:</b> " if block.speaker else ""


def listing(one: Listing, notes: str = "") -> str:
    """A list."""
    tag = "ol" if one.start else "ul"
    start = f' start="{one.start}"' if one.start > 1 else ""
    return f"<{tag}{start}>{''.join(f'<li>{_item(item, notes)}</li>' for item in one.items)}</{tag}>"


def _item(item: Item, notes: str) -> str:
    paragraphs = sum(not isinstance(one, Listing) for one in item.parts)
    made = []
    for one in item.parts:
        if isinstance(one, Listing):
            made.append(listing(one, notes))
        else:
            made.append(f"<p>{inline(one, notes)}</p>" if paragraphs > 1 else inline(one, notes))
    return "".join(made)


def table(rows: Sequence[Block], notes: str = "") -> str:
    """A table."""
    heads = [row for row in rows if row.level]
    bodies = [row for row in rows if not row.level]
    head = f"<thead>{''.join(_row(row, 'th', notes) for row in heads)}</thead>" if heads else ""
    return f"<table>{head}<tbody>{''.join(_row(row, 'td', notes) for row in bodies)}</tbody></table>"


def _row(row: Block, tag: str, notes: str) -> str:
    opening = '<th scope="col">' if tag == "th" else "<td>"
    return f"<tr>{''.join(f'{opening}{inline(cell, notes)}</{tag}>' for cell in row.cells)}</tr>"


def footnotes(group: Sequence[Block], notes: str = "") -> str:
    """The footnotes, as a list by their numbers."""
    made: dict[int, list[str]] = {}
    for block in group:
        made.setdefault(block.number, []).append(f"<p>{inline(block.runs, notes)}</p>")
    items = (
        f"<li{f' id={chr(34)}{notes}{number}{chr(34)}' if notes else ''}>{''.join(words)}</li>"
        for number, words in made.items()
    )
    return f"<ol>{''.join(items)}</ol>"
