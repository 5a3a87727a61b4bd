"""Puts a fixed article back into its file: whole or not at all, and never over what somebody has written meanwhile."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from authoring.errors import ArticleError
from authoring.text.files import UnreadableTextError, decode, read_bytes, write_new
from authoring.text.word import is_word

_MARK = b"\xef\xbb\xbf"


class Opened:
    """An article's file as it was read. Raises ``ArticleError`` where it cannot be."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        try:
            self.data = read_bytes(self.path)
            if is_word(self.data):
                message = "this is a Word document and was left as it is, expected Markdown, HTML or text to fix"
                raise ArticleError(message, path=path, hint="lint it without --fix, and change it in Word")
            self.text = decode(self.data)
        except UnreadableTextError as problem:
            raise ArticleError(
                problem.message, path=path, line=problem.line, column=problem.column, hint=problem.hint
            ) from None

    def rewrite(self, text: str) -> None:
        """Write the new text, with the byte-order mark and the permissions of the old one; a link stays a link.

        Raises ``ArticleError`` where the file may not be written, or is not as it was when it was read.
        """
        target = Path(os.path.realpath(self.path))
        data = (_MARK if self.data.startswith(_MARK) else b"") + text.encode("utf-8")
        temporary = target.with_name(f".{target.name[:20]}.{os.urandom(4).hex()}.tmp")
        try:
            mode = target.stat().st_mode & 0o777
            if not mode & 0o222 or not os.access(target, os.W_OK):  # to replace it, the folder's permission would do
                raise ArticleError("this file is read-only and was left as it is", path=self.path, hint=_ALLOW)
            write_new(temporary, data, mode)
            if target.read_bytes() != self.data:
                message = "this file was changed while it was checked, and was left as it is"
                raise ArticleError(message, path=self.path, hint="run it again")
            temporary.replace(target)
        except OSError as error:
            message = f"this file cannot be written ({error.strerror})"
            raise ArticleError(message, path=self.path, hint="check the disk and the folder's permissions") from None
        finally:
            temporary.unlink(missing_ok=True)


_ALLOW = "allow writing to it, or look at the changes with --diff"


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, as ``patch`` takes them."""
    old, new = _lines(before), _lines(after)
    for line in difflib.unified_diff(old, new, path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as ``patch`` counts them: only ``\\n`` ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
