"""``authoring notes add`` as it is typed, with a terminal and without."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.notes import read_notes

NOTES = """\
---
kind: interview
headline: The Pier
byline: Joan Pell
published: 2026-03-20
sources:
  ruiz:
    name: Ana Ruiz
  clerk:
    name: Jane Doe
    alias: a town clerk
    reason: who would lose her job
---

## Boats
We went.
"""
TALK = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v SPEAKER_00>The sheds are old. Nobody has told the crews.

00:00:08.000 --> 00:00:09.000
<v Joan Pell>Who holds the key?

00:00:10.000 --> 00:00:12.000
<v Jane Doe>Ask the harbour. The books were cooked.
"""


@pytest.fixture(autouse=True)
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("notes.md").write_text(NOTES, "utf-8", newline="")
    Path("talk.vtt").write_text(TALK, "utf-8", newline="")
    return Path("notes.md")


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli, ["notes", "add", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_what_went_in_is_told_with_its_lines_and_what_to_type_next(story: Path) -> None:
    result = run("notes.md", "--transcript", "talk.vtt", "--line", "4", "--speaker", "SPEAKER_00=ruiz")
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        "notes.md:21-22: put in under “From the transcript”, from talk.vtt:4 at 00:00:01\n"
        "  > The sheds are old. Nobody has told the crews.\n"
        "  — ruiz | said | 00:00:01\n"
        "notes.md: names the transcript under “interview:” now\n"
        "next: authoring draft notes.md\n"
    )
    assert story.read_text("utf-8").splitlines()[20:] == [
        "> The sheds are old. Nobody has told the crews.",
        "— ruiz | said | 00:00:01",
    ]


def test_the_transcript_need_not_be_named_twice_and_a_passage_goes_in_once(story: Path) -> None:
    words = ("--words", "The sheds … old", "--speaker", "SPEAKER_00=ruiz")
    assert run(".", "--transcript", "talk.vtt", *words).exit_code == 0
    before = story.read_bytes()
    again = run("notes.md", *words)
    assert again.stdout == "notes.md:21-22: these words are there already, from talk.vtt:4 at 00:00:01\n"
    assert (again.exit_code, story.read_bytes()) == (0, before)


def test_several_passages_go_in_at_once_or_not_at_all(story: Path) -> None:
    given = ("notes.md", "--transcript", "talk.vtt", "--at", "0:08", "--words", "The books … cooked")
    assert run(*given, "--line", "4").exit_code == 2
    assert story.read_text("utf-8") == NOTES
    result = run(*given, "--beat", "Boats")
    assert "? Who holds the key?" in result.stdout
    assert "— (not named) | said | 00:00:10" in result.stdout
    assert "clerk" not in result.output
    assert "Doe" not in result.output
    assert [item.kind for item in read_notes(story).items] == ["narration", "question", "quote"]


def test_a_dry_run_writes_nothing(story: Path) -> None:
    result = run(
        "notes.md", "--transcript", "talk.vtt", "--line", "4", "--speaker", "SPEAKER_00=+Eva Lind", "--dry-run"
    )
    assert "would be put in" in result.stdout
    assert "new source lind, Eva Lind" in result.stdout
    assert story.read_text("utf-8") == NOTES


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--line", "4"], "the notes do not know who “SPEAKER_00” is; say it with: --speaker"),
        (["--line", "x"], "is no line, expected one such as 120, or 120-124"),
        (["--line", "9-4"], "is no line"),
        (["--line", "900"], "the nearest line with words is 10"),
        (["--at", "noon"], "is no time, expected one such as 00:12:41"),
        (["--at", "0:09-0:08"], "is no time"),
        (["--words", "zebra"], "“zebra” is nowhere in one turn"),
        ([], "nothing to pull, expected --line, --at or --words, or a terminal"),
        (["--line", "4", "--speaker", "SPEAKER_00="], "is no pair"),
        (["--line", "4", "--speaker", "SPEAKER_00=riuz"], "did you mean “ruiz”?"),
        (["--line", "10", "--beat", "Boat"], "did you mean “Boats”?"),
        (["--line", "7", "--transcript", "notes.md"], "these are notes, expected a transcript"),
        (["--line", "7", "--transcript", "missing.vtt"], "there is no such file"),
        (["--line", "7", "--transcript", "zero.vtt"], "binary"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(story: Path, given: list[str], told: str) -> None:
    Path("zero.vtt").write_bytes(b"\x00\x01")
    result = run("notes.md", "--transcript", "talk.vtt", *given)
    assert result.exit_code == 2
    assert told in result.stderr
    assert story.read_text("utf-8") == NOTES
    assert sorted(each.name for each in Path().iterdir()) == ["notes.md", "talk.vtt", "zero.vtt"]


def test_without_a_transcript_in_the_notes_one_has_to_be_named() -> None:
    assert "the notes name no transcript, expected one; name the one with: --transcript FILE" in run("notes.md").stderr


def test_notes_that_are_no_notes_are_refused_with_their_errors(story: Path) -> None:
    story.write_text(NOTES + "— riuz | said\n", "utf-8")
    result = run("notes.md", "--transcript", "talk.vtt", "--line", "4")
    assert (result.exit_code, result.stderr.count("notes.md:")) == (2, 1)
    assert "no source is called “riuz”, expected “ruiz”" in result.stderr
    assert run("missing.md", "--transcript", "talk.vtt", "--line", "4").exit_code == 2


def test_labels_do_not_steer_the_terminal(story: Path) -> None:
    Path("talk.vtt").write_text(TALK.replace("SPEAKER_00", "SP\x1b[31m00\x07"), "utf-8")
    result = run("notes.md", "--transcript", "talk.vtt", "--line", "4")
    assert result.exit_code == 2
    assert not {char for char in result.output if ord(char) < 32} - {"\n"}


def test_ended_half_way_the_notes_are_the_old_ones_or_the_new(story: Path) -> None:
    command = [sys.executable, "-m", "authoring", "notes", "add", "notes.md", "--transcript", "talk.vtt"]
    command += ["--line", "4", "--speaker", "SPEAKER_00=ruiz"]
    whole = set()
    for delay in (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 2.0):
        story.write_text(NOTES, "utf-8", newline="")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        text = story.read_text("utf-8")
        assert text == NOTES or text.endswith("— ruiz | said | 00:00:01\n")
        whole.add(text == NOTES)
    assert True in whole


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, *words: str) -> None:
        self._main, other = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "LINES": "24", "NO_COLOR": "1"}
        command = [sys.executable, "-m", "authoring", *words]
        self.process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment)
        os.close(other)

    def until(self, words: str) -> str:
        """What is shown, up to these words."""
        shown = ""
        while words not in shown:
            ready, _, _ = select.select([self._main], [], [], 30)
            assert ready, f"{words!r} never came, only {shown!r}"
            try:
                shown += os.read(self._main, 4096).decode("utf-8", "replace")
            except OSError:
                raise AssertionError(f"{words!r} never came, only {shown!r}") from None
        return shown.replace("\r\n", "\n")

    def type(self, words: str) -> None:
        os.write(self._main, f"{words}\n".encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._main)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal("notes", "add", "notes.md", "--transcript", "talk.vtt")
    yield opened
    opened.close()


def test_on_a_terminal_one_looks_through_and_picks(story: Path, terminal: Terminal) -> None:
    page = terminal.until("pull: ")
    assert "   4  00:00:01  SPEAKER_00\n" in page
    assert "  10  00:00:10  a town clerk\n" in page
    assert "Doe" not in page
    terminal.type("/crews")
    assert "^^^^^" in terminal.until("pull: ")
    terminal.type("4")
    assert "   2  Nobody has told the crews.\n" in terminal.until("b to go back")
    terminal.type("2")
    asked = terminal.until("number: ")
    assert "   1  Ana Ruiz (ruiz)\n   2  a town clerk\n   3  a new source\n" in asked
    assert "leave out" in asked
    assert "clerk)" not in asked
    terminal.type("1")
    assert "put in under “From the transcript”" in terminal.until("pull: ")
    terminal.type("q")
    assert terminal.process.wait(30) == 0
    assert story.read_text("utf-8").endswith("> Nobody has told the crews.\n— ruiz | said | 00:00:01\n")


def test_on_a_terminal_a_sentence_that_is_not_there_is_told(story: Path, terminal: Terminal) -> None:
    terminal.until("pull: ")
    terminal.type("4")
    terminal.until("b to go back")
    terminal.type("99")
    assert "“99” is none of these, expected 1 to 2; nothing was put in" in terminal.until("pull: ")
    assert story.read_text("utf-8") == NOTES


def test_on_a_terminal_a_new_source_is_asked_for_by_name(story: Path, terminal: Terminal) -> None:
    terminal.until("pull: ")
    terminal.type("4")
    terminal.until("b to go back")
    terminal.type("")
    terminal.until("number: ")
    terminal.type("3")
    terminal.until("Name")
    terminal.type("Eva Lind")
    assert "new source lind, Eva Lind" in terminal.until("pull: ")
    terminal.type("900")
    assert "the nearest line with words is 10" in terminal.until("pull: ")
    terminal.type("q")
    assert terminal.process.wait(30) == 0
    assert read_notes(story).quotes[-1].source == "lind"


def test_on_a_terminal_who_speaks_is_asked_for_a_passage_that_is_named(story: Path) -> None:
    terminal = Terminal("notes", "add", "notes.md", "--transcript", "talk.vtt", "--line", "4", "--at", "0:10")
    try:
        asked = terminal.until("number: ")
        assert "Who is “SPEAKER_00”, on line 4?" in asked
        terminal.type("1")
        assert "next: authoring draft notes.md" in terminal.until("next: authoring draft notes.md")
        assert terminal.process.wait(30) == 0
    finally:
        terminal.close()
    assert [item.source for item in read_notes(story).quotes] == ["ruiz", "clerk"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--line", "8", "--speaker", "SPEAKER_00"), "--speaker “SPEAKER_00” is no pair"),
        (("--words", ""), "--words: these are no first and last words"),
        (("--line", "7", "--beat", "A\nB"), "--beat: this can be no heading, expected words on one line"),
    ],
)
def test_an_option_that_is_no_use_is_named(words: tuple[str, ...], told: str) -> None:
    result = run("notes.md", "--transcript", "talk.vtt", *words)
    assert result.exit_code == 2
    assert told in result.output
