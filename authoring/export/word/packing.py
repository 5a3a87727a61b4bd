"""Packs a Word document: what it tells of itself, and the same bytes every time."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from authoring.export.article import Article
from authoring.export.word.words import legal

if TYPE_CHECKING:
    from docx.document import Document

_BEGIN = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows: none of its files is dated."""
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>authoring</Application></Properties>"
)
_LEFT_OUT = frozenset({"thumbnail", "customXml", "stylesWithEffects"})
"""What python-docx's empty document leads to, and no article needs."""


def packed(document: Document, article: Article, notes: Any = None) -> bytes:
    """The document's bytes; ``notes`` is the part of its footnotes."""
    if notes is not None:
        document.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    _describe(document, article)
    _forget(document)
    package = document.part.package
    for owner in (package, document.part):
        for name in [name for name, one in owner.rels.items() if one.reltype.rpartition("/")[2] in _LEFT_OUT]:
            del owner.rels[name]
    for one in package.rels.values():
        if one.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            app = one.target_part
            one._target = Part(PackURI(app.partname), app.content_type, _APP.encode(), package)
    made = BytesIO()
    document.save(made)
    return _undated(made)


def _describe(document: Document, article: Article) -> None:
    told = document.core_properties
    told.title = legal(article.headline)[:255]
    told.author = legal("; ".join(article.bylines))[:255]
    told.keywords = legal(", ".join(article.keywords))[:255]
    told.category = legal(article.section)[:255]
    told.subject = legal(article.dek)[:255]
    told.language = article.language
    told.comments = ""
    told.last_modified_by = ""
    told.revision = 1
    told.created = _moment(article.published)
    told.modified = _moment(article.updated or article.published)


def _forget(document: Document) -> None:
    """Take out the marks by which Word tells who wrote what in which session; here they are those of the template."""
    for element in document.element.iter():
        for name in [name for name in element.attrib if "}rsid" in name]:
            del element.attrib[name]
    for kind in ("rsids", "savePreviewPicture"):
        for element in document.settings.element.findall(qn(f"w:{kind}")):
            document.settings.element.remove(element)


def _moment(text: str) -> datetime:
    try:
        made = datetime.fromisoformat(text)
    except ValueError:
        return _UNDATED
    return (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone(UTC)


def _undated(file: BytesIO) -> bytes:
    out = BytesIO()
    with ZipFile(file) as old, ZipFile(out, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            info = ZipInfo(name, _BEGIN)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            new.writestr(info, old.read(name))
    return out.getvalue()
