"""Writes mended XML: elements as they come, and words in runs, of which those that look alike are one."""

from __future__ import annotations

from typing import NamedTuple

from authoring.text.word.package import WordError

_MOST, _ELEMENT = 30_000_000, 75
"""Characters of mended XML, each element counted for as many more: that of a million words and their marks.

Mammoth takes some thirteen bytes for a character and a thousand for an element.
"""


class Look(NamedTuple):
    """How a run's words look."""

    bold: bool
    italic: bool
    struck: bool


PLAIN = Look(False, False, False)


class Runs:
    """The mended XML of one part after the other."""

    def __init__(self) -> None:
        self.look: Look | None = None
        """That of the run that is open."""
        self._out: list[str] = []
        self._size = 0

    def taken(self) -> str:
        """What was written since this was last asked for."""
        self.end()
        xml = "".join(self._out)
        self._out = []
        return xml

    def write(self, xml: str) -> None:
        """Put XML after what is there; raises ``WordError`` where that is more than any article."""
        self._size += len(xml) + _ELEMENT * (xml.count("<") - xml.count("</"))
        if self._size > _MOST:
            raise WordError("this document has far more words and marks than an article, expected one", "split it")
        self._out.append(xml)

    def begin(self, look: Look) -> None:
        """Begin a run, unless one that looks so is open: Word parts them at every correction."""
        if self.look == look:
            return
        self.end()
        self.look = look
        marks = zip(("<w:b/>", "<w:i/>", "<w:strike/>"), look, strict=True)
        self.write(f"<w:r><w:rPr>{''.join(mark for mark, on in marks if on)}</w:rPr>")

    def end(self) -> None:
        """End the run that is open."""
        if self.look is not None:
            self.write("</w:r>")
            self.look = None

    def words(self, xml: str) -> None:
        """Put words into the run that is open, or into one that looks like nothing in particular."""
        if self.look is None:
            self.begin(PLAIN)
        self.write(xml)
