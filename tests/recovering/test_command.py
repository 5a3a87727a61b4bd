"""``authoring notes from``: where the notes go, what is told, and what is never written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

ROOT = Path(__file__).parents[2]
ARTICLE = """\
---
title: Ferry Fares to Rise in May
author: Noor Haddad
date: 2026-04-20
---

“We held out for six years,” said Ana Ruiz, the company’s managing director. “The pier costs more every winter.”

“It is four dollars a week,” she said to nobody. “That is bread,” Bo Lindqvist said.

Share this article
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in it, which one is in."""
    (tmp_path / "ferry.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli, ["notes", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_notes_go_to_a_folder_of_the_story_and_can_be_drafted_from(folder: Path) -> None:
    result = run("from", "ferry.md")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0].startswith("ferry-fares-to-rise-in-may/notes.md: written; ")
    assert lines[1] == "a draft from them gives all 4 quotations back to the letter"
    assert lines[-2] == "left out: a share button (line 11)"
    assert lines[-1].startswith("next: ")
    assert run("check", "ferry-fares-to-rise-in-may/notes.md").exit_code == 0
    drafted = CliRunner().invoke(cli, ["draft", "ferry-fares-to-rise-in-may/notes.md"])
    assert drafted.exit_code == 0, drafted.output


def test_notes_of_an_article_in_the_story_s_own_folder_stand_beside_it(folder: Path) -> None:
    own = folder / "ferry-fares-to-rise-in-may"
    own.mkdir()
    shutil.move("ferry.md", own / "ferry.md")
    assert run("from", str(own / "ferry.md")).exit_code == 0
    assert (own / "notes.md").is_file()


def test_a_file_that_is_there_is_left_as_it_is_and_with_force_a_copy_is_kept(folder: Path) -> None:
    (folder / "mine.md").write_text("mine", "utf-8")
    refused = run("from", "ferry.md", "-o", "mine.md")
    assert refused.exit_code == 2 and "--force" in refused.output
    assert (folder / "mine.md").read_text("utf-8") == "mine"
    assert run("from", "ferry.md", "-o", "mine.md", "--force").exit_code == 0
    assert (folder / "mine.md.bak").read_text("utf-8") == "mine"
    again = run("from", "ferry.md", "-o", "mine.md")
    assert again.exit_code == 0 and "is as it was" in again.output


def test_a_dash_prints_them_and_writes_nothing(folder: Path) -> None:
    result = run("from", "ferry.md", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("---\nkind: news\n")
    assert [path.name for path in folder.iterdir()] == ["ferry.md"]


def test_a_draft_of_ours_names_the_notes_that_are_there(folder: Path) -> None:
    shutil.copytree(ROOT / "drafts" / "bridge-tolls", folder / "bridge-tolls")
    result = run("from", "bridge-tolls/brief.md")
    assert result.exit_code == 2
    assert "this article has notes, and they are there: bridge-tolls/notes.md" in result.output
    (folder / "bridge-tolls" / "notes.md").unlink()
    assert run("from", "bridge-tolls/brief.md", "-o", "other.md").exit_code == 0


def test_notes_are_no_article(folder: Path) -> None:
    result = run("from", str(ROOT / "drafts" / "bridge-tolls" / "notes.md"))
    assert result.exit_code == 2
    assert "these are notes already, expected an article" in result.output


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "there is nothing in this file, expected an article"),
        (b"<!-- nothing else -->\n", "there are no words in this file, expected an article"),
        (b"\x89PNG\0\0", "this is binary data, expected text"),
        ("Käse".encode("latin-1"), "a character here is not UTF-8"),
    ],
    ids=["empty", "comment", "binary", "latin-1"],
)
def test_what_is_no_article_is_told_in_words(folder: Path, data: bytes, told: str) -> None:
    (folder / "odd.md").write_bytes(data)
    result = run("from", "odd.md")
    assert result.exit_code == 2
    assert told in result.output
    assert sorted(path.name for path in folder.iterdir()) == ["ferry.md", "odd.md"]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is quoted here.\n",
        "“One.”\n\n“Two.”\n",
        "“Yes,” said Ana Ruiz.\r\n\r\n“No,” said Bo Low.\r\n",
        "---\ntitle: [a, b\n: :\n- x\n---\n\n“Yes,” said Ana Ruiz.\n",
        "---\nslug: ../../etc/passwd\ntitle: 'A: “b”'\nauthor: [X, '- Y']\ndate: 2026-02-31\n---\n\n“Yes,” said Ana.\n",
        "“Yes,” said Ana | Ruiz {x}. “// {no} | -->” said Bo Low.\n",
        "x low\n\n- - -\n\n+\n\n== a ==\n\n“Yes,” said Ana Ruiz.\n",
    ],
    ids=["no quotes", "only quotes", "CRLF", "broken front", "odd front", "marks in tags", "marks of notes"],
)
def test_odd_articles_give_notes_that_pass(folder: Path, text: str) -> None:
    (folder / "odd.md").write_bytes(text.encode("utf-8"))
    made = run("from", "odd.md", "-o", "made.md")
    assert made.exit_code == 0, made.output
    assert run("check", "made.md").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["ferry.md", "made.md", "odd.md"]
