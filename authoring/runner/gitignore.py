"""What the ``.gitignore`` files of a repository leave out of the folders that are walked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from authoring.text.files import surely

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"
_LIMIT = 1_000_000


@dataclass(frozen=True)
class Ignored:
    """The ``.gitignore`` files that hold in one folder: its own, and those above it in the repository."""

    files: tuple[tuple[str, GitIgnoreSpec], ...] = ()
    """The folder that each stands in, and what it says, the nearest last."""

    def below(self, folder: Path) -> Ignored:
        """What holds in a folder of this one."""
        spec = _read(folder)
        return self if spec is None else Ignored((*self.files, (os.path.abspath(folder), spec)))  # noqa: PTH100

    def leaves_out(self, path: str, is_folder: bool) -> bool:
        """Whether a file or folder is left out; of several files that speak of it, the nearest decides."""
        if not self.files:
            return False
        whole = os.path.abspath(path)  # noqa: PTH100  # “resolve” would follow links
        for folder, spec in reversed(self.files):
            near = os.path.relpath(whole, folder).replace(os.sep, "/")
            include = spec.check_file(f"{near}/" if is_folder else near).include
            if include is not None:
                return include
        return False


NOTHING_IGNORED = Ignored()


def ignored_in(folder: Path) -> Ignored:
    """What holds in a folder that somebody names; where that itself is left out, only what stands in it counts."""
    whole = Path(os.path.abspath(folder))  # noqa: PTH100
    above: list[Path] = []
    for parent in (whole, *whole.parents):
        above.append(parent)
        if surely((parent / ".git").exists):
            break
    else:
        above = [whole]
    ignored = NOTHING_IGNORED
    for parent in reversed(above[1:]):
        ignored = ignored.below(parent)
        child = above[above.index(parent) - 1]
        if ignored.leaves_out(str(child), is_folder=True):
            ignored = NOTHING_IGNORED
            break
    return ignored.below(whole)


def _read(folder: Path) -> GitIgnoreSpec | None:
    try:
        with (folder / _NAME).open(encoding="utf-8-sig", errors="replace") as file:
            lines = file.read(_LIMIT).splitlines()
    except (OSError, ValueError):
        return None
    from pathspec import GitIgnoreSpec  # few folders have such a file

    kept = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:  # git passes over what it cannot read
            continue
        kept.append(line)
    return GitIgnoreSpec.from_lines(kept) if kept else None
