"""LanguageTool as ``authoring grammar install`` leaves it, fetched for real through Maven."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from authoring.grammar.installed import SERVER, check_whole, find_installed
from authoring.grammar.java import find_java
from authoring.grammar.listed import listed

pytestmark = pytest.mark.xdist_group("languagetool")


def test_what_is_installed_is_the_list_and_whole(languagetool: Path) -> None:
    """Every file of the list lies there, with its sum."""
    installed = find_installed()
    assert installed is not None
    assert installed.folder == languagetool / "LanguageTool-6.8"
    assert {Path(name).name for name in installed.files} == {SERVER, *(jar.file for jar in listed().jars)}
    check_whole(installed, thoroughly=True)


def test_the_jar_given_to_java_finds_all_others(languagetool: Path) -> None:
    """Java starts LanguageTool's server from one jar, and the server explains itself."""
    installed = find_installed()
    assert installed is not None
    with zipfile.ZipFile(installed.classpath) as file:
        assert all(len(line) <= 72 for line in file.read("META-INF/MANIFEST.MF").splitlines())
    told = subprocess.run(
        [find_java().path, "-cp", installed.classpath, "org.languagetool.server.HTTPServer", "--help"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "--port" in told.stdout + told.stderr


def test_language_tool_python_knows_the_folder(languagetool: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library finds the same server in the same folder."""
    from language_tool_python.download_lt import LocalLanguageTool

    monkeypatch.setenv("LTP_PATH", str(languagetool))
    found = LocalLanguageTool.get_latest_installed_version()
    assert found is not None
    assert found.get_jar_path() == languagetool / "LanguageTool-6.8" / SERVER


def test_nothing_is_installed_for_the_other_tests() -> None:
    """A test that does not ask for LanguageTool has none."""
    assert find_installed() is None
