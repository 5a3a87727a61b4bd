"""Opens a file in the editor that somebody has chosen for such things."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from authoring.errors import AuthoringError

_USUAL = ("sensible-editor", "nano", "vim", "vi")


def edit(path: Path) -> None:
    """Open a file in ``$VISUAL`` or ``$EDITOR``, else in what the system has, and wait until it is closed.

    Raises ``AuthoringError`` where there is no editor, or it failed; the file is as it was left.
    """
    command = _command()
    try:
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603  # the editor that the user chose
    except OSError as error:
        message = f"the editor “{command[0]}” cannot be started ({error.strerror})"
        raise AuthoringError(message, path=path, hint="set EDITOR to another one, or open the file yourself") from None
    if done.returncode:
        message = f"the editor “{command[0]}” ended with code {done.returncode}"
        raise AuthoringError(message, path=path, hint="the file is there")


def _command() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        if chosen := os.environ.get(name, "").strip():
            try:
                return shlex.split(chosen, posix=os.name != "nt")
            except ValueError:
                hint = "set it right: an editor, and its flags if any"
                raise AuthoringError(f"{name} has a quotation mark that is not closed", hint=hint) from None
    if os.name == "nt":
        return ["notepad"]
    for usual in _USUAL:
        if found := shutil.which(usual):
            return [found]
    if sys.platform == "darwin":
        return ["open", "-W", "-t"]
    raise AuthoringError("no editor is chosen, expected one in EDITOR", hint="for example: export EDITOR=nano")
