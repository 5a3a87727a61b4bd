"""``authoring lint`` with the real LanguageTool on a disk that is full, or fills up: all is found all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.xdist_group("languagetool"),
    pytest.mark.skipif(
        sys.platform == "win32", reason="Windows has no small disk to lend, nor files that may not grow"
    ),
]
ARTICLE = "By Noor Haddad\n\n{}\n\n“It is gone,” Ruiz claimed.\n"
_PIECES = 6
_LINES = 25
_SMALL = 24_576
"""Bytes that are left: for the beginning of what is to be kept, and not for the rest."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, bool]]:
    """A disk with a little room, and whether it is a real one: without the right to mount any it is just a folder."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={_SMALL}", "tmpfs", str(folder)]
    mounted = not subprocess.run(words, capture_output=True, check=False).returncode
    yield folder, mounted
    if mounted:
        subprocess.run(["umount", folder], check=True)


def linted(folder: Path, most: int | None) -> subprocess.CompletedProcess[str]:
    """A run that keeps what it finds in a folder; neither it nor its server may write files beyond ``most`` bytes."""

    def limit() -> None:
        if most is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    kept = {"AUTHORING_CACHE_DIR": str(folder / "cache"), "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "authoring", "lint", "desk", "--format", "concise", "--jobs", "1"],
        env={**os.environ, **kept},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.usefixtures("languagetool")
@pytest.mark.parametrize("begun", [True, False])
def test_what_is_found_is_told_and_that_nothing_was_kept(
    disk: tuple[Path, bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    """It fills up while it is written to, or nobody, the server neither, can write a byte from the beginning."""
    folder, mounted = disk
    monkeypatch.chdir(tmp_path)
    Path("desk").mkdir()
    for piece in range(_PIECES):
        lines = (f"Piece {piece} took a hour and has line {line} of many." for line in range(_LINES))
        Path("desk", f"{piece}.md").write_text(ARTICLE.format("\n\n".join(lines)), "utf-8")
    done = linted(folder, (None if mounted else _SMALL) if begun else 0)
    assert done.returncode == 0
    assert done.stdout.count("[EN_A_VS_AN]") == _PIECES * _LINES
    assert done.stdout.count("[loaded-cue]") == _PIECES
    cache = folder / "cache"
    assert done.stderr == f"the disk is full, nothing was kept for the next run; make room for {cache}\n"
    assert not list(cache.glob("*.json*"))
