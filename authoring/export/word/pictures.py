"""Picture files that go into a document: found safely, and without what a camera noted in them."""

from __future__ import annotations

import stat
import struct
from pathlib import Path

from authoring.text.files import project_folders

LARGEST = 5_000_000
"""Bytes; larger pictures would make a document that no mail takes."""
_PNG = b"\x89PNG\r\n\x1a\n"
_WANTED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYS"})
_TELLING = frozenset({*range(0xE1, 0xE2), *range(0xE3, 0xEE), 0xEF, 0xFE})
"""JPEG segments that tell where, when and by whom; not the one of the colours (0xE2) nor Adobe's (0xEE)."""


def picture(article: Path, file: str) -> bytes | None:
    """The bytes of a picture of an article: PNG or JPEG, in the article's project, of a size to be sent.

    ``None`` for any other, and for what is no picture whatever its name is. Where and when it was taken, which may tell
    who a source is, is left out.
    """
    try:
        path = (article.parent / file).resolve()
        if not path.is_relative_to(project_folders(article)[-1]) or not stat.S_ISREG(path.stat().st_mode):
            return None
        if path.stat().st_size > LARGEST:
            return None
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    try:
        return _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(b"\xff\xd8\xff") else None
    except (struct.error, IndexError, ValueError):
        return None


def _png(data: bytes) -> bytes | None:
    made, at = [_PNG], len(_PNG)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            return None
        if kind in _WANTED:
            made.append(chunk)
        at += 12 + length
        if kind == b"IEND":
            break
    return b"".join(made) if _seen(struct.unpack_from(">II", data, 16)) else None


def _jpeg(data: bytes) -> bytes | None:
    made, at = [data[:2]], 2
    while True:
        while data[at + 1] == 0xFF:  # filling
            at += 1
        mark, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if data[at] != 0xFF or length < 2 or at + 2 + length > len(data):
            return None
        if (
            0xC0 <= mark <= 0xCF
            and mark not in {0xC4, 0xC8, 0xCC}
            and not _seen(struct.unpack_from(">HH", data, at + 5))
        ):
            return None
        if mark not in _TELLING:
            made.append(data[at : at + 2 + length])
        at += 2 + length
        if mark == 0xDA:  # the picture itself
            end = data.rfind(b"\xff\xd9")
            return b"".join([*made, data[at : end + 2 if end > at else len(data)]])


def _seen(sides: tuple[int, ...]) -> bool:
    return all(0 < side <= 20_000 for side in sides)
