"""Several stories drafted by one command, and drafted again while somebody writes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

NOTES = """\
---
kind: brief
headline: {headline}
sources:
  quill: {{name: Mara Quill, role: the lock keeper, pronoun: she, stake: none}}
---

## One
> We close at six.
— quill | said
"""


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own, with two stories."""
    monkeypatch.chdir(tmp_path)
    Path("authoring.toml").touch()
    story("lock", "The lock")
    story("weir", "The weir")


def story(name: str, headline: str, file: str = "notes.md") -> Path:
    Path(name).mkdir(exist_ok=True)
    path = Path(name, file)
    path.write_text(NOTES.format(headline=headline))
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["draft", *words])


def test_a_folder_stands_for_the_notes_in_it_and_each_article_gets_a_line() -> None:
    done = run("lock", "weir/notes.md")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "lock/brief.md: written, 3 words, every one traced",
        "weir/brief.md: written, 3 words, every one traced",
    ]
    assert "# The lock\n" in Path("lock/brief.md").read_text()
    assert "# The weir\n" in Path("weir/brief.md").read_text()


def test_a_folder_without_notes_says_what_to_name() -> None:
    Path("empty").mkdir()
    done = run("empty")
    assert done.exit_code == 2
    assert done.output == "empty: there is no notes.md in this folder; name the notes file\n"


def test_the_errors_of_one_story_do_not_stop_the_others() -> None:
    Path("lock/notes.md").write_text("---\nkind: brief\nheadline: [\n---\n")
    Path("weir/templates").mkdir()
    Path("weir/templates/brief.md").write_text("{{ notes.headlin }}")
    story("gate", "The gate")
    done = run("lock", "nowhere", "weir", "gate")
    assert done.exit_code == 2
    assert re.search(r"^lock/notes.md:\d+:\d+: ", done.output)
    assert "nowhere: there is no such file" in done.output
    assert "brief.md:1:1: there is no field “headlin”" in done.output
    assert done.output.splitlines()[-1] == "gate/brief.md: written, 3 words, every one traced"


def test_an_article_edited_by_hand_stays_and_the_others_are_drafted() -> None:
    run("lock", "weir")
    Path("lock/brief.md").write_text("My own words.\n")
    story("weir", "The new weir")
    done = run("lock", "weir")
    assert done.exit_code == 2
    assert Path("lock/brief.md").read_text() == "My own words.\n"
    assert "# The new weir\n" in Path("weir/brief.md").read_text()


def test_two_stories_never_write_the_same_article() -> None:
    story("lock", "Another lock", "more.md")
    done = run("lock/notes.md", "lock/more.md")
    assert done.exit_code == 2
    assert "lock/brief.md: this article is made from lock/notes.md, and lock/more.md would replace it" in done.output
    assert "# The lock\n" in Path("lock/brief.md").read_text()


def test_the_same_notes_twice_are_drafted_twice_to_the_same_end() -> None:
    done = run("lock", "lock/notes.md")
    assert done.exit_code == 0
    assert done.output.splitlines()[1] == "lock/brief.md: is as it was, 3 words, every one traced"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("lock", "weir", "-o", "all.md"), "-o takes one article, and 2 notes are given; leave out -o"),
        (("lock", "--watch", "-o", "-"), "--watch goes on until you stop it, and -o - is done once"),
        (("lock", "--watch", "--force"), "--watch goes on until you stop it, and --force is done once"),
        ((), "Missing argument"),
    ],
)
def test_what_cannot_be_meant_together_is_told(words: tuple[str, ...], message: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert message in done.output
    assert not Path("all.md").exists()


class Watching:
    """A run of ``--watch`` whose lines can be waited for."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-u", "-m", "authoring", "draft", *words, "--watch"]
        self.run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: Queue[str] = Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.run.stdout is not None
        for line in self.run.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """What is said until it watches again, in which these words are."""
        told = ""
        while True:
            told += self.lines.get(timeout=60)
            if told.splitlines()[-1] == "watching for changes; Ctrl-C ends":
                assert words in told
                return told

    def stop(self) -> int:
        self.run.send_signal(signal.SIGINT)
        code = self.run.wait(60)
        self.reader.join()
        assert self.run.stdout is not None
        self.run.stdout.close()
        return code


@pytest.fixture
def watching() -> Watching:
    return Watching("lock", "weir")


def test_watch_drafts_again_whenever_notes_a_template_or_a_setting_changes(watching: Watching) -> None:
    try:
        told = watching.until("lock/brief.md: written")
        assert "weir/brief.md: written" in told
        story("lock", "The old lock")
        assert "weir" not in watching.until("lock/brief.md: written")
        assert "# The old lock\n" in Path("lock/brief.md").read_text()

        Path("lock/templates").mkdir()
        Path("lock/templates/brief.md").write_text("House: {{ notes.headlin }}\n")
        watching.until("there is no field “headlin”")
        Path("lock/templates/brief.md").write_text("House: {{ notes.headline }}\n")
        watching.until("lock/brief.md: written, 4 words")
        assert Path("lock/brief.md").read_text() == "House: The old lock\n"

        Path("lock/notes.md").write_text("---\n")
        watching.until("lock/notes.md:1")
        Path("authoring.toml").write_text("house = 1\n")
        watching.until("authoring.toml:1")
        Path("authoring.toml").write_text("")
        story("lock", "The lock")
        while "House: The lock" not in Path("lock/brief.md").read_text():
            watching.until("")
        assert watching.run.poll() is None
    finally:
        code = watching.stop()
    assert code == 0


def test_watch_leaves_an_edited_article_alone_says_how_to_go_on_and_goes_on(watching: Watching) -> None:
    try:
        watching.until("weir/brief.md: written")
        Path("lock/brief.md").write_text("My own words.\n")
        story("lock", "The new lock")
        watching.until("lock/brief.md: edited by hand and left as it is; next: authoring update lock/brief.md")
        assert Path("lock/brief.md").read_text() == "My own words.\n"
        story("weir", "The new weir")
        assert "lock" not in watching.until("weir/brief.md: written")
        assert "# The new weir\n" in Path("weir/brief.md").read_text()
    finally:
        watching.stop()


def test_watch_says_nothing_of_a_template_that_had_no_part_in_it(watching: Watching) -> None:
    try:
        watching.until("weir/brief.md: written")
        Path("lock/templates").mkdir()
        Path("lock/templates/unused.md").write_text("unused")
        os.utime("weir/notes.md", (1, 1))
        assert "lock" not in watching.until("weir/brief.md: is as it was")
    finally:
        watching.stop()
