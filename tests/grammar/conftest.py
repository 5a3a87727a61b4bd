"""What the tests of LanguageTool's server share: one to start, and a look at which are left."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from fake_languagetool import FakeLanguageTool
from grammar_lint import Tool

from authoring.grammar.installed import find_installed
from authoring.grammar.java import find_java
from authoring.runner.grammar import Engine

Parts = tuple[Path, str]
"""A Java, and a class path that no other test has."""


@pytest.fixture
def parts(languagetool: Path, tmp_path: Path) -> Parts:
    """What a server is started from."""
    installed = find_installed()
    assert installed is not None
    return find_java().path, f"{installed.classpath}:{tmp_path / 'no.jar'}"


@pytest.fixture
def left(tmp_path: Path) -> Callable[[], list[int]]:
    """The processes of this test's servers that are still there when they should have gone."""

    def look() -> list[int]:
        until = time.monotonic() + 5
        while (found := _processes(str(tmp_path / "no.jar"))) and time.monotonic() < until:
            time.sleep(0.05)
        return found

    return look


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test lints in a folder of its own, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUTHORING_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("AUTHORING_GRAMMAR", raising=False)


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Tool:
    """Puts a LanguageTool where the installed one would be found."""

    def put(tool: FakeLanguageTool | None) -> None:
        def find(_settings: object) -> Engine | None:
            return tool

        monkeypatch.setattr("authoring.runner.engines.find_engine", find)

    return put


@pytest.fixture
def tool(there: Tool) -> FakeLanguageTool:
    """A stand-in that is there."""
    made = FakeLanguageTool()
    there(made)
    return made


def _processes(mark: str) -> list[int]:
    found = []
    for process in psutil.process_iter(["pid", "cmdline", "status"]):
        words = process.info["cmdline"] or []
        if process.info["status"] != psutil.STATUS_ZOMBIE and "Leash" in words and any(mark in word for word in words):
            found.append(process.info["pid"])
    return found
