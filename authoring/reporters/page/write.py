"""Puts a page into its file, and never over one that is not such a page."""

from __future__ import annotations

import stat
from pathlib import Path

from authoring.errors import ArticleError
from authoring.reporters.page.render import MARK
from authoring.text.files import atomic_write

_HEAD = 4000
"""Bytes in which a page of ours says that it is one."""
_ELSEWHERE = "name another file"


def check(place: Path) -> None:
    """Raise ``ArticleError`` where no page may be written: over what is none, into a folder that is not there."""
    if not place.parent.is_dir():
        raise ArticleError("there is no such folder", path=place.parent, hint="make it first, or name another file")
    try:
        if place.is_symlink():
            raise ArticleError("this is a link to another file", path=place, hint=_ELSEWHERE)
        mode = place.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise ArticleError(f"this cannot be a file ({error.strerror})", path=place, hint=_ELSEWHERE) from None
    if stat.S_ISDIR(mode):
        raise ArticleError("this is a folder, expected a file", path=place, hint="name a file inside it")
    if not stat.S_ISREG(mode) or not _is_ours(place):
        message = "this file is no page that authoring wrote, and was left as it is"
        raise ArticleError(message, path=place, hint="name another file, or move this one away")


def write(place: Path, page: str) -> None:
    """Write the page whole or not at all, after a ``check``. Raises ``ArticleError``."""
    try:
        atomic_write(place, page)
    except OSError as error:
        hint = "check the disk, the name and the folder's permissions"
        raise ArticleError(f"this file cannot be written ({error.strerror})", path=place, hint=hint) from None


def _is_ours(place: Path) -> bool:
    try:
        with place.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(b"<!doctype html>") and MARK.encode() in head
