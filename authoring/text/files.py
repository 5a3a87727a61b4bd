"""Reading a person's text files without surprises, and writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from authoring.text.lines import LineIndex

LIMIT = 20_000_000
"""Largest file that is read as text, in bytes: some 3 million words, far beyond any article or transcript."""


class UnreadableTextError(Exception):
    """Why a file is no text we can read; ``authoring.errors`` turns it into an error with path and hint."""

    def __init__(self, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.hint, self.line, self.column = message, hint, line, column


def decode(data: bytes) -> str:
    """The text of a file's bytes: UTF-8, with or without a byte-order mark, which is not part of the text.

    Line ends stay as they are. Raises ``UnreadableTextError`` for binary data and for every other encoding: a wrong
    guess there would change a source's words without anybody noticing.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableTextError("this is UTF-16 text, expected UTF-8", "save the file again with the encoding UTF-8")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    zero = data.find(b"\0")
    if zero >= 0:
        line, column = LineIndex(data[:zero].decode("utf-8", "replace")).position(zero)
        raise UnreadableTextError("this is binary data, expected text", "name a Markdown or text file", line, column)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        line, column = LineIndex(good).position(len(good))
        raise UnreadableTextError(
            "a character here is not UTF-8, expected UTF-8 text (this may be Latin-1 or Windows-1252)",
            "save the file again with the encoding UTF-8",
            line,
            column,
        ) from None


def read_text(path: Path, limit: int = LIMIT) -> str:
    """The decoded text of a file; raises ``UnreadableTextError``, with a hint, for what is no readable text."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableTextError(
            "there is no such file", "check the spelling, or the folder you are in", 0, 0
        ) from None
    except IsADirectoryError:
        raise UnreadableTextError("this is a folder, expected a file", "name a file inside it", 0, 0) from None
    except PermissionError:
        raise UnreadableTextError("this file may not be read", "check its permissions", 0, 0) from None
    except (OSError, ValueError) as error:
        raise UnreadableTextError(f"this file cannot be read ({error})", "check the name and the disk", 0, 0) from None
    if len(data) > limit:
        raise UnreadableTextError(
            f"this file has more than {limit // 1_000_000} MB, expected the text of one story",
            "split it, or check that it is the right file",
        )
    return decode(data)


def atomic_write(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 so that at every moment either the old file or the new one is there, whole.

    The new bytes go to a file beside ``path`` that then takes its name; permissions of an older file are kept.
    """
    import tempfile  # with random and hashlib, dear at every start-up

    data = text.encode("utf-8")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
        else:
            umask = os.umask(0)
            os.umask(umask)
            temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
