"""What a person has written is never lost: not by drafting again, not by a crash, not by a wrong option."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

DRAFTS = Path(__file__).parents[2] / "drafts"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A copy of an example story, without its articles."""
    folder = tmp_path / "story"
    shutil.copytree(DRAFTS / "bridge-tolls", folder)
    for path in [*folder.glob("*.trace.json"), folder / "brief.md"]:
        path.unlink(missing_ok=True)
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_a_draft_goes_beside_its_notes_with_a_trace(story: Path) -> None:
    result = run("draft", story / "notes.md")
    assert result.exit_code == 0, result.output
    assert (story / "brief.md").exists()
    assert (story / ".brief.trace.json").exists()
    assert "next: authoring lint" in result.output


def test_drafting_again_without_an_edit_just_works(story: Path) -> None:
    run("draft", story / "notes.md")
    assert "is as it was" in run("draft", story / "notes.md").output
    notes = story / "notes.md"
    notes.write_text(notes.read_text().replace("Vintage Cars", "Old Cars"))
    assert run("draft", notes).exit_code == 0
    assert "Old Cars" in (story / "brief.md").read_text()


def test_line_ends_changed_by_version_control_are_no_edit(story: Path) -> None:
    run("draft", story / "notes.md")
    article = story / "brief.md"
    article.write_bytes(article.read_bytes().replace(b"\n", b"\r\n"))
    assert run("draft", story / "notes.md").exit_code == 0


def test_an_edited_article_is_left_as_it_is_and_the_way_out_is_named(story: Path) -> None:
    run("draft", story / "notes.md")
    article = story / "brief.md"
    edited = article.read_text() + "\nA sentence of my own.\n"
    article.write_text(edited)
    result = run("draft", story / "notes.md")
    assert result.exit_code == 2
    assert "has been edited by hand and was left as it is" in result.output
    assert "--force" in result.output
    assert article.read_text() == edited


def test_force_keeps_every_copy(story: Path) -> None:
    article = story / "brief.md"
    for text in ("first of mine", "second of mine"):
        article.write_text(text)
        assert run("draft", story / "notes.md", "--force").exit_code == 0
    assert (story / "brief.md.bak").read_text() == "first of mine"
    assert (story / "brief.md.bak2").read_text() == "second of mine"
    assert "headline:" in article.read_text()


def test_a_file_that_no_draft_made_is_left_as_it_is(story: Path) -> None:
    other = story / "letters.md"
    other.write_text("Dear Ida\n")
    assert run("draft", story / "notes.md", "-o", other).exit_code == 2
    assert other.read_text() == "Dear Ida\n"


@pytest.mark.parametrize("flags", [[], ["--force"]])
def test_the_notes_are_never_written_over(story: Path, flags: list[str]) -> None:
    before = (story / "notes.md").read_bytes()
    result = run("draft", story / "notes.md", "-o", story / "notes.md", *flags)
    assert result.exit_code == 2
    assert "this is the notes file" in result.output
    assert (story / "notes.md").read_bytes() == before


def test_a_dash_prints_the_article_and_writes_nothing(story: Path) -> None:
    before = sorted(story.rglob("*"))
    result = run("draft", story / "notes.md", "-o", "-")
    assert result.output.startswith("---\nheadline:")
    assert sorted(story.rglob("*")) == before


def test_a_folder_that_is_not_there_is_told(story: Path) -> None:
    result = run("draft", story / "notes.md", "-o", story / "nowhere" / "a.md")
    assert result.exit_code == 2
    assert "there is no such folder" in result.output


def test_notes_that_are_not_there_are_told_without_a_traceback(tmp_path: Path) -> None:
    result = run("draft", tmp_path / "notes.md")
    assert result.exit_code == 2
    assert (
        result.output
        == f"{tmp_path / 'notes.md'}: there is no such file; check the spelling, or the folder you are in\n"
    )
