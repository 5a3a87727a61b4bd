"""Writes a clash into an article: both versions with their marks, readable in a paragraph, a heading and a list."""

from __future__ import annotations

from authoring.text.clashes import END, YOURS, changed_after_deletion, dropped_after_edit, mark
from authoring.text.patterns import lazy

_MARKER = lazy(r"(?:[ \t]*(?:#{1,6}|[-*+]|\d{1,3}[.)]|>)[ \t]+)?(?:\*\*[^*\n]{1,80}:\*\*[ \t]+)?")
"""What opens a heading, a list item or an answer; it stays in front of the marks, so that it is still one."""
_BLOCK = lazy(r"[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,3}[.)][ \t]|>|\||`{3}|~{3}|<!--|!\[|(?:[-*_][ \t]*){3,}$)")


def marked(yours: str, theirs: str, by: str) -> str:
    """Two versions of which one is to be chosen; where one is empty, words to be kept or deleted."""
    if not yours.strip():
        return _one(theirs, changed_after_deletion(by))
    if not theirs.strip():
        return _one(yours, dropped_after_edit(by))
    front = _marker(yours)
    if front != _marker(theirs) or _stands_alone(yours[len(front) :]) or _stands_alone(theirs[len(front) :]):
        if _stands_alone(yours) or _stands_alone(theirs):
            return "\n\n".join((mark(YOURS), yours, mark(by), theirs, mark(END)))
        front = ""
    return f"{front}{mark(YOURS)} {yours[len(front) :]} {mark(by)} {theirs[len(front) :]} {mark(END)}"


def _one(words: str, kind: str) -> str:
    front = _marker(words)
    if _stands_alone(words[len(front) :]):
        return "\n\n".join((mark(kind), words, mark(END)))
    return f"{front}{mark(kind)} {words[len(front) :]} {mark(END)}"


def _marker(words: str) -> str:
    found = _MARKER.match(words)
    assert found
    return found[0]


def without_marker(words: str) -> str:
    """A sentence without what opens its block."""
    return words[len(_marker(words)) :]


def _stands_alone(words: str) -> bool:
    """Whether words would be no heading, list or picture any more if a mark stood before them."""
    return _BLOCK.match(words) is not None


def is_apart(words: str) -> bool:
    """Whether what was marked stands in lines of its own, with blank lines around."""
    return words.startswith("[[") and words.partition("]]")[2].startswith("\n\n")
