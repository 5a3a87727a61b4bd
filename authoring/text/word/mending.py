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
from xml.etree.ElementTree import Element

from authoring.text.word.fields import Fields
from authoring.text.word.names import short
from authoring.text.word.runs import PLAIN, Look, Runs
from authoring.text.word.styles import Lists, Style, Styles, child, has_line, switch, val, value

PICTURE = "picture"
"""The id under which every picture is handed on; only its description is read."""
_NO_WORDS = frozenset(
    "w:del w:moveFrom w:conflictDel w:rt w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:sectPr"
    " w:rubyPr w:delText w:delInstrText w:fldData w:ffData w:control w:smartTagPr w:customXmlPr w:proofErr"
    " w:annotationRef w:footnoteRef w:endnoteRef w:separator w:continuationSeparator w:softHyphen"
    " w:lastRenderedPageBreak w:pgNum wp:docPr wp:posOffset wp:align wp:positionH wp:positionV"
    " relativeHeight pctWidth pctHeight".split()
)
"""Elements whose text is none that readers see, or that has gone from the document."""
_BLANK = re.compile(r"[\t\n\r]+")
_SYMBOLS = frozenset({"Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"})
"""Fonts whose signs mammoth knows."""
_SIGHTS = frozenset({"w:drawing", "w:pict", "w:object"})


class Mender:
    """Mends the parts of one document."""

    def __init__(self, styles: Styles, lists: Lists, notes: Collection[tuple[str, str]]) -> None:
        self._styles, self._lists, self._notes = styles, lists, notes
        self._links: dict[str, str] = {}
        self._runs = Runs()
        self._fields = Fields(self._runs)
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
        self._links, self._fields = links, Fields(self._runs)
        for element in elements:
            self._walk(element)
        return self._runs.taken()

    def _walk(self, element: Element) -> None:
        do = self._do.get(short(element.tag))
        if do is not None:
            do(element)
        else:  # what is not known may hold words
            self._inside(element)

    def _inside(self, element: Element) -> None:
        for one in element:
            self._walk(one)

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
        self._runs.end()
        self._runs.write(f"<w:p><w:pPr>{self._kind(told, style, role)}</w:pPr>")
        self._inside(element)
        self._runs.end()
        self._runs.write("</w:p>")
        self._around = outer
        self._fields.end_codes()

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
        self._runs.end()
        self._runs.write("<w:tbl>")
        self._inside(element)
        self._runs.end()
        self._runs.write("</w:tbl>")

    def _tr(self, element: Element) -> None:
        if child(child(element, "w:trPr"), "w:del") is not None:
            return
        self._runs.write("<w:tr>")
        self._inside(element)
        self._runs.write("</w:tr>")

    def _tc(self, element: Element) -> None:
        told = child(element, "w:tcPr")
        xml = ""
        span, merged = value(told, "w:gridSpan"), child(told, "w:vMerge")
        if span and span.isdecimal() and len(span) < 4:
            xml = f'<w:gridSpan w:val="{int(span)}"/>'
        if merged is not None:
            xml += f'<w:vMerge w:val="{"restart" if val(merged) == "restart" else "continue"}"/>'
        self._runs.write(f"<w:tc><w:tcPr>{xml}</w:tcPr>")
        self._inside(element)
        self._runs.end()
        self._runs.write("</w:tc>")

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
        outer = self._runs.look
        self._runs.begin(look)
        self._inside(element)
        if outer is not None and outer != look:
            self._runs.begin(outer)

    def _words(self, xml: str) -> None:
        if not self._fields.reading:
            self._runs.words(xml)

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
        self._runs.end()
        place = val(element, "w:anchor")  # LibreOffice keeps what stands behind the “#” apart
        anchor = f' w:anchor="{escape(place)}"' if place else ""
        self._runs.write(f'<w:hyperlink r:id="{escape(val(element, "r:id") or "")}"{anchor}>')
        self._inside(element)
        self._runs.end()
        self._runs.write("</w:hyperlink>")

    def _simple(self, element: Element) -> None:
        self._fields.begin(val(element, "w:instr") or "")
        self._inside(element)
        self._fields.end()

    # Those of a text box are others, so that which fields are open is asked when they come.

    def _field(self, element: Element) -> None:
        self._fields.character(element)

    def _code(self, element: Element) -> None:
        self._fields.code(element)

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
            self._runs.begin(self._runs.look or PLAIN)
            look, fields = self._runs.look, self._fields
            self._fields = Fields(self._runs)
            self._runs.write("<w:pict>")
            for box in boxes:  # its paragraphs stand in the middle of the run
                self._runs.look = None
                self._runs.write("<w:txbxContent>")
                self._inside(box)
                self._runs.end()
                self._runs.write("</w:txbxContent>")
            self._runs.write("</w:pict>")
            self._runs.look, self._fields = look, fields


_BLIP = (
    "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    f'<a:blip r:embed="{PICTURE}"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic>"
)
