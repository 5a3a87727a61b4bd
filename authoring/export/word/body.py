"""Writes an article into a Word document, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Emu, Pt

from authoring.export.article import Article, Block, Picture, Run
from authoring.export.telling import day, under, written_by
from authoring.export.word.notes import Notes
from authoring.export.word.pictures import picture
from authoring.export.word.words import legal, put
from authoring.text.span import Span

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_WIDE, _HIGH = Cm(15.5), Cm(18)
_NOWHERE = Span(0, 0)
_BROKEN = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, ArithmeticError)
_STYLES = {"blockquote": "Quote", "code": "Code", "rule": "Section Break"}


class Writer:
    """Writes one article."""

    def __init__(self, document: Document, article: Article) -> None:
        self.document, self.article = document, article
        called = {run.note for block in article.body for run in _runs(block)}
        notes = [block for block in article.body if block.kind == "note"]
        self.notes = Notes(document, [block for block in notes if block.number in called])
        self._uncalled = [block for block in notes if block.number not in called]
        self._list: Any = None
        """The numbers of the open list."""
        self._pictures = 0

    def write(self) -> None:
        """All of it."""
        self._head()
        for table, blocks in groupby(_grouped(self.article.body), lambda pair: pair[0]):
            rows = [block for _, block in blocks]
            if table:
                self._table(rows)
            else:
                for block in rows:
                    self._block(block)
        for block in self._uncalled:  # in a part of their own, nobody would see them
            self._paragraph(block.runs, "Notice")
        for words in (*self.article.corrections, *self.article.notices):
            self._paragraph(_plain(words), "Notice")

    def _head(self) -> None:
        article = self.article
        if article.kicker:
            self._paragraph(_plain(article.kicker), "Kicker")
        if article.headline:
            self._paragraph(_plain(article.headline), "Title")
        if article.dek:
            self._paragraph(_plain(article.dek), "Subtitle")
        if article.bylines:
            self._paragraph(_plain(f"By {written_by(article)}"), "Byline")
        if date := day(article.published, article.language):
            self._paragraph(_plain(date), "Dateline")
        if article.picture:
            self._picture(article.picture)

    def _block(self, block: Block) -> None:
        if block.kind not in {"bullet", "numbered"}:
            self._list = None
        if block.picture is not None:
            self._picture(block.picture)
        elif block.kind == "heading":
            self._paragraph(block.runs, f"Heading {min(max(block.level - 1, 1), 6)}")
        elif block.kind in {"question", "answer"}:
            self._turn(block)
        elif block.kind in {"bullet", "numbered"}:
            self._item(block)
        elif block.kind != "note":  # these stand in a part of their own
            self._paragraph(block.runs, _STYLES.get(block.kind, "Normal"))

    def _paragraph(self, runs: Iterable[Run], style: str) -> Paragraph:
        return put(self.document.add_paragraph(style=style), runs, self.notes)

    def _turn(self, block: Block) -> None:
        label = (Run(f"{block.speaker}: ", _NOWHERE, strong=True),) if block.speaker else ()
        style = f"Heading {min(max(block.level - 1, 1), 6)}" if block.level else "Normal"
        made = self._paragraph((*label, *block.runs), style)
        if block.kind == "question":
            made.paragraph_format.keep_with_next = True

    def _item(self, block: Block) -> None:
        depth = min(max(block.level, 1), 3)
        name = "List Bullet" if block.kind == "bullet" else "List Number"
        made = self._paragraph(block.runs, name if depth == 1 else f"{name} {depth}")
        if block.continues:
            numbers = made._p.get_or_add_pPr().get_or_add_numPr()
            numbers.get_or_add_numId().val = 0  # one item has one mark
            made.paragraph_format.left_indent = Cm(0.63 * depth)
            return
        if block.kind == "numbered":
            self._number(made, block, depth)

    def _number(self, made: Paragraph, block: Block, depth: int) -> None:
        """Each list counts for itself, from its first number on."""
        lists = {} if self._list is None else self._list
        for deeper in [one for one in lists if one > depth]:
            del lists[deeper]
        self._list = lists
        name, last = lists.get(depth, (None, 0))
        if name is None or block.number != last + 1:
            name = self._new_list(made, block.number)
        lists[depth] = (name, block.number)
        numbers = made._p.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_ilvl().val = 0
        numbers.get_or_add_numId().val = name

    def _new_list(self, made: Paragraph, start: int) -> int:
        root = self.document.part.numbering_part.element
        style = made.style.element if made.style is not None else None
        usual = style.pPr.numPr.numId.val if style is not None else 0
        abstract = root.num_having_numId(usual).abstractNumId.val
        number = root.add_num(abstract)
        number.add_lvlOverride(0).add_startOverride(max(start, 1))
        return int(number.numId)

    def _table(self, rows: Sequence[Block]) -> None:
        self._list = None
        width = max(len(row.cells or row.runs) for row in rows)
        table = self.document.add_table(len(rows), width, style="Table Grid")
        for row, block in zip(table.rows, rows, strict=True):
            cells = block.cells or tuple((run,) for run in block.runs)
            for cell, runs in zip(row.cells, cells, strict=False):
                put(cell.paragraphs[0], map(_bold, runs) if block.level else runs, self.notes)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            if block.level:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.document.add_paragraph().paragraph_format.space_after = Cm(0)

    def _picture(self, shown: Picture) -> None:
        """The picture, if its file is there and fit; else what it shows, in words."""
        data = None if "://" in shown.file else picture(Path(self.article.path), shown.file)
        embedded = data is not None and self._shape(data, legal(shown.alt))
        if shown.alt and not embedded:
            self._paragraph(_plain(f"[{shown.alt}]"), "Caption")
        if words := under(shown):
            self._paragraph(_plain(words), "Caption")

    def _shape(self, data: bytes, alt: str) -> bool:
        paragraph = self.document.add_paragraph(style="Picture")
        try:
            shape = paragraph.add_run().add_picture(BytesIO(data))
        except _BROKEN:
            paragraph._p.getparent().remove(paragraph._p)
            return False
        scale = min(_WIDE / shape.width, _HIGH / shape.height, 1)
        shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
        self._pictures += 1
        for side in ("distL", "distR"):
            shape._inline.set(side, "0")  # it begins where the words do
        for properties in shape._inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
            properties.set("name", f"Picture {self._pictures}")
            properties.set("descr", alt)
        return True


def _runs(block: Block) -> Iterable[Run]:
    return (run for cell in block.cells for run in cell) if block.cells else block.runs


def _plain(words: str) -> tuple[Run, ...]:
    return (Run(words, _NOWHERE),)


def _bold(run: Run) -> Run:
    return Run(run.text, run.span, True, run.emphasis, run.code, run.link, run.struck, run.note)


def _grouped(blocks: Iterable[Block]) -> Iterable[tuple[int, Block]]:
    """Each block with the number of its table, 0 for none."""
    table = 0
    for block in blocks:
        if block.kind != "row":
            yield 0, block
            continue
        table += not block.continues or not table
        yield table, block
