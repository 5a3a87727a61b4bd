"""``authoring grammar status`` and ``uninstall``: what is there is told, and only what is ours is removed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.grammar.installed import data_folder, find_installed, sum_of
from authoring.grammar.remembered import Remembered

pytestmark = pytest.mark.xdist_group("languagetool")


def grammar(*words: str) -> Result:
    """A command about LanguageTool, in this process."""
    return CliRunner().invoke(cli, ["grammar", *words], catch_exceptions=False)


@pytest.fixture
def folder(languagetool_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LanguageTool of this test's own, to do damage to."""
    home = tmp_path / "home"
    shutil.copytree(languagetool_folder / "LanguageTool-6.8", home / "LanguageTool-6.8")
    monkeypatch.setenv("AUTHORING_GRAMMAR_DIR", str(home))
    return home / "LanguageTool-6.8"


def test_status_tells_version_place_size_and_java(folder: Path) -> None:
    """Exit code 0: grammar can be checked."""
    done = grammar("status")
    assert done.exit_code == 0
    first, second, third = done.output.splitlines()
    assert first == f"LanguageTool 6.8, 45 MB in {folder} (from Maven)"
    assert second == "all 49 files are as they should be, size for size; --verify compares the sums"
    assert third.startswith("Java ")
    told = json.loads(grammar("status", "--format", "json", "--verify").output)
    assert told["ready"] is True
    assert told["problems"] == []
    assert told["languagetool"]["path"] == str(folder)
    assert told["languagetool"]["verified"] is True
    assert told["java"]["version"] >= 17


@pytest.mark.parametrize("damage", ["gone", "shorter"])
def test_status_finds_a_damaged_file_by_its_size(folder: Path, damage: str) -> None:
    """And says what to type; exit code 1."""
    jar = folder / "libs" / "hppc-0.8.2.jar"
    jar.unlink() if damage == "gone" else jar.write_bytes(b"")
    done = grammar("status")
    assert done.exit_code == 1
    word = "missing" if damage == "gone" else "damaged"
    assert f"hppc-0.8.2.jar of LanguageTool is {word}; run: authoring grammar install --force" in done.output


def test_status_finds_a_changed_file_by_its_sum_if_asked(folder: Path) -> None:
    """A file of the same size takes reading it."""
    jar = folder / "libs" / "hppc-0.8.2.jar"
    jar.write_bytes(b"x" * jar.stat().st_size)
    assert grammar("status").exit_code == 0
    done = grammar("status", "--verify")
    assert done.exit_code == 1
    assert "hppc-0.8.2.jar of LanguageTool is damaged" in done.output
    told = json.loads(grammar("status", "--verify", "--format", "json").output)
    assert (told["ready"], told["languagetool"]["whole"]) == (False, False)


def test_a_file_that_was_changed_with_its_record_is_found_by_our_list(folder: Path) -> None:
    """What the folder says of itself is not all that --verify goes by, and install puts it right."""
    jar = folder / "libs" / "hppc-0.8.2.jar"
    was = sum_of(jar)
    jar.write_bytes(b"x" * jar.stat().st_size)
    marker = folder / "authoring.json"
    marker.write_text(marker.read_text("utf-8").replace(was, sum_of(jar)), "utf-8")
    assert grammar("status").exit_code == 0
    done = grammar("status", "--verify")
    assert done.exit_code == 1
    assert "LanguageTool's files are not those of this program's list; run: authoring grammar" in done.output


def test_status_says_that_nothing_is_installed_and_how_to_change_that() -> None:
    """Exit code 1."""
    done = grammar("status")
    assert done.exit_code == 1
    assert done.output.startswith("LanguageTool is not installed; run: authoring grammar install\n")
    assert json.loads(grammar("status", "--format", "json").output)["languagetool"] is None


def test_status_tells_of_a_java_that_will_not_do(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what is installed; exit code 1."""
    monkeypatch.setenv("JAVA_HOME", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("authoring.grammar.java._patterns", list)
    done = grammar("status")
    assert done.exit_code == 1
    assert done.output.startswith("LanguageTool 6.8, ")
    assert "there is no Java, expected Java 17 or newer" in done.output


def test_uninstall_removes_what_was_installed_and_says_so(folder: Path) -> None:
    """The folder around it goes, too, if nothing else is in it; a second time there is nothing to do."""
    done = grammar("uninstall")
    assert (done.exit_code, done.output) == (0, f"removed {folder}\n")
    assert not folder.parent.exists()
    done = grammar("uninstall")
    assert (done.exit_code, done.output) == (0, "LanguageTool is not installed, nothing to remove\n")


def test_uninstall_forgets_what_was_found(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that LanguageTool said of unpublished articles stays behind; the rest of the cache does."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("AUTHORING_CACHE_DIR", str(cache))
    Remembered(cache).put({"The pier has went.": ()}, "en-US")
    (cache / "other.json").write_text("{}", "utf-8")
    assert len(list(cache.iterdir())) > 1
    assert grammar("uninstall").output == f"removed {folder}\nremoved what was kept of its findings in {cache}\n"
    assert [path.name for path in cache.iterdir()] == ["other.json"]


def test_uninstall_removes_what_is_damaged_as_well(folder: Path) -> None:
    """Also where the marker is no longer to be read."""
    (folder / "authoring.json").write_text("{", "utf-8")
    assert find_installed() is None
    done = grammar("uninstall")
    assert (done.exit_code, done.output) == (0, f"removed {folder}\n")


def test_uninstall_leaves_a_folder_that_it_did_not_make(folder: Path) -> None:
    """Without the marker, or as a link to somewhere else, it is someone else's."""
    (folder / "authoring.json").rename(folder.parent / "kept.json")
    done = grammar("uninstall")
    assert done.exit_code == 2
    assert f"{folder} was not made by authoring, it stays" in done.stderr
    assert (folder / "libs" / "hppc-0.8.2.jar").is_file()
    (folder.parent / "kept.json").rename(folder / "authoring.json")
    folder.rename(folder.parent / "elsewhere")
    folder.symlink_to(folder.parent / "elsewhere")
    assert grammar("uninstall").exit_code == 2
    assert (folder.parent / "elsewhere" / "libs" / "hppc-0.8.2.jar").is_file()


def test_uninstall_leaves_files_that_are_not_languagetools(folder: Path) -> None:
    """Whoever put their own into the folder keeps it, and all around it."""
    (folder / "libs" / "mine.txt").write_text("mine", "utf-8")
    done = grammar("uninstall")
    assert done.exit_code == 2
    assert "mine.txt is not LanguageTool's, the folder stays" in done.stderr
    assert (folder / "libs" / "hppc-0.8.2.jar").is_file()
    (folder / "libs" / "mine.txt").unlink()
    (folder.parent / "mine.txt").write_text("mine", "utf-8")
    assert grammar("uninstall").exit_code == 0
    assert [path.name for path in folder.parent.iterdir()] == ["mine.txt"]


def test_languagetool_is_kept_where_each_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless AUTHORING_GRAMMAR_DIR names another place."""
    monkeypatch.delenv("AUTHORING_GRAMMAR_DIR")
    monkeypatch.setenv("HOME", "/people/ann")
    for system, variable, value, place in (
        ("linux", "XDG_DATA_HOME", "", "/people/ann/.local/share/authoring"),
        ("linux", "XDG_DATA_HOME", "/data", "/data/authoring"),
        ("darwin", "XDG_DATA_HOME", "", "/people/ann/Library/Application Support/authoring"),
        ("win32", "LOCALAPPDATA", "/local", "/local/authoring"),
    ):
        monkeypatch.setattr("sys.platform", system)
        monkeypatch.setenv(variable, value)
        assert data_folder() == Path(place)
