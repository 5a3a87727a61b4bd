"""The formats that an article can be exported to, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from authoring.export.article import Article

if TYPE_CHECKING:
    from authoring.findings import Finding
    from authoring.prose.document import Document


@dataclass(frozen=True)
class Export:
    """What a format is made of."""

    article: Article
    document: Document
    """The article as parsed, with its notes where it has any."""
    findings: tuple[Finding, ...]
    """What the linter found in it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    suffix: str
    """Of the file it is written to, in place of the article's own."""
    title: str
    """What it is, in the help."""
    writer: str
    """Where its writer is: ``module:function``; it takes an ``Export`` and gives the file's bytes."""
    publishes: bool = True
    """Whether what it makes is for readers: such an article may have no finding of level ``error``."""

    def write(self, export: Export) -> bytes:
        """The file's bytes."""
        module, name = self.writer.split(":")
        writer = cast(Callable[[Export], bytes], getattr(import_module(module), name))
        return writer(export)


FORMATS: Mapping[str, Format] = {
    "html": Format(
        ".html", "a page for readers, with the article's data for search engines", "authoring.export.html:write"
    ),
    "ninjs": Format(".ninjs.json", "IPTC ninjs 3.1, for wires and editorial systems", "authoring.export.ninjs:write"),
    "wordpress": Format(".wordpress.json", "a draft for WordPress", "authoring.export.wordpress:write"),
    "ghost": Format(".ghost.json", "a draft for Ghost", "authoring.export.ghost:write"),
    "markdown": Format(".export.md", "Markdown without notes and fingerprints", "authoring.export.markdown:write"),
    "docx": Format(".docx", "a Word document", "authoring.export.word:write"),
    "text": Format(".txt", "plain text, one paragraph a line", "authoring.export.text:write"),
    "rss": Format(".rss.xml", "a feed with this article", "authoring.export.rss:write"),
    "factcheck": Format(
        ".factcheck.html",
        "the copy that fact-checkers work from",
        "authoring.export.factcheck.page:write",
        publishes=False,
    ),
}
