"""What was exported into a folder, by its sum: a hidden file beside the exports tells them from what people wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from authoring.text.files import UnreadableTextError, atomic_write, read_bytes, read_text

KEPT = ".exports.json"
"""The hidden file that keeps the sums of what was exported into its folder."""
LIMIT = 100_000_000
"""Largest export that is looked at, in bytes; pictures may stand in it."""


def exported_into(folder: Path) -> Mapping[str, str]:
    """The sum of each file that was exported into a folder, by its name; none where that is not known."""
    try:
        files = json.loads(read_text(folder / KEPT)).get("files", {})
        return {str(name): str(value) for name, value in files.items()}
    except (UnreadableTextError, ValueError, AttributeError, RecursionError):
        return {}


def still_as_exported(file: Path, sums: Mapping[str, str]) -> bool:
    """Whether a file is as it was exported, and nobody has written in it since."""
    if file.name not in sums:
        return False
    try:
        return sum_of(read_bytes(file, LIMIT)) == sums[file.name]
    except UnreadableTextError:
        return False


def keep(target: Path, data: bytes) -> None:
    """Put down that ``data`` was exported into ``target``; raises ``OSError``."""
    sums = {**exported_into(target.parent), target.name: sum_of(data)}
    known = {name: value for name, value in sorted(sums.items()) if (target.parent / name).exists()}
    atomic_write(target.parent / KEPT, json.dumps({"version": 1, "files": known}, indent=1) + "\n")


def sum_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()
