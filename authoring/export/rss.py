"""RSS 2.0: a feed with one item, which holds the whole article."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree import ElementTree as Xml

from authoring.export.article import Article
from authoring.export.formats import Export
from authoring.export.identity import absolute, uri
from authoring.export.moments import moment
from authoring.export.ninjs import figure, html

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_CORE = "http://purl.org/dc/elements/1.1/"


def write(export: Export) -> bytes:
    """The feed in UTF-8."""
    Xml.register_namespace("content", _CONTENT)
    Xml.register_namespace("dc", _CORE)
    root = feed(export.article)
    Xml.indent(root)
    made: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def feed(article: Article) -> Xml.Element:
    """The feed as a tree: text is text in it, whatever it holds."""
    root = Xml.Element("rss", {"version": "2.0"})
    channel = Xml.SubElement(root, "channel")
    title = article.publication or article.headline or article.slug
    _add(channel, "title", title)
    _add(channel, "link", absolute(article.home) or absolute(article.address))
    _add(channel, "description", article.section or title)
    _add(channel, "language", article.language)
    entry = Xml.SubElement(channel, "item")
    _add(entry, "title", article.headline or article.slug)
    _add(entry, "link", absolute(article.address))
    Xml.SubElement(entry, "guid", {"isPermaLink": str("://" in uri(article)).lower()}).text = uri(article)
    published = moment(article.published)
    _add(entry, "pubDate", format_datetime(published) if published is not None else "")
    _add(entry, f"{{{_CORE}}}date", article.published)  # which may be a day
    for name in article.bylines:
        _add(entry, f"{{{_CORE}}}creator", name)
    for word in article.keywords:
        _add(entry, "category", word)
    _add(entry, "description", article.dek)
    picture = figure(article.picture) if article.picture is not None else ""
    _add(entry, f"{{{_CONTENT}}}encoded", "\n".join(filter(None, [picture, html(article)])))
    return root


def _add(parent: Xml.Element, name: str, words: str) -> None:
    if words:
        Xml.SubElement(parent, name).text = words
