"""How an answer leaves the process that serves drafts: in pieces of known length, and then how its child ended."""

from __future__ import annotations

import os
import struct
from typing import IO

UNREAD = 3
"""Exit code of a child that has answered without having read its job to the end."""
_LENGTH = struct.Struct(">I")
_CODE = struct.Struct(">i")


def write_frame(file: int, piece: bytes | memoryview) -> None:
    """Hand on a piece of an answer."""
    if len(piece):
        _write(file, _LENGTH.pack(len(piece)))
        _write(file, piece)


def write_end(file: int, code: int) -> None:
    """The answer is over; the child ended with this exit code, or the negative number of a signal."""
    _write(file, _LENGTH.pack(0) + _CODE.pack(code))


def read_answer(file: IO[bytes]) -> tuple[bytes, int | None]:
    """A whole answer, and how the child ended; ``None`` where nobody was left to say."""
    pieces: list[bytes] = []
    while len(head := file.read(_LENGTH.size)) == _LENGTH.size:
        length = _LENGTH.unpack(head)[0]
        if not length:
            code = file.read(_CODE.size)
            return b"".join(pieces), _CODE.unpack(code)[0] if len(code) == _CODE.size else None
        pieces.append(file.read(length))
    return b"", None


def _write(file: int, data: bytes | memoryview) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]
