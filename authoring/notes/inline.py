"""Undoes escapes and fills in fields inside the words of an item or of a tag."""

from __future__ import annotations

from authoring.notes.fields import Filler
from authoring.notes.problems import Problems
from authoring.notes.scan import Piece
from authoring.notes.weave import Weaver
from authoring.text.patterns import lazy

_SPECIAL = lazy(r"\\(//|[|{])|\{")
_BRACE = lazy(r"[{}]")
_ESCAPED = lazy(r"\\(//|[|{])")


def add_words(weaver: Weaver, piece: Piece, filler: Filler, problems: Problems) -> None:
    """Adds a piece with its fields filled in and its escapes undone."""
    text, start = piece
    if "{" not in text and "\\" not in text:
        weaver.exact(text, start)
        return
    at = 0
    while special := _SPECIAL.search(text, at):
        weaver.exact(text[at : special.start()], start + at)
        at = special.end()
        if special[1]:
            weaver.exact(special[1], start + special.start(1))
            continue
        if text[at : at + 1] == "{":
            at = max(text.find("}}", at) + 2, at + 1)
            place = start + special.start(), start + at
            problems.error(*place, "two braces, expected one, as in {sarah.role} (or “\\{” for a plain one)")
            weaver.exact("{", place[0])
            continue
        close = _BRACE.search(text, at)
        if close is None or close.group() == "{":
            message = "this “{” is not closed, expected “}” on the same line (or “\\{” for a plain one)"
            problems.error(start + special.start(), start + at, message)
            weaver.exact("{", start + special.start())
            continue
        filler.fill(weaver, text[at : close.start()], start + special.start())
        at = close.end()
    weaver.exact(text[at:], start + at)


def add_plain(weaver: Weaver, text: str, start: int) -> None:
    """Adds words in which braces are plain characters, as in quotes; only escapes are undone."""
    at = 0
    while "\\" in text and (special := _ESCAPED.search(text, at)):
        weaver.exact(text[at : special.start()], start + at)
        weaver.exact(special[1], start + special.start(1))
        at = special.end()
    weaver.exact(text[at:], start + at)
