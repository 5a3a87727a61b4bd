"""Puts a draft into its file, and never over what a person has written."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from authoring.drafting.draft import Draft
from authoring.errors import ArticleError
from authoring.text.files import UnreadableTextError, atomic_write_all, keep_copy, read_text
from authoring.trace.trace import TRACE_LIMIT, Trace, sha256, trace_path


class EditedError(ArticleError):
    """An article that a person has written in, which a draft would replace."""


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
    make, only with ``force``, and then a copy is kept. Notes, transcripts, links and devices are never replaced.
    Raises ``ArticleError``.
    """
    _check_target(article, Path(draft.notes.path))
    backup = None
    outcome: Literal["new", "changed", "unchanged", "replaced"] = "new"
    if article.exists():
        old = _text(article)
        outcome = "unchanged" if old == draft.text else "changed"
        if outcome == "changed" and not _as_rendered(article, old):
            if not force:
                raise EditedError(
                    "this article has been edited by hand and was left as it is",
                    path=article,
                    hint=_EDITED.format(article=article) if trace_path(article).is_file() else _REPLACE,
                )
            outcome = "replaced"
    trace = (trace_path(article), draft.trace.to_json())
    try:
        if outcome == "replaced":
            backup = keep_copy(article)
        # The article first: were this stopped between the two, drafting again finds its own words and adds the trace.
        files = [trace] if outcome == "unchanged" else [(article, draft.text), trace]
        atomic_write_all(files, like=article)
    except OSError as error:
        hint = "check the disk, the name and the folder's permissions"
        path = error.filename or article
        raise ArticleError(f"this file cannot be written ({error.strerror})", path=path, hint=hint) from None
    return Written(article, outcome, backup)


_REPLACE = "to replace it and keep a copy, add --force; to write elsewhere, add -o FILE"
_EDITED = "to bring the changes in, type: authoring update {article}; to replace it and keep a copy, add --force"


def _check_target(article: Path, notes: Path) -> None:
    """Refuse a place where no article should be written, whatever the flags say."""
    if not article.parent.is_dir():
        raise ArticleError("there is no such folder", path=article.parent, hint="make it first, or choose another -o")
    if article.is_symlink():
        # Written through, the draft would change a file in another folder; in the link's place, it would break it.
        hint = "name the file itself with -o"
        raise ArticleError("this is a link to another file, expected a file for the article", path=article, hint=hint)
    try:
        mode = article.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        hint = "choose another -o"
        raise ArticleError(f"this cannot be a file ({error.strerror})", path=article, hint=hint) from None
    if stat.S_ISDIR(mode):
        raise ArticleError("this is a folder, expected a file", path=article, hint="name a file inside it with -o")
    if not stat.S_ISREG(mode):
        hint = "-o - prints the article"
        raise ArticleError("this is no ordinary file, expected a file for the article", path=article, hint=hint)
    if notes.exists() and article.samefile(notes):
        hint = "choose another -o"
        raise ArticleError("this is the notes file, expected a file for the article", path=article, hint=hint)


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
        trace = Trace.from_json(read_text(trace_path(article), TRACE_LIMIT), trace_path(article))
    except (UnreadableTextError, ArticleError):
        return False
    return sha256(text) in {sha256(each.text) for each in (trace, trace.earlier) if each}
