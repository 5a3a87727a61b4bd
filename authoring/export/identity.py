"""The name by which programs tell an article from any other."""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from authoring.export.article import Article


def uri(article: Article) -> str:
    """Its address where that is known, else a name made of publication, day and slug; the same for every export."""
    if article.address.startswith(("http://", "https://")):
        return absolute(article.address)
    host = urlsplit(article.home).hostname if article.home else ""
    if host and host.isascii() and article.published:
        return f"tag:{host},{article.published[:10]}:{article.slug}"
    return uuid5(NAMESPACE_URL, "\n".join((host or "", article.published, article.slug, article.headline))).urn


def absolute(address: str) -> str:
    """An address of the web with letters beyond ASCII in percents, as a URI wants them."""
    return quote(address, safe="!#$%&'(*)+,/:;=?@[]~") if "://" in address else ""
