"""``authoring diff`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

NOTES = """\
---
kind: interview
headline: The lock
sources:
  quill: {name: Mara Quill, role: the lock keeper, pronoun: she, stake: none}
  hidden: {name: Otto Brennan, role: a clerk, alias: a clerk, terms: background, reason: who fears for the job}
---

## One
The lock is old.
> We close at six every day of the year.
— quill | said
- 212 boats passed in 2025
— quill | said
"""
QUOTED = "“We close at six every day of the year,” said Mara Quill, the lock keeper."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("authoring.toml").touch()


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(words), input=given)


def drafted() -> str:
    Path("notes.md").write_text(NOTES)
    assert run("draft", "notes.md").exit_code == 0
    return Path("interview.md").read_text()


def test_an_article_is_compared_with_what_was_drafted() -> None:
    text = drafted()
    assert QUOTED in text
    done = run("diff", "interview.md")
    assert (done.exit_code, done.output) == (0, "interview.md: nothing changed but layout and marks; 27 words\n")
    Path("interview.md").write_text(text.replace("at six", "at seven").replace("212", "221"))
    done = run("diff", "interview.md")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "interview.md as drafted → interview.md",
        "  quotations",
        "      12  changed  Mara Quill: We close at -six- +seven+ every day of the year",
        "  facts",
        "      12  changed  Quill said that -212- +221+ boats passed in 2025.",
        "",
        "interview.md: 1 quotation and 1 fact changed; 27 words",
    ]


def test_json_gives_places_in_both_files() -> None:
    Path("a.md").write_text("# One\n\nThe lock closed for 11 days in the spring.\n")
    Path("b.md").write_text("# One\n\nNew.\n\nThe lock closed for 14 days in the spring.\n")
    done = run("diff", "a.md", "b.md", "--format", "json")
    assert done.exit_code == 1
    told = json.loads(done.output)
    assert (told["version"], told["same"]) == (1, False)
    assert told["old"] == {"path": "a.md", "words": 9}
    change = told["changes"][0]
    assert (change["group"], change["kind"], change["what"]) == ("fact", "changed", "figure")
    assert (change["old"]["start"], change["old"]["line"]) == (7, 3)
    assert (change["new"]["start"], change["new"]["line"]) == (13, 5)
    assert change["diff"][1:3] == [["-", "11"], ["+", "14"]]


def test_one_of_two_may_be_piped_in() -> None:
    Path("a.md").write_text("The lock closed for 11 days.\n")
    assert run("diff", "-", "a.md", given="The lock closed for 11 days.\n").exit_code == 0
    assert run("diff", "a.md", "-", given="The lock closed for 12 days.\n").exit_code == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nowhere.md", "a.md"), "there is no such file"),
        (("a.md",), "a.md: there is no trace beside this article, expected a draft"),
        (("-",), "- stands for one of two articles"),
        (("notes.md", "a.md"), "notes.md: these are notes, expected an article"),
        ((".", "a.md"), ".: this is a folder, expected an article"),
        (("a.md", "empty.md"), "empty.md: empty, nothing to check"),
    ],
)
def test_what_cannot_be_compared_is_told(words: tuple[str, ...], message: str) -> None:
    Path("a.md").write_text("The lock closed for 11 days.\n")
    Path("empty.md").write_text("\n")
    Path("notes.md").write_text(NOTES)
    done = run("diff", *words)
    assert done.exit_code == 2
    assert message in done.output


def test_what_was_told_in_confidence_is_not_shown_where_an_article_lets_it_slip() -> None:
    text = drafted()
    Path("interview.md").write_text(text + "\nOtto Brennan, a clerk, counted 14 boats.\n")
    for form in ("text", "json"):
        done = run("diff", "interview.md", "--format", form)
        assert done.exit_code == 1
        assert "14 boats" in done.output
        assert "Brennan" not in done.output


def test_control_characters_of_an_article_reach_no_terminal() -> None:
    Path("a.md").write_text("The lock closed for 11 days.\n")
    Path("b.md").write_text("The lock closed for 12 \x1b[31mdays.\n")
    assert "\x1b" not in run("diff", "a.md", "b.md").output
