"""A Word document as Markdown: what it says, as an article's words, marks and order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from authoring.text.word.emphasis import inline
from authoring.text.word.escaping import heading, may_close, may_open
from authoring.text.word.flow import Stretch, stretches
from authoring.text.word.package import WordError

_NOTES_BEGIN, _NOTES_WITHIN = "---", 80


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block as it is written."""

    kind: str
    text: str
    """Lines parted by ``\\n``; the first one has its mark before it, later ones what they need to belong to it."""


def markdown(document: Any) -> str:
    """The document as Markdown, with a blank line between blocks; raises ``WordError`` for notes.

    Notes are told apart because whoever keeps them in Word would otherwise have them checked as an article.
    """
    writer = _Writer(document)
    pieces = list(writer.pieces(document.children))
    for number, note in enumerate(writer.notes, 1):  # grows, if a note has notes
        body = "\n\n    ".join(piece.text.replace("\n", "\n    ") for piece in writer.pieces(note.body))
        pieces.append(_Piece("note", f"[^{number}]: {body}".rstrip()))
    _refuse_notes(pieces)
    text: list[str] = []
    before = ""
    for kind, group in groupby(pieces, lambda piece: piece.kind):
        texts = [piece.text for piece in group]
        if kind == "code":
            texts = [_fenced(texts)]
        text += ["\n"] if before else []
        between = "\n" if kind == "item" or kind.startswith("table") else "\n>\n" if kind == "quote" else "\n\n"
        text.append(f"{between.join(texts)}\n")
        before = kind
    return "".join(text)


def _fenced(lines: list[str]) -> str:
    """Lines of code between fences that none of them has."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence, *lines, fence])


def _refuse_notes(pieces: list[_Piece]) -> None:
    texts = [piece.text for piece in pieces[:_NOTES_WITHIN]]
    if texts and texts[0].startswith(f"\\{_NOTES_BEGIN}"):
        lines = [line for text in texts for line in text.split("\n")]
        if any(line.startswith("sources:") for line in lines):
            hint = "save them as plain text in UTF-8, in a file named notes.md"
            raise WordError("these are notes in a Word document, expected them in Markdown", hint)


class _Writer:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.notes: list[Any] = []
        """The footnotes referred to so far."""
        self.titled = any(
            getattr(one, "style_id", None) == "title" and any(each.text.strip() for each in stretches(one, document))
            for one in document.children
        )
        self._tables = 0
        self._items: list[tuple[int, int]] = []
        """Of the open list items from the outermost on: level in Word, and width of the mark."""

    def pieces(self, elements: Iterable[Any]) -> Iterator[_Piece]:
        """The blocks of a document, a note or a cell."""
        for element in elements:
            kind = type(element).__name__
            if kind == "Table":
                self._items.clear()
                yield from self._table(element)
            elif kind == "Paragraph":
                yield from self._paragraph(element)
            elif hasattr(element, "children"):  # words that stand in no paragraph
                yield from (_Piece("paragraph", text) for text in self._texts(element))

    def _paragraph(self, element: Any) -> Iterator[_Piece]:
        role = element.style_id or ""
        name, _, level = role.partition("-")
        if name in {"title", "heading"}:
            marks = "#" * min(int(level) + self.titled if level else 1, 6)
            parts = [one for one in self._stretches(element) if not one.picture]
            text = inline(parts, self.note_number, plain=True, joined=True)
            yield from (
                _Piece("picture", inline([one], self.note_number)) for one in self._stretches(element) if one.picture
            )
            if text:
                self._items.clear()
                yield _Piece("heading", f"{marks} {heading(text)}")
            return
        if role in {"caption", "subtitle"}:  # as Markdown has them: wholly in italics
            text = inline(self._stretches(element), self.note_number, plain=True, joined=True)
            if text:
                self._items.clear()
                whole = may_open("", text[0]) and may_close(text[-1], "")
                yield _Piece("caption", f"*{text}*" if whole else text)
            return
        if role == "code":
            lines = "".join(one.text for one in self._stretches(element) if not one.picture and one.note is None)
            self._items.clear()
            yield _Piece("code", lines)
            return
        if role == "rule" and not any(one.text.strip() or one.picture for one in self._stretches(element)):
            self._items.clear()
            yield _Piece("rule", "***")
        for number, text in enumerate(self._texts(element)):
            if role in {"bullet", "number"}:
                yield self._item(element, role, text) if not number else self._more(text)
            elif role == "quote":
                self._items.clear()
                yield _Piece("quote", "> " + text.replace("\n", "\n> "))
            else:
                self._items.clear()
                yield _Piece("paragraph", text)

    def _item(self, element: Any, role: str, text: str) -> _Piece:
        depth = int(element.indent.start or 0)
        mark = f"{int(element.indent.first_line or 0) or 1}. " if role == "number" else "- "
        while self._items and self._items[-1][0] >= depth:
            self._items.pop()
        indent = " " * sum(width for _, width in self._items)
        self._items.append((depth, len(mark)))
        return _Piece("item", indent + mark + text.replace("\n", "\n" + indent + " " * len(mark)))

    def _more(self, text: str) -> _Piece:
        """A later paragraph of a list item."""
        indent = " " * sum(width for _, width in self._items)
        return _Piece("item", "\n" + indent + text.replace("\n", "\n" + indent))

    def _stretches(self, element: Any) -> list[Stretch]:
        return list(stretches(element, self.document))

    def _texts(self, element: Any) -> Iterator[str]:
        """The paragraphs of a paragraph: an empty line in it parts two, whatever Word calls it."""
        part: list[Stretch] = []
        for one in self._stretches(element):
            lines = one.text.split("\n") if not one.picture else [one.text]
            for number, line in enumerate(lines):
                if number:
                    part.append(_BREAK)
                if line or one.picture or one.note is not None:
                    part.append(Stretch(line, one.bold, one.italic, one.struck, one.link, one.picture, one.note))
        yield from filter(None, (inline(lines, self.note_number) for lines in _parted(part)))

    def _table(self, table: Any) -> Iterator[_Piece]:
        rows = [[list(self.pieces(cell.children)) for cell in row.children] for row in table.children]
        simple = all(len(cell) < 2 and all(one.kind == "paragraph" for one in cell) for row in rows for cell in row)
        width = max((len(row) for row in rows), default=0)
        if not simple or width < 2:
            yield from (piece for row in rows for cell in row for piece in cell)
            return
        self._tables += 1
        kind = f"table {self._tables}"
        for number, row in enumerate(rows):
            cells = [" ".join(_cell(one.text) for one in cell) for cell in row] + [""] * (width - len(row))
            if not number and all(one.startswith("**") and one.find("**", 2) == len(one) - 2 for one in cells if one):
                cells = [one[2:-2] for one in cells]  # heads of columns look so anyway
            text = f"| {' | '.join(cells)} |"
            yield _Piece(kind, text if number else f"{text}\n|{' --- |' * width}")

    def note_number(self, note: Any) -> int:
        """The number of a footnote, by where it is first referred to."""
        for number, known in enumerate(self.notes, 1):
            if known is note:
                return number
        self.notes.append(note)
        return len(self.notes)


def _cell(text: str) -> str:
    return text.replace("\\\n", " ").replace("\n", " ").replace("|", "\\|")


_BREAK = Stretch("\n")


def _parted(part: list[Stretch]) -> Iterator[list[Stretch]]:
    lines: list[Stretch] = []
    breaks = 0
    for one in part:
        if one is _BREAK:
            breaks += 1
            continue
        if breaks and not one.picture and one.note is None and not one.text.strip():
            continue
        if breaks > 1 and lines:
            yield lines
            lines = []
        elif breaks and lines:
            lines.append(_BREAK)
        breaks = 0
        lines.append(one)
    yield lines
