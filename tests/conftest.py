"""What several test files share: the material of other people's, read in place, and the count of what was sampled."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FULL = bool(os.environ.get("AUTHORING_FULL"))
SEED = 20261122
T = TypeVar("T")


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background has Ctrl-C ignored, and every command tried here would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout; without it the test is skipped, but never under CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the shared material beside the checkout is missing")
        pytest.skip("the shared material is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests lint out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHORING_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_languagetool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let nothing be installed, so that no test starts a JVM without asking for it by the fixture ``languagetool``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHORING_GRAMMAR_DIR", str(tmp_path_factory.mktemp("grammar")))
        patch.setenv("AUTHORING_GRAMMAR", "off")  # nor is told that none is there
        yield


@pytest.fixture(scope="session")
def languagetool_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An AUTHORING_GRAMMAR_DIR in which LanguageTool is installed, once a run and from an empty cache of Maven's.

    AUTHORING_TEST_GRAMMAR_DIR names one to use again and again while working on something; not under CI.
    """
    from authoring.grammar.one_at_a_time import alone

    ready = os.environ.get("AUTHORING_TEST_GRAMMAR_DIR")
    if ready and not os.environ.get("CI"):
        return Path(ready)
    base = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):  # several workers, one installation
        base = base.parent
    with alone(base / "languagetool.lock", lambda: None):
        return _installed_in(base)


def _installed_in(base: Path) -> Path:
    folder, cache, failed = base / "languagetool", base / "maven", base / "languagetool.failed"
    if not folder.is_dir() and not failed.exists():
        maven = f"{os.environ.get('MAVEN_OPTS', '')} -Dmaven.repo.local={cache}"
        done = subprocess.run(
            [sys.executable, "-m", "authoring", "grammar", "install"],
            env={**os.environ, "AUTHORING_GRAMMAR_DIR": str(folder), "MAVEN_OPTS": maven.strip()},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        shutil.rmtree(cache, ignore_errors=True)
        if done.returncode:
            failed.write_text(done.stderr, "utf-8")
            shutil.rmtree(folder, ignore_errors=True)
    if failed.exists():
        why = f"LanguageTool is not there: {failed.read_text('utf-8').strip()}"
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    return folder


@pytest.fixture
def languagetool(languagetool_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """LanguageTool, installed for this test and for the commands that it starts."""
    monkeypatch.setenv("AUTHORING_GRAMMAR_DIR", str(languagetool_folder))
    monkeypatch.delenv("AUTHORING_GRAMMAR", raising=False)
    return languagetool_folder


@pytest.fixture
def sample(record_property: Callable[[str, object], None]) -> Callable[[Sequence[T], int], list[T]]:
    """Draws a seeded sample of a big suite; ``make full`` takes it whole. Both counts are printed at the end."""

    def draw(everything: Sequence[T], size: int) -> list[T]:
        ordered = list(everything)
        chosen = ordered if FULL or len(ordered) <= size else random.Random(SEED).sample(ordered, size)
        record_property("sampled", f"{len(chosen)} of {len(ordered)}")
        return chosen

    return draw


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how much of each big suite was run."""
    for report in terminalreporter.getreports("passed"):
        for name, value in getattr(report, "user_properties", ()):
            if name == "sampled" and report.when == "call":
                terminalreporter.write_line(f"{report.nodeid}: ran {value} (seed {SEED})")


settings.register_profile("full", max_examples=2000, deadline=None)
settings.register_profile("sample", max_examples=100, deadline=None, derandomize=True)
settings.load_profile("full" if FULL else "sample")
