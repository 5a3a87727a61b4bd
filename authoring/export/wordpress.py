"""WordPress: the JSON that makes a draft by its REST interface (``POST /wp/v2/posts``), in the markup of its blocks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from authoring.export.article import Article, Picture, Run
from authoring.export.formats import Export
from authoring.export.markup import inline, said_by, table, text
from authoring.export.moments import utc
from authoring.export.outline import Group, Listing, Part, outline
from authoring.export.telling import under, written_by
from authoring.text.patterns import lazy

_SHORTCODE = lazy(r"\[(?=/?[A-Za-z_])")
"""The bracket of what WordPress would run as a shortcode (“[gallery]”); as an entity it is a bracket."""


def write(export: Export) -> bytes:
    """The post as JSON in UTF-8."""
    return (json.dumps(post(export.article), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def post(article: Article) -> dict[str, Any]:
    """What the interface takes: a draft, so that a person publishes it.

    Writers, pictures and keywords have numbers there, which nobody knows here: the writers stand in the story.
    """
    made: dict[str, Any] = {
        "title": text(article.headline),
        "content": _SHORTCODE.sub("&#91;", "\n\n".join(_content(article))),
        "excerpt": text(article.dek),
        "slug": article.slug,
        "status": "draft",
        "date_gmt": utc(article.published),
    }
    return {key: value for key, value in made.items() if value}


def block(name: str, inner: str, attributes: Mapping[str, object] | None = None) -> str:
    """A block between the comments that say what it is."""
    told = f" {_attributes(attributes)}" if attributes else ""
    return f"<!-- wp:{name}{told} -->\n{inner}\n<!-- /wp:{name} -->"


def _attributes(attributes: Mapping[str, object]) -> str:
    """Attributes as JSON in which nothing ends the comment that they stand in."""
    made = json.dumps(attributes, separators=(",", ":")).replace("\\\\", "\\u005c")
    for sign, written in (("--", "\\u002d\\u002d"), ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        made = made.replace(sign, written)
    return made.replace('\\"', "\\u0022")


def _content(article: Article) -> Iterator[str]:
    if article.kicker:
        yield _marked("kicker", article.kicker)
    if article.bylines:
        yield _marked("byline", f"By {written_by(article)}")
    if article.picture is not None:
        yield _picture(article.picture)
    for part in outline(article.body):
        yield _part(part)
    for words in (*article.corrections, *article.notices):
        yield block("paragraph", f"<p><em>{text(words)}</em></p>")


def _marked(name: str, words: str) -> str:
    return block("paragraph", f'<p class="{name}">{text(words)}</p>', {"className": name})


def _part(part: Part) -> str:
    if isinstance(part, Listing):
        return _list(part)
    if isinstance(part, Group):
        if part.kind == "table":
            inner = f'<figure class="wp-block-table">{table(part.blocks)}</figure>'
            return block("table", inner, {"hasFixedLayout": False})
        if part.kind == "quote":
            inner = "\n\n".join(_paragraph(one.runs) for one in part.blocks)
            return block("quote", f'<blockquote class="wp-block-quote">{inner}</blockquote>')
        return "\n\n".join(
            _paragraph((Run(f"[{one.number}] ", one.span), *one.runs) if not one.continues else one.runs)
            for one in part.blocks
        )
    if part.picture is not None:
        return _picture(part.picture)
    if part.kind == "rule":
        return block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    if part.kind == "code":
        return block("code", f'<pre class="wp-block-code"><code>{text(part.text)}</code></pre>')
    if part.kind == "heading" or part.level:
        inner = f'<h{part.level} class="wp-block-heading">{inline(part.runs)}</h{part.level}>'
        return block("heading", inner, {"level": part.level} if part.level != 2 else None)
    label = said_by(part).replace("b>", "strong>")
    return block("paragraph", f"<p>{label}{inline(part.runs)}</p>")


def _paragraph(runs: tuple[Run, ...]) -> str:
    return block("paragraph", f"<p>{inline(runs)}</p>")


def _list(listing: Listing) -> str:
    items = []
    for item in listing.items:
        words = [inline(one) for one in item.parts if not isinstance(one, Listing)]
        lists = [_list(one) for one in item.parts if isinstance(one, Listing)]
        items.append(block("list-item", f"<li>{'<br><br>'.join(words)}{''.join(lists)}</li>"))
    inner = "\n\n".join(items)
    if not listing.start:
        return block("list", f'<ul class="wp-block-list">{inner}</ul>')
    if listing.start == 1:
        return block("list", f'<ol class="wp-block-list">{inner}</ol>', {"ordered": True})
    opening = f'<ol start="{listing.start}" class="wp-block-list">'
    return block("list", f"{opening}{inner}</ol>", {"ordered": True, "start": listing.start})


def _picture(picture: Picture) -> str:
    caption = under(picture)
    below = f'<figcaption class="wp-element-caption">{text(caption)}</figcaption>' if caption else ""
    image = f'<img src="{escape(picture.file)}" alt="{escape(picture.alt)}"/>'
    return block("image", f'<figure class="wp-block-image">{image}{below}</figure>')
