"""A Word document's words as plain lines, as transcripts pasted into Word are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from authoring.text.word.flow import stretches


def lines(document: Any) -> str:
    """Every paragraph a line; tabs and line breaks as they are; of a table, each row a line, its cells parted by tabs.

    Footnotes come last. Pictures and the numbers of lists are no words, and left out.
    """
    notes: list[Any] = []
    told = list(_lines(document.children, document, notes))
    for note in notes:  # grows, if a note has notes
        told += _lines(note.body, document, notes)
    return "".join(f"{line}\n" for line in told)


def _lines(elements: Iterable[Any], document: Any, notes: list[Any]) -> Iterator[str]:
    for element in elements:
        if type(element).__name__ == "Table":
            for row in element.children:
                cells = [list(_lines(cell.children, document, notes)) for cell in row.children]
                if len(cells) == 1:
                    yield from cells[0]
                else:
                    yield "\t".join(" ".join(" ".join(cell).split("\n")) for cell in cells)
            continue
        text = ""
        for one in stretches(element, document):
            if one.note is not None and not any(one.note is known for known in notes):
                notes.append(one.note)
            elif one.note is None and not one.picture:
                text += one.text
        yield text
