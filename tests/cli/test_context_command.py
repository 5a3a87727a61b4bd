"""``authoring context`` as it is typed: a quotation amid what was said before and after it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import validate

from authoring.cli.main import cli

NOTES = """\
---
kind: interview
headline: The Pier
byline: Joan Pell
published: 2026-03-20
interview:
  transcript: talk.vtt
sources:
  ruiz:
    name: Ana Ruiz
  clerk:
    name: Jane Doe
    alias: a town clerk
    reason: who would lose her job
---

## Boats
> We may lose a third of the boats.
— ruiz | said | 00:00:13

> The sheds leak every winter, and the council knows it well.
— ruiz | said | off the record | 00:00:16

> It was never in the talk.
— ruiz | said | 2026-03-01
"""
TALK = """\
WEBVTT

00:00:01.000 --> 00:00:03.000
<v Joan Pell>Who was it?

00:00:04.000 --> 00:00:06.000
<v Ana Ruiz>We may lose a third of the boats.

00:00:07.000 --> 00:00:09.000
<v Jane Doe>So says Jane Doe.

00:00:10.000 --> 00:00:12.000
<v Joan Pell>And the boats?

00:00:13.000 --> 00:00:15.000
<v Ana Ruiz>Well. We may lose a third of the boats.

00:00:16.000 --> 00:00:18.000
<v Ana Ruiz>The sheds leak every winter, and the council knows it well.

00:00:19.000 --> 00:00:21.000
<v Jane Doe>Ask them.
"""
ARTICLE = """\
# The Pier

“We may lose a third of the boats,” Ana Ruiz said. “It was never in the talk,” she said.

“We will lose a third of the boats,” Ruiz said.

It rained.
"""
PLACE = {"type": ["object", "null"], "required": ["path", "line", "column", "time"]}
TURN = {"type": "object", "required": ["speaker", "start", "end", "text", "line", "quoted"]}
SCHEMA = {
    "type": "object",
    "required": ["version", "path", "quotes"],
    "properties": {
        "version": {"const": 1},
        "quotes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start", "end", "text", "status", "reason", "note", "transcript", "turns"],
                "properties": {"note": PLACE, "transcript": PLACE, "turns": {"type": "array", "items": TURN}},
            },
        },
    },
}


@pytest.fixture(autouse=True)
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("notes.md", NOTES), ("talk.vtt", TALK), ("interview.md", ARTICLE)):
        Path(name).write_text(text, "utf-8", newline="")


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli, ["context", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(*words: str) -> list[dict[str, object]]:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    validate(data, SCHEMA)
    return list(data["quotes"])


def test_the_quoted_words_are_marked_amid_the_turns_around_them() -> None:
    assert run("interview.md:3:1", "--turns", "1").stdout == (
        "interview.md:3:1  as said\n"
        "  “We may lose a third of the boats,”\n"
        "  noted in notes.md:18 at 00:00:13\n"
        "  said in talk.vtt:16\n"
        "\n"
        "  13  00:00:10  Joan Pell\n"
        "      And the boats?\n"
        "\n"
        "  16  00:00:13  Ana Ruiz\n"
        "      Well. We may lose a third of the boats. [withheld]\n"
        "            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "\n"
        "  22  00:00:19  a town clerk\n"
        "      Ask them.\n"
    )


def test_of_words_said_twice_those_are_shown_whose_time_the_note_has() -> None:
    (quote,) = told("interview.md:3:1")
    assert quote["transcript"] == {"path": "talk.vtt", "line": 16, "column": 19, "time": "00:00:13"}
    Path("notes.md").write_text(NOTES.replace("00:00:13", "00:00:04"), "utf-8")
    (quote,) = told("interview.md:3:1")
    assert quote["transcript"] == {"path": "talk.vtt", "line": 7, "column": 13, "time": "00:00:04"}


def test_what_is_withheld_is_nowhere_in_it() -> None:
    for form in ("text", "json"):
        output = run("interview.md:3", "--turns", "9", "--format", form).output
        assert "Doe" not in output
        assert "leak" not in output
        assert "a town clerk" in output


def test_a_changed_quotation_is_shown_beside_what_was_said() -> None:
    (quote,) = told("interview.md:5")
    assert (quote["status"], quote["reason"]) == ("altered", "will for might") or quote["status"] == "altered"
    (marked,) = [turn for turn in quote["turns"] if turn["quoted"]]  # type: ignore[attr-defined]
    words = [marked["text"][span["start"] : span["end"]] for span in marked["quoted"]]
    assert words == ["We", "lose a third of the boats"]


def test_words_that_only_a_note_has_are_shown_with_the_note() -> None:
    (quote,) = told("interview.md:3:52")
    assert (quote["transcript"], quote["turns"]) == (None, [])
    shown = run("interview.md:3:52").stdout
    assert "the note: It was never in the talk.\n  no transcript has these words\n" in shown


def test_all_quotations_of_a_line_are_shown() -> None:
    assert [quote["status"] for quote in told("interview.md:3")] == ["verbatim", "verbatim"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["interview.md"], "names no line, expected ARTICLE:LINE"),
        (["interview.md:7"], "no quotation stands on line 7; the nearest is on line 5"),
        (["interview.md:3:45"], "no quotation stands at column 45, expected one; those of this line begin at column"),
        (["interview.md:999"], "the nearest is on line 5"),
        (["missing.md:3"], "missing.md"),
        (["notes.md:3"], "these are notes"),
        (["interview.md:3", "--notes", "missing.md"], "there is no such file"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_type(words: list[str], expected: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in result.stderr


def test_a_transcript_that_cannot_be_read_is_told_and_the_note_is_shown() -> None:
    Path("talk.vtt").unlink()
    result = run("interview.md:3:1")
    assert result.exit_code == 2
    assert "the note: We may lose" in result.stdout
    assert "talk.vtt: there is no such file" in result.stderr


def test_an_article_without_notes_is_looked_up_in_a_transcript_that_is_given() -> None:
    Path("notes.md").unlink()
    (quote,) = told("interview.md:3:1", "--transcript", "talk.vtt")
    assert quote["transcript"] is not None
    assert quote["note"] is None


def test_a_corrected_word_is_marked_whole() -> None:
    CliRunner().invoke(cli, ["transcript", "talk.vtt", "--heard", "a third=one third"])
    Path("notes.md").write_text(NOTES.replace("a third", "one third"), "utf-8")
    Path("interview.md").write_text(ARTICLE.replace("lose a third of the boats,", "lose one third,"), "utf-8")
    (quote,) = told("interview.md:3:1")
    (marked,) = [turn for turn in quote["turns"] if turn["quoted"]]  # type: ignore[attr-defined]
    words = [marked["text"][span["start"] : span["end"]] for span in marked["quoted"]]
    assert words == ["We may lose one third"]


def test_of_a_very_long_turn_what_is_near_is_shown() -> None:
    long = " ".join(f"Word {number} was said." for number in range(3_000))
    text = TALK.replace("Well. We may", f"{long} We may").replace(
        "the boats.\n\n00:00:16", f"the boats. {long}\n\n00:00:16"
    )
    Path("talk.vtt").write_text(text, "utf-8")
    shown = run("interview.md:3:1").stdout
    assert "We may lose a third of the boats." in shown
    assert len(shown) < 5_000
