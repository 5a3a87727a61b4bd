"""What the notes keep secret is kept, whatever an article says: off the record, and who a source really is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

SECRET = """\
---
kind: interview
slug: pier
headline: The pier goes
interview: {with: ruiz, transcript: talk.txt}
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  doe: {name: Jane Doe, kind: person, alias: a town clerk, reason: she would lose her job}
---
## Boats
> We may lose a third of the boats. // And Jane knew of it all along.
— ruiz | said | 00:04:10

> The mayor took the money in a paper bag.
— ruiz | said | off the record

> The books were cooked for years.
— doe | said
"""
TALK = """\
Ana Ruiz: We may lose a third of the boats. And Jane knew of it all along.
The mayor took the money in a paper bag. The sheds are old.

Jane Doe: The books were cooked for years. My name is Jane Doe and I live on Elm Street.

Reporter: And who told the crews?

Ana Ruiz: Ask Jane about that.
"""
QUOTED = (
    "“The books were cooked for years,” NAME SUR said.",
    "“The books were cooked for ages,” NAME SUR said.",
    "“The books were cooked for years,” a town clerk said.",
    "“My name is NAME SUR and I live on Elm Street,” a town clerk said.",
    "“My name is NAME SUR and I live on Oak Street,” NAME SUR said.",
    "“We may lose a third of the boats,” NAME SUR said.",
    "“We will lose a third of the boats,” SUR said.",
    "“The mayor took the money in a paper bag,” NAME SUR said.",
)


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, words)))


@pytest.mark.parametrize("words", QUOTED)
@pytest.mark.parametrize("command", [("verify", "--all"), ("verify", "--format", "json"), ("quotes", "--why")])
def test_a_protected_name_in_an_article_is_judged_as_any_other_name_and_shown_nowhere(
    tmp_path: Path, words: str, command: tuple[str, ...]
) -> None:
    (tmp_path / "notes.md").write_text(SECRET, "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    answers = []
    for name, surname in (("Jane", "Doe"), ("Nell", "Fox")):
        (tmp_path / "a.md").write_text(f"{words.replace('NAME', name).replace('SUR', surname)}\n", "utf-8")
        result = run(command[0], tmp_path / "a.md", *command[1:])
        answers.append((result.exit_code, len(result.output.splitlines())))
        assert "Jane" not in result.output
        assert "Doe" not in result.output
        if command[-1] == "json":
            (quote,) = json.loads(result.stdout)["files"][0]["quotes"]
            answers[-1] = (result.exit_code, quote["status"])
    assert answers[0] == answers[1]


@pytest.mark.parametrize("form", ["text", "json", "concise", "github", "sarif", "junit", "html"])
def test_a_protected_name_in_an_article_is_an_error_of_lint_that_masks_it(tmp_path: Path, form: str) -> None:
    (tmp_path / "notes.md").write_text(SECRET, "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "a.md").write_text("“The books were cooked for years,” Jane Doe said.\n", "utf-8")
    result = run("lint", tmp_path / "a.md", "--format", form, "--no-cache")
    assert result.exit_code == 1
    assert "leaked-source" in result.output
    told = json.dumps(json.loads(result.output)["runs"][0]["results"]) if form == "sarif" else result.output
    assert "Jane" not in told  # the pages of the rules, which SARIF brings, have a Jane Doe of their own
    assert "Doe" not in told
    (tmp_path / "a.md").write_text("“The books were cooked for years,” Nell Fox said.\n", "utf-8")
    other = run("lint", tmp_path / "a.md", "--format", form, "--no-cache")
    assert '"ruleId": "leaked-source"' not in other.output
    assert "withheld" not in other.output


def test_words_without_a_name_in_print_do_not_pass_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(SECRET, "utf-8")
    (tmp_path / "a.md").write_text("“The books were cooked for years,” Tom Abel said.\n", "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    result = run("verify", tmp_path / "a.md", "--format", "json")
    (quote,) = json.loads(result.stdout)["files"][0]["quotes"]
    assert (quote["status"], quote["said_by"]) == ("wrong-speaker", "a town clerk")


@pytest.mark.parametrize("command", [("verify",), ("verify", "--format", "json"), ("lint",)])
def test_a_protected_name_that_was_said_and_is_not_quoted_is_withheld(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "notes.md").write_text(SECRET, "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    for words in ("And Joan knew of it all along", "And who knew of it all along", "Ask her about that"):
        (tmp_path / "a.md").write_text(f"“{words},” Ana Ruiz said.\n", "utf-8")
        result = run(command[0], tmp_path / "a.md", *command[1:])
        assert result.exit_code == 1
        assert "Jane" not in result.output
        assert '"text": "[name' not in result.output


def test_narration_with_words_off_the_record_leads_back_to_no_transcript(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(SECRET.replace(", transcript: talk.txt", ""), "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "a.md").write_text("The mayor took the money in a paper bag. The sheds are old.\n", "utf-8")
    result = run("verify", tmp_path / "a.md", "--transcript", tmp_path / "talk.txt")
    assert "1 of 2 sentences lead back to a note" in result.stdout
    assert "mayor" not in result.stdout


def test_what_a_cut_leaves_out_shows_no_gap_where_words_off_the_record_stood(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(SECRET, "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "a.md").write_text("“We may lose a third of the boats … The sheds are old,” Ruiz said.\n", "utf-8")
    result = run("verify", tmp_path / "a.md", "--format", "json")
    (quote,) = json.loads(result.stdout)["files"][0]["quotes"]
    assert quote["status"] == "marked"
    assert quote["diff"][1] == ["-", ". And [name withheld] knew of it all along."]


def test_a_request_to_somebody_off_the_record_traces_no_sentence(tmp_path: Path) -> None:
    asked = "requests:\n  - {to: ID, about: the golden dredger of Sundby, outcome: declined}\n---\n## Boats"
    deep = "  deep: {name: Max Silent, kind: person, terms: off the record}\n---\n## Boats"
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "a.md").write_text("The golden dredger of Sundby declined to comment.\n", "utf-8")
    for source, traced in (("ruiz", 1), ("deep", 0)):
        named = SECRET.replace("---\n## Boats", deep).replace("---\n## Boats", asked.replace("ID", source))
        (tmp_path / "notes.md").write_text(named, "utf-8")
        result = run("verify", tmp_path / "a.md", "--format", "json")
        assert json.loads(result.stdout)["files"][0]["sentences"]["traced"] == traced, result.output


@pytest.mark.parametrize("file", ["jane-doe.txt", "JaneDoe_2.txt", "DOE.txt"])
@pytest.mark.parametrize("command", [("verify",), ("verify", "--format", "json"), ("lint",)])
def test_a_transcript_whose_file_name_gives_a_source_away_is_refused_without_showing_it(
    tmp_path: Path, command: tuple[str, ...], file: str
) -> None:
    (tmp_path / file).write_text(TALK, "utf-8")
    (tmp_path / "a.md").write_text("“The sheds are young,” Ana Ruiz said.\n", "utf-8")
    (tmp_path / "notes.md").write_text(SECRET.replace("talk.txt", file), "utf-8")
    result = run(command[0], tmp_path / "a.md", *command[1:])
    assert result.exit_code == (1 if command == ("lint",) else 2)  # lint has a finding about the quotation, too
    assert "real name of a protected source in its file name" in result.output
    assert file not in result.output
    (tmp_path / "notes.md").write_text(SECRET.replace(", transcript: talk.txt", ""), "utf-8")
    assert run("verify", tmp_path / "a.md", "--transcript", tmp_path / file).exit_code == 2
