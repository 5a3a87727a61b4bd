"""What the tests of ``authoring grammar install`` share: running it, and stand-ins for Maven and for a distribution."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from authoring.grammar.installed import SERVER

AUTHORING = [sys.executable, "-m", "authoring"]


def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does, to its end."""
    return subprocess.run(
        [*AUTHORING, *map(str, words)],
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def started(*words: str | Path, **variables: str) -> subprocess.Popen[str]:
    """Start a command, to do something to it meanwhile."""
    return subprocess.Popen(
        [*AUTHORING, *map(str, words)],
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def maven_that(folder: Path, does: str) -> str:
    """A PATH on which a stand-in for Maven comes first, which runs a piece of shell with the folder to fill as $out."""
    folder.mkdir(exist_ok=True)
    program = folder / "mvn"
    program.write_text(
        '#!/bin/sh\nfor word in "$@"; do case $word in -DoutputDirectory=*) out=${word#*=};; esac; done\n'
        f'mkdir -p "$out"\n{does}\n',
        "utf-8",
    )
    program.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def path_without_maven(folder: Path) -> str:
    """A PATH with a Java and nothing else."""
    folder.mkdir()
    java = shutil.which("java")
    assert java is not None
    (folder / "java").symlink_to(java)
    return str(folder)


def distribution(libs: Path, at: Path) -> Path:
    """LanguageTool as its makers lay it out: jars named without versions, and a server's jar that names them."""
    folder = at / "LanguageTool-6.8"
    (folder / "libs").mkdir(parents=True)
    names = []
    for jar in sorted(libs.iterdir()):
        names.append(f"libs/{jar.stem.rpartition('-')[0]}.jar")
        shutil.copyfile(jar, folder / names[-1])
    with zipfile.ZipFile(folder / SERVER, "w") as file:
        told = "".join(f" {name} \r\n" for name in names)
        file.writestr("META-INF/MANIFEST.MF", f"Manifest-Version: 1.0\r\nClass-Path: ./ \r\n{told}")
    (folder / "README.md").write_text("# LanguageTool\n", "utf-8")
    return folder


def zipped(folder: Path, file: Path) -> Path:
    """A zip of a folder, with the folder's name in it."""
    with zipfile.ZipFile(file, "w") as made:
        for path in sorted(folder.rglob("*")):
            made.write(path, path.relative_to(folder.parent))
    return file
