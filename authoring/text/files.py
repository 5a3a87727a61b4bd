"""Reading a person's text files without surprises, and writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from authoring.text.lines import LineIndex

LIMIT = 20_000_000
"""Largest file that is read as text, in bytes: some 3 million words, far beyond any article or transcript."""


_GIVEN = (("/", "dev"), ("/", "proc"))
"""Where pipes stand that a shell has opened, with somebody at the other end."""


class UnreadableTextError(Exception):
    """Why a file is no text we can read; ``authoring.errors`` turns it into an error with path and hint."""

    def __init__(self, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.hint, self.line, self.column = message, hint, line, column


PROJECT = (".git", "pyproject.toml", "authoring.toml")
"""What the top folder of a project holds."""


def project_folders(file: Path) -> list[Path]:
    """The folder of a file and those above it, up to the top of the project, nearest first.

    The top is the first folder that holds one of ``PROJECT``; where there is none, only the folder of the file and the
    one above it count.
    """
    above = list(file.resolve().parents)
    tops = [number for number, folder in enumerate(above) if any((folder / mark).exists() for mark in PROJECT)]
    return above[: tops[0] + 1] if tops else above[:2]


def decode(data: bytes) -> str:
    """The text of a file's bytes: UTF-8, with or without a byte-order mark, which is not part of the text.

    Line ends stay as they are. Raises ``UnreadableTextError`` for binary data and for every other encoding: a wrong
    guess there would change a source's words without anybody noticing.
    """
    _refuse(data)
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


_OTHERS = {
    b"PK\x03\x04": ("a Word document or another zip file", "save its words as plain text in UTF-8"),
    b"{\\rtf": ("a rich text document (.rtf)", "save it as .docx, or as plain text in UTF-8"),
    b"%PDF-": ("a PDF", "copy its words into a text file"),
    b"\xd0\xcf\x11\xe0": ("an old Word document (.doc)", "save it as .docx, or as plain text in UTF-8"),
}
"""How files begin that other programs make, and what these are."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def _refuse(data: bytes) -> None:
    """Raise ``UnreadableTextError`` for what another program makes."""
    for begin, (what, hint) in _OTHERS.items():
        if data.startswith(begin):
            if _LOCKED in data:
                raise UnreadableTextError(
                    "this document has a password, expected one that can be read", "save it without a password", 0, 0
                )
            raise UnreadableTextError(f"this is {what}, expected text", hint, 0, 0)


def article_text(data: bytes) -> str:
    """The text of an article's bytes: that of a Word document is the Markdown made from it."""
    from authoring.text.word import is_word, markdown_of

    return markdown_of(data) if is_word(data) else decode(data)


def read_article(path: Path, limit: int = LIMIT) -> str:
    """Like ``read_text``, but Word documents are read too, and may be larger than a text, since pictures count."""
    from authoring.text.word import is_word, markdown_of

    if surely(path.is_file):  # from a pipe nothing can be read twice
        with suppress(OSError), path.open("rb") as file:
            if is_word(file.read(8)):
                return markdown_of(file)
    return article_text(read_bytes(path, limit))


def read_text(path: Path, limit: int = LIMIT) -> str:
    """The decoded text of a file; raises ``UnreadableTextError``, with a hint, for what is no readable text."""
    return decode(read_bytes(path, limit))


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """What a file holds; raises ``UnreadableTextError``, with a hint, where that cannot be told."""
    try:
        if stat.S_ISFIFO(path.stat().st_mode) and path.parts[:2] not in _GIVEN:
            raise UnreadableTextError(
                "this is a pipe, which may never end, expected a file", "save what comes out of it in a file", 0, 0
            )
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
        why = (error.strerror or "") if isinstance(error, OSError) else str(error)  # in full it has the path once more
        raise UnreadableTextError(f"this file cannot be read ({why})", "check the name and the disk", 0, 0) from None
    if len(data) > limit:
        raise UnreadableTextError(
            f"this file has more than {limit // 1_000_000} MB, expected the text of one story",
            "split it, or check that it is the right file",
        )
    return data


def tidied(path: Path) -> Path:
    """A path without what leads up and down again, where that is the same file: ``t.md`` for ``drafts/../t.md``."""
    tidy = Path(os.path.normpath(path))
    return tidy if surely(lambda: tidy.resolve() == path.resolve()) else path


def surely(question: Callable[[], bool]) -> bool:
    """Whether a path is what is asked for: ``surely(path.is_file)``.

    No where that cannot be told, as in a folder that may not be read, or of a name too long, for which ``Path`` raises.
    """
    try:
        return question()
    except (OSError, ValueError):
        return False


def atomic_write(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 so that at every moment either the old file or the new one is there, whole.

    The new bytes go to a hidden file beside ``path`` that then takes its name; permissions of an older file are kept.
    """
    atomic_write_all([(path, text)], like=path)


def atomic_write_all(files: Sequence[tuple[Path, str]], like: Path) -> None:
    """Write files that belong together: none takes its name before all are complete, so a full disk changes nothing.

    They take their names in the order given, and get the permissions of the file ``like``, if that is there. Raises
    ``OSError`` with the path of the file that it is about.
    """
    try:
        mode = like.lstat().st_mode & 0o777
    except OSError:
        mode = None
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, text in files:
            _about(path, _can_be_named, path)
            waiting.append((path.with_name(f".{path.name[:20]}.{os.urandom(4).hex()}.tmp"), path))
            _about(path, write_new, waiting[-1][0], text.encode("utf-8"), mode)
        for temporary, path in waiting:
            _about(path, temporary.replace, path)
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)


def write_new(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file that is not there yet, onto the disk itself.

    It has these permissions from its first moment on; without them, the usual ones. Raises ``OSError``,
    ``FileExistsError`` among them.
    """
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o666 if mode is None else mode)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)  # what the umask took away


def keep_copy(path: Path) -> Path:
    """Keep a file under a name that nothing has yet, and give it: ``interview.md.bak``, ``interview.md.bak2``, …"""
    data, mode = path.read_bytes(), path.stat().st_mode & 0o777
    number = 1
    while True:
        name = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            write_new(name, data, mode)
        except FileExistsError:
            number += 1
        except BaseException:
            name.unlink(missing_ok=True)
            raise
        else:
            return name


def _can_be_named(path: Path) -> None:
    """What would make the last step fail, told before the first: a name too long, a folder in its place."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _about(path: Path, do: Callable[..., object], *arguments: object) -> None:
    try:
        do(*arguments)
    except OSError as error:
        if error.errno is not None:
            error.filename = str(path)
        raise
