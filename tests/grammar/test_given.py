"""LanguageTool from a folder or a zip: what is one, and what is refused."""

from __future__ import annotations

import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from installing import distribution, zipped

from authoring.cli.main import cli
from authoring.grammar.installed import SERVER, check_whole, find_installed
from authoring.grammar.listed import listed

pytestmark = pytest.mark.xdist_group("languagetool")


@pytest.fixture
def source(languagetool_folder: Path) -> Path:
    """Where LanguageTool is installed already, to take it from."""
    return languagetool_folder / "LanguageTool-6.8"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place to install to."""
    monkeypatch.setenv("AUTHORING_GRAMMAR_DIR", str(tmp_path / "home"))
    return tmp_path / "home"


def install(given: Path) -> Result:
    """Install from a folder or a zip, in this process."""
    return CliRunner().invoke(cli, ["grammar", "install", "--from", str(given)], catch_exceptions=False)


def ours(source: Path, _: Path) -> Path:
    return source


def ours_above(source: Path, _: Path) -> Path:
    return source.parent


def bare_jars(source: Path, _: Path) -> Path:
    return source / "libs"


def ours_zipped(source: Path, at: Path) -> Path:
    return zipped(source, at / "ours.zip")


def jars_zipped(source: Path, at: Path) -> Path:
    return zipped(source / "libs", at / "jars.zip")


def cache_of_maven(source: Path, at: Path) -> Path:
    for jar in listed().jars:
        place = at / "m2" / jar.group.replace(".", "/") / jar.artifact / jar.version
        place.mkdir(parents=True)
        shutil.copyfile(source / "libs" / jar.file, place / jar.file)
    return at / "m2"


@pytest.mark.parametrize("given", [ours, ours_above, bare_jars, ours_zipped, jars_zipped, cache_of_maven])
def test_the_files_of_the_list_are_taken_wherever_they_lie(
    given: Callable[[Path, Path], Path], source: Path, tmp_path: Path
) -> None:
    """What comes of it is the same to the byte as what Maven brings."""
    done = install(given(source, tmp_path))
    assert done.exit_code == 0, done.output
    installed = find_installed()
    assert installed is not None
    assert {name: one for name, one in installed.files.items() if name == SERVER} == {
        SERVER: ((source / SERVER).stat().st_size, installed.files[SERVER][1])
    }
    assert (source / SERVER).read_bytes() == installed.classpath.read_bytes()
    check_whole(installed, thoroughly=True)


@pytest.mark.parametrize("as_zip", [False, True])
def test_the_distribution_of_its_makers_is_taken_whole(as_zip: bool, source: Path, tmp_path: Path) -> None:
    """With their own jar of the server, whatever else lies there."""
    theirs = distribution(source / "libs", tmp_path / "theirs")
    done = install(zipped(theirs, tmp_path / "LanguageTool-6.8.zip") if as_zip else theirs)
    assert done.exit_code == 0, done.output
    installed = find_installed()
    assert installed is not None
    assert installed.version == "6.8"
    assert installed.classpath.read_bytes() == (theirs / SERVER).read_bytes()
    assert "README.md" in installed.files


def nothing(_: Path, at: Path) -> Path:
    (at / "empty").mkdir()
    return at / "empty"


def nowhere(_: Path, at: Path) -> Path:
    return at / "nowhere"


def no_zip(_: Path, at: Path) -> Path:
    (at / "x.zip").write_bytes(b"PK\x03\x04 and no more")
    return at / "x.zip"


def cut_short(source: Path, at: Path) -> Path:
    data = zipped(source, at / "whole.zip").read_bytes()
    (at / "x.zip").write_bytes(data[: len(data) // 2])
    return at / "x.zip"


def one_missing(source: Path, at: Path) -> Path:
    shutil.copytree(source / "libs", at / "libs")
    (at / "libs" / "hppc-0.8.2.jar").unlink()
    return at / "libs"


def one_changed(source: Path, at: Path) -> Path:
    shutil.copytree(source / "libs", at / "libs")
    path = at / "libs" / "hppc-0.8.2.jar"
    path.write_bytes(b"x" * path.stat().st_size)
    return at / "libs"


def too_old(source: Path, at: Path) -> Path:
    theirs = distribution(source / "libs", at / "theirs")
    with zipfile.ZipFile(theirs / "libs" / "languagetool-core.jar", "w") as core:
        core.writestr("git.properties", "git.build.version=5.9\n")
    return theirs


def linked(source: Path, at: Path) -> Path:
    theirs = distribution(source / "libs", at / "theirs")
    (theirs / "secret").symlink_to("/etc/hostname")
    return theirs


def entry(name: str, text: str = "x", mode: int = 0) -> Callable[[Path, Path], Path]:
    def made(_: Path, at: Path) -> Path:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        with zipfile.ZipFile(at / "x.zip", "w") as file:
            file.writestr(info, text)
        return at / "x.zip"

    return made


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (nowhere, "there is no such file or folder; check the spelling"),
        (nothing, "no LanguageTool in there; expected LanguageTool unpacked"),
        (no_zip, "this is no whole zip file ("),
        (cut_short, "this is no whole zip file ("),
        (one_missing, "hppc-0.8.2.jar of LanguageTool 6.8 not there"),
        (one_changed, "hppc-0.8.2.jar is not the file it should be, its SHA-256 sum is another"),
        (too_old, "this is LanguageTool 5.9, expected 6.6 or newer"),
        (linked, "secret is a link, expected files and folders only"),
        (entry("../../outside.jar"), "this zip is not safe to unpack: "),
        (entry("/etc/outside.jar"), "this zip is not safe to unpack: "),
        (entry("link.jar", "/etc/hostname", stat.S_IFLNK | 0o777), "this zip is not safe to unpack: "),
        (entry("bomb.jar", "0" * 30_000_000), "this zip is not safe to unpack: "),
    ],
)
def test_anything_else_is_refused_and_leaves_nothing(
    given: Callable[[Path, Path], Path], told: str, source: Path, tmp_path: Path, home: Path
) -> None:
    """In a line that names what was given and what is wrong with it."""
    path = given(source, tmp_path)
    before = {each.name for each in tmp_path.iterdir()} | {"home"}
    done = install(path)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert find_installed() is None
    assert not home.exists() or {each.name for each in home.iterdir()} <= {".lock"}
    assert {each.name for each in tmp_path.iterdir()} <= before
