"""Offsets to line and column, and back, for one text."""

from __future__ import annotations

from bisect import bisect_right

from authoring.text.patterns import lazy

_LINE_END = lazy(r"\r\n|\n|\r")


class LineIndex:
    """Where the lines of a text begin.

    Lines and columns count from 1, columns in code points. ``\\r\\n``, ``\\n`` and a lone ``\\r`` each end a line.
    Editors that speak the language server protocol count columns in UTF-16 units from 0: see ``utf16_column``.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [0]
        starts.extend(match.end() for match in _LINE_END.finditer(text))
        self._starts = starts

    def __len__(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset; an offset past the end gives the place just after the last character."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a line and column; a column past the line's end gives the end of the line.

        Raises ``ValueError`` where the text has no such line.
        """
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"line {line} is not in this text of {len(self._starts)} lines")
        start, end = self.bounds(line)
        return min(start + max(column, 1) - 1, end)

    def bounds(self, line: int) -> tuple[int, int]:
        """First offset of a line, and the offset of its end without the line break."""
        start = self._starts[line - 1]
        if line == len(self._starts):
            return start, len(self.text)
        end = self._starts[line]
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line(self, number: int) -> str:
        """The words of a line, without its line break."""
        start, end = self.bounds(number)
        return self.text[start:end]

    def utf16_column(self, offset: int) -> int:
        """Column of an offset in UTF-16 units, counted from 0, as the language server protocol wants it."""
        line, _ = self.position(offset)
        start = self._starts[line - 1]
        return len(self.text[start:offset].encode("utf-16-le")) // 2
