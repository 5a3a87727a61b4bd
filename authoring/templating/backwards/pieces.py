"""What a stretch of the article is put together from: expressions of a template, and words that are in no note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from authoring.drafting.filters import WORDS
from authoring.text.patterns import lazy


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a stretch."""

    text: str
    """As the article has it."""
    code: str = ""
    """The template code that prints it; empty for the article's own words and marks."""
    needs: str = ""
    """The expression that is false where another story has nothing to print here."""
    naming: bool = False
    """Whether what it prints depends on who was named before."""
    indexes: int = 0
    """How many numbers in it count words, sentences or items."""
    about: str = ""
    """The source whose field it is, by id, where that is not the item's."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Something that a template can print, and what it would print."""

    piece: Piece
    cost: float = 1.0


_LITERAL = lazy(r"\w+(?:[’'.,:-]\w+)*|.", 16)  # 16 is re.DOTALL


def cover(text: str, atoms: Iterable[Atom]) -> tuple[Piece, ...]:
    """A text in pieces: as much of it as can be from ``atoms``, in as few of them as can be."""
    starts: dict[str, list[Atom]] = {}
    for atom in atoms:
        if atom.piece.text:
            starts.setdefault(atom.piece.text[:2], []).append(atom)
    best: list[tuple[float, Piece | None]] = [(0.0, None)] * (len(text) + 1)
    literal = {match.start(): match.end() for match in _LITERAL.finditer(text)}
    for at in range(len(text) - 1, -1, -1):
        end = literal.get(at, at + 1)
        word = text[at].isalnum()
        choice = (best[end][0] + (3.0 if word else 0.3), Piece(text[at:end]))
        if at in literal:
            for atom in (*starts.get(text[at : at + 2], ()), *(starts.get(text[at], ()))):
                past = at + len(atom.piece.text)
                if text.startswith(atom.piece.text, at) and _parted(text, past) and _parted(text, at):
                    cost = best[past][0] + atom.cost
                    if cost < choice[0]:
                        choice = (cost, atom.piece)
        best[at] = choice
    made: list[Piece] = []
    at = 0
    while at < len(text):
        piece = best[at][1]
        assert piece is not None
        at += len(piece.text)
        if made and not piece.code and not made[-1].code:
            made[-1] = Piece(made[-1].text + piece.text)
        else:
            made.append(piece)
    return tuple(made)


def _parted(text: str, place: int) -> bool:
    """Whether a word may begin or end here."""
    return not (0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum())


def count(pieces: Sequence[Piece]) -> int:
    """How many of the article's own words there are."""
    return sum(len(WORDS.findall(piece.text)) for piece in pieces if not piece.code)
