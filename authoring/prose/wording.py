"""Whether quoted words stand in the notes: the same words in the same order, whatever the marks between them.

Quotation marks, dashes, spaces, Markdown, capitals, hyphens and stops may differ, and stage directions such as
“(Laughter)” are no words: an editor sets those. Words may not. What is left out must be shown by “…” or by brackets;
each stretch between those must stand in one note, in order.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from authoring.notes.model import Item, Notes

_DASHES = re.compile(r"\s*(?:--+|[‐-―−])\s*")
_MARKS = re.compile(r"[\"“”„‟«»‹›]|''|``|(?<!\w)['‘’`]|['‘’`](?!\w)")
_MARKDOWN = re.compile(r"\\(?=[\[\]*_#>`~.\-])|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|\*{1,3}|`")
_CUT = re.compile(r"\[[^\[\]]*\]|\(?(?:\.\s?){3,}\)?|…")
_STAGE = re.compile(r"[(\[](?:applause|laughs?|laughter|laughing|pauses?|crosstalk|inaudible|cheers?)\.?[)\]]", re.I)
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_WORDS = re.compile(r"\d[\d.,]*\d|\w+(?:'\w+)*")
_SAID = frozenset({"quote", "statement", "reported", "question", "citation", "claim", "narration"})


def normal(text: str) -> str:
    """A text with everything evened out that may differ; words, their order and inner punctuation stay."""
    text = unicodedata.normalize("NFKC", text.replace("…", "\ue001")).replace("\ue001", "…")
    text = _MARKDOWN.sub("", text)
    text = _MARKS.sub("", text.replace("’", "'").replace("‘", "'"))
    text = _DASHES.sub(lambda match: "-" if match[0] in "‐‑" else " - ", text)
    return " ".join(text.split())


def bare(text: str) -> str:
    """The words of a text alone, in lower case, with a space before and after each; a number is one word."""
    words = _WORDS.findall(normal(_STAGE.sub(" ", text)).casefold())
    return f" {' '.join(word.replace(',', '') if word[0].isdigit() else word for word in words)} "


@dataclass(frozen=True)
class Told:
    """The words of one note, as they may be printed."""

    item: Item
    words: str
    """Of the note, and of those before it that it continues, as ``bare`` gives them."""
    text: str
    """The note itself, for showing."""


def told_in(notes: Notes) -> tuple[Told, ...]:
    """Everything in the notes that may be quoted; never what is off the record.

    An item marked ``same statement`` also continues the one before it from the same source.
    """
    found: list[Told] = []
    for item in notes.items:
        if item.kind not in _SAID:
            continue
        text = str.__str__(item.text)
        words = bare(text)
        before = found[-1] if found else None
        if item.tag and item.tag.same_statement and before and before.item.source == item.source:
            words = before.words.rstrip() + words
        found.append(Told(item, words, normal(text)))
    return tuple(found)


def fragments(quote: str) -> tuple[str, ...]:
    """The stretches of a quotation between what it shows as cut or put in; “[T]his” is the word as noted."""
    pieces = map(bare, _CUT.split(_LETTER.sub(r"\1", _STAGE.sub(" ", quote))))
    return tuple(piece for piece in pieces if piece.strip())


def holds(told: Told, quoted: tuple[str, ...]) -> bool:
    """Whether every stretch of a quotation, as ``fragments`` gives them, stands in this note, in order."""
    at = 0
    for fragment in quoted:
        found = told.words.find(fragment, at)
        if found < 0:
            return False
        at = found + len(fragment) - 1
    return True
