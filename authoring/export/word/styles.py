"""How an exported Word document looks: an empty one with its styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document

_TEXT, _HEAD, _CODE = "Times New Roman", "Arial", "Courier New"
"""Typefaces that every word processor has, or has one of the same widths for."""
_BLACK, _GREY, _BLUE = RGBColor(0, 0, 0), RGBColor(0x55, 0x55, 0x55), RGBColor(0x05, 0x63, 0xC1)
_SIZES = {1: 14, 2: 13, 3: 12, 4: 12, 5: 12, 6: 12}


def blank(language: str) -> Document:
    """An empty document with all styles that an article may need, for readers and spelling of a language."""
    document = docx.Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        if language.lower() in {"en", "en-us", "en-ca"}:
            section.page_width, section.page_height = Cm(21.59), Cm(27.94)
        section.left_margin = section.right_margin = Cm(2.54)
    normal = document.styles["Normal"]
    _font(normal, _TEXT, 12)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.2
    normal.paragraph_format.widow_control = True
    _head(document)
    for level, size in _SIZES.items():
        style = document.styles[f"Heading {level}"]
        _font(style, _HEAD, size, bold=level < 4, italic=level > 4)
        _space(style, 14, 4, keep=True)
    _font(document.styles["Quote"], _TEXT, 12)
    document.styles["Quote"].paragraph_format.left_indent = Cm(1)
    document.styles["Quote"].paragraph_format.right_indent = Cm(1)
    _font(document.styles["Caption"], _HEAD, 9, colour=_GREY)
    _space(document.styles["Caption"], 4, 12)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"):
        _contextual(document.styles[name])
    _code(document)
    _links(document)
    _speak(document, language)
    return document


def _head(document: Document) -> None:
    """What stands above the story."""
    title = document.styles["Title"]
    _font(title, _HEAD, 24, bold=True)
    _space(title, 0, 6, keep=True)
    border = title.element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)
    _font(document.styles["Subtitle"], _HEAD, 14, colour=_GREY)
    _space(document.styles["Subtitle"], 0, 10)
    for name, size in (("Kicker", 10), ("Byline", 11), ("Dateline", 10), ("Notice", 10)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        colour = _GREY if name in {"Dateline", "Kicker"} else _BLACK
        _font(style, _HEAD, size, bold=name == "Kicker", italic=name == "Notice", colour=colour)
    _space(document.styles["Kicker"], 0, 4, keep=True)
    _space(document.styles["Byline"], 0, 2)
    _space(document.styles["Dateline"], 0, 14)
    _space(document.styles["Notice"], 6, 0)
    turn = document.styles.add_style("Picture", WD_STYLE_TYPE.PARAGRAPH)
    turn.base_style = document.styles["Normal"]
    _space(turn, 8, 0, keep=True)
    rule = document.styles.add_style("Section Break", WD_STYLE_TYPE.PARAGRAPH)
    rule.base_style = document.styles["Normal"]
    rule.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    edge = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "999999")):
        line.set(qn(f"w:{name}"), value)
    edge.append(line)
    rule.element.get_or_add_pPr().insert_element_before(edge, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _code(document: Document) -> None:
    style = document.styles.add_style("Code", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, _CODE, 10)
    characters = document.styles.add_style("Code Characters", WD_STYLE_TYPE.CHARACTER)
    _font(characters, _CODE, 10)


def _links(document: Document) -> None:
    """Links and footnotes, of which python-docx has no styles."""
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = _BLUE, True
    call = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    call.font.superscript = True
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    _font(text, _TEXT, 10)
    _space(text, 0, 2)


def _font(
    style: Any, name: str, size: float, *, bold: bool = False, italic: bool = False, colour: RGBColor = _BLACK
) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic, font.color.rgb = name, Pt(size), bold, italic, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[kind]  # it would win over the name
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), name)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)


def _space(style: Any, before: float, after: float, *, keep: bool = False) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keep
    form.line_spacing = 1.1


def _contextual(style: Any) -> None:
    """No space between items of a list, the usual one after the last."""
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:contextualSpacing")):
        properties.remove(old)
    properties.insert_element_before(OxmlElement("w:contextualSpacing"), "w:mirrorIndents", "w:jc", "w:outlineLvl")


def _speak(document: Document, language: str) -> None:
    """The language that spelling is checked in."""
    told = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    name = "en-US" if language.lower() == "en" else language
    if told is not None:
        told.set(qn("w:val"), name)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), name)
