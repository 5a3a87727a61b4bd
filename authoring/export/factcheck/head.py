"""What a checking copy says of itself: what it is a copy of, and from which files, by their sums, it was made."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from authoring.export.factcheck.backing import Resting
from authoring.export.factcheck.shown import Shown, may_be_named, texts
from authoring.export.formats import Export
from authoring.notes.model import Notes
from authoring.prose.document import BlockKind, Document
from authoring.prose.measures import measures
from authoring.rules.structure._headline import headline_of
from authoring.text.files import UnreadableTextError, read_bytes
from authoring.wording import Material, transcript_paths

_LARGEST = 100_000_000
_HEADLINE = 160
"""Characters of a headline; a longer first line is none."""


def headline(document: Document, shown: Shown) -> str:
    """The headline as readers see it; the file's name where there is none."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1 and block.text.strip():
            return " ".join(shown.block(block).split())
    return (
        shown.front(document, "headline") or _first_line(document, shown) or shown.file(document.path) or "An article"
    )


def _first_line(document: Document, shown: Shown) -> str:
    """The first line of a text without a headline, where it may be one."""
    place = headline_of(document)
    words = shown.line(place.of(document.text)) if place and not shown.holds_leak(place) else ""
    return words if len(words) <= _HEADLINE else ""


def about(export: Export, shown: Shown) -> tuple[tuple[str, str], ...]:
    """Byline, kind, length …, as far as they are known."""
    document, article = export.document, export.article
    byline = shown.front(document, "byline") or shown.line(" and ".join(article.bylines))
    told = [
        ("by", byline.removeprefix("By ").removeprefix("by ")),
        ("kind", shown.front(document, "kind")),
        ("for publication", shown.front(document, "published")),
        ("words", f"{measures(document).get('words') or 0:,}"),
        *_interview(document.notes, shown),
    ]
    return tuple((name, value) for name, value in told if value)


def _interview(notes: Notes | None, shown: Shown) -> Iterator[tuple[str, str]]:
    """With whom, when and how; nothing of a source who is not named."""
    if notes is None:
        return
    fields = notes.front_fields("interview")
    named = texts(fields.get("with"))
    sources = [may_be_named(notes, each) for each in named]
    if any(source is None or source.protected for source in sources):
        return
    told = [shown.name(source) for source in sources if source is not None]
    told += [line for key in ("when", "how") if (line := shown.line("".join(texts(fields.get(key))[:1])))]
    yield "interview", ", ".join(told)
    yield "recording", ", ".join(shown.file(Path(notes.path).parent / each) for each in texts(fields.get("recording")))


def files(document: Document, shown: Shown) -> tuple[tuple[str, str, str], ...]:
    """The article, its notes and their transcripts, each with the sum of its bytes."""
    named: list[tuple[str, str | Path]] = [("article", document.path)]
    if document.notes is not None:
        named.append(("notes", document.notes.path))
        named += [("transcript", path) for path in transcript_paths(document.notes)]
    told = []
    for what, path in named:
        try:
            told.append((what, shown.file(path), sha256(read_bytes(Path(path), _LARGEST)).hexdigest()))
        except (UnreadableTextError, OSError, ValueError):
            told.append((what, shown.file(path), ""))
    return tuple(told)


def said(material: Material | None, resting: Resting, shown: Shown) -> tuple[str, ...]:
    """What a checker must know of the whole."""
    if material is None:
        return (
            "There are no notes for this article, so nothing here has a source yet. What can be wrong is underlined in "
            "the copy and listed at its end.",
        )
    told = [f"A transcript could not be read: {shown.line(error.message)}." for error in material.unread]
    if resting.stale:
        told.append("The notes have changed since the article was drafted; it is held against them as they are now.")
    return tuple(told)
