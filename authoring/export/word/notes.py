"""Footnotes of a Word document, which python-docx cannot make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph

from authoring.export.article import Block
from authoring.export.word.words import put

_EMPTY = (
    "<w:footnotes {spaces}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


class Notes:
    """The footnotes of an article, and their part of the document."""

    def __init__(self, document: Any, blocks: Iterable[Block]) -> None:
        self._package = document.part.package
        self._numbers = {block.number for block in blocks}
        xml = parse_xml(_EMPTY.format(spaces=nsdecls("w", "r")))
        self._part = StoryPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml, self._package)
        for block in blocks:
            self._add(block)

    def has(self, number: int) -> bool:
        """Whether there is a footnote of that number."""
        return number in self._numbers

    def call(self, number: int) -> Any:
        """The run that calls a footnote."""
        run = OxmlElement("w:r")
        run.append(_styled("footnotereference", "w:rPr", "w:rStyle"))
        call = OxmlElement("w:footnoteReference")
        call.set(qn("w:id"), str(number))
        run.append(call)
        return run

    def part(self) -> StoryPart | None:
        """Their part; none where there are none."""
        return self._part if self._numbers else None

    def _add(self, block: Block) -> None:
        root = self._part.element
        note = root[-1] if block.continues else OxmlElement("w:footnote")
        paragraph = OxmlElement("w:p")
        paragraph.append(_styled("footnotetext", "w:pPr", "w:pStyle"))
        if not block.continues:
            note.set(qn("w:id"), str(block.number))
            root.append(note)
            number = OxmlElement("w:r")
            number.append(_styled("footnotereference", "w:rPr", "w:rStyle"))
            number.append(OxmlElement("w:footnoteRef"))
            paragraph.append(number)
        note.append(paragraph)
        made = Paragraph(paragraph, _In(self._part))
        if not block.continues:
            made.add_run(" ")
        put(made, block.runs)


class _In:
    """Where a paragraph stands, as python-docx asks for it."""

    def __init__(self, part: StoryPart) -> None:
        self.part = part


def _styled(name: str, properties: str, kind: str) -> Any:
    told = OxmlElement(properties)
    style = OxmlElement(kind)
    style.set(qn("w:val"), name)
    told.append(style)
    return told
