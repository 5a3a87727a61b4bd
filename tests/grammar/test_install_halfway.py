"""Installing LanguageTool cut short, or where something is there already: never half, and nobody else's."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from installing import AUTHORING, maven_that, run, started

from authoring.grammar.installed import find_installed

pytestmark = pytest.mark.xdist_group("languagetool")


@pytest.fixture
def source(languagetool_folder: Path) -> Path:
    """Where LanguageTool is installed already, to take it from."""
    return languagetool_folder / "LanguageTool-6.8"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place to install to."""
    monkeypatch.setenv("AUTHORING_GRAMMAR_DIR", str(tmp_path / "home"))
    return tmp_path / "home"


def nothing_in(home: Path) -> bool:
    """Whether nothing but the file of the lock is there."""
    return find_installed() is None and {path.name for path in home.iterdir()} <= {".lock"}


def waited(happened: Callable[[], bool]) -> bool:
    """Whether something happens within a minute."""
    for _ in range(600):
        if happened():
            return True
        time.sleep(0.1)
    return False


def ended(number: int) -> bool:
    """Whether a process does nothing any more; nobody may have taken note of its end."""
    try:
        return not Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return True


def test_an_install_killed_half_way_leaves_nothing_that_counts(source: Path, home: Path, tmp_path: Path) -> None:
    """The next one cleans up behind it."""
    path = maven_that(tmp_path / "bin", f'cp "{source}"/libs/[a-j]* "$out"; echo $$ > "{tmp_path}/half"; exec sleep 60')
    running = started("grammar", "install", PATH=path)
    assert waited((tmp_path / "half").exists)
    running.kill()
    running.communicate()
    assert find_installed() is None
    assert any(home.glob(".installing-*"))
    assert run("grammar", "status").returncode == 1
    again = run("grammar", "install", "--from", source)
    assert again.returncode == 0, again.stderr
    assert {each.name for each in home.iterdir()} == {".lock", "LanguageTool-6.8"}
    maven = int((tmp_path / "half").read_text())
    if sys.platform == "linux":
        assert waited(lambda: ended(maven))
    else:
        os.kill(maven, signal.SIGKILL)


def test_an_install_that_is_stopped_tidies_up_and_stops_maven(source: Path, home: Path, tmp_path: Path) -> None:
    """Ctrl-C, and being asked to end by the system, say so and leave nothing."""
    for number in (signal.SIGINT, signal.SIGTERM):
        half = tmp_path / f"half-{number}"
        path = maven_that(tmp_path / "bin", f'echo $$ > "{half}.new"; mv "{half}.new" "{half}"; exec sleep 60')
        running = started("grammar", "install", PATH=path)
        assert waited(half.exists)
        running.send_signal(number)
        running.communicate(timeout=60)
        assert running.returncode == 128 + number
        assert nothing_in(home)
        with pytest.raises(ProcessLookupError):
            os.kill(int(half.read_text()), 0)


def test_two_installs_at_once_wait_for_each_other(source: Path, home: Path, tmp_path: Path) -> None:
    """The second says that it waits, and then finds the work done."""
    gate, begun = tmp_path / "gate", tmp_path / "begun"
    does = f': > "{begun}"; while [ ! -e "{gate}" ]; do sleep 0.1; done; cp "{source}"/libs/* "$out"'
    first = started("grammar", "install", PATH=maven_that(tmp_path / "bin", does))
    assert waited(begun.exists)
    second = started("grammar", "install", PATH=maven_that(tmp_path / "other", "exit 1"))
    assert second.stderr is not None
    assert second.stderr.readline().startswith("another installation is at work, waiting")
    gate.touch()
    out, err = first.communicate(timeout=120)
    assert (first.returncode, err) == (0, "")
    assert "is installed, 45 MB" in out
    out, err = second.communicate(timeout=120)
    assert (second.returncode, err) == (0, "")
    assert "is installed already" in out


def test_a_full_disk_is_said_and_leaves_nothing(source: Path, tmp_path: Path) -> None:
    """On a small disk of its own where one can be had, else with files that may not grow."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk], capture_output=True, check=False
    ).returncode
    try:
        done = subprocess.run(
            [*AUTHORING, "grammar", "install", "--from", source],
            env={**os.environ, "AUTHORING_GRAMMAR_DIR": str(disk)},
            preexec_fn=None if mounted else _small_files,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        left = {path.name for path in disk.iterdir()}
    finally:
        if mounted:
            subprocess.run(["umount", disk], check=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"the disk is full, nothing was installed in {disk}; make room")
    assert left <= {".lock"}


def _small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))


def test_a_folder_that_may_not_be_written_is_said(languagetool: Path, home: Path) -> None:
    """Here because a file stands where the folder should."""
    home.write_text("mine", "utf-8")
    done = run("grammar", "install")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{home} cannot be written (")
    assert home.read_text("utf-8") == "mine"


def test_it_is_put_in_the_place_of_what_is_damaged_or_older(source: Path, home: Path) -> None:
    """Without being asked for twice; what is whole stays, unless --force says otherwise."""
    assert run("grammar", "install", "--from", source).returncode == 0
    installed = find_installed()
    assert installed is not None
    was = installed.folder.stat().st_ino
    assert "is installed already" in run("grammar", "install", "--from", source).stdout
    assert installed.folder.stat().st_ino == was
    (installed.folder / "libs" / "hppc-0.8.2.jar").unlink()
    assert "is installed, 45 MB" in run("grammar", "install", "--from", source).stdout
    marker = installed.folder / "authoring.json"  # of a program whose list named another file
    marker.write_text(marker.read_text("utf-8").replace("libs/hppc-0.8.2.jar", "libs/hppc-0.8.1.jar"), "utf-8")
    (installed.folder / "libs" / "hppc-0.8.2.jar").rename(installed.folder / "libs" / "hppc-0.8.1.jar")
    assert "is installed, 45 MB" in run("grammar", "install", "--from", source).stdout
    old = home / "LanguageTool-6.7"
    installed.folder.rename(old)
    (old / "authoring.json").write_text((old / "authoring.json").read_text("utf-8").replace("6.8", "6.7", 1), "utf-8")
    assert "is installed, 45 MB" in run("grammar", "install", "--from", source).stdout
    assert {path.name for path in home.iterdir()} == {".lock", "LanguageTool-6.8"}
    assert run("grammar", "install", "--force", "--from", source).stdout.startswith("LanguageTool 6.8 is installed, ")


def test_what_someone_else_put_in_its_place_is_left_alone(source: Path, home: Path) -> None:
    """A folder of that name that we did not make stays, and is named."""
    theirs = home / "LanguageTool-6.8"
    theirs.mkdir(parents=True)
    (theirs / "mine.txt").write_text("mine", "utf-8")
    done = run("grammar", "install", "--from", source)
    assert done.returncode == 2
    assert f"{theirs} was not made by authoring, it stays" in done.stderr
    assert (theirs / "mine.txt").read_text("utf-8") == "mine"
    shutil.rmtree(theirs)
