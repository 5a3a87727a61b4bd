"""Whatever ends an update, the old article or the new one is there, whole, and the next update goes on from it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.runner.places import articles_in

ROOT = Path(__file__).parents[2]
NOTES = """\
---
kind: brief
headline: The lock
asof: 2026-03-01
---

## Lede
The lock is old. It was built in 1931.

## Hours
- The lock opens at nine
"""
KILLED = """
import os, sys
from pathlib import Path
step, count = sys.argv[2], int(sys.argv[3])
owner, name = {"fsync": (os, "fsync"), "chmod": (Path, "chmod"), "replace": (Path, "replace"),
               "unlink": (Path, "unlink"), "write": (os, "fsync")}[step]
real = getattr(owner, name)
def killed(*arguments, **named):
    global count
    count -= 1
    if count < 0:
        if step == "write":
            os.ftruncate(arguments[0], 10)
        os._exit(9)
    return real(*arguments, **named)
from authoring.cli.main import cli
import authoring.updating.update
setattr(owner, name, killed)
cli(["update", sys.argv[1]])
"""
MOMENTS = [
    *(f"{step} {count}" for step in ("write", "fsync", "chmod", "replace") for count in range(3)),
    "unlink 0",
]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An edited article whose notes have changed since."""
    notes = tmp_path / "notes.md"
    notes.write_text(NOTES)
    run("draft", notes)
    article = tmp_path / "brief.md"
    article.write_text(article.read_text().replace("is old", "is very old") + "\nA last line of my own.\n")
    notes.write_text(NOTES.replace("1931", "1932").replace("## Hours\n", "## Hours\n- The gate needs paint\n"))
    return article


def kill(article: Path, moment: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, article, *moment.split()],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 9, ended.stderr


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment_the_old_article_or_the_new_is_there_and_a_retry_makes_it_right(
    moment: str, article: Path
) -> None:
    old = article.read_text()
    run("update", article)
    new = article.read_text()
    trace = article.with_name(".brief.trace.json")
    done = trace.read_text()
    article.write_text(old)
    trace.unlink()
    notes = article.with_name("notes.md")
    changed = notes.read_text()
    notes.write_text(NOTES)
    run("draft", notes, "--force")
    article.write_text(old)
    notes.write_text(changed)
    for left in article.parent.glob("brief.md.bak*"):
        left.unlink()
    kill(article, moment)
    assert article.read_text() in (old, new)
    assert sorted(articles_in([article.parent])) == [article, notes]  # nothing else that a linter would read
    assert run("update", article).exit_code == 0
    assert article.read_text() == new
    assert trace.read_text() == done
    assert run("update", article).output == f"{article}: is up to date\n"


@pytest.mark.parametrize("moment", ["replace 1", "replace 2"])
def test_killed_between_the_two_and_edited_again_nothing_is_lost_or_done_twice(moment: str, article: Path) -> None:
    kill(article, moment)
    edited = article.read_text().replace("my own", "mine")
    article.write_text(edited)
    assert run("update", article).exit_code == 0
    text = article.read_text()
    for words in ("is very old", "1932", "A last line of mine.", "The gate needs paint"):
        assert text.count(words) == 1, (words, text)
    assert "1931" not in text


@pytest.mark.parametrize("moment", ["replace 1", "replace 2"])
def test_killed_with_a_clash_the_next_update_asks_once(moment: str, article: Path) -> None:
    notes = article.with_name("notes.md")
    notes.write_text(notes.read_text().replace("is old", "is rusty"))
    kill(article, moment)
    assert run("update", article).exit_code == (1 if moment == "replace 1" else 2)
    assert article.read_text().count("[[clash: end]]") == 1
    settled = article.read_text().split("[[clash: yours]] ")
    settled[1] = settled[1].split(" [[clash: notes]]")[0] + settled[1].split("[[clash: end]]")[1]
    article.write_text("".join(settled))
    assert run("update", article).exit_code == 0
    assert article.read_text() == "".join(settled)


@pytest.mark.parametrize("moment", ["replace 1", "replace 2"])
def test_killed_before_anybody_edited_the_article_can_still_be_drafted_again(moment: str, article: Path) -> None:
    notes = article.with_name("notes.md")
    changed = notes.read_text()
    notes.write_text(NOTES)
    run("draft", notes, "--force")
    notes.write_text(changed)
    kill(article, moment)
    assert run("draft", notes).exit_code == 0
    assert "1932" in article.read_text()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("wait", [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8])
def test_killed_by_the_system_the_old_article_or_the_new_is_there(wait: float, article: Path) -> None:
    old = article.read_text()
    running = subprocess.Popen(
        [sys.executable, "-m", "authoring", "update", article],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        running.wait(wait)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert article.read_text() == old or "1932" in article.read_text()
    assert run("update", article).exit_code == 0
    text = article.read_text()
    assert [text.count(words) for words in ("is very old", "1932", "of my own", "needs paint")] == [1, 1, 1, 1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_full_disk_changes_nothing_and_is_told(article: Path) -> None:
    before = {path: path.read_bytes() for path in article.parent.iterdir()}
    code = (
        "import resource, sys; from authoring.cli.main import cli; import authoring.updating.update\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700)); cli(sys.argv[1:])"
    )
    full = subprocess.run(
        [sys.executable, "-c", code, "update", article],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 2, full.stderr
    assert "this file cannot be written (File too large)" in full.stderr
    assert {path: path.read_bytes() for path in article.parent.iterdir()} == before


def test_an_article_that_somebody_saves_meanwhile_is_left_as_it_is(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from authoring.updating import update as module

    real = module.merge

    def slow(*arguments: str) -> object:
        article.write_text("Saved in an editor just now.\n")
        return real(*arguments)

    monkeypatch.setattr(module, "merge", slow)
    result = run("update", article)
    assert result.exit_code == 2
    assert "this file was changed while it was being updated, and was left as it is; run it again" in result.output
    assert article.read_text() == "Saved in an editor just now.\n"


def test_a_read_only_article_is_told(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is made here, since the superuser, as whom CI runs, may write everywhere."""
    monkeypatch.setattr("authoring.updating.edited._may_write", lambda _: False)
    result = run("update", article)
    assert result.exit_code == 2
    assert "this file is read-only and was left as it is" in result.output
