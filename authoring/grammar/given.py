"""LanguageTool from a folder or zip that the user has brought: our own files, or its makers' distribution."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from authoring.errors import GrammarError
from authoring.grammar.install import Made, Progress, Way
from authoring.grammar.installed import SERVER, folder_of
from authoring.grammar.layout import LIBS, check_jars, name_jars
from authoring.grammar.listed import listed

_OLDEST = (6, 6)
"""Of LanguageTool: the first that runs on the same Java and names its rules as ours are chosen by."""
_MOST = 200_000
"""Files that are looked through in a folder; with more, it is not the folder that is meant."""
_CORE = "languagetool-core*.jar"


def from_given(path: Path) -> Way:
    """The way to install what lies at ``path``; raises ``GrammarError`` where nothing lies there."""
    if path.is_dir():
        return lambda room, progress: _from_folder(path, room, progress, f"the folder {path.absolute()}")
    if path.is_file():
        return lambda room, progress: _from_zip(path, room, progress)
    raise GrammarError(
        "there is no such file or folder", path=path, hint="check the spelling, or the folder you are in"
    )


def unzip(path: Path, room: Path) -> None:
    """Unpack a zip, unless it would write elsewhere, holds links, or grows beyond measure."""
    from language_tool_python.exceptions import PathError
    from language_tool_python.safe_zip import SafeZipExtractor

    try:
        with zipfile.ZipFile(path) as file:
            SafeZipExtractor().extractall(file, room, work_dir=room.parent)
    except PathError as error:
        raise GrammarError(f"this zip is not safe to unpack: {error}", path=path, hint="get it anew") from None
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise GrammarError(f"this is no whole zip file ({error})", path=path, hint="get it anew") from None


def _from_zip(path: Path, room: Path, progress: Progress) -> Made:
    unpacked = room / "unpacked"
    unpacked.mkdir()
    unzip(path, unpacked)
    return _from_folder(unpacked, room, progress, f"the file {path.absolute()}", path)


def _from_folder(given: Path, room: Path, progress: Progress, origin: str, named: Path | None = None) -> Made:
    """``named`` is what the user calls it, if that is not ``given`` itself."""
    named = named or given
    wanted = {jar.file: jar for jar in listed().jars}
    found: dict[str, Path] = {}
    roots: list[Path] = []
    for path in _files(given, named):
        if path.name in wanted:
            found.setdefault(path.name, path)
        elif path.name == SERVER and any(core.name not in wanted for core in (path.parent / LIBS).glob(_CORE)):
            roots.append(path.parent)
    if len(found) == len(wanted):
        return _listed(found, room, progress, origin)
    if roots:
        return _distribution(min(roots, key=lambda root: len(root.parts)), room, progress, origin, named)
    if found:
        missing = sorted(set(wanted) - set(found))
        others = f" and {len(missing) - 1} more files" if len(missing) > 1 else ""
        raise GrammarError(f"{missing[0]}{others} of LanguageTool {listed().version} not there", path=named, hint=_HINT)
    raise GrammarError("no LanguageTool in there", path=named, hint=_HINT)


_HINT = "expected LanguageTool unpacked, or the folder that authoring grammar status shows on another machine"


def _files(folder: Path, named: Path) -> Iterator[Path]:
    """The files of a folder and those below it; what a link leads to only where the link is a file."""
    count = 0
    for at, _, names in os.walk(folder):
        count += len(names)
        if count > _MOST:
            raise GrammarError(f"more than {_MOST:,} files in there, expected those of LanguageTool", path=named)
        for name in names:
            if name.endswith(".jar"):
                yield Path(at, name)


def _listed(found: dict[str, Path], room: Path, progress: Progress, origin: str) -> Made:
    wanted = listed()
    folder = room / folder_of(wanted.version)
    libs = folder / LIBS
    libs.mkdir(parents=True)
    done = 0
    for jar in wanted.jars:
        shutil.copyfile(found[jar.file], libs / jar.file)
        done += jar.size
        progress(done, wanted.size)
    check_jars(libs, wanted.jars)
    name_jars(folder, wanted)
    return Made(folder, wanted.version, origin)


def _distribution(root: Path, room: Path, progress: Progress, origin: str, named: Path) -> Made:
    version = _version(root)
    if version is None or tuple(map(int, version.split("."))) < _OLDEST:
        told = f"LanguageTool {version}" if version else "a LanguageTool of unknown version"
        raise GrammarError(f"this is {told}, expected {_OLDEST[0]}.{_OLDEST[1]} or newer", path=named)
    folder = room / folder_of(version)
    total = sum(path.lstat().st_size for path in root.rglob("*"))
    shutil.copytree(root, folder, copy_function=_counting(progress, total), symlinks=True)
    for path in folder.rglob("*"):
        if path.is_symlink():
            raise GrammarError(f"{path.name} is a link, expected files and folders only", path=named)
    return Made(folder, version, origin)


def _counting(progress: Progress, total: int) -> Callable[[str, str], str]:
    done = 0

    def copy(source: str, target: str) -> str:
        nonlocal done
        shutil.copyfile(source, target, follow_symlinks=False)
        done += Path(target).lstat().st_size
        progress(done, total)
        return target

    return copy


def _version(root: Path) -> str | None:
    """What the core of LanguageTool says of its version, else what the folder is called."""
    for core in (root / LIBS).glob(_CORE):
        try:
            with zipfile.ZipFile(core) as file:
                told = file.read("git.properties").decode("utf-8", "replace")
        except (OSError, KeyError, zipfile.BadZipFile):
            continue
        if found := re.search(r"^git\.build\.version=(\d+(?:\.\d+)+)", told, re.MULTILINE):
            return found[1]
    found = re.fullmatch(r"LanguageTool-(\d+(?:\.\d+)+)(?:-\w+)?", root.name)
    return found[1] if found else None
