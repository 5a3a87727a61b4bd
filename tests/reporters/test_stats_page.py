"""The page of ``authoring stats``: where it may be written, what stands on it, and what never does."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.reporters import stats_page

STORY = """\
---
headline: The pier
---
By Noor Haddad

The pier closed in March, and nobody was told of it until the boats were gone. “We had no letter, and no call,” said
Ana Ruiz, who runs the ferry. The town says that it wrote to everybody who keeps a boat there, and that it has the list.
"""
NOTES = """\
---
kind: brief
slug: pier
headline: The pier goes
interview: {with: ruiz}
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  doe: {name: Jane Doe, kind: person, alias: a town clerk, reason: she would lose her job}
---
## Boats
> The mayor took the money in a paper bag.
— ruiz | said | off the record

> The books were cooked for years.
— doe | said
"""


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(STORY, "utf-8")


def stats(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["stats", *map(str, words)], input=text)


def test_the_page_is_written_and_it_is_said_where() -> None:
    result = stats("a.md", "--html", "page.html")
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", "page.html: written, 1 article\n")
    page = Path("page.html").read_text("utf-8")
    assert "<h1><bdi>The pier</bdi></h1>" in page
    assert "nobody was told of it" in page
    assert 'class="note' not in page
    assert "<script" not in page
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", "page.html"]


def test_a_page_of_ours_is_written_over_and_nothing_else_is() -> None:
    assert stats("a.md", "--html", "page.html").exit_code == 0
    before = Path("page.html").read_text("utf-8")
    Path("a.md").write_text(STORY.replace("The pier", "The quay"), "utf-8")
    assert stats("a.md", "--html", "page.html").exit_code == 0
    assert Path("page.html").read_text("utf-8") != before
    Path("folder").mkdir()
    Path("mine.html").write_text("<!doctype html>\n<p>my own</p>\n", "utf-8")
    Path("empty.html").touch()
    for place in ("mine.html", "empty.html", "a.md", "folder", "none/page.html"):
        held = Path(place).read_bytes() if Path(place).is_file() else b""
        result = stats("a.md", "--html", place)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(place.removesuffix("/page.html"))
        assert (Path(place).read_bytes() if Path(place).is_file() else b"") == held


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there that few have")
def test_a_link_is_not_followed() -> None:
    stats("a.md", "--html", "page.html")
    Path("link.html").symlink_to("page.html")
    before = Path("page.html").read_bytes()
    result = stats("a.md", "--html", "link.html")
    assert result.exit_code == 2
    assert "this is a link to another file" in result.stderr
    assert Path("page.html").read_bytes() == before


def test_a_page_can_be_printed_and_an_article_piped_in() -> None:
    result = stats("-", "--html", "-", text=STORY)
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert "The pier</bdi></h1>" in result.stdout


def test_a_page_and_figures_for_programs_are_not_asked_for_at_once() -> None:
    result = stats("a.md", "--html", "page.html", "--format", "json")
    assert result.exit_code == 2
    assert "leave out --format json" in result.stderr
    assert not Path("page.html").exists()


def test_files_that_cannot_be_read_are_told_and_the_others_measured() -> None:
    result = stats("a.md", "none.md", "--html", "page.html")
    assert result.exit_code == 2
    assert "none.md: there is no such file" in result.stderr
    assert "The pier" in Path("page.html").read_text("utf-8")
    assert stats("none.md", "--html", "other.html").exit_code == 2
    assert not Path("other.html").exists()


def test_a_page_of_ours_is_no_article(tmp_path: Path) -> None:
    stats("a.md", "--html", "page.html")
    Path("findings.html").write_text(CliRunner().invoke(cli, ["lint", "a.md", "--format", "html"]).stdout, "utf-8")
    again = stats(".", "--html", "-").stdout
    assert "<h1>1 article</h1>" in again
    assert again.count("skipped, it is a page that authoring wrote") == 2
    told = CliRunner().invoke(cli, ["lint", "page.html"]).stdout
    assert told == "page.html: skipped, it is a page that authoring wrote\n"


def test_many_articles_are_listed_with_their_figures_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stats_page, "MOST", 2)
    for name in "bcd":
        Path(f"{name}.md").write_text(STORY.replace("The pier\n", f"The {name}\n"), "utf-8")
    page = stats(".", "--html", "-", "--jobs", "1").stdout
    assert "Only the figures are shown of so many articles" in page
    assert page.count('<th scope="row">') == 4
    assert "nobody was told" not in page
    assert "The d</bdi>" in page


def test_one_process_and_several_write_the_same_page() -> None:
    for number in range(20):
        Path(f"{number}.md").write_text(STORY.replace("closed", f"closed {number} times"), "utf-8")
    assert stats(".", "--html", "-", "--jobs", "1").stdout == stats(".", "--html", "-", "--jobs", "2").stdout


@pytest.mark.parametrize("command", [("stats", "--html", "-"), ("lint", "--format", "html")])
def test_the_target_is_that_of_the_kind_which_the_notes_give(command: tuple[str, ...]) -> None:
    Path("notes.md").write_text(NOTES, "utf-8")
    Path("a.md").write_text(STORY + "\n" + 9 * "The town has put up a fence there, and a sign. ", "utf-8")
    page = CliRunner().invoke(cli, [command[0], "a.md", *command[1:]]).stdout
    assert "and the target is 10." in page


def test_a_house_that_measures_by_another_scale_reads_its_own_target() -> None:
    Path("authoring.toml").write_text('[rules.hard-to-read]\nmeasure = "lix"\n', "utf-8")
    Path("a.md").write_text(STORY + "\n" + 9 * "The town has put up a fence there, and a sign. ", "utf-8")
    page = stats("a.md", "--html", "-").stdout
    assert re.search(r"The narration has a LIX of \d+\.\d, and the target is 49\.", page)


@pytest.mark.parametrize(
    "article",
    [
        "“The books were cooked for years,” Jane Doe said.\n",
        "# Jane Doe and the books\n\n## What Jane Doe knew\n\nDoe said: “The mayor took the money in a paper bag.”\n",
        "---\nheadline: Jane Doe speaks\n---\nJane Doe: The books were cooked.\n\nAna Ruiz: It was a paper bag.\n",
    ],
)
@pytest.mark.parametrize("most", [0, 80])
def test_nothing_that_was_told_in_confidence_is_on_the_page(
    article: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stats_page, "MOST", most)
    Path("notes.md").write_text(NOTES, "utf-8")
    Path("a.md").write_text(article, "utf-8")
    page = stats(".", "--html", "-", "--jobs", "1").stdout
    assert "a.md" in page
    assert not re.search(r"jane|\bdoe\b|took the money", page, re.IGNORECASE)
