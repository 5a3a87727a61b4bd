"""Reads the articles that are compared: files, and what an article was when it was last drafted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from authoring.errors import ArticleError, read_file
from authoring.notes.model import Notes
from authoring.prose import parse
from authoring.prose.document import Document
from authoring.runner.files import TRANSCRIPT, no_article
from authoring.runner.stories import Stories, holds_notes, known_to
from authoring.runner.withheld import blanked, withheld
from authoring.text.files import UnreadableTextError, read_text
from authoring.trace.trace import TRACE_LIMIT, Trace, trace_path


def both(old: Document, new: Document) -> tuple[Document, Document]:
    """Two articles, as they may be shown: what was told in confidence is blacked out, whichever names the notes."""
    notes = new.notes or old.notes
    return _shown(old, notes), _shown(new, notes)


def _shown(document: Document, notes: Notes | None) -> Document:
    known = document if notes is None or document.notes is not None else replace(document, notes=notes)
    spans = withheld(known)
    return replace(parse(blanked(document.text, spans), path=document.path), notes=known.notes) if spans else document


def read_article(path: Path) -> Document:
    """The article of a file, with its notes. Raises ``ArticleError`` for what is none."""
    if path.is_dir():
        raise ArticleError("this is a folder, expected an article", path=path, hint="name a file in it")
    return article_of(read_file(path, ArticleError), str(path))


def article_of(text: str, path: str) -> Document:
    """A text as an article that stands at a path. Raises ``ArticleError`` for notes, templates and nothing at all."""
    if holds_notes(text):
        hint = "draft them first, or name two drafts of them"
        raise ArticleError("these are notes, expected an article", path=path, hint=hint)
    if remark := no_article(text, path):
        raise ArticleError(remark.removeprefix("skipped, "), path=path, hint="name an article")
    stories = Stories()
    if stories.transcript(path):
        raise ArticleError(TRANSCRIPT.removeprefix("skipped, "), path=path, hint="name an article")
    document = parse(text, path=path)
    return known_to(stories.of(document), document)


def last_drafted(path: Path) -> Document:
    """An article as it was when it was last drafted. Raises ``ArticleError`` where nothing tells."""
    trace = trace_path(path)
    if not trace.is_file():
        hint = f"compare with another file: authoring diff OLD {path.name}"
        raise ArticleError("there is no trace beside this article, expected a draft", path=path, hint=hint)
    try:
        return article_of(Trace.from_json(read_text(trace, TRACE_LIMIT), trace).text, str(path))
    except UnreadableTextError as problem:
        raise ArticleError(problem.message, path=trace, hint="draft the article again") from None
