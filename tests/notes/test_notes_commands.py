"""``authoring notes check`` and ``authoring notes show`` on files and folders, in a pipe and on a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

GOOD = """---
headline: Harbour to close
sources:
  ana: {name: Ana Ruiz, role: a pilot}
  deep: {name: Jane Doe, alias: an engineer}
requests:
  - {to: ana, outcome: no response, about: the closing}
---
## Lede
- the harbour closes on {2024-07-09}
— ana | said | 00:01:10
> We knew it, // for a long time, and we told everybody who wanted to hear it, and also those who did not.
— deep | said
> hush
— ana | off the record
? the closing
"""
BAD = "---\nsources:\n  ana: {name: Ana}\n---\n- a\n— anna | said\n> b\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with good notes, bad notes, and an article, in which the commands run."""
    (tmp_path / "good.md").write_text(GOOD, "utf-8")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "article.md").write_text("---\nheadline: x\n---\nWords.\n", "utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "notes.md").write_text(BAD, "utf-8")
    (tmp_path / "photo.md").write_bytes(b"\x00\x01")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, columns: int = 80) -> Result:
    """Runs a command as in a pipe."""
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(cli, ["notes", *arguments])


def test_good_notes_are_told_so_in_one_line(story: Path) -> None:
    result = run("check", "good.md")
    assert result.exit_code == 0
    assert result.output == "good.md: no problems; 2 sources, 1 quote, 1 fact, 1 question, 1 request\n"


def test_bad_notes_are_told_line_by_line(story: Path) -> None:
    result = run("check", "deeper/bad.md")
    assert result.exit_code == 2
    assert result.output == (
        "deeper/bad.md:6:3: no source is called “anna”, expected “ana”\n"
        "deeper/bad.md:7:1: warning: a quote without a tag, expected “— source | verb” under it\n"
        "deeper/bad.md: 1 error, 1 warning\n"
    )


def test_a_folder_is_searched_for_notes_and_nothing_else(story: Path) -> None:
    result = run("check", ".")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == "2 files: 1 error, 1 warning"


def test_a_folder_without_notes_is_an_error(story: Path) -> None:
    (story / "empty").mkdir()
    result = run("check", "empty")
    assert result.exit_code == 2
    assert "no notes in this folder" in result.output


def test_a_file_that_is_not_there_is_an_error(story: Path) -> None:
    result = run("check", "gone.md", "good.md")
    assert result.exit_code == 2
    assert "gone.md: there is no such file" in result.output
    assert "2 files: 1 error" in result.output


def test_problems_as_json_have_their_places(story: Path) -> None:
    result = run("check", "--format", "json", "good.md", "deeper/bad.md")
    assert result.exit_code == 2
    told = json.loads(result.output)
    assert told["summary"] == {"error": 1, "warning": 1, "info": 0}
    assert [file["path"] for file in told["files"]] == ["good.md", "deeper/bad.md"]
    first = told["files"][1]["problems"][0]
    assert (first["level"], first["line"], first["column"]) == ("error", 6, 3)
    assert BAD[first["start"] : first["end"]] == "anna"


def test_what_was_understood_is_shown_in_tables(story: Path) -> None:
    result = run("show", "good.md")
    assert result.exit_code == 0
    assert "\n  ana          Ana Ruiz     person  not stated\n" in result.output
    assert "\n  10    Ana Ruiz  said  00:01:10  the harbour closes on July 9, 2024\n" in result.output
    assert "Jane" not in result.output
    assert "deep" not in result.output
    assert "hush" not in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_tables_are_as_wide_as_the_terminal_at_most(story: Path, columns: int) -> None:
    result = run("show", "good.md", columns=columns)
    assert max(map(len, result.output.splitlines())) <= columns
    assert "…" in result.output


def test_the_overview_as_json_is_whole(story: Path) -> None:
    told = json.loads(run("show", "--format", "json", "good.md").output)
    (quotes,) = [section for section in told["sections"] if section["title"] == "Quotes"]
    assert quotes["rows"][0]["who"] == "an engineer"
    assert quotes["rows"][0]["words"].endswith("those who did not.")


def test_what_steers_a_terminal_is_not_let_through(story: Path) -> None:
    (story / "good.md").write_text(GOOD.replace("everybody", "\x1b[31meverybody\x07"), "utf-8")
    result = run("show", "good.md", columns=200)
    assert "told [31meverybody who" in result.output
    assert not any(sign in result.output for sign in "\x1b\x07")


def test_bad_notes_cannot_be_shown(story: Path) -> None:
    result = run("show", "deeper/bad.md")
    assert result.exit_code == 2
    assert "deeper/bad.md:6:3: no source is called “anna”, expected “ana”" in result.output


def test_what_is_private_goes_into_no_pipe(story: Path) -> None:
    result = run("show", "--private", "good.md")
    assert result.exit_code == 2
    assert "Jane" not in result.output
    assert "expected a terminal" in result.output


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Runs a command whose output is a terminal, and gives what appeared there."""
    import pty

    master, slave = pty.openpty()
    code = "from authoring.cli.main import main; main()"
    command = [sys.executable, "-c", code, "notes", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=slave, stdin=slave, env=os.environ | environment):
        os.close(slave)
        shown = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # Linux reports the end of a terminal so
                break
            if not piece:
                break
            shown += piece
    os.close(master)
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_the_owner_sees_what_is_private_on_a_terminal(story: Path) -> None:
    shown = on_a_terminal(story, "show", "--private", "good.md", COLUMNS="100", NO_COLOR="1")
    assert "Jane Doe" in shown
    assert "hush" in shown
    assert "\x1b" not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_headings_stand_out_on_a_terminal_that_may_show_colour(story: Path) -> None:
    environment = {"COLUMNS": "100", "NO_COLOR": ""}
    assert "\x1b[1mSources\x1b[0m" in on_a_terminal(story, "show", "good.md", **environment)
