"""The marks around words of which two versions wait for a person to choose, and how they are found again.

They are words in double brackets and no comments: whoever previews or pastes an article that is not settled sees them.
In front matter, where brackets would mean a list, they are comment lines, and so is the version that does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from authoring.text.patterns import lazy
from authoring.text.span import Span

YOURS = "yours"
END = "end"
_NAME = "clash"
_SIDES = ("notes", "template")
"""Who may have changed the rendering; either names the second half of a clash."""

_SIGN = lazy(r"clash|[\[\]]{2}", re.IGNORECASE)
_MARK = lazy(r"\[\[clash: (?P<kind>[^\[\]\n]{1,80})\]\]|^# clash: (?P<line>[^\n\r]{1,80})$", re.MULTILINE)
_DAMAGED = lazy(
    r"\[+ ?clash ?:[^\[\]\n]{0,80}\]*"
    r"|\[\[clash (?:yours|notes|template|end|you deleted)\b[^\[\]\n]{0,80}\]*"
    r"|\[\[cl(?:as?|ash)?(?![^\W\d_])(?![^\[\]\n]*\]\])"
    r"|(?P<tail>\b(?:clash ?: ?)?(?:yours|notes|template|end|the (?:notes|template) (?:changed|dropped) it)\]\])"
    r"|\bclash: (?:yours|notes|template|end)\]"
    r"|^(?P<line># ?clash ?:.*)$",
    re.IGNORECASE | re.MULTILINE,
)
"""What is left of a mark that somebody deleted in part."""
_FRONT = lazy(r"---[ \t]*\r?\n(?:.*\n)*?---[ \t]*(?:\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where two versions wait for somebody to choose."""

    span: Span
    """From the first character of the opening mark to past the closing one; of a damaged clash, one mark."""
    kind: Literal["two", "one", "stray"]
    """``two`` versions, ``one`` that is to be kept or deleted, or a mark that is left over."""


def mark(kind: str) -> str:
    """A mark inside running text."""
    return f"[[{_NAME}: {kind}]]"


def line_mark(kind: str) -> str:
    """A mark in front matter, on a line of its own."""
    return f"# {_NAME}: {kind}"


def changed_after_deletion(by: str) -> str:
    """What opens words that somebody deleted while the notes, or the template, changed them."""
    return f"you deleted this, the {by} changed it"


def dropped_after_edit(by: str) -> str:
    """What opens words that somebody edited while the notes, or the template, dropped them."""
    return f"{YOURS}, the {by} dropped it"


def clashes(text: str) -> list[Clash]:
    """Every clash of a text in order of place, and every mark that is left over or damaged."""
    if not _SIGN.search(text):
        return []
    return sorted(_found(text), key=lambda clash: clash.span)


def _found(text: str) -> Iterator[Clash]:
    front = _FRONT.match(text)
    past = front.end() if front else 0
    halves = 0
    opened: list[Span] = []
    """The marks of a clash that is not closed yet."""
    taken: list[Span] = []
    for match in _MARK.finditer(text):
        if match["line"] and match.start() >= past:
            continue  # a heading that happens to speak of a clash
        span, kind = Span(*match.span()), match["kind"] or match["line"].rstrip()
        taken.append(span)
        if kind in (YOURS, *map(dropped_after_edit, _SIDES), *map(changed_after_deletion, _SIDES)):
            yield from (Clash(stray, "stray") for stray in opened)
            opened = [span]
            halves = 2 if kind == YOURS else 1
        elif kind in _SIDES and len(opened) == 1 and halves == 2:
            opened.append(span)
        elif kind == END and opened and len(opened) == halves:
            yield Clash(Span(opened[0].start, span.end), "two" if halves == 2 else "one")
            opened = []
        else:
            yield from (Clash(stray, "stray") for stray in (*opened, span))
            opened = []
    yield from (Clash(stray, "stray") for stray in opened)
    for match in _DAMAGED.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken) or (match["line"] and span.start >= past):
            continue
        if match["tail"] and text.rfind("[[", text.rfind("\n", 0, span.start) + 1, span.start) > text.rfind(
            "]]", 0, span.start
        ):
            continue  # “[[the end]]” of a wiki
        yield Clash(span, "stray")
