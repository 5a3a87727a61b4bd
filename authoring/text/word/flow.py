"""The inline stretches of a paragraph as mammoth gives it, in order, for those who write them down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters that look alike; or one thing that is no word."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    link: str = ""
    """The address they link to."""
    picture: bool = False
    """Whether it is a picture, of which ``text`` is the description."""
    note: Any = None
    """The footnote that is referred to here."""


def stretches(element: Any, document: Any, look: Stretch = Stretch()) -> Iterator[Stretch]:
    """What stands in a paragraph; a line break is ``\\n``, a tab ``\\t``, and runs that look alike are one."""
    waiting: Stretch | None = None
    for one in _flat(element, document, look):
        if waiting is None:
            waiting = one
        elif _alike(waiting, one):
            waiting = replace(waiting, text=waiting.text + one.text)
        else:
            yield waiting
            waiting = one
    if waiting is not None:
        yield waiting


def _alike(one: Stretch, other: Stretch) -> bool:
    if one.picture or other.picture or one.note or other.note:
        return False
    return replace(one, text="") == replace(other, text="")


def _flat(element: Any, document: Any, look: Stretch) -> Iterator[Stretch]:
    for child in element.children:
        kind = type(child).__name__
        if kind == "Text":
            yield replace(look, text=child.value)
        elif kind == "Run":
            own = replace(look, bold=child.is_bold, italic=child.is_italic, struck=child.is_strikethrough)
            yield from _flat(child, document, own)
        elif kind == "Hyperlink":
            yield from _flat(child, document, replace(look, link=child.href or ""))
        elif kind == "Tab":
            yield replace(look, text="\t")
        elif kind == "Break":
            yield replace(look, text="\n")
        elif kind == "Image":
            yield Stretch(child.alt_text or "", picture=True)
        elif kind == "NoteReference":
            yield Stretch(note=document.notes.resolve(child))
        elif hasattr(child, "children"):
            yield from _flat(child, document, look)
