"""Puts new files down whole, and never over what is there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from authoring.errors import AuthoringError
from authoring.text.files import write_new


def resolved(folder: Path) -> Path:
    """The folder without links and dots; raises ``AuthoringError`` where the one that one is in was deleted."""
    try:
        return folder.resolve()
    except OSError as error:
        message = f"this folder cannot be found ({error.strerror})"
        raise AuthoringError(message, path=folder, hint="go to another one with cd") from None


def write_once(path: Path, text: str) -> bool:
    """Write a file that is not there yet, with the folders that it needs; ``False`` where something stands there.

    At every moment the file is there whole or not at all. Raises ``AuthoringError``.
    """
    try:
        if os.path.lexists(path):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        return _new(path, text.encode("utf-8"))
    except OSError as error:
        raise _in_words(error, path) from None


def _new(path: Path, data: bytes) -> bool:
    temporary = path.with_name(f".{path.name[:20]}.{os.urandom(4).hex()}.tmp")
    try:
        write_new(temporary, data)
        try:
            os.link(temporary, path)  # other than a new name given to it, a link never takes another file's place
        except FileExistsError:
            return False
        except OSError:  # a disk without links
            if os.path.lexists(path):
                return False
            temporary.rename(path)
        return True
    finally:
        temporary.unlink(missing_ok=True)


def _in_words(error: OSError, path: Path) -> AuthoringError:
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        blocking = next((each for each in path.parents if os.path.lexists(each) and not each.is_dir()), path.parent)
        hint = "rename it, or choose another folder"
        return AuthoringError("this is a file, expected a folder", path=blocking, hint=hint)
    hint = "check the disk, the name and the folder's permissions"
    return AuthoringError(f"this cannot be written ({error.strerror})", path=path, hint=hint)
