"""``authoring update``: what it says, what it writes, what it refuses, and what to type next."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

NOTES = """\
---
kind: brief
headline: The lock
byline: Ann Low
asof: 2026-03-01
sources:
  quill: {name: Mara Quill, role: the lock keeper}
---

## Lede
The lock is old. It was built in 1931.

## Hours
- The lock opens at nine
- The gate needs paint
> We close at six. // Ring twice.
— quill | said
"""
unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such links or permissions")


def run(*words: str | Path, colour: bool = False) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], color=colour)


def change(path: Path, old: str, new: str) -> None:
    """Edit a file, letter by letter."""
    data = path.read_bytes()
    assert old.encode() in data
    path.write_bytes(data.replace(old.encode(), new.encode()))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_bytes(NOTES.encode())
    return path


@pytest.fixture
def article(notes: Path) -> Path:
    """An article that was drafted and then edited by hand."""
    assert run("draft", notes).exit_code == 0
    path = notes.with_name("brief.md")
    change(path, "The lock is old.", "The lock is very old.")
    return path


def test_hand_edits_stay_and_what_the_notes_changed_comes_in(article: Path, notes: Path) -> None:
    change(notes, "1931", "1932")
    result = run("update", article)
    assert result.exit_code == 0, result.output
    assert result.output == f"{article}: updated, 1 paragraph has changed\nnext: authoring lint {article}\n"
    assert "The lock is very old. It was built in 1932." in article.read_text("utf-8")


def test_a_second_update_says_so_and_writes_nothing(article: Path, notes: Path) -> None:
    change(notes, "1931", "1932")
    run("update", article)
    before = everything(article.parent)
    result = run("update", article)
    assert (result.exit_code, result.output) == (0, f"{article}: is up to date\n")
    assert everything(article.parent) == before


def test_the_trace_is_that_of_the_new_rendering(article: Path, notes: Path) -> None:
    change(notes, "1931", "1932")
    run("update", article)
    trace = json.loads((article.parent / ".brief.trace.json").read_text("utf-8"))
    assert "The lock is old. It was built in 1932." in trace["text"]
    assert "earlier" not in trace
    told = run("why", f"{article}:{article.read_text().splitlines().index('## Hours') + 1}")
    assert "notes.md:13:4" in told.output, told.output


def test_a_clash_is_told_with_its_line_and_the_exit_code_is_1(article: Path, notes: Path) -> None:
    change(notes, "The lock is old", "The lock is rusty")
    result = run("update", article)
    assert result.exit_code == 1
    line = next(number for number, words in enumerate(article.read_text().splitlines(), 1) if "[[clash" in words)
    assert f"{article}:{line}: clash: " in result.output
    assert "updated, with 1 clash; keep one version of it, delete the marks" in result.output
    assert "[unresolved-clash]" in run("lint", article, "--format", "concise").output


def test_an_article_with_a_clash_is_not_updated_until_it_is_settled(article: Path, notes: Path) -> None:
    change(notes, "The lock is old", "The lock is rusty")
    run("update", article)
    before = everything(article.parent)
    result = run("update", article)
    assert result.exit_code == 2
    assert "a clash is not settled yet; keep one version, delete the marks, and run it again" in result.output
    assert everything(article.parent) == before
    settled = re.sub(
        r"\[\[clash: yours\]\] (.*?) \[\[clash: notes\]\].*?\[\[clash: end\]\]", r"\1", article.read_text()
    )
    article.write_text(settled)
    assert run("update", article).output == f"{article}: is up to date\n"
    assert article.read_text() == settled


def test_a_quotation_that_has_changed_is_named(article: Path, notes: Path) -> None:
    change(notes, "Ring twice", "Ring once")
    assert "this quotation has changed: “Ring once.”" in run("update", article).output


def test_a_quotation_that_the_hand_has_changed_is_named_and_stays_as_it_is(article: Path, notes: Path) -> None:
    change(article, "Ring twice", "Ring loudly")
    change(notes, "1931", "1932")
    result = run("update", article)
    assert result.exit_code == 0
    assert "you changed this quotation, and the notes did not: “Ring loudly.”" in result.output
    assert "Ring loudly." in article.read_text("utf-8")
    assert "[altered-quote]" in run("lint", article, "--format", "concise").output


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_looking_writes_nothing(option: str, article: Path, notes: Path) -> None:
    change(notes, "1931", "1932")
    before = everything(article.parent)
    result = run("update", article, option)
    assert result.exit_code == (1 if option == "--check" else 0)
    assert everything(article.parent) == before


def test_check_says_why(article: Path, notes: Path) -> None:
    assert run("update", "--check", article).output == f"{article}: is up to date\n"
    change(notes, "1931", "1932")
    assert "the notes have changed; type: authoring update" in run("update", "--check", article).output
    change(notes, "The lock is old", "The lock is rusty")
    assert "and would clash with your edits in 1 place" in run("update", "--check", article).output


def test_check_of_a_template_that_changed(article: Path) -> None:
    (article.parent / "templates").mkdir()
    house = '{% extends "builtin/brief.md" %}\n{% block closing %}\nCorrections: desk@lock.example\n{% endblock %}\n'
    (article.parent / "templates" / "brief.md").write_text(house)
    assert "the template has changed" in run("update", "--check", article).output
    assert run("update", article).exit_code == 0
    assert article.read_text().endswith("Corrections: desk@lock.example\n")


def test_a_private_comment_in_the_notes_leaves_the_article_up_to_date(article: Path, notes: Path) -> None:
    change(notes, "## Hours", "<!-- She laughed. -->\n\n## Hours")
    result = run("update", "--check", article)
    assert (result.exit_code, result.output) == (0, f"{article}: is up to date\n")


def test_a_dry_run_shows_the_change_in_colour_on_a_terminal_only(
    article: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(notes, "1931", "1932")
    plain = run("update", "--dry-run", article).output
    assert "-The lock is very old. It was built in 1931.\n+The lock is very old. It was built in 1932.\n" in plain
    assert "\x1b[" not in plain
    monkeypatch.setattr("authoring.cli.update._is_terminal", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert (
        "\x1b[32m+The lock is very old. It was built in 1932."
        in run("update", "--dry-run", article, colour=True).output
    )
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("update", "--dry-run", article, colour=True).output


def test_several_articles_are_updated_and_one_that_cannot_be_does_not_stop_the_others(
    article: Path, notes: Path
) -> None:
    run("draft", notes, "--template", "interview")
    change(notes, "1931", "1932")
    result = run("update", article, article.with_name("none.md"), article.with_name("interview.md"))
    assert result.exit_code == 2
    assert "none.md: there is no such file" in result.output
    assert "1932" in article.read_text()
    assert "1932" in article.with_name("interview.md").read_text()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_stay_as_they_are(mark: bytes, article: Path, notes: Path) -> None:
    article.write_bytes(mark + article.read_bytes().replace(b"\n", b"\r\n"))
    expected = article.read_bytes()
    change(notes, "1931", "1932")
    assert run("update", article).exit_code == 0
    data = article.read_bytes()
    assert data.startswith(mark + b"---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert re.sub(rb"sha256: \w+", b"", data) == re.sub(rb"sha256: \w+", b"", expected.replace(b"1931", b"1932"))
    assert run("update", article).output == f"{article}: is up to date\n"


def test_mixed_line_ends_stay_where_they_are(article: Path, notes: Path) -> None:
    change(article, "## Hours\n", "## Hours\r\n")
    change(notes, "1931", "1932")
    assert run("update", article).exit_code == 0
    assert article.read_bytes().count(b"\r\n") == 1
    assert b"## Hours\r\n" in article.read_bytes()


def test_notes_with_windows_line_ends_are_no_change(article: Path, notes: Path) -> None:
    notes.write_bytes(notes.read_bytes().replace(b"\n", b"\r\n"))
    assert run("update", "--check", article).exit_code == 0


def test_without_a_trace_the_way_out_is_named(article: Path) -> None:
    (article.parent / ".brief.trace.json").unlink()
    result = run("update", article)
    assert result.exit_code == 2
    assert "there is no trace beside this article, expected .brief.trace.json; draft the story" in result.output


@pytest.mark.parametrize("damage", ["", "{}", '{"version": 9}', "\x00", "[1, 2]"])
def test_a_damaged_trace_is_told(damage: str, article: Path) -> None:
    (article.parent / ".brief.trace.json").write_text(damage)
    before = everything(article.parent)
    result = run("update", article)
    assert result.exit_code == 2
    assert ".brief.trace.json" in result.output
    assert "authoring draft NOTES -o FILE" in result.output
    assert everything(article.parent) == before


def test_notes_that_have_moved_are_asked_for_and_then_known(article: Path, notes: Path) -> None:
    (notes.parent / "old").mkdir()
    moved = notes.rename(notes.parent / "old" / "notes.md")
    result = run("update", article)
    assert result.exit_code == 2
    assert f"say where they are: authoring update {article} --notes NOTES" in result.output
    change(moved, "1931", "1932")
    assert run("update", article, "--notes", moved).exit_code == 0
    assert "notes: old/notes.md" in article.read_text()
    assert run("update", article).output == f"{article}: is up to date\n"


def test_notes_that_have_moved_are_found_where_the_article_says(article: Path, notes: Path) -> None:
    notes.rename(notes.parent / "told.md")
    change(article, "notes: notes.md", "notes: told.md")
    assert run("update", article).exit_code == 0


def test_notes_with_errors_are_told_and_nothing_is_written(article: Path, notes: Path) -> None:
    change(notes, "— quill | said", "— quil | said")
    before = everything(article.parent)
    result = run("update", article)
    assert result.exit_code == 2
    assert "no source is called “quil”" in result.output
    assert everything(article.parent) == before


def test_a_template_that_is_gone_is_asked_for(notes: Path) -> None:
    (notes.parent / "templates").mkdir()
    house = notes.parent / "templates" / "ours.md"
    house.write_text(
        "# {{ notes.headline }}\n\n{% for item in notes.quotes %}\n{{ item.text | quoted }}\n{% endfor %}\n"
    )
    run("draft", notes, "--template", "ours")
    article = notes.with_name("ours.md")
    change(article, "# The lock", "# The Lock Opens at Nine")
    moved = house.rename(notes.parent / "templates" / "theirs.md")
    result = run("update", article)
    assert result.exit_code == 2
    assert f"name its file: authoring update {article} --template FILE" in result.output
    change(notes, "Ring twice", "Ring once")
    assert run("update", article, "--template", moved).exit_code == 0
    assert article.read_text() == "# The Lock Opens at Nine\n\n“We close at six. Ring once.”\n"


def test_a_template_named_by_its_path_is_used_again(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "desk" / "templates").mkdir(parents=True)
    house = tmp_path / "desk" / "templates" / "list.md"
    house.write_text(
        "# {{ notes.headline }}\n\n{% for item in notes.quotes %}\n- {{ item.text | quoted }}\n{% endfor %}\n"
    )
    run("draft", notes, "--template", house, "-o", tmp_path / "list.md")
    change(notes, "The lock\n", "The gate\n")
    assert run("update", tmp_path / "list.md").exit_code == 0
    assert (tmp_path / "list.md").read_text() == "# The gate\n\n- “We close at six. Ring twice.”\n"


def test_a_house_named_by_a_flag_holds_for_the_update(notes: Path) -> None:
    run("draft", notes, "--house", "guardian")
    article = notes.with_name("brief.md")
    assert "house: guardian" in article.read_text()
    change(notes, "1931", "1932")
    assert run("update", article).exit_code == 0
    assert "house: guardian" in article.read_text()


def test_notes_are_no_article(notes: Path) -> None:
    result = run("update", notes)
    assert result.exit_code == 2
    assert "these are notes, expected an article" in result.output


def test_a_draft_of_an_edited_article_names_the_update(article: Path, notes: Path) -> None:
    change(notes, "1931", "1932")
    result = run("draft", notes)
    assert result.exit_code == 2
    assert f"to bring the changes in, type: authoring update {article}" in result.output


@unix
def test_a_link_is_not_updated(article: Path) -> None:
    link = article.with_name("link.md")
    link.symlink_to(article)
    result = run("update", link)
    assert result.exit_code == 2
    assert "this is a link to another file, expected the article itself" in result.output


def test_what_the_notes_now_say_in_confidence_is_not_shown(notes: Path) -> None:
    change(notes, "sources:\n", "sources:\n  lamb: {name: Zephyrine Lamb, role: a clerk}\n")
    change(notes, "Ring twice.\n— quill | said", "Ring twice.\n— quill | said\n> The books are empty.\n— lamb | said")
    run("draft", notes, "--template", "interview")
    article = notes.with_name("interview.md")
    change(article, "a clerk", "a clerk there")
    change(notes, "role: a clerk}", "role: a clerk, alias: a member of the staff, terms: anonymous}")
    for option in ("--dry-run", "--check"):
        assert "Zephyrine" not in run("update", article, option).output
    assert "Zephyrine" not in run("update", article).output
