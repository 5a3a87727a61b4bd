"""Several processes share the work, and nobody can tell from what they find."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.errors import ArticleError, ConfigError
from authoring.reporters import Look, reporter
from authoring.runner import jobs as jobs_module
from authoring.runner.run import lint_paths
from authoring.runner.share import useful

SAID = "By Noor Haddad\n\n“It is gone,” Ruiz claimed. {}\n"
NOTES = """\
---
kind: interview
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> It is going.
— ruis | said | 00:04:10
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty articles, some with notes, some with faulty ones, some that cannot be read."""
    for number in range(40):
        folder = tmp_path / f"story{number // 10}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.md").write_text(SAID.format("He left on Tuesday. " * (number % 3)))
    (tmp_path / "story1" / "notes.md").write_text(NOTES)
    (tmp_path / "story2" / "notes.md").write_text(NOTES.replace("ruis", "ruiz"))
    (tmp_path / "story3" / "35.md").write_bytes(b"caf\xe9")
    (tmp_path / "story3" / "36.md").write_text(" ")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_report_is_the_same_for_any_number_of_processes(desk: Path, form: str) -> None:
    told = []
    for jobs in (1, 2, 3, 7):
        unread: list[ArticleError] = []
        results = lint_paths(["story3", "."], jobs=jobs, unread=unread.append, measured=form == "json")
        text = "".join(reporter(form)(results, Look()))
        told.append((text, [str(error) for error in unread]))
    assert [error.partition(": ")[0] for error in told[0][1]] == [f"{Path('story3/35.md')}:1:4"]
    assert "altered-quote" in told[0][0] and "malformed-notes" in told[0][0]
    assert told == [told[0]] * 4


def test_an_error_in_another_process_is_raised_in_this_one(desk: Path) -> None:
    with pytest.raises(ArticleError, match=r"35\.md:1:4"):
        list(lint_paths(["."], jobs=2))
    with pytest.raises(ConfigError, match="zork"):
        list(lint_paths(["."], Config(select=frozenset({"zork"})), jobs=2))


def test_few_files_are_checked_by_one_process() -> None:
    assert useful(0, ["a.md"] * 20) == 1
    assert useful(4, ["a.md"] * 3) == 1
    assert useful(2, ["a.md"] * 100) == 2
    assert useful(1, ["a.md"] * 10_000) == 1


def test_a_process_that_is_ended_from_outside_loses_no_file(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [one.findings for one in lint_paths(["story0", "story2"])]

    def shot(paths: list[str]) -> list[object]:
        os.kill(os.getpid(), signal.SIGKILL)
        return []

    monkeypatch.setattr(jobs_module, "_check", shot)
    if sys.platform == "linux":
        shot.__module__, shot.__qualname__ = jobs_module.__name__, "_check"
        assert [one.findings for one in lint_paths(["story0", "story2"], jobs=2)] == first


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_process_behind(tmp_path: Path, sign: int) -> None:
    if not Path("/proc").is_dir():
        pytest.skip("processes are looked up in /proc")
    slow = "By Noor Haddad\n\n" + "He said that it is gone, and that the “pier” was closed on Tuesday. " * 3_000
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(slow if number > 7 else SAID)
    command = [sys.executable, "-m", "authoring", "lint", str(tmp_path), "--jobs", "2", "--no-cache"]
    mark = {**os.environ, "AUTHORING_TEST": str(tmp_path)}
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=mark, text=True)

    def family() -> list[int]:
        found = []
        for folder in Path("/proc").iterdir():
            try:
                if folder.name.isdigit() and f"AUTHORING_TEST={tmp_path}".encode() in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
        return found

    deadline = time.monotonic() + 60
    while len(family()) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(family()) >= 3
    run.send_signal(sign)
    _, told = run.communicate(timeout=60)
    assert "Traceback" not in told
    while family() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert family() == []
    assert run.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}[signal.Signals(sign)]
