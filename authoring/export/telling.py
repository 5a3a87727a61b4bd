"""What an article says of itself in words, in whatever format: its writers, its day, its pictures."""

from __future__ import annotations

from datetime import date

from authoring.export.article import Article, Picture
from authoring.prose.calendar import MONTHS


def written_by(article: Article) -> str:
    """The writers in a row: “Ann Odum, Bo Li and Cy Ray”."""
    *first, last = article.bylines or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def day(iso: str, language: str) -> str:
    """A day as readers write it; empty for none."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return ""
    month = MONTHS[found.month - 1]
    american = language.casefold() in {"en", "en-us"}
    return f"{month} {found.day}, {found.year}" if american else f"{found.day} {month} {found.year}"


def under(picture: Picture) -> str:
    """What stands under a picture."""
    return " ".join(filter(None, [picture.caption, picture.credit]))


def words(article: Article) -> int:
    """How many words its body has."""
    return sum(len(f"{block.speaker} {block.text}".split()) for block in article.body)
