"""Puts a draft into its file, and never over what a person has written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from authoring.drafting.draft import Draft
from authoring.errors import ArticleError
from authoring.text.files import UnreadableTextError, atomic_write, read_text
from authoring.trace.trace import Trace, sha256, trace_path


@dataclass(frozen=True)
class Written:
    """What happened to an article's file."""

    path: Path
    outcome: Literal["new", "changed", "unchanged", "replaced"]
    backup: Path | None = None
    """Where the edited article was kept, if ``force`` replaced one."""


def publish(draft: Draft, article: Path, *, force: bool = False) -> Written:
    """Write the article and its trace.

    An article as this program rendered it is replaced; one that a person has edited, or that this program did not
    make, only with ``force``, and then a copy is kept. Notes and transcripts are never replaced. Raises
    ``ArticleError``.
    """
    if article.exists() and article.samefile(draft.notes.path):
        raise ArticleError(
            "this is the notes file, expected a file for the article", path=article, hint="choose another -o"
        )
    if not article.parent.is_dir():
        raise ArticleError("there is no such folder", path=article.parent, hint="make it first, or choose another -o")
    backup = None
    outcome: Literal["new", "changed", "unchanged", "replaced"] = "new"
    if article.exists():
        old = _text(article)
        outcome = "unchanged" if old == draft.text else "changed"
        if outcome == "changed" and not _as_rendered(article, old):
            if not force:
                raise ArticleError(
                    "this article has been edited by hand and was left as it is",
                    path=article,
                    hint="to replace it and keep a copy, add --force; to write elsewhere, add -o FILE",
                )
            outcome, backup = "replaced", _free_name(article)
            backup.write_bytes(article.read_bytes())
    try:
        if outcome != "unchanged":
            atomic_write(article, draft.text)
        atomic_write(trace_path(article), draft.trace.to_json())
    except OSError as error:
        hint = "check the disk and the folder's permissions"
        raise ArticleError(f"the article cannot be written ({error.strerror})", path=article, hint=hint) from None
    return Written(article, outcome, backup)


def _text(article: Path) -> str:
    try:
        return read_text(article)
    except UnreadableTextError as problem:
        if not problem.line:
            raise ArticleError(problem.message, path=article, hint="choose another -o") from None
        return "\0"  # not text of ours: someone else's file


def _as_rendered(article: Path, text: str) -> bool:
    """Whether the file is, to the letter, what this program rendered last."""
    try:
        trace = Trace.from_json(read_text(trace_path(article)), trace_path(article))
    except (UnreadableTextError, ArticleError):
        return False
    return sha256(trace.text) == sha256(text)


def _free_name(article: Path) -> Path:
    """A name beside the article that nothing has yet: ``interview.md.bak``, ``interview.md.bak2``, …"""
    number = 1
    while True:
        name = article.with_name(f"{article.name}.bak{number if number > 1 else ''}")
        if not name.exists():
            return name
        number += 1
