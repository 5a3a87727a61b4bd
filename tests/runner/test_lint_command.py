"""``authoring lint`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.lint import lint
from authoring.cli.main import cli
from authoring.reporters import FORMATS

FURNITURE = "By Noor Haddad\n\nThe pier is gone.\n\nLeave a comment\n"
CLEAN = "By Noor Haddad\n\nThe pier is gone.\n"
WARNED = "The pier is gone.\n"


def run(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", *map(str, words)], input=text)


@pytest.mark.parametrize(
    ("text", "flags", "code"),
    [
        (CLEAN, (), 0),
        (FURNITURE, (), 1),
        (WARNED, (), 0),
        (WARNED, ("--fail-on", "warning"), 1),
        (WARNED, ("--fail-on", "info"), 1),
        (FURNITURE, ("--fail-on", "never"), 0),
        (FURNITURE, ("--ignore", "page-furniture"), 0),
        (FURNITURE, ("--ignore", "facts,structure"), 0),
        (FURNITURE, ("--select", "facts", "--select", "quotes"), 0),
    ],
)
def test_the_exit_code_says_whether_a_finding_is_grave_enough(
    tmp_path: Path, text: str, flags: tuple[str, ...], code: int
) -> None:
    path = tmp_path / "pier.md"
    path.write_text(text)
    assert run(path, *flags).exit_code == code


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--select", "page-furnitur"), "did you mean “page-furniture”?"),
        (("--ignore", "page-furnitur"), "did you mean “page-furniture”?"),
        (("--notes", "none.md"), "none.md"),
        (("--format", "docx"), "docx"),
        (("gone.md",), "there is no such file"),
        (("pier.odt",), "expected .md, .markdown, .txt, .html, .htm, .docx, .docm or a folder"),
    ],
)
def test_a_wrong_flag_or_file_exits_with_2_and_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pier.md").write_text(CLEAN)
    Path("pier.odt").write_text("x")
    result = run("pier.md", *flags)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("form", FORMATS)
def test_an_unreadable_file_among_others_exits_with_2_and_the_others_are_told(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.md").write_bytes(b"caf\xe9\n")
    (tmp_path / "b.md").write_text(FURNITURE)
    result = run(tmp_path, "--format", form)
    assert result.exit_code == 2
    assert "page-furniture" in result.stdout
    assert result.stderr.startswith(f"{tmp_path / 'a.md'}:1:4: a character here is not UTF-8")
    if form == "json":
        assert [file["path"] for file in json.loads(result.stdout)["files"]] == [str(tmp_path / "b.md")]


@pytest.mark.parametrize("form", FORMATS)
def test_a_missing_file_alone_is_not_told_as_a_clean_run(form: str) -> None:
    result = run("gone.md", "--format", form)
    assert result.exit_code == 2
    assert result.stdout == "" or json.loads(result.stdout)["files"] == []
    assert "gone.md: there is no such file" in result.stderr


def test_standard_input_that_cannot_be_read_does_not_hide_the_files(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_text(FURNITURE)
    result = CliRunner().invoke(cli, ["lint", "-", str(path)], input=b"caf\xe9")
    assert result.exit_code == 2
    assert "page-furniture" in result.stdout
    assert result.stderr.startswith("-:1:4: ")


def test_standard_input_is_read_where_a_dash_stands() -> None:
    result = run("-", "--stdin-filename", "harbour/pier.md", text=FURNITURE)
    assert result.exit_code == 1
    assert result.output.startswith("harbour/pier.md:5:1: error:")


def test_standard_input_finds_the_notes_of_the_file_it_stands_for(tmp_path: Path) -> None:
    notes = "---\nkind: qa\nslug: p\nheadline: P\nsources:\n  ruiz: {name: Ana Ruiz, kind: person}\n---\n"
    notes += "## A\n> We may lose it all.\n— ruiz\n"
    (tmp_path / "notes.md").write_text(notes, encoding="utf-8")
    text = "“We will lose it all,” Ruiz said.\n"
    result = run("-", "--stdin-filename", tmp_path / "pier.md", "--select", "quotes", text=text)
    assert result.exit_code == 1
    assert "altered-quote" in result.output


def test_the_json_of_the_command_is_one_object(tmp_path: Path) -> None:
    path = tmp_path / "pier.md"
    path.write_text(FURNITURE)
    told = json.loads(run(path, "--format", "json").output)
    assert told["summary"]["error"] == 1
    assert told["files"][0]["path"] == str(path)


def test_no_progress_and_no_colour_off_a_terminal(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(FURNITURE)
    result = run(tmp_path)
    assert "checking" not in result.output
    assert "\x1b" not in result.output
    assert result.output.endswith("30 errors in 30 files\n")


def test_the_formats_of_the_command_are_those_of_the_reporters() -> None:
    option = next(param for param in lint.params if param.name == "form")
    assert tuple(option.type.choices) == FORMATS  # type: ignore[attr-defined]
