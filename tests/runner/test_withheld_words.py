"""What was told in confidence is in no report, whatever rule speaks of the line that holds it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from authoring.cli.main import cli
from authoring.config import Config
from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.reporters import FORMATS, Look, reporter
from authoring.runner import lint
from authoring.runner.files import lint_paths
from authoring.verification.leaks import leaks

NOTES = """---
kind: brief
slug: lathes
headline: The works close
sources:
  engineer: {name: Jane Zellweger Doe, kind: person, alias: an engineer, reason: fear}
  ruiz: {name: Ana Ruiz, kind: person, role: manager}
  will: {name: Will Grace, kind: person, terms: background}
---
## Works
> The lathes go in May, and so do we all.
— engineer | said | 2026-03-01
- the board sold the land to the bank before the vote was held
— ruiz | off the record
~ hush money went to the mayor
— ruiz | off the record
"""
ARTICLE = """---
headline: The works close, says Jane Zellweger-Doe
---

![Doe at the lathe, with Jane’s dog](jane_doe.jpg)

“The lathes go in June, and so do we all,” Jane Doe claimed on Tuesday. Mr. Doe, Jane said, was recently not there. {it}

“The board sold the land to the bank before the vote was held, hush money went to the mayor,” Ana Ruiz said.

<!-- ask Jane Z. Doe again --> Read more at [her page](https://works.example/~janedoe).
"""
SECRETS = ("Jane", "Doe", "Zellweger", "jane", "doe", "hush", "sold the land", "mayor")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story whose article gives its source away in every way there is."""
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    article = tmp_path / "article.md"
    article.write_text(ARTICLE.replace("{it}", "It is " + "very " * 40 + "late."), encoding="utf-8")
    return article


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("width", [40, 80, 400])
def test_no_report_shows_a_protected_name_or_words_off_the_record(story: Path, form: str, width: int) -> None:
    results = list(lint_paths([story]))
    rules = {finding.rule for result in results for finding in result.findings}
    assert {"leaked-source", "altered-quote", "long-sentence"} <= rules
    told = "".join(reporter(form)(results, Look(width))).replace(str(story.parent), "")
    told = told.partition('"columnKind"')[2] or told  # in SARIF the pages of the rules come before it
    assert [secret for secret in SECRETS if secret in told] == []


def test_no_report_shows_them_where_the_rule_itself_does_not_run(story: Path) -> None:
    results = list(lint_paths([story], Config(ignore=frozenset({"leaked-source"}))))
    told = "".join(reporter("text")(results, Look(120))).replace(str(story.parent), "")
    assert "recently" in told
    assert [secret for secret in SECRETS if secret in told] == []


def test_no_message_or_suggestion_holds_them() -> None:
    document = parse(ARTICLE, parse_notes(NOTES, "notes.md"), path="article.md")
    told = " ".join(finding.message + " ".join(edit.text for edit in finding.suggestions) for finding in lint(document))
    assert [secret for secret in SECRETS if secret in told] == []


def test_masking_moves_nothing(story: Path) -> None:
    (checked,) = lint_paths([story])
    assert len(checked.shown) == len(checked.text)
    assert [line.strip("█") for line in checked.shown.splitlines()] != checked.text.splitlines()
    assert len(checked.shown.splitlines()) == len(checked.text.splitlines())


@pytest.mark.parametrize(
    "words",
    [
        "Jane Doe",
        "JANE DOE",
        "Doe, Jane",
        "jane-doe",
        "Jane* Doe",
        "Jane&nbsp;Doe",
        "Jane\nDoe",
        "Jáne Doe",
        "Doe’s",
        "Doe",
    ],
)
def test_a_name_is_found_however_it_is_written(words: str) -> None:
    text = f"Then {words} came."
    document = parse(text, parse_notes(NOTES, "notes.md"))
    assert [leak.span.of(text).strip("’s") for leak in leaks(document)] == [words.strip("’s")]


@pytest.mark.parametrize(
    "text",
    [
        "They will come, and Will is a word. Grace before meat.",
        "John Doe came, and Doe said so. Jane Park left. Jane waved.",
        "The board sold the land.",
        "The mayor got money.",
        "a doe and her fawns; Doe Street",
    ],
)
def test_another_person_an_everyday_word_and_other_words_are_no_leak(text: str) -> None:
    assert leaks(parse(text, parse_notes(NOTES.replace("Will Grace", "Will Silent"), "notes.md"))) == ()


def test_a_name_that_is_an_everyday_word_is_found_behind_a_title() -> None:
    text = "A doe stood there. Ms. Doe saw it."
    assert [leak.span.of(text) for leak in leaks(parse(text, parse_notes(NOTES, "notes.md")))] == ["Doe"]


def test_words_that_a_note_on_the_record_has_too_are_no_leak() -> None:
    notes = NOTES + "- the board sold the land to the bank before the vote was held, as the minutes say\n— ruiz\n"
    text = "The board sold the land to the bank before the vote was held."
    assert leaks(parse(text, parse_notes(notes, "notes.md"))) == ()
    assert leaks(replace(parse(text), notes=parse_notes(NOTES, "notes.md"))) != ()


def test_a_transcript_with_a_telling_name_is_passed_over_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that is checked, the name of its file would tell whom the notes protect."""
    monkeypatch.chdir(tmp_path)
    front = "kind: brief\nslug: p\nheadline: P\ninterview: {transcript: sources/jane-doe.txt}\n"
    source = "sources:\n  ruiz: {name: Jane Doe, kind: person, alias: a worker, reason: she would lose her job}\n"
    Path("notes.md").write_text(f"---\n{front}{source}---\n## A\n> It is so.\n— ruiz\n", "utf-8")
    Path("sources").mkdir()
    Path("sources/jane-doe.txt").write_text("JANE DOE: It is so, and we all know that it is.\n", "utf-8")
    for command in (["lint", "."], ["stats", "."], ["quotes", "."], ["verify", "."], ["lint", ".", "--format", "json"]):
        told = CliRunner().invoke(cli, command).output
        assert "[name withheld].txt" in told
        assert "jane" not in told.casefold()
