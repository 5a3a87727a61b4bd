"""Takes the blocks of a web page apart, every stretch of words with its place; tags are few and known beforehand."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

from authoring.text.patterns import lazy

# neither a tag nor an entity reaches over another, so that a page of broken ones takes no longer than a sound one
_TOKEN = lazy(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]*)(?![\w:-])(?P<rest>[^<>]*)>|<[!?][^<>]*>|&(?:#\w{1,8}|[a-zA-Z]\w{1,30});"
)
_HIDDEN = frozenset({"head", "script", "style", "template", "title"})


class Token(NamedTuple):
    """Words, or a tag."""

    text: str
    """Words as they read; empty for a tag."""
    at: int
    """Offset in the page."""
    tag: str = ""
    """Name of the tag in small letters, with a stroke before it where it closes: ``/p``."""
    attributes: str = ""


def tokens(page: str) -> Iterator[Token]:
    """The words and tags of a page in order, without what no reader sees."""
    at, hidden = 0, ""
    for token in _TOKEN.finditer(page):
        if token.start() > at and not hidden:
            yield Token(page[at : token.start()], at)
        at = token.end()
        if token["tag"]:
            tag = token["end"] + token["tag"].casefold()
            if hidden:
                hidden = "" if tag == f"/{hidden}" else hidden
            elif tag in _HIDDEN:
                hidden = tag
            else:
                yield Token("", token.start(), tag, token["rest"])
        elif token[0][0] == "&" and not hidden:
            yield Token(html.unescape(token[0]), token.start())
    if at < len(page) and not hidden:
        yield Token(page[at:], at)


_VALUE = r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
_DATA_TIME = lazy(rf"\bdata-timestamp{_VALUE}")
_CLASS_TIME = lazy(rf"\bclass{_VALUE}")


def timestamp(token: Token) -> float | None:
    """Seconds of a time of oTranscribe; ``None`` for any other tag."""
    kind = _CLASS_TIME.search(token.attributes)
    time = _DATA_TIME.search(token.attributes)
    if token.tag != "span" or not kind or not time or "timestamp" not in (kind[1] or kind[2] or kind[3]).split():
        return None
    try:
        found = float(time[1] or time[2] or time[3])
    except ValueError:
        return None
    return found if 0 <= found < 1e9 else None
