"""A page for readers: one file that holds all it needs, asks the network for nothing and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path

from authoring.export.article import Article, Picture
from authoring.export.embedding import data_address
from authoring.export.formats import Export
from authoring.export.linked import script
from authoring.export.markup import part, text
from authoring.export.outline import Group, outline
from authoring.export.telling import day, under, written_by

_NOTES = "note-"


def write(export: Export) -> bytes:
    """The page in UTF-8."""
    return page(export.article).encode("utf-8")


def page(article: Article) -> str:
    """The page of an article."""
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(article.language)}">',
        "<head>",
        *_head(article),
        "</head>",
        "<body>",
        "<main>",
        *_top(article),
        "<article>",
        *_article(article),
        "</article>",
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _head(article: Article) -> Iterator[str]:
    style = files("authoring.export").joinpath("html.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(f"\n{style}".encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; base-uri 'none'; form-action 'none'"
    title = article.headline or next((block.text for block in article.body if block.text), "")[:80] or article.slug
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{text(_line(title))}</title>"
    yield from (
        f'<meta {kind}="{name}" content="{escape(_line(value))}">'
        for kind, name, value in (
            ("name", "description", article.dek),
            ("name", "author", written_by(article)),
            ("property", "og:type", "article"),
            ("property", "og:title", title),
            ("property", "og:description", article.dek),
            ("property", "og:site_name", article.publication),
            ("property", "article:published_time", article.published),
            ("property", "article:modified_time", article.updated),
        )
        if value
    )
    if "://" in article.address:
        yield f'<link rel="canonical" href="{escape(article.address)}">'
    yield f"<style>\n{style}</style>"
    yield f'<script type="application/ld+json">\n{script(article)}\n</script>'


def _top(article: Article) -> Iterator[str]:
    if article.publication:
        name = text(article.publication)
        linked = f'<a href="{escape(article.home)}">{name}</a>' if article.home else name
        yield f'<p class="publication">{linked}</p>'


def _article(article: Article) -> Iterator[str]:
    yield "<header>"
    if article.kicker:
        yield f'<p class="kicker">{text(article.kicker)}</p>'
    if article.headline:
        yield f"<h1>{text(article.headline)}</h1>"
    if article.dek:
        yield f'<p class="dek">{text(article.dek)}</p>'
    if article.bylines:
        yield f'<p class="byline">By {text(written_by(article))}</p>'
    yield from _days(article)
    yield "</header>"
    folder = Path(article.path).parent

    def picture(one: Picture) -> str:
        return figure(one, folder)

    if article.picture is not None:
        yield picture(article.picture)
    for one in outline(article.body):
        if isinstance(one, Group) and one.kind == "notes":
            yield f'<section class="notes" aria-label="Footnotes">{part(one, picture, _NOTES)}</section>'
        elif isinstance(one, Group) and one.kind == "table":
            yield f'<div class="table" tabindex="0" role="region" aria-label="Table">{part(one, picture, _NOTES)}</div>'
        else:
            yield part(one, picture, _NOTES)
    if article.corrections or article.notices:
        yield '<footer class="about">'
        yield from (f'<p class="correction">{text(words)}</p>' for words in article.corrections)
        yield from (f"<p>{text(words)}</p>" for words in article.notices)
        yield "</footer>"


def _days(article: Article) -> Iterator[str]:
    told = []
    for label, moment in (("", article.published), ("Updated ", article.updated)):
        words = day(moment, article.language)
        if words:
            told.append(f'{label}<time datetime="{escape(moment)}">{words}</time>')
    if told:
        yield f'<p class="day">{" · ".join(told)}</p>'


def figure(picture: Picture, folder: Path) -> str:
    """A picture of the project stands in the page itself; one of the web is linked, since the page asks for nothing."""
    caption = under(picture)
    below = f"<figcaption>{text(caption)}</figcaption>" if caption else ""
    address = data_address(picture.file, folder)
    if address:
        return f'<figure><img src="{address}" alt="{escape(picture.alt)}">{below}</figure>'
    name = text(picture.alt or "Picture")
    if "://" not in picture.file:
        return f"<figure><p>[{name}]</p>{below}</figure>"
    return f'<figure><p><a href="{escape(picture.file)}">[{name}]</a></p>{below}</figure>'


def _line(words: str) -> str:
    return " ".join(words.split())
