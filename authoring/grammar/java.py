"""The Java that LanguageTool runs on: where it is, whether it is new enough, and how to get one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from authoring.errors import GrammarError

NEEDED = 17
"""The oldest Java on which LanguageTool 6.6 and later run."""
_PATIENCE = 20
"""Seconds in which a Java must have told its version; a slow machine under load may need several."""
_NAME = "java.exe" if sys.platform == "win32" else "java"
_VERSION = re.compile(r'^(?:\S+ )?version "(?:1\.)?(\d+)', re.MULTILINE)
"""As ``openjdk version "17.0.15" 2025-04-15``, ``java version "1.8.0_392"``, ``openjdk version "25-ea"``."""
_MAC = (
    "/opt/homebrew/opt/openjdk*/bin",
    "/usr/local/opt/openjdk*/bin",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin",
)
_WINDOWS = ("Eclipse Adoptium", "Microsoft", "Java", "Zulu", "Amazon Corretto", "BellSoft")
"""Folders of the program folder into which the usual installers put their versions of Java."""


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that was asked for its version and told it."""

    path: Path
    version: int
    """The first figure of it, as 17."""


def find_java() -> Java:
    """The Java of this machine: that of JAVA_HOME, else the first on the PATH, else one in the usual places.

    Whatever comes first is what the machine's owner means, so that another one is used only where that is none at all.
    Raises ``GrammarError``, which says what to type, where there is none or it will not do.
    """
    first = _meant()
    if first is not None:
        return _fit(first)
    for path in _elsewhere():
        try:
            return _fit(path)
        except GrammarError:
            continue
    raise GrammarError(
        f"there is no Java, expected Java {NEEDED} or newer for the grammar check",
        hint=f"{how_to_get_it()}, or set JAVA_HOME to one",
    )


def how_to_get_it() -> str:
    """What to type on this machine to have a Java that will do."""
    if sys.platform == "win32":
        return "type: winget install EclipseAdoptium.Temurin.21.JRE"
    if sys.platform == "darwin":
        return "type: brew install openjdk"
    for tool, told in (
        ("apt-get", f"sudo apt install {_debian()}"),
        ("dnf", "sudo dnf install java-21-openjdk-headless"),
        ("pacman", "sudo pacman -S jre-openjdk-headless"),
        ("zypper", "sudo zypper install java-21-openjdk-headless"),
        ("apk", "sudo apk add openjdk21-jre-headless"),
    ):
        if shutil.which(tool):
            return f"type: {told}"
    return f"install a Java {NEEDED} or newer"


def _debian() -> str:
    """The package of this Debian or Ubuntu: Debian 13 has left Java 17 behind."""
    try:
        told = Path("/etc/os-release").read_text("utf-8")
    except (OSError, ValueError):
        return "default-jre-headless"
    return (
        "openjdk-17-jre-headless"
        if re.search(r"^VERSION_CODENAME=(bookworm|jammy)", told, re.M)
        else ("default-jre-headless")
    )


def _meant() -> Path | None:
    home = os.environ.get("JAVA_HOME", "").strip().strip('"')
    if home and (at_home := Path(home).expanduser() / "bin" / _NAME).is_file():
        return at_home
    found = shutil.which("java")
    if found == "/usr/bin/java" and sys.platform == "darwin" and not _apple_has_one():
        return None  # a stand-in of the system, which opens a window that asks for a download
    return Path(found) if found else None


def _apple_has_one() -> bool:
    try:
        asked = subprocess.run(["/usr/libexec/java_home"], capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return asked.returncode == 0


def _elsewhere() -> Iterator[Path]:
    """Where installers of macOS and Windows put a Java without putting it on the PATH, the newest first."""
    for pattern in _patterns():
        try:
            yield from map(Path, sorted(glob(pattern), reverse=True))  # noqa: PTH207  # patterns from the root of a disk
        except OSError:
            continue


def _patterns() -> list[str]:
    if sys.platform == "darwin":
        return [f"{folder}/{_NAME}" for folder in _MAC]
    if sys.platform == "win32":
        roots = [os.environ.get("PROGRAMFILES", r"C:\Program Files")]
        if local := os.environ.get("LOCALAPPDATA"):
            roots.append(rf"{local}\Programs")
        return [rf"{root}\{maker}\*\bin\{_NAME}" for root in roots for maker in _WINDOWS]
    return []


def _fit(path: Path) -> Java:
    """The Java at ``path``, if it is one and new enough."""
    java = Java(path, _version(path))
    if java.version < NEEDED:
        raise GrammarError(
            f"{path} is Java {java.version}, expected Java {NEEDED} or newer for the grammar check",
            hint=f"{how_to_get_it()}, or set JAVA_HOME to a newer one",
        )
    return java


def _version(path: Path) -> int:
    hint = f"{how_to_get_it()}, or set JAVA_HOME to a Java that works"
    try:
        asked = subprocess.run(  # noqa: S603  # the user's own Java
            [path, "-version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GrammarError(f"{path} does not answer, expected its version in {_PATIENCE} seconds", hint=hint) from None
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        why = getattr(error, "strerror", None) or "it cannot be run"
        raise GrammarError(f"{path} does not start ({why}), expected a Java", hint=hint) from None
    told = _VERSION.search(asked.stdout.decode("utf-8", "replace"))
    if asked.returncode or not told:
        raise GrammarError(f"{path} does not tell its version, expected a Java", hint=hint)
    return int(told[1][:9])
