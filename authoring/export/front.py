"""What the front matter of an article says of it, whatever its site calls the keys."""

from __future__ import annotations

from html import unescape

from authoring.prose.document import Document
from authoring.prose.front import read_front
from authoring.text.patterns import lazy

HEADLINE = ("headline", "title")
DEK = ("dek", "deck", "standfirst", "subtitle", "subhead", "summary", "teaser", "excerpt", "description")
BYLINE = ("byline", "author", "authors", "by", "writer")
PUBLISHED = ("published", "date", "pubdate", "publish_date", "published_at", "datePublished")
UPDATED = ("updated", "modified", "lastmod", "last_modified_at", "updated_at")
KEYWORDS = ("keywords", "tags", "categories", "topics")

_LIST = lazy(
    r"^(?P<key>[A-Za-z_]+)[ \t]*[:=][ \t]*(?:\[(?P<row>[^\]\n]{0,2000})\]|(?P<lines>(?:\r?\n[ \t]*- [^\r\n]*)+))", 8
)
_FOLDED = lazy(
    r"^(?P<key>[A-Za-z_]+):[ \t]+(?:[>|][+-]?[ \t]*\r?\n)?(?P<words>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
    r"|[^\[{&*#\s][^\r\n]*(?:\r?\n[ \t]+[^\s-][^\r\n]*)+)[ \t]*$",
    8,
)
_ENTRY = lazy(r"""[ \t]*(?:-[ \t]+)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^,\r\n]+?))[ \t]*(?:,|\r?\n|\Z)""")
_ESCAPE = lazy(r"\\(.)")
_LINK = lazy(r"\[([^\[\]]+)\]\([^()]*\)")
CONTROL = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no reader sees and XML has no room for."""


def clean(words: str) -> str:
    """Words without characters that no format can hold, on one line."""
    return " ".join(CONTROL.sub("", words).split())


def value(document: Document, keys: tuple[str, ...]) -> str:
    """The first of these keys that says something, as a reader would see it."""
    folded = _folded(document)
    for key in keys:
        words = document.front.get(key, "").strip() or folded.get(key, "")
        if words:
            return plain(words)
    return ""


def _folded(document: Document) -> dict[str, str]:
    """Values that run over several lines, by key."""
    _, _, body = read_front(document.text)
    found = _FOLDED.finditer(document.text, 0, body) if body else ()
    made: dict[str, str] = {}
    for one in found:
        words = " ".join(one["words"].split())
        if words[:1] in {"'", '"'} and words[-1:] == words[:1]:
            words = words[1:-1].replace("\\" + words[0], words[0])
        made.setdefault(one["key"], words)
    return made


def plain(words: str) -> str:
    """A value without entities, and without the address of a link."""
    return clean(_LINK.sub(r"\1", unescape(words)))


def values(document: Document, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of the first of these keys that has a list; of one that has a plain value, that value."""
    _, _, body = read_front(document.text)
    lists = {found["key"]: found for found in _LIST.finditer(document.text, 0, body)} if body else {}
    for key in keys:
        if document.front.get(key, "").strip():
            return (plain(document.front[key]),)
        found = lists.get(key)
        if found is not None:
            inside = found["row"] if found["row"] is not None else found["lines"].lstrip("\r\n")
            entries = (
                plain(_ESCAPE.sub(r"\1", entry[1] or "") or entry[2] or entry[3] or "")
                for entry in _ENTRY.finditer(inside)
            )
            return tuple(entry for entry in entries if entry)
    return ()
