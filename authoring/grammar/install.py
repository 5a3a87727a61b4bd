"""LanguageTool put on this machine or taken off it: never half, never two at once, nothing of anyone else's."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import GrammarError
from authoring.grammar.installed import (
    MARKER,
    Installed,
    check_whole,
    data_folder,
    find_installed,
    folder_of,
    installed_in,
    ordered,
)
from authoring.grammar.layout import is_of_another_list, mark
from authoring.grammar.listed import listed
from authoring.grammar.one_at_a_time import alone

Progress = Callable[[int, int], None]
"""Told bytes that have arrived, and bytes there will be; the second is 0 where nobody knows."""
_MAKING = ".installing-"
_LEAVING = ".removing-"
_FULL = tuple(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))


@dataclass(frozen=True, slots=True)
class Made:
    """What a way of getting LanguageTool put into the folder it was given."""

    folder: Path
    """The folder with ``languagetool-server.jar`` in it, inside the one that was given."""
    version: str
    origin: str
    """Where it came from, in a writer's words."""


Way = Callable[[Path, Progress], Made]
"""A way of getting LanguageTool: fills the empty folder that it is given, and says what it made of it."""


def install(
    way: Way, progress: Progress, waiting: Callable[[], None], *, force: bool = False
) -> tuple[Installed, bool]:
    """Put LanguageTool into this user's folder, and say whether that was needed; raises ``GrammarError``.

    What ``way`` makes lies beside the place it is meant for until it is whole, and then takes it at once.
    """
    home = data_folder()
    with _told_of_the_disk(home):
        home.mkdir(parents=True, exist_ok=True)
        with alone(home / ".lock", waiting):
            _clean(home)
            there = find_installed()
            if there and not force and _will_do(there):
                return there, False
            _not_theirs(home / folder_of(listed().version))  # to say so before anything is fetched
            with _temporary(home) as room:
                made = way(room, progress)
                mark(made.folder, made.version, made.origin)
                done = _take_place(home, made)
            for other in home.glob(folder_of("*")):
                if other != done.folder and _ours(other):
                    _remove(other)
            return done, True


def _will_do(there: Installed) -> bool:
    """Whether what is installed is whole, and no older than what this version of the program would install."""
    try:
        check_whole(there)
    except GrammarError:
        return False
    ours = listed().version
    return ordered(there.version) > ordered(ours) or (there.version == ours and not is_of_another_list(there))


def uninstall(waiting: Callable[[], None]) -> list[Path]:
    """Take off every LanguageTool that ``install`` made, and nothing else; says which folders those were."""
    home = data_folder()
    if not home.is_dir():
        return []
    removed = []
    with _told_of_the_disk(home), alone(home / ".lock", waiting):
        _clean(home)
        there = sorted(home.glob(folder_of("*")))
        ours = [folder for folder in there if _ours(folder)]
        if there and not ours:
            raise _foreign(there[0])
        for folder in ours:
            _remove(folder)
            removed.append(folder)
        for name in ("run/kept.lock", ".lock"):
            with suppress(OSError):
                (home / name).unlink()
        for folder in (home / "run", home):  # only where nothing else is kept there
            with suppress(OSError):
                folder.rmdir()
    return removed


def _take_place(home: Path, made: Made) -> Installed:
    place = home / folder_of(made.version)
    _not_theirs(place)
    if place.exists():
        _remove(place)
    made.folder.rename(place)
    done = installed_in(place)
    assert done is not None
    return done


def _ours(folder: Path) -> bool:
    """Whether ``install`` made a folder, even where its marker cannot be read any more."""
    return not folder.is_symlink() and (folder / MARKER).is_file()


def _not_theirs(place: Path) -> None:
    if (place.exists() or place.is_symlink()) and not _ours(place):
        raise _foreign(place)


def _foreign(folder: Path) -> GrammarError:
    return GrammarError(f"{folder} was not made by authoring, it stays", hint="move it, or remove it yourself")


def _remove(folder: Path) -> None:
    """Take a folder out of the way at once, and then delete it; not with files in it that ``install`` did not make."""
    if installed := installed_in(folder):
        ours = {MARKER, *installed.files}
        for path in folder.rglob("*"):
            if not path.is_dir() and path.relative_to(folder).as_posix() not in ours:
                raise GrammarError(f"{path} is not LanguageTool's, the folder stays", hint="move it elsewhere first")
    away = folder.with_name(f"{_LEAVING}{os.urandom(4).hex()}")
    try:
        folder.rename(away)
    except PermissionError:
        raise GrammarError(
            f"{folder} cannot be removed, it may be in use", hint="close what uses it, and try again"
        ) from None
    shutil.rmtree(away, ignore_errors=True)


def _clean(home: Path) -> None:
    """Delete what runs that were killed have left behind."""
    for pattern in (_MAKING, _LEAVING):
        for left in home.glob(f"{pattern}*"):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _temporary(home: Path) -> Iterator[Path]:
    room = Path(tempfile.mkdtemp(prefix=_MAKING, dir=home))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


@contextmanager
def _told_of_the_disk(home: Path) -> Iterator[None]:
    """Turn what the system says of the disk into an error that says what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            hint = "make room, or set AUTHORING_GRAMMAR_DIR to a folder on another disk"
            raise GrammarError(f"the disk is full, nothing was installed in {home}", hint=hint) from None
        why = error.strerror or type(error).__name__
        hint = "check its permissions, or set AUTHORING_GRAMMAR_DIR to another folder"
        raise GrammarError(f"{home} cannot be written ({why})", hint=hint) from None
