"""Puts runs of an article into a paragraph of a Word document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from authoring.export.article import Run

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold; a lone half of a character pair shows as a character that could not be read."""
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)


def legal(text: str) -> str:
    """A text without characters that XML cannot hold."""
    text = _BREAKS.sub("\n", text)
    return _ILLEGAL.sub(lambda found: "\ufffd" if found[0] >= "\ud800" else "", text)


def put(paragraph: Paragraph, runs: Iterable[Run], notes: Any = None) -> Paragraph:
    """Add runs to a paragraph; footnotes that they call are numbered by ``notes``."""
    if _right_to_left(runs := tuple(runs)):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    link: Any = None
    address = ""
    for run in runs:
        if run.note and notes is not None and notes.has(run.note):
            paragraph._p.append(notes.call(run.note))
            continue
        if run.link != address or link is None:
            address, link = run.link, _link(paragraph, run.link)
        _add(paragraph, run, link)
    return paragraph


def _add(paragraph: Paragraph, run: Run, link: Any) -> None:
    made = paragraph.add_run(legal(run.text))
    if run.strong:
        made.bold = True
    if run.emphasis:
        made.italic = True
    if run.struck:
        made.font.strike = True
    if link is not None:
        made.style = "Hyperlink"
        link.append(made._r)
    elif run.code:
        made.style = "Code Characters"


def _link(paragraph: Paragraph, address: str) -> Any:
    """A link in the paragraph; none to an address that leads nowhere from a document that has left its folder."""
    if not _ABSOLUTE.match(address):
        return None
    name = paragraph.part.relate_to(legal(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), name)
    paragraph._p.append(link)
    return link


def _right_to_left(runs: Iterable[Run]) -> bool:
    """Whether the first letter of a paragraph is one of a script that runs so."""
    for run in runs:
        for sign in run.text:
            kind = unicodedata.bidirectional(sign)
            if kind in {"L", "R", "AL"}:
                return kind != "L"
    return False
