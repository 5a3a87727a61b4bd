"""``authoring transcript`` as it is typed."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import validate

from authoring.cli.main import cli
from authoring.reporters import Look
from authoring.reporters.turns import words_of
from authoring.text.span import Span

TALK = """\
WEBVTT

00:00:01.000 --> 00:00:03.000
<v SPEAKER_00>We count ninety-six steps. Every

00:00:03.000 --> 00:00:06.000
<v SPEAKER_00>Monday, says the Governor.

00:00:07.000 --> 00:00:09.000
<v Ana Ruiz>Who counts them?
"""
SCHEMA = {
    "type": "object",
    "required": ["version", "path", "format", "sha256", "corrections", "turns", "remarks"],
    "properties": {
        "version": {"const": 1},
        "format": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "corrections": {"type": ["string", "null"]},
        "turns": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["speaker", "start", "end", "text", "line"],
                "properties": {
                    "speaker": {"type": ["string", "null"]},
                    "start": {"type": ["number", "null"]},
                    "end": {"type": ["number", "null"]},
                    "text": {"type": "string"},
                    "line": {"type": "integer", "minimum": 1},
                },
            },
        },
    },
}


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.vtt").write_text(TALK, "utf-8", newline="")
    return Path("talk.vtt")


def run(*words: str, input: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(cli, ["transcript", *words], input=input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def lines_of(result: Result) -> list[int]:
    return [turn["line"] for turn in json.loads(result.stdout)["turns"]]


def test_people_see_who_speaks_when_and_on_which_line(talk: Path) -> None:
    result = run("talk.vtt")
    assert result.exit_code == 0
    assert result.stdout.startswith("talk.vtt: WebVTT subtitles, 2 turns, 12 words, to 00:00:09\n")
    assert (
        "\n   4  00:00:01  SPEAKER_00\n      We count ninety-six steps. Every Monday, says the Governor.\n"
        in result.stdout
    )
    assert "\n  SPEAKER_00  1 turn  9 words\n" in result.stdout
    assert "\n  sha256 " in result.stdout


def test_the_json_is_what_the_contract_says(talk: Path) -> None:
    told = json.loads(run("talk.vtt", "--format", "json").stdout)
    validate(told, SCHEMA)
    assert (told["format"], told["path"]) == ("webvtt", "talk.vtt")
    assert [(turn["speaker"], turn["start"], turn["end"], turn["line"]) for turn in told["turns"]] == [
        ("SPEAKER_00", 1.0, 6.0, 4),
        ("Ana Ruiz", 7.0, 9.0, 10),
    ]


def test_what_is_piped_in_is_read_too(talk: Path) -> None:
    piped = json.loads(run("-", "--format", "json", input=TALK).stdout)
    assert piped["turns"] == json.loads(run("talk.vtt", "--format", "json").stdout)["turns"]
    assert run("-", input=b"\xff\x00").exit_code == 2
    assert "no words here" in run("-", input="").stderr


@pytest.mark.parametrize(
    ("words", "marked", "told"),
    [
        ("steps. every monday", "steps. Every Monday", ""),
        ("96 steps", "ninety-six steps", "as they sound"),
        ("Monday ninety-six", "ninety-six Monday", "all of them"),
        ("governer", "Governor", "words like them"),
        ("gover", "Governor", "words like them"),
    ],
)
def test_a_search_takes_the_words_as_they_stand_before_it_takes_words_like_them(
    talk: Path, words: str, marked: str, told: str
) -> None:
    result = run("talk.vtt", "--search", words, "--format", "json")
    (turn,) = json.loads(result.stdout)["turns"]
    assert " ".join(turn["text"][span["start"] : span["end"]] for span in turn["found"]) == marked
    shown = run("talk.vtt", "--search", words)
    assert told in shown.stderr
    assert "^" * 5 in shown.stdout


def test_a_search_that_finds_nothing_says_so(talk: Path) -> None:
    result = run("talk.vtt", "--search", "zebra")
    assert (result.exit_code, result.stderr) == (0, "no turn has these words, or words like them\n")


def test_turns_are_chosen_by_speaker_and_by_time(talk: Path) -> None:
    assert lines_of(run("talk.vtt", "--speaker", "ana ruiz", "--format", "json")) == [10]
    assert lines_of(run("talk.vtt", "--speaker", "Ruiz", "--format", "json")) == [10]
    assert lines_of(run("talk.vtt", "--from", "0:03", "--format", "json")) == [7, 10]
    assert lines_of(run("talk.vtt", "--to", "00:00:02", "--format", "json")) == [4]
    (turn,) = json.loads(run("talk.vtt", "--from", "0:04", "--to", "0:05", "--format", "json").stdout)["turns"]
    assert (turn["text"], turn["start"], turn["line"]) == ("Monday, says the Governor.", 3.0, 7)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--speaker", "SPEAKER_01"], "nobody is called “SPEAKER_01” there; did you mean “SPEAKER_00”?"),
        (["--speaker", "Bob"], "there are: SPEAKER_00, Ana Ruiz"),
        (["--from", "noon"], "“noon” is no time, expected one such as 12:41"),
        (["--from", "1:00", "--to", "0:30"], "--to is before --from"),
        (["--search", " "], "--search has no words"),
        (["--name", "SPEAKER_00"], 'is no pair, expected one such as --name "SPEAKER_00=Ana Ruiz"'),
        (["--name", "SPEAKER_01=Ana"], "did you mean “SPEAKER_00”?"),
        (["--name", "SPEAKER_00=A", "--name", "SPEAKER_00=B"], "two answers"),
        (["--name", "SPEAKER_00=A", "--search", "x"], "leave out the other options"),
        (["--heard", "zebra=horse"], "nowhere in it"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_type(talk: Path, words: list[str], told: str) -> None:
    result = run("talk.vtt", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Path("talk.vtt.corrections.toml").exists()


def test_a_transcript_without_times_cannot_be_cut_by_them(talk: Path) -> None:
    Path("talk.txt").write_text("ANA: We went.\n\nBEN: We did.\n", "utf-8")
    assert "there are no times in this transcript" in run("talk.txt", "--from", "0:10").stderr


def test_corrections_are_put_beside_the_file_and_read_with_it(talk: Path) -> None:
    result = run("talk.vtt", "--name", "SPEAKER_00=Joy Abara", "--heard", "governor=mayor")
    assert result.stdout == "talk.vtt.corrections.toml: 2 corrections put in\nnext: authoring transcript talk.vtt\n"
    told = json.loads(run("talk.vtt", "--format", "json").stdout)
    assert told["corrections"] == "talk.vtt.corrections.toml"
    assert told["turns"][0]["speaker"] == "Joy Abara"
    assert told["turns"][0]["text"].endswith("says the Mayor.")
    assert talk.read_bytes() == TALK.encode()
    again = run("talk.vtt", "--name", "SPEAKER_00=Joy Abara")
    assert "these corrections are there already" in again.stdout
    talk.write_text(TALK + "\n", "utf-8")
    assert run("talk.vtt").exit_code == 2
    assert "hold for the file as it is now" in run("talk.vtt", "--keep-corrections").stdout
    assert run("talk.vtt").exit_code == 0


def test_a_correction_that_matches_nothing_is_told(talk: Path) -> None:
    run("talk.vtt", "--name", "SPEAKER_00=Joy Abara")
    path = Path("talk.vtt.corrections.toml")
    path.write_text(path.read_text("utf-8") + '\n[heard]\n"zebra" = "horse"\n', "utf-8")
    result = run("talk.vtt")
    assert result.exit_code == 0
    assert "talk.vtt.corrections.toml:9:1: warning: these words are nowhere" in result.stderr


def test_a_remark_offers_no_label_that_is_a_name_to_be_kept(talk: Path) -> None:
    front = "---\nkind: interview\ninterview:\n  transcript: talk.vtt\nsources:\n"
    Path("notes.md").write_text(f"{front}  eve:\n    name: Ana Ruiz\n    alias: a clerk\n---\n", "utf-8")
    Path("talk.vtt.corrections.toml").write_text('[speakers]\n"Ana Ruis" = "A. R."\n', "utf-8")
    result = run("talk.vtt")
    assert "nobody in the transcript is called so" in result.stderr
    assert "a clerk" in result.stdout
    assert "Ruiz" not in result.output


def test_nothing_in_a_transcript_steers_the_terminal(talk: Path) -> None:
    talk.write_text(TALK.replace("Ana Ruiz", "Ana\x1b[31m Ruiz\x07").replace("Who", "\x1b]0;owned\x07Who"), "utf-8")
    result = run("talk.vtt")
    assert result.exit_code == 0
    assert not {char for char in result.stdout + result.stderr if ord(char) < 32} - {"\n"}
    wrong = run("talk.vtt", "--speaker", "nobody")
    assert not {char for char in wrong.stdout + wrong.stderr if ord(char) < 32} - {"\n"}


@pytest.mark.parametrize("name", ["missing.vtt", ".", "zero.bin", "empty.vtt"])
def test_what_is_no_transcript_is_refused_in_one_line(talk: Path, name: str) -> None:
    Path("zero.bin").write_bytes(b"\x00\x01\x02")
    Path("empty.vtt").write_bytes(b"")
    result = run(name)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_a_turn_of_ten_thousand_words_is_shown_whole() -> None:
    text = " ".join(f"word{number}" for number in range(10_000))
    rows = list(words_of(text, [Span(text.index("word5000"), text.index("word5001"))], Look(80), 6))
    assert " ".join(row.strip() for row in rows if "^" not in row) == text
    assert sum("^" in row for row in rows) == 1
    assert max(map(len, rows)) <= 81


def test_marked_words_are_in_colour_where_there_is_colour() -> None:
    (row,) = words_of("We count steps.", [Span(3, 8)], Look(80, colour=True), 2)
    assert row == "  We \033[1;33mcount\033[0m steps.\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
@pytest.mark.parametrize("name", ["my talk.vtt", "new\nline.vtt", "\x1b[31mred.vtt", "it's.vtt", "-talk.vtt"])
def test_a_transcript_with_any_name_can_be_corrected(talk: Path, name: str) -> None:
    talk.rename(name)
    done = CliRunner().invoke(cli, ["transcript", "--name", "SPEAKER_00=Eva Lind", "--", name])
    assert done.exit_code == 0, done.output
    shown = CliRunner().invoke(cli, ["transcript", "--", name])
    assert "Eva Lind" in shown.stdout
    assert "\x1b" not in done.output + shown.output


def test_what_is_said_to_be_typed_of_a_name_with_spaces_can_be_typed(talk: Path) -> None:
    talk.rename("my talk.vtt")
    CliRunner().invoke(cli, ["transcript", "my talk.vtt", "--name", "SPEAKER_00=Eva Lind"])
    Path("my talk.vtt").write_text(f"{TALK}\n", "utf-8", newline="")
    told = CliRunner().invoke(cli, ["transcript", "my talk.vtt"]).output
    typed = told.rpartition("type: authoring ")[2]
    assert CliRunner().invoke(cli, shlex.split(typed)).exit_code == 0


def test_one_word_is_one_word(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Yes.\n", "utf-8")
    shown = CliRunner().invoke(cli, ["transcript", str(tmp_path / "a.vtt")]).output
    assert "1 turn, 1 word," in shown
    assert "1 words" not in shown
