"""The fields of a Word document: what they are told to do is no words, what they give is, and some are links."""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element

from authoring.text.word.runs import Runs
from authoring.text.word.styles import child, switch, val

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))(?:.*?\\l\s+"([^"]*)")?', re.DOTALL)
_LONGEST = 4_000
"""Characters of what a field is told to do."""


class _Field:
    """A field: what it is told to do, and whether that is still being read."""

    def __init__(self, code: str = "") -> None:
        self.code, self.reading, self.link = code, True, False
        self.ticked: bool | None = None


class Fields:
    """The fields that are open, the innermost last."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._open: list[_Field] = []

    @property
    def reading(self) -> bool:
        """Whether what stands here tells a field what to do."""
        return any(field.reading for field in self._open)

    def begin(self, code: str) -> None:
        """A field begins whose code is known, and then what it gives."""
        self._open.append(_Field(code))
        self._give(self._open[-1])

    def character(self, element: Element) -> None:
        """A field begins or ends here, or its code ends."""
        kind = val(element, "w:fldCharType")
        if kind == "begin":
            field = _Field()
            box = child(child(element, "w:ffData"), "w:checkBox")
            if box is not None:
                ticked = switch(box, "w:checked")
                field.ticked = bool(switch(box, "w:default")) if ticked is None else ticked
            self._open.append(field)
        elif kind == "separate" and self._open:
            self._give(self._open[-1])
        elif kind == "end" and self._open:
            self.end()

    def code(self, element: Element) -> None:
        """More of what the innermost field is told to do."""
        if self._open and self._open[-1].reading and len(self._open[-1].code) < _LONGEST:
            self._open[-1].code += element.text or ""

    def end(self) -> None:
        """The innermost field ends."""
        field = self._open.pop()
        if field.link:
            self._mark("end")
        elif field.ticked is not None and not self.reading:
            self._runs.words(f"<w:t>{'☒' if field.ticked else '☐'}</w:t>")

    def end_codes(self) -> None:
        """What a field does is told in one paragraph; else the rest of a broken document would be lost."""
        for field in self._open:
            field.reading = False

    def _give(self, field: _Field) -> None:
        """What a field does is known; what it gives follows."""
        field.reading = False
        found = _LINK.match(field.code)
        address = (found[1] or found[2] or "") if found else ""
        if found and found[3] and address:  # the place on the page
            address = f"{address.partition('#')[0]}#{found[3]}"
        if is_address(address) and not any(one.reading or one.link for one in self._open):
            field.link = True
            self._mark("begin", f'<w:instrText>HYPERLINK "{escape(address)}"</w:instrText>')
            self._mark("separate")

    def _mark(self, kind: str, xml: str = "") -> None:
        self._runs.end()
        self._runs.write(f'<w:r><w:fldChar w:fldCharType="{kind}"/>{xml}</w:r>')


def is_address(target: str) -> bool:
    """Whether a link leads somewhere on the web, or to somebody's mail: no others are kept."""
    return re.match(r"(?:https?://|mailto:)[^\s\x00-\x1f]+\Z", target.strip(), re.IGNORECASE) is not None
