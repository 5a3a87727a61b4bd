"""What every report on a terminal needs: how many columns a text takes, what fits into them, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

from authoring.text.patterns import lazy

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Kinds of characters that take no column: accents set on others, joiners, marks of direction."""
_STEERING = lazy(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ONE_COLUMN = lazy("[ -~¡-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")
"""Characters that take one column each, in any text of English news; to look each up takes fifty times as long."""
GAP = 2
"""Columns between two columns of a table."""
_NARROWEST = 12
"""Columns of the terminal that the last column of a table keeps, however narrow the terminal."""
_LEAST = 4
"""Columns that every other one keeps."""


def safe(text: str) -> str:
    """Without control characters, so that a file's text cannot steer the terminal."""
    return _STEERING.sub(" ", text)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii() or _ONE_COLUMN.fullmatch(text):
        return len(text)
    return sum(0 if category(char) in _NO_WIDTH else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def fitting(text: str, width: int) -> str:
    """The text, or as much of its beginning as fits into that many columns, and “…”."""
    if len(text) * 2 <= width or (len(text) <= width * 4 and columns(text) <= width):
        return text
    kept = text[: width - 1]  # no character takes less than a column, but for marks on others
    while columns(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def table(rows: Sequence[Sequence[str]], width: int, indent: int = 0) -> Iterator[tuple[str, ...]]:
    """The cells of a table as they fit a terminal, all but the last of each row filled up with blanks.

    ``width`` is the terminal's, of which ``indent`` columns and ``GAP`` between the cells are left free. The last
    column takes what the others leave. Where the whole is too wide, no other keeps more than a quarter, so that some
    of the words can be seen.
    """
    *others, last = zip(*rows, strict=True)
    widths = [max(map(columns, column)) for column in others]
    if indent + sum(wide + GAP for wide in widths) + max(map(columns, last)) > width:
        widths = [min(wide, max(_NARROWEST, width // 4)) for wide in widths]
        while widths and indent + sum(wide + GAP for wide in widths) + _NARROWEST > width and max(widths) > _LEAST:
            widths[widths.index(max(widths))] -= 1
    rest = max(_NARROWEST, width - indent - sum(wide + GAP for wide in widths))
    for row in rows:
        cells = [fitting(cell, wide) for cell, wide in zip(row, widths, strict=False)]
        filled = (cell + " " * (wide - columns(cell)) for cell, wide in zip(cells, widths, strict=True))
        yield (*filled, fitting(row[-1], rest))
