"""Puts an exported file into its place, and never over what somebody else has put there.

What this program exported last is known by its sum, which a hidden file in the folder keeps
(``authoring.text.exported``).
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from authoring.errors import ArticleError
from authoring.text.exported import LIMIT, exported_into, keep, still_as_exported, sum_of
from authoring.text.files import UnreadableTextError, keep_copy, read_bytes, write_new


@dataclass(frozen=True)
class Written:
    """What happened to an exported file."""

    path: Path
    outcome: Literal["new", "changed", "unchanged", "replaced"]
    backup: Path | None = None
    """Where a file that this program did not write was kept, if ``force`` replaced one."""


def publish(data: bytes, target: Path, article: Path, *, force: bool = False) -> Written:
    """Write an exported file, whole or not at all; raises ``ArticleError``.

    A file that this program exported, and nobody has changed since, is replaced; any other only with ``force``, and
    then a copy is kept. The article, links, folders and devices are never replaced.
    """
    _check(target, article)
    backup = None
    outcome: Literal["new", "changed", "unchanged", "replaced"] = "new"
    try:
        if target.exists():
            outcome = "unchanged" if read_bytes(target, LIMIT) == data else "changed"
            if outcome == "changed" and not still_as_exported(target, exported_into(target.parent)):
                if not force:
                    hint = "to replace it and keep a copy, add --force; to write elsewhere, add -o FILE"
                    message = "this file is not as it was exported, and was left as it is"
                    raise ArticleError(message, path=target, hint=hint)
                backup = keep_copy(target)
                outcome = "replaced"
        if outcome != "unchanged":
            _write(target, data)
        if exported_into(target.parent).get(target.name) != sum_of(data):
            keep(target, data)
    except UnreadableTextError as problem:
        raise ArticleError(problem.message, path=target, hint="choose another -o") from None
    except OSError as error:
        hint = "check the disk, the name and the folder's permissions"
        message = f"this file cannot be written ({error.strerror})"
        raise ArticleError(message, path=error.filename or target, hint=hint) from None
    return Written(target, outcome, backup)


def _check(target: Path, article: Path) -> None:
    if not target.parent.is_dir():
        raise ArticleError("there is no such folder", path=target.parent, hint="make it first, or choose another -o")
    if target.is_symlink():
        message = "this is a link to another file, expected a file for the export"
        raise ArticleError(message, path=target, hint="name the file itself with -o")
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise ArticleError(f"this cannot be a file ({error.strerror})", path=target, hint="choose another -o") from None
    if stat.S_ISDIR(mode):
        raise ArticleError("this is a folder, expected a file", path=target, hint="name a file inside it with -o")
    if not stat.S_ISREG(mode):
        raise ArticleError("this is no ordinary file, expected a file", path=target, hint="-o - prints the export")
    if article.exists() and target.samefile(article):
        message = "this is the article itself, expected another file for the export"
        raise ArticleError(message, path=target, hint="choose another -o")


def _write(target: Path, data: bytes) -> None:
    waiting = target.with_name(f".{target.name[:20]}.{os.urandom(4).hex()}.tmp")
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    try:
        write_new(waiting, data, mode)
        waiting.replace(target)
    finally:
        waiting.unlink(missing_ok=True)
