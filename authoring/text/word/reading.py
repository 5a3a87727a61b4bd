"""Has mammoth read a Word document, of which it is given only what holds words, mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from authoring.text.word.fields import is_address
from authoring.text.word.mending import PICTURE, Mender
from authoring.text.word.names import W, short
from authoring.text.word.package import Package, WordError
from authoring.text.word.styles import Lists, Styles, val

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_NOTES = ("footnote", "endnote")


def read(file: BinaryIO) -> Any:
    """The document as mammoth sees it. Raises ``WordError`` for what cannot be read."""
    import mammoth

    found: list[Any] = []

    def take(document: Any) -> Any:
        found.append(document)
        return document.copy(children=[])  # the page that mammoth would make of it is not wanted

    try:
        mammoth.convert_to_html(
            _mended(Package(file)),
            transform_document=take,
            include_embedded_style_map=False,
            include_default_style_map=False,
        )
    except RecursionError:
        raise WordError("this document is nested too deep, expected paragraphs and tables") from None
    return found[0]


def _mended(package: Package) -> BytesIO:
    """The document with nothing in it but words, and what they look like."""
    styles = Styles(package.elements(package.beside("styles"), 2))
    lists = Lists(package.elements(package.beside("numbering"), 2), styles.of)
    parts = {kind: package.beside(f"{kind}s") for kind in _NOTES}
    mender = Mender(styles, lists, frozenset(_notes(package, parts)))
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as written:

        def put(name: str, text: str) -> None:
            written.writestr(ZipInfo(name), text)

        links = _links(package, package.main)
        body = mender.mended(package.elements(package.main, 3), links)
        put("word/document.xml", f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>")
        put("word/_rels/document.xml.rels", _relations(links))
        for kind, part in parts.items():
            links = _links(package, part)
            notes = "".join(
                f'<w:{kind} w:id="{escape(name)}">{mender.mended(note, links)}</w:{kind}>'
                for note in package.elements(part, 2)
                if (name := _name(note, kind))
            )
            put(f"word/{kind}s.xml", f"<w:{kind}s {_SPACES}>{notes}</w:{kind}s>")
            put(f"word/_rels/{kind}s.xml.rels", _relations(links))
    made.seek(0)
    return made


def _notes(package: Package, parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for kind, part in parts.items():
        for note in package.elements(part, 2):
            if name := _name(note, kind):
                yield kind, name


def _name(note: Any, kind: str) -> str:
    """The id of a note; empty for the lines that part notes from the page."""
    if short(note.tag) != f"w:{kind}" or (val(note, "w:type") or "normal") != "normal":
        return ""
    return val(note, "w:id") or ""


def _links(package: Package, part: str) -> dict[str, str]:
    """The addresses that a part links to, by id."""
    found = {}
    for name, (kind, target) in package.relations(part).items():
        if kind == "hyperlink" and is_address(target):
            found[name] = target.strip()
    return found


def _relations(links: Mapping[str, str]) -> str:
    told = [(name, "hyperlink", target, ' TargetMode="External"') for name, target in links.items()]
    told.append((PICTURE, "image", "media/picture.png", ""))
    rows = "".join(
        f'<Relationship Id="{escape(name)}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'
        for name, kind, target, mode in told
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'
