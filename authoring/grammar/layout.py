"""How LanguageTool lies in its folder: our list's jars as ``libs/…``, one jar that names them, and a marker."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

from authoring.errors import GrammarError
from authoring.grammar.installed import MARKER, SERVER, Installed, sum_of
from authoring.grammar.listed import Jar, Listed, listed

LIBS = "libs"
_LINE = 72
"""Bytes that a line of a manifest may have; what is longer goes on behind a blank."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time in the jar that names the others, so that two installations of a version are equal to the byte."""


def check_jars(folder: Path, jars: Iterable[Jar]) -> None:
    """Raise ``GrammarError`` where a jar in ``folder`` is missing or not the one of the list."""
    for jar in jars:
        path = folder / jar.file
        if not path.is_file():
            raise GrammarError(f"{jar.file} did not arrive", hint="try again, or use --from FOLDER")
        if path.stat().st_size != jar.size or sum_of(path) != jar.sha256:
            raise GrammarError(
                f"{jar.file} is not the file it should be, its SHA-256 sum is another",
                hint="something on the way changed it: ask who runs your network or Maven mirror",
            )


def name_jars(folder: Path, wanted: Listed) -> None:
    """Write the jar that names those in ``libs``, which is all that Java is given."""
    manifest = [
        "Manifest-Version: 1.0",
        "Main-Class: org.languagetool.server.HTTPServer",
        *_folded("Class-Path: " + " ".join(["./", *(f"{LIBS}/{jar.file}" for jar in wanted.jars)])),
    ]
    with zipfile.ZipFile(folder / SERVER, "w", zipfile.ZIP_STORED) as file:
        file.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF", _EPOCH), "".join(f"{line}\r\n" for line in manifest))


def mark(folder: Path, version: str, origin: str) -> None:
    """Write down what the folder holds: the last thing done to it, so that only a whole one is marked."""
    files = {
        path.relative_to(folder).as_posix(): [path.stat().st_size, sum_of(path)]
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / MARKER
    }
    told = {"version": version, "origin": origin, "files": files}
    (folder / MARKER).write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


def is_of_another_list(installed: Installed) -> bool:
    """Whether files of a list were installed that is not this program's: it is older, or somebody has changed them.

    A distribution of LanguageTool's makers is of no list.
    """
    core = f"{LIBS}/languagetool-core-{installed.version}.jar"
    ours = {f"{LIBS}/{jar.file}": (jar.size, jar.sha256) for jar in listed().jars}
    return core in installed.files and any(installed.files.get(name) != told for name, told in ours.items())


def _folded(line: str) -> list[str]:
    """A line of a manifest, in as many as it takes."""
    made = [line[:_LINE]]
    for at in range(_LINE, len(line), _LINE - 1):
        made.append(" " + line[at : at + _LINE - 1])
    return made
