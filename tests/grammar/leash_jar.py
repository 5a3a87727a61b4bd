"""Makes authoring/grammar/leash/leash.jar from the sources beside it, and notes in it which sources those were.

To be run after a change of one of them, where there is a javac: ``python tests/grammar/leash_jar.py``.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "authoring/grammar/leash"
JAR = FOLDER / "leash.jar"
LOGGING = "logback-leash.xml"
SOURCES = ("Leash.java", LOGGING)
CLASS = "Leash.class"
MANIFEST = "META-INF/MANIFEST.MF"
_OLDEST = "17"
"""The Java that LanguageTool wants, which must be able to run what newer ones have compiled."""
_LINE = 70
"""Characters in a line of a manifest; what is longer goes on in the next, behind a space."""
_BUILT = (2026, 11, 22, 0, 0, 0)
"""The time of every entry, so that the same sources make the same file."""


def sums() -> dict[str, str]:
    """The SHA-256 sums of the sources, as the manifest is to name them."""
    return {
        f"{name.replace('.', '-')}-SHA-256": hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
        for name in SOURCES
    }


def noted() -> dict[str, str]:
    """What the manifest of the jar says."""
    with zipfile.ZipFile(JAR) as jar:
        lines = jar.read(MANIFEST).decode().replace("\r\n ", "").split("\r\n")
    return dict(line.split(": ", 1) for line in lines if line)


def javac() -> tuple[str, str] | None:
    """The compiler of this machine, if there is one, and the first number of its version."""
    path = shutil.which("javac")
    if path is None:
        return None
    told = subprocess.run([path, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r"\d+", told.stdout + told.stderr)
    return (path, version.group()) if version else None


def compiled(path: str) -> bytes:
    """The class that a compiler makes of the source."""
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([path, "--release", _OLDEST, "-d", scratch, str(FOLDER / "Leash.java")], check=True)
        return Path(scratch, CLASS).read_bytes()


def main() -> None:
    """Make the jar."""
    found = javac()
    if found is None:
        raise SystemExit("there is no javac, on Debian it is in openjdk-17-jdk-headless")
    path, version = found
    manifest = {"Manifest-Version": "1.0", "Created-By": f"javac {version}", **sums()}
    folded = (re.sub(rf"(.{{{_LINE}}})(?=.)", "\\1\r\n ", f"{name}: {value}") for name, value in manifest.items())
    parts = {
        MANIFEST: "".join(f"{line}\r\n" for line in (*folded, "")).encode(),
        CLASS: compiled(path),
        LOGGING: (FOLDER / LOGGING).read_bytes(),
    }
    with zipfile.ZipFile(JAR, "w") as jar:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _BUILT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            jar.writestr(entry, data)


if __name__ == "__main__":
    main()
