"""Makes Word documents for tests, part by part, so that any XML can stand in them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(**targets: str) -> str:
    """A part's relationships: ``rId1="hyperlink https://…"``."""
    rows = ""
    for name, told in targets.items():
        kind, _, target = told.partition(" ")
        mode = ' TargetMode="External"' if kind in {"hyperlink", "external"} else ""
        rows += f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def packed(**parts: str | bytes) -> bytes:
    """A zip file; ``word__document`` is ``word/document.xml``, other names are taken as they are."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            path = name.replace("__", "/") + ("" if "." in name else ".xml")
            file.writestr(path, data)
    return made.getvalue()


def document(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word document with this body; ``styles``, ``numbering``, ``footnotes`` are the insides of those parts."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(rId1="officeDocument word/document.xml"),
        "word__document": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            **(links or {}), **{name: f"{name} {name}.xml" for name in parts if name != "app"}
        ),
    }
    for name, inside in parts.items():
        files[f"word__{name}"] = f"<w:{name} {SPACES}>{inside}</w:{name}>"
    return packed(**files)


def said(text: str, looks: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", told: str = "") -> str:
    """A paragraph; a run that is no XML is its words."""
    inside = "".join(run if run.startswith("<") else said(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{told}</w:pPr>{inside}</w:p>"


def style(name: str, title: str, base: str = "", looks: str = "", told: str = "", kind: str = "paragraph") -> str:
    """A style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title}"/>{based}'
        f"<w:pPr>{told}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )
