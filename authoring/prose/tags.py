"""Takes an HTML text apart into tags, comments, entities and words, each with its place, in linear time.

The standard library's parser is not used: it gives no place for attributes, and in the versions this program runs on
it takes the square of the time for texts such as a long row of unclosed comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from authoring.text.patterns import lazy

_TAG = lazy(r"</?([A-Za-z][^\s/><]*)")
_STOP = lazy(r"""=\s*+(["'])|>""")
_ANGLE = lazy(r"[<>]")
_ATTRIBUTE = lazy(
    r"""([^\s"'<>/=]+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]+))""",
)
_RAW = ("script", "style", "textarea", "title", "xmp")
"""Elements whose content holds no tags."""
_RAW_END = {name: lazy(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag."""

    name: str
    """In lower case."""
    closes: bool
    start: int
    end: int
    text: str
    """The tag as it is written."""

    def attribute(self, name: str) -> tuple[int, int] | None:
        """Where the value of an attribute stands in the file, without its marks."""
        for found in _ATTRIBUTE.finditer(self.text, len(self.name) + 1):
            if found[1].lower() == name:
                group = 2 if found[2] is not None else 3 if found[3] is not None else 4
                return self.start + found.start(group), self.start + found.end(group)
        return None


def tokens(text: str, start: int, end: int) -> Iterator[Tag | tuple[int, int]]:
    """The tags of ``text[start:end]`` and the places of the words between them, in order; comments are left out.

    What is no tag by the rules of HTML (“<3”, an unclosed one at the end) is words. An unclosed comment or script
    reaches to the end, as in a browser.
    """
    last_closing = text.rfind(">", start, end)
    at = words = start
    quotes = True
    while True:
        at = text.find("<", at, end)
        if at < 0 or (at > last_closing and not text.startswith("<!--", at)):
            break
        found = _TAG.match(text, at, end)
        if found:
            after, quotes = _tag_end(text, found.end(), end, quotes)
            if after < 0:
                at += 1
                continue
            tag = Tag(found[1].lower(), text[at + 1] == "/", at, after, text[at:after])
            if words < at:
                yield words, at
            yield tag
            at = words = after
            if tag.name in _RAW_END and not tag.closes:
                closing = _RAW_END[tag.name].search(text, at, end)
                at = words = closing.start() if closing else end
                if after < at:
                    yield Tag(f"#{tag.name}", False, after, at, "")
            continue
        after = _other_end(text, at, end)
        if after < 0:
            at += 1
            continue
        if words < at:
            yield words, at
        at = words = after
    if words < end:
        yield words, end


def _tag_end(text: str, start: int, end: int, quotes: bool) -> tuple[int, bool]:
    """Where a tag ends, -1 if it does not, and whether the marks of attributes are to be minded after it.

    They are minded until they are found out to be unbalanced, so that no text is read twice.
    """
    at = start
    while quotes:
        found = _STOP.search(text, at, end)
        if found and found[1] is None:
            return found.end(), True
        closing = text.find(found[1], found.end(), end) if found else -1
        quotes = closing >= 0
        at = closing + 1
    angle = _ANGLE.search(text, start, end)
    return (angle.end() if angle and angle[0] == ">" else -1), False


def _other_end(text: str, at: int, end: int) -> int:
    """Where a comment, a declaration or an instruction ends; -1 where there is none."""
    if text.startswith("<!--", at):
        closing = text.find("-->", at + 2, end)
        return closing + 3 if closing >= 0 else end
    if text.startswith("<![CDATA[", at):
        return at + 9
    if text.startswith("<!", at) or text.startswith("</", at):
        closing = text.find(">", at, end)
        return closing + 1 if closing >= 0 else -1
    if text.startswith("<?", at):
        closing = text.find(">", at, end)
        return closing + 1 if closing >= 0 else -1
    return -1
