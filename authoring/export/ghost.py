"""Ghost: the JSON that makes a draft by its Admin interface (``POST /ghost/api/admin/posts/``)."""

from __future__ import annotations

import json
from typing import Any

from authoring.export.article import Article
from authoring.export.formats import Export
from authoring.export.lexical import Node, picture, plain, root, story
from authoring.export.markup import text
from authoring.export.moments import utc
from authoring.export.telling import under, written_by

_TITLE = 255
_EXCERPT = 300
_ALT = 191
"""Characters that Ghost keeps of each; a longer value makes it refuse the post."""


def write(export: Export) -> bytes:
    """The post as JSON in UTF-8."""
    return (json.dumps({"posts": [post(export.article)]}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def post(article: Article) -> dict[str, Any]:
    """What the interface takes: a draft, so that a person publishes it.

    A writer would have to be a member of the staff there, so that the byline stands in the story. A picture of the
    project has no address yet, and stands in the story to be replaced.
    """
    lead = article.picture if article.picture is not None and "://" in article.picture.file else None
    published = utc(article.published)
    made: dict[str, Any] = {
        "title": _short(article.headline or article.slug, _TITLE),
        "slug": article.slug,
        "status": "draft",
        "lexical": json.dumps(root(_nodes(article, led=lead is not None)), ensure_ascii=False),
        "custom_excerpt": _short(article.dek, _EXCERPT),
        "feature_image": lead.file if lead else "",
        "feature_image_alt": _short(lead.alt, _ALT) if lead else "",
        "feature_image_caption": text(under(lead)) if lead else "",
        "tags": [{"name": word} for word in article.keywords],
        "canonical_url": article.address if "://" in article.address else "",
        "published_at": f"{published}.000Z" if published else "",
    }
    return {key: value for key, value in made.items() if value}


def _nodes(article: Article, *, led: bool) -> list[Node]:
    made: list[Node] = []
    if article.kicker:
        made.append(plain(article.kicker))
    if article.bylines:
        made.append(plain(f"By {written_by(article)}"))
    if article.picture is not None and not led:
        made.append(picture(article.picture))
    made += story(article.body)
    made += [plain(words, emphasis=True) for words in (*article.corrections, *article.notices)]
    return made


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rpartition(" ")[0] + "…"
