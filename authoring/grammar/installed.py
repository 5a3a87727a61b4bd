"""LanguageTool on this machine: where it lies, which version it is, and whether it is whole."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import GrammarError
from authoring.text.files import surely

MARKER = "authoring.json"
"""The file that says that a folder was made by ``authoring grammar install``, whole, and of what."""
SERVER = "languagetool-server.jar"
"""The file to name to Java, which names the others; LanguageTool's own distribution calls it so, too."""
AGAIN = "run: authoring grammar install --force"
_PREFIX = "LanguageTool-"


@dataclass(frozen=True, slots=True)
class Installed:
    """A LanguageTool that ``authoring grammar install`` put on this machine."""

    folder: Path
    version: str
    """As ``6.8``."""
    classpath: Path
    """The jar to give to Java as its class path."""
    origin: str
    """Where it came from, in a writer's words: ``Maven``, ``the folder …``."""
    files: Mapping[str, tuple[int, str]]
    """Every file by its path inside the folder, with its size and its SHA-256 sum."""

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(size for size, _ in self.files.values())


def data_folder() -> Path:
    """Where LanguageTool is kept for this user; AUTHORING_GRAMMAR_DIR names another place."""
    if named := os.environ.get("AUTHORING_GRAMMAR_DIR"):
        return Path(named).expanduser().absolute()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "authoring"


def folder_of(version: str) -> str:
    """The name of the folder of a version, which language-tool-python knows it by as well."""
    return f"{_PREFIX}{version}"


def find_installed() -> Installed | None:
    """The LanguageTool that was installed, the newest if there are several; a folder of anyone else's is none."""
    try:
        folders = [each for each in data_folder().iterdir() if each.name.startswith(_PREFIX)]
    except OSError:
        return None
    found = [each for each in map(installed_in, folders) if each]
    return max(found, key=lambda each: ordered(each.version), default=None)


def installed_in(folder: Path) -> Installed | None:
    """The LanguageTool in a folder, if ``authoring grammar install`` made it."""
    try:
        told = json.loads((folder / MARKER).read_bytes())
        files = {str(name): (int(size), str(digest)) for name, (size, digest) in told["files"].items()}
        return Installed(folder, str(told["version"]), folder / SERVER, str(told["origin"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def check_whole(installed: Installed, *, thoroughly: bool = False) -> None:
    """Raise ``GrammarError`` where a file is missing or another: by its size, or ``thoroughly`` by its SHA-256 sum."""
    for name, (size, digest) in installed.files.items():
        path = installed.folder / name
        try:
            there = path.stat().st_size
            same = there == size and (not thoroughly or sum_of(path) == digest)
        except OSError:
            fault = "missing" if not surely(path.exists) else "not readable"
            raise GrammarError(f"{path.name} of LanguageTool is {fault}", hint=AGAIN) from None
        if not same:
            raise GrammarError(f"{path.name} of LanguageTool is damaged", hint=AGAIN)


def sum_of(path: Path) -> str:
    """The SHA-256 sum of a file, in hexadecimal digits."""
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def ordered(version: str) -> list[int]:
    """A version as figures, by which 6.10 comes after 6.9."""
    return [int(part) if part.isdecimal() else 0 for part in version.split(".")]
