"""What goes wrong where ``quotes`` and ``verify`` are used: pipes, empty names, the wrong file in the wrong place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.text.files import LIMIT

NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
"""
QUOTE = "“We may lose a third of the boats,” Ana Ruiz said.\n"
BOTH = ("quotes", "verify")


def run(*words: object, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(map(str, words)), input=text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    (tmp_path / "a.md").write_text(QUOTE, "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", BOTH)
def test_standard_input_that_is_closed_is_told_in_words(command: str) -> None:
    code = (
        f"import sys; sys.stdin = None; sys.argv[1:] = ['{command}', '-']; from authoring.cli.main import main; main()"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert shown.returncode == 2
    assert "nothing is piped in, expected the text of an article" in shown.stderr


@pytest.mark.parametrize("command", BOTH)
def test_no_more_is_read_from_a_pipe_than_from_a_file(command: str) -> None:
    result = run(command, "-", text=b"a" * (LIMIT + 1))
    assert result.exit_code == 2
    assert "more than 20 MB are piped in" in result.stderr


@pytest.mark.parametrize("words", [("quotes", ""), ("verify", ""), ("lint", ""), ("quotes", "a.md", "--notes", "")])
def test_an_empty_name_is_not_taken_for_the_folder_one_is_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "empty" in result.stderr


def test_an_empty_name_of_a_transcript_is_told(folder: Path) -> None:
    result = run("verify", folder / "a.md", "--transcript", "")
    assert result.exit_code == 2
    assert "the name of the file is empty" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
def test_a_pipe_that_is_closed_is_not_told_as_a_finding(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.md").write_text(QUOTE * 20, "utf-8")
    command = [sys.executable, "-m", "authoring", "quotes", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.parametrize("command", BOTH)
def test_notes_that_are_named_and_have_errors_are_told_once_for_all_articles(folder: Path, command: str) -> None:
    bad = folder / "bad.md"
    bad.write_text(NOTES.replace("— ruiz", "— ruis"), "utf-8")
    (folder / "b.md").write_text(QUOTE, "utf-8")
    result = run(command, folder / "a.md", folder / "b.md", "--notes", bad)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("authoring notes check") == 1


def test_notes_with_errors_beside_an_article_do_not_keep_its_quotations_from_being_listed(folder: Path) -> None:
    (folder / "notes.md").write_text(NOTES.replace("— ruiz", "— ruis"), "utf-8")
    result = run("quotes", folder / "a.md")
    assert result.exit_code == 0
    assert f"see: authoring notes check {folder / 'notes.md'}" in result.stdout
    assert "1 quotation" in result.stdout


def test_a_draft_is_not_held_against_itself(folder: Path) -> None:
    result = run("verify", folder / "a.md", "--transcript", folder / "." / "a.md")
    assert result.exit_code == 2
    assert "this is the draft and the transcript, expected a transcript of its own" in result.stderr


def test_in_a_folder_the_transcript_is_passed_over(folder: Path) -> None:
    (folder / "talk.txt").write_text(f"Ana Ruiz: {QUOTE}", "utf-8")
    result = run("verify", folder, "--transcript", folder / "talk.txt")
    assert result.exit_code == 0
    assert f"{folder / 'talk.txt'}: skipped, it is the transcript to compare with" in result.stdout


def test_notes_in_the_place_of_a_transcript_are_refused(folder: Path) -> None:
    result = run("verify", folder / "a.md", "--transcript", folder / "notes.md")
    assert result.exit_code == 2
    assert "these are notes, expected a transcript; name notes with: --notes FILE" in result.stderr


def test_notes_that_an_article_names_and_that_are_not_there_are_told_where_there_is_a_transcript(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.md").write_text(f"---\nnotes: gone.md\n---\n{QUOTE}", "utf-8")
    (tmp_path / "talk.txt").write_text("Ana Ruiz: We may lose a third of the boats.\n", "utf-8")
    result = run("verify", tmp_path / "a.md", "--transcript", tmp_path / "talk.txt")
    assert result.exit_code == 0
    assert "there is no file “gone.md” here" in result.stdout
    assert "1 quotation, it was said so" in result.stdout


@pytest.mark.parametrize("command", ["quotes", "verify", "lint"])
def test_a_name_that_no_disk_takes_is_told_in_words(folder: Path, command: str) -> None:
    long = "a" * 3000
    (folder / "b.md").write_text(f"---\nnotes: {long}.md\n---\n{QUOTE}", "utf-8")
    named = run(command, folder / "b.md")
    assert f"there is no file “{'a' * 39}…” here" in named.output
    given = run(command, f"{long}.md")
    assert given.exit_code == 2
    assert given.stderr.count(long) == 1
    assert "this file cannot be read" in given.stderr


def test_a_transcript_in_a_place_that_no_disk_has_does_not_keep_the_rules_from_running(folder: Path) -> None:
    named = NOTES.replace("slug: pier", f"slug: pier\ninterview: {{with: ruiz, transcript: {'a' * 3000}.txt}}")
    (folder / "notes.md").write_text(named, "utf-8")
    result = run("lint", folder / "a.md", "--select", "quotes")
    assert "crashed-rule" not in result.output
    assert "not compared with" in result.output


def test_notes_after_blank_lines_are_notes_still(folder: Path) -> None:
    (folder / "b.md").write_text(f"\n\n{NOTES}", "utf-8")
    for command in BOTH:
        assert "skipped, these are notes" in run(command, folder / "b.md").stdout


def test_a_sentence_without_a_note_is_shown_as_a_reader_sees_it(folder: Path) -> None:
    (folder / "a.html").write_text("<p>The <b>town</b> sleeps &amp; <a href='x.html'>dreams</a>.</p>", "utf-8")
    assert "1  The town sleeps & dreams.\n" in run("verify", folder / "a.html").stdout
