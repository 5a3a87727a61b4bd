"""What a quotation and a note owe besides the right words: a place, and words that nobody else wrote."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from authoring.findings import Origin
from authoring.notes.model import Item, Notes
from authoring.wording.material import Material
from authoring.wording.quotation import take_apart

BORROWED = 7
"""Words in a row from which they are taken from a text, and not said by chance."""
MOST_EDITS = 2
"""Brackets and ellipses that a quotation may have; with more it is better told."""


@dataclass(frozen=True)
class Borrowed:
    """Words of a quotation that stand in another source's text."""

    words: str
    """As quoted."""
    source: str | None
    """The id of that source in the notes; ``None`` where it is not to be named."""
    origin: Origin


def borrowed(
    quote: str, material: Material, source: str | None, same: Collection[str] | None = None
) -> Borrowed | None:
    """The longest run of seven words or more that a quotation shares with a note of another source.

    Practice: nobody speaks in the words of a press release; NPR takes no copy from others without saying so.

    Args:
        quote: the words between the quotation marks.
        material: the notes' material.
        source: the id of the source who is quoted.
        same: the ids under which the material has that source, where it is not this one.
    """
    own = {source} if same is None else same
    others = [
        number
        for number, passage in enumerate(material.passages)
        if passage.noted and passage.source is not None and passage.source not in own
    ]
    if source is None or not others:
        return None
    view = material.view(others)
    words = view.index.words
    letters = view.index.letters
    best: tuple[int, Borrowed] | None = None
    for piece in take_apart(quote).pieces:
        quoted = letters.of([piece.keys[number] for number in piece.kept])
        low = 0
        while low + BORROWED <= len(quoted):
            length = BORROWED
            at = letters.text.find(quoted[low : low + length])
            if at < 0:
                low += 1
                continue
            while low + length < len(quoted) and (more := letters.text.find(quoted[low : low + length + 1])) >= 0:
                at, length = more, length + 1
            if best is None or length > best[0]:
                start = words.start(words.kept[letters.word[at]])
                passage, origin, _ = view.at(start)
                first, last = piece.kept[low], piece.kept[low + length - 1]
                text = " ".join(piece.faces[piece.first[first] : piece.last[last] + 1])
                best = (length, Borrowed(text, material.shown(passage.source), origin))
            low += length
    return best[1] if best else None


def edits(quote: str) -> int:
    """How many brackets and ellipses a quotation has."""
    return take_apart(quote).edits


def unplaced(item: Item, notes: Notes) -> Literal["place", "heard"] | None:
    """What a quote in the notes lacks: a ``place`` (time, page or date of a message), or a check that it was ``heard``.

    Words with a time are from a recording; where the notes say that software transcribed it, an ear must check them.
    """
    if item.kind != "quote":
        return None
    tag = item.tag
    if tag is None or not (tag.time or tag.page or tag.date_text):
        return None if tag and tag.same_statement else "place"
    heard = tag.keys.get("heard")
    if tag.time and "transcri" in _ai(notes) and (heard is None or heard.strip().casefold() not in ("yes", "true")):
        return "heard"
    return None


def _ai(notes: Notes) -> str:
    value = notes.front.get("ai")
    if isinstance(value, str):
        return str.casefold(value)
    fields = notes.front_fields("ai")
    listed = [*fields.keys, *map(str, value if isinstance(value, tuple) else ())]
    return " ".join(listed).casefold()
