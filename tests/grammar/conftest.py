"""What the tests of LanguageTool's server share: one to start, and a look at which are left."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from authoring.grammar.installed import find_installed
from authoring.grammar.java import find_java

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


def _processes(mark: str) -> list[int]:
    found = []
    for process in psutil.process_iter(["pid", "cmdline", "status"]):
        words = process.info["cmdline"] or []
        if process.info["status"] != psutil.STATUS_ZOMBIE and "Leash" in words and any(mark in word for word in words):
            found.append(process.info["pid"])
    return found
