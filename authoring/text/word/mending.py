"""Puts a Word document's XML so that mammoth loses no words of it, and gives none that readers do not see.

Left to itself, mammoth (1.13) drops the words of simple fields, of right-to-left stretches, formulas, annotated
characters and text boxes without an older copy, joins words at some line breaks, and gives hidden text, placeholders
and the hints of a link as words; bold and italics that a style sets it does not see, and lists always count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from authoring.text.word.names import short
from authoring.text.word.package import WordError
from authoring.text.word.styles import Lists, Style, Styles, child, has_line, switch, val, value

PICTURE = "picture"
"""The id under which every picture is handed on; only its description is read."""
_MOST, _ELEMENT = 30_000_000, 75
"""Characters of mended XML, each element counted for as many more: that of a million words and their marks.

Mammoth takes some thirteen bytes for a character and a thousand for an element.
"""
_NO_WORDS = frozenset(
    "w:del w:moveFrom w:conflictDel w:rt w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:sectPr"
    " w:rubyPr w:delText w:delInstrText w:fldData w:ffData w:control w:smartTagPr w:customXmlPr w:proofErr"
    " w:annotationRef w:footnoteRef w:endnoteRef w:separator w:continuationSeparator w:softHyphen"
    " w:lastRenderedPageBreak w:pgNum wp:docPr wp:posOffset wp:align wp:positionH wp:positionV"
    " relativeHeight pctWidth pctHeight".split()
)
"""Elements whose text is none that readers see, or that has gone from the document."""
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))(?:.*?\\l\s+"([^"]*)")?', re.DOTALL)
_BLANK = re.compile(r"[\t\n\r]+")
_SYMBOLS = frozenset({"Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"})
"""Fonts whose signs mammoth knows."""
_SIGHTS = frozenset({"w:drawing", "w:pict", "w:object"})


class Look(NamedTuple):
    """How a run's words look."""

    bold: bool
    italic: bool
    struck: bool


_PLAIN = Look(False, False, False)


class _Field:
    """A field: what it is told to do, and whether that is still being read."""

    def __init__(self) -> None:
        self.code, self.reading, self.link = "", True, False
        self.ticked: bool | None = None


class Mender:
    """Mends the parts of one document."""

    def __init__(self, styles: Styles, lists: Lists, notes: Collection[tuple[str, str]]) -> None:
        self._styles, self._lists, self._notes = styles, lists, notes
        self._links: dict[str, str] = {}
        self._out: list[str] = []
        self._size = 0
        self._look: Look | None = None
        """That of the run that is open."""
        self._fields: list[_Field] = []
        self._around = Style()
        """The style of the paragraph that is open."""
        self._do: dict[str, Callable[[Element], None]] = {
            "w:p": self._p,
            "w:r": self._r,
            "m:r": self._r,
            "w:hyperlink": self._hyperlink,
            "w:fldSimple": self._simple,
            "w:sdt": self._sdt,
            "w:tbl": self._tbl,
            "w:tr": self._tr,
            "w:tc": self._tc,
            "mc:AlternateContent": self._alternate,
            "w:t": self._t,
            "m:t": self._t,
            "w:tab": lambda _: self._words("<w:tab/>"),
            "w:ptab": lambda _: self._words("<w:tab/>"),
            "w:cr": lambda _: self._words("<w:br/>"),
            "w:br": lambda _: self._words("<w:br/>"),
            "w:noBreakHyphen": lambda _: self._words("<w:noBreakHyphen/>"),
            "w:sym": self._sym,
            "w:fldChar": self._field,
            "w:instrText": self._code,
            "w:footnoteReference": lambda one: self._note("footnote", one),
            "w:endnoteReference": lambda one: self._note("endnote", one),
            **dict.fromkeys(_SIGHTS, self._sight),
            **dict.fromkeys(_NO_WORDS, lambda _: None),
        }

    def mended(self, elements: Iterable[Element], links: dict[str, str]) -> str:
        """The mended elements of a part, one after the other; ``links`` has the addresses it may link to, by id."""
        self._out, self._links, self._fields = [], links, []
        for element in elements:
            self._walk(element)
        self._end_run()
        return "".join(self._out)

    def _walk(self, element: Element) -> None:
        do = self._do.get(short(element.tag))
        if do is not None:
            do(element)
        else:  # what is not known may hold words
            self._inside(element)

    def _inside(self, element: Element) -> None:
        for one in element:
            self._walk(one)

    def _write(self, xml: str) -> None:
        self._size += len(xml) + _ELEMENT * (xml.count("<") - xml.count("</"))
        if self._size > _MOST:
            raise WordError("this document has far more words and marks than an article, expected one", "split it")
        self._out.append(xml)

    # Blocks

    def _p(self, element: Element) -> None:
        told = child(element, "w:pPr")
        style = value(told, "w:pStyle") or self._styles.usual
        role = self._styles.role(style)
        if role == "contents":
            return
        known = self._styles.of(style)
        outer = self._around
        # How a headline or a quotation looks is no emphasis of its words.
        self._around = replace(known, bold=None, italic=None) if role else known
        self._end_run()
        self._write(f"<w:p><w:pPr>{self._kind(told, style, role)}</w:pPr>")
        self._inside(element)
        self._end_run()
        self._write("</w:p>")
        self._around = outer
        for field in self._fields:  # what a field does is told in one paragraph; else the rest would be lost
            field.reading = False

    def _kind(self, told: Element | None, style: str, role: str) -> str:
        """What a paragraph is, in the one way in which it is handed on."""
        numbers, known = child(told, "w:numPr"), self._styles.of(style)
        name = value(numbers, "w:numId") or known.list
        outline = value(told, "w:outlineLvl")
        if not role and outline in {"0", "1", "2", "3", "4", "5"}:
            role = f"heading-{int(outline or 0) + 1}"
        xml = ""
        kind, _, least = role.partition("-")
        if name not in {None, "0"} and kind in {"", "bullet", "number"}:
            depth, number = self._lists.item(name or "", value(numbers, "w:ilvl") or known.level or "0")
            depth = max(depth, int(least or 0))
            role, xml = "number" if number else "bullet", f'<w:ind w:start="{depth}" w:firstLine="{number}"/>'
        elif kind in {"bullet", "number"}:  # an item without its mark: a further paragraph of the one before
            role = ""
        line = has_line(told)
        if not role and (known.line if line is None else line):
            role = "rule"
        mark, frame = child(told, "w:rPr"), child(told, "w:framePr")
        goes_on = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        if goes_on or (frame is not None and val(frame, "w:dropCap") in {"drop", "margin"}):
            xml += "<w:rPr><w:del/></w:rPr>"  # then the next paragraph goes on in this one
        return f'<w:pStyle w:val="{role}"/>{xml}' if role else xml

    def _tbl(self, element: Element) -> None:
        self._end_run()
        self._write("<w:tbl>")
        self._inside(element)
        self._end_run()
        self._write("</w:tbl>")

    def _tr(self, element: Element) -> None:
        if child(child(element, "w:trPr"), "w:del") is not None:
            return
        self._write("<w:tr>")
        self._inside(element)
        self._write("</w:tr>")

    def _tc(self, element: Element) -> None:
        told = child(element, "w:tcPr")
        xml = ""
        span, merged = value(told, "w:gridSpan"), child(told, "w:vMerge")
        if span and span.isdecimal() and len(span) < 4:
            xml = f'<w:gridSpan w:val="{int(span)}"/>'
        if merged is not None:
            xml += f'<w:vMerge w:val="{"restart" if val(merged) == "restart" else "continue"}"/>'
        self._write(f"<w:tc><w:tcPr>{xml}</w:tcPr>")
        self._inside(element)
        self._end_run()
        self._write("</w:tc>")

    def _sdt(self, element: Element) -> None:
        if switch(child(element, "w:sdtPr"), "w:showingPlcHdr"):  # “Click here to enter text”
            return
        self._inside(element)

    def _alternate(self, element: Element) -> None:
        """Of several ways to show the same, take the first that has any words or pictures."""
        for one in element:
            if any(short(each.tag) in {"w:t", "a:blip", "m:t", "v:imagedata", "wp:docPr"} for each in one.iter()):
                self._walk(one)
                return

    # Words

    def _r(self, element: Element) -> None:
        told = child(element, "w:rPr")
        style, around = self._styles.of(value(told, "w:rStyle")), self._around
        hidden = switch(told, "w:vanish")
        if hidden is None:
            hidden = bool(style.hidden) or bool(around.hidden)
        if hidden:
            for one in element:  # where a field begins and ends counts all the same
                if short(one.tag) in {"w:fldChar", "w:instrText"}:
                    self._walk(one)
            return
        bold, italic = switch(told, "w:b"), switch(told, "w:i")
        look = Look(
            bool(style.bold) != bool(around.bold) if bold is None else bold,
            bool(style.italic) != bool(around.italic) if italic is None else italic,
            bool(switch(told, "w:strike")) or bool(switch(told, "w:dstrike")),
        )
        outer = self._look
        self._begin_run(look)
        self._inside(element)
        if outer is not None and outer != look:
            self._begin_run(outer)

    def _begin_run(self, look: Look) -> None:
        """Runs that look alike are one: Word parts them at every correction."""
        if self._look == look:
            return
        self._end_run()
        self._look = look
        marks = zip(("<w:b/>", "<w:i/>", "<w:strike/>"), look, strict=True)
        self._write(f"<w:r><w:rPr>{''.join(mark for mark, on in marks if on)}</w:rPr>")

    def _end_run(self) -> None:
        if self._look is not None:
            self._write("</w:r>")
            self._look = None

    def _words(self, xml: str) -> None:
        if any(field.reading for field in self._fields):
            return
        if self._look is None:  # words that stand in no run
            self._begin_run(_PLAIN)
        self._write(xml)

    def _t(self, element: Element) -> None:
        if element.text:
            self._words(f'<w:t xml:space="preserve">{escape(_BLANK.sub(" ", element.text))}</w:t>')

    def _sym(self, element: Element) -> None:
        font, char = val(element, "w:font") or "", val(element, "w:char") or ""
        if not re.fullmatch(r"[0-9A-Fa-f]{1,5}", char):
            return
        if font in _SYMBOLS:
            self._words(f'<w:sym w:font="{font}" w:char="{char.upper()}"/>')
            return
        sign = chr(int(char, 16))
        known = sign.isprintable() and not "\ue000" <= sign <= "\uf8ff"
        sign = sign if known else "\ufffd"
        self._words(f"<w:t>{escape(sign)}</w:t>")

    def _note(self, kind: str, element: Element) -> None:
        name = val(element, "w:id") or ""
        if (kind, name) in self._notes:
            self._words(f'<w:{kind}Reference w:id="{escape(name)}"/>')

    # Links and fields

    def _hyperlink(self, element: Element) -> None:
        target = self._links.get(val(element, "r:id") or "")
        if target is None:
            self._inside(element)
            return
        self._end_run()
        place = val(element, "w:anchor")  # LibreOffice keeps what stands behind the “#” apart
        anchor = f' w:anchor="{escape(place)}"' if place else ""
        self._write(f'<w:hyperlink r:id="{escape(val(element, "r:id") or "")}"{anchor}>')
        self._inside(element)
        self._end_run()
        self._write("</w:hyperlink>")

    def _simple(self, element: Element) -> None:
        field = _Field()
        field.code = val(element, "w:instr") or ""
        self._fields.append(field)
        self._open(field)
        self._inside(element)
        self._close()

    def _field(self, element: Element) -> None:
        kind = val(element, "w:fldCharType")
        if kind == "begin":
            field = _Field()
            box = child(child(element, "w:ffData"), "w:checkBox")
            if box is not None:
                ticked = switch(box, "w:checked")
                field.ticked = bool(switch(box, "w:default")) if ticked is None else ticked
            self._fields.append(field)
        elif kind == "separate" and self._fields:
            self._open(self._fields[-1])
        elif kind == "end" and self._fields:
            self._close()

    def _code(self, element: Element) -> None:
        if self._fields and self._fields[-1].reading and len(self._fields[-1].code) < 4_000:
            self._fields[-1].code += element.text or ""

    def _open(self, field: _Field) -> None:
        """What a field does is known; what it gives follows."""
        field.reading = False
        found = _LINK.match(field.code)
        address = (found[1] or found[2] or "") if found else ""
        if found and found[3] and address:  # the place on the page
            address = f"{address.partition('#')[0]}#{found[3]}"
        if is_address(address) and not any(one.reading or one.link for one in self._fields):
            field.link = True
            self._char("begin", f'<w:instrText>HYPERLINK "{escape(address)}"</w:instrText>')
            self._char("separate")

    def _close(self) -> None:
        field = self._fields.pop()
        if field.link:
            self._char("end")
        elif field.ticked is not None:
            self._words(f"<w:t>{'☒' if field.ticked else '☐'}</w:t>")

    def _char(self, kind: str, xml: str = "") -> None:
        self._end_run()
        self._write(f'<w:r><w:fldChar w:fldCharType="{kind}"/>{xml}</w:r>')

    # Pictures and text boxes

    def _sight(self, element: Element) -> None:
        """A drawing: a picture with its description, text boxes with their paragraphs."""
        boxes, alt, picture = [], "", False
        waiting = [element]
        while waiting:
            one = waiting.pop()
            name = short(one.tag)
            if name == "w:txbxContent":
                boxes.append(one)
                continue
            if name in {"a:blip", "v:imagedata"}:
                picture = True
                alt = alt or one.get("title", "") or val(one, "o:title") or ""
            elif name == "wp:docPr":
                alt = one.get("descr", "").strip() or one.get("title", "") or alt
            elif name == "v:shape":
                alt = one.get("alt", "") or alt
            if name == "mc:AlternateContent":
                waiting.extend(list(one)[:1])
            else:
                waiting.extend(reversed(one))
        if picture:
            described = escape(" ".join(alt.split()))
            self._words(f'<w:drawing><wp:inline><wp:docPr descr="{described}"/>{_BLIP}</wp:inline></w:drawing>')
        if boxes:
            self._begin_run(self._look or _PLAIN)
            look, fields = self._look, self._fields
            self._fields = []
            self._write("<w:pict>")
            for box in boxes:  # its paragraphs stand in the middle of the run
                self._look = None
                self._write("<w:txbxContent>")
                self._inside(box)
                self._end_run()
                self._write("</w:txbxContent>")
            self._write("</w:pict>")
            self._look, self._fields = look, fields


_BLIP = (
    "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    f'<a:blip r:embed="{PICTURE}"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic>"
)


def is_address(target: str) -> bool:
    """Whether a link leads somewhere on the web, or to somebody's mail: no others are kept."""
    return re.match(r"(?:https?://|mailto:)[^\s\x00-\x1f]+\Z", target.strip(), re.IGNORECASE) is not None
