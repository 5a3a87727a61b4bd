"""Puts a picture of the project into a page, as an address that holds the picture itself."""

from __future__ import annotations

import os.path
from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote

from authoring.text.files import UnreadableTextError, read_bytes

_LIMIT = 8_000_000
"""Bytes of a picture that a page takes."""
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}


def data_address(file: str, folder: Path) -> str:
    """The picture as a ``data:`` address; empty for one of the web, and for a file that is no picture.

    ``file`` has been checked to lead nowhere outside the project; links on the disk are not followed.
    SVG is left out, since it may hold scripts and requests.
    """
    if "://" in file:
        return ""
    try:
        path = Path(os.path.normpath(folder.resolve() / unquote(file)))
        if path.resolve() != path or not path.is_file():
            return ""
        data = read_bytes(path, _LIMIT)
    except (OSError, ValueError, UnreadableTextError):
        return ""
    kind = next((name for beginning, name in _BEGINNINGS.items() if data.startswith(beginning)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "image/webp"
    if data[4:12] in {b"ftypavif", b"ftypavis"}:
        kind = "image/avif"
    return f"data:{kind};base64,{b64encode(data).decode()}" if kind else ""
