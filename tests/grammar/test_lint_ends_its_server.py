"""Whatever becomes of a lint, no LanguageTool of it is left; and with --keep-alive, one is, until it is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from authoring.grammar.kept import stop

pytestmark = pytest.mark.xdist_group("languagetool")
LINT = [sys.executable, "-m", "authoring", "lint", "--select", "grammar"]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """More to read than can be read in a moment."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        many = 1 if number < 20 else 80  # the first files are read before other processes are started
        body = "\n\n".join(f"She have {number} dogs and {each} cats in the house." for each in range(many))
        (folder / f"{number:02}.md").write_text(f"# Pets\n\n{body}\n", "utf-8")
    return folder


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is known from before, and what is kept is this test's."""
    monkeypatch.setenv("AUTHORING_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    yield
    stop()


def reading(folder: Path, jobs: int) -> tuple[subprocess.Popen[bytes], psutil.Process]:
    """A lint whose LanguageTool is up, and the LanguageTool."""
    lint = subprocess.Popen(
        [*LINT, "--jobs", str(jobs), str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and lint.poll() is None:
        for child in psutil.Process(lint.pid).children():
            if listens(child):
                return lint, child
        time.sleep(0.05)
    lint.kill()
    raise AssertionError("no LanguageTool was started")


def listens(process: psutil.Process) -> bool:
    try:
        if "Leash" not in process.cmdline():
            return False
        return any(each.status == psutil.CONN_LISTEN for each in process.net_connections())
    except psutil.Error:  # it has ended meanwhile
        return False


def gone(process: psutil.Process) -> bool:
    return process in psutil.wait_procs([process], timeout=5)[0]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_lint_that_is_ended_leaves_none(languagetool: Path, articles: Path, jobs: int, how: signal.Signals) -> None:
    lint, server = reading(articles, jobs)
    time.sleep(1)
    os.kill(lint.pid, how)
    lint.wait(30)
    assert gone(server)


def test_a_lint_whose_worker_is_killed_leaves_none(languagetool: Path, articles: Path) -> None:
    lint, server = reading(articles, 2)
    until = time.monotonic() + 60
    while not (workers := [each for each in psutil.Process(lint.pid).children() if each != server]):
        assert time.monotonic() < until
        time.sleep(0.05)
    workers[0].kill()
    time.sleep(1)
    lint.kill()
    lint.wait(30)
    assert gone(server)


def test_one_is_kept_for_the_next_lint(languagetool: Path, tmp_path: Path) -> None:
    article = tmp_path / "pets.md"
    told = []
    for number in range(2):
        article.write_text(f"# Pets\n\nIt took a hour to count {number} dogs by the lake.\n", "utf-8")
        words = [*LINT, "--keep-alive", "5", "--format", "concise", str(article)]
        told.append(subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False))
    assert ["EN_A_VS_AN" in each.stdout for each in told] == [True, True], told
    assert len(list((tmp_path / "authoring").glob("kept.json"))) == 1
    assert stop()
