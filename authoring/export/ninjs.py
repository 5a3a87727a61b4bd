"""IPTC ninjs 3.1: an article as JSON, as wires and editorial systems exchange it."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from authoring.export import text
from authoring.export.article import Article, Picture
from authoring.export.formats import Export
from authoring.export.identity import absolute, uri
from authoring.export.markup import blocks
from authoring.export.markup import text as words_of
from authoring.export.moments import rfc3339
from authoring.export.telling import under, written_by

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def write(export: Export) -> bytes:
    """The item as JSON in UTF-8."""
    return (json.dumps(item(export.article), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def item(article: Article) -> dict[str, Any]:
    """The news item; what is not known is left out.

    A day without its hour is no ``date-time``, so that it stands in the note to editors.
    """
    pictures = [one for one in (article.picture, *(block.picture for block in article.body)) if one is not None]
    published, updated = rfc3339(article.published), rfc3339(article.updated)
    dated = [
        f"{label} {day}." for label, day in (("Published", article.published), ("Updated", article.updated)) if day
    ]
    quoted = {one.speaker: one.person for one in article.quotes if one.speaker}
    made: dict[str, Any] = {
        "uri": uri(article),
        "standard": _STANDARD,
        "type": "text",
        "representationType": "full",
        "language": article.language,
        "firstCreated": published,
        "versionCreated": updated or published,
        "title": article.headline,
        "slugline": article.slug,
        "headlines": _texts(("main", article.headline), ("kicker", article.kicker)),
        "by": written_by(article),
        "located": article.place,
        "descriptions": _texts(("summary", article.dek)),
        "bodies": [_body("text/html", html(article)), _body("text/plain", text.body(article))],
        "people": [{"name": name, "rel": "quoted"} for name, person in quoted.items() if person],
        "organisations": [{"name": name, "rel": "quoted"} for name, person in quoted.items() if person is False],
        "infoSources": [{"name": article.publication, "role": "publisher"}] if article.publication else [],
        "genres": [{"name": article.kind}] if article.kind else [],
        "subjects": [{"name": one} for one in article.keywords],
        "associations": [_associated(one, number, article) for number, one in enumerate(pictures, 1)],
        "edNote": "" if published else " ".join(dated),
    }
    return {key: value for key, value in made.items() if value}


def html(article: Article) -> str:
    """The story as HTML, with its corrections and how it was made."""
    parts = blocks(article.body, figure)
    parts += [f"<p><em>{words_of(words)}</em></p>" for words in (*article.corrections, *article.notices)]
    return "\n".join(parts)


def figure(picture: Picture) -> str:
    """A picture at its own address."""
    caption = under(picture)
    below = f"<figcaption>{words_of(caption)}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(picture.file)}" alt="{escape(picture.alt)}">{below}</figure>'


def _texts(*told: tuple[str, str]) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in told if value]


def _body(kind: str, value: str) -> dict[str, Any]:
    return {"contentType": kind, "charCount": len(value), "wordCount": len(value.split()), "value": value}


def _associated(picture: Picture, number: int, article: Article) -> dict[str, Any]:
    address = absolute(picture.file)
    name = f"picture-{number}"
    made: dict[str, Any] = {
        "name": name,
        "uri": address or f"{uri(article)}#{name}",
        "type": "picture",
        "title": "" if address else picture.file,
        "descriptions": _texts(("alt", picture.alt), ("caption", picture.caption), ("credit", picture.credit)),
        "renditions": [{"name": "original", "href": address}] if address else [],
    }
    return {key: value for key, value in made.items() if value}
