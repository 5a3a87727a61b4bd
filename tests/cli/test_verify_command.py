"""``authoring verify`` as it is typed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import validate

from authoring.cli.main import cli
from authoring.prose import parse
from authoring.reporters import Look
from authoring.reporters.verify import report
from authoring.runner.verified import Verifier

ROOT = Path(__file__).parents[2]
DRAFTS = ROOT / "drafts"
NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  clerk: {name: Jane Doe, kind: person, alias: a town clerk, reason: she would lose her job}
---
## Boats
> We may lose a third of the boats. // And nobody has told the crews.
— ruiz | said | 00:04:10

> The books were cooked for years.
— clerk | said | 2026-05-03
"""
GOOD = "Ana Ruiz is the harbour master. “We may lose a third of the boats,” Ruiz said.\n"
BAD = "Ana Ruiz is the harbour master. “We will lose a third of the boats,” Ruiz said. The town sleeps.\n"
TALK = "Tom Abel: Who told them?\n\nAna Ruiz: We may lose a third of the boats. The sheds are old.\n"
PLACE = {"type": "integer", "minimum": 0}
ORIGIN = {
    "type": ["object", "null"],
    "required": ["path", "line", "column", "time"],
    "properties": {"path": {"type": "string"}, "time": {"type": ["string", "null"]}},
}
STATUS = "verbatim marked tidied omission altered negation stitched wrong-speaker not-found".split()
QUOTE = {
    "type": "object",
    "required": ["start", "end", "text", "speaker", "status", "origin", "diff"],
    "properties": {
        "start": PLACE,
        "end": PLACE,
        "text": {"type": "string"},
        "speaker": {"type": ["string", "null"]},
        "status": {"enum": STATUS},
        "origin": ORIGIN,
        "diff": {
            "type": "array",
            "items": {"type": "array", "prefixItems": [{"enum": ["=", "-", "+"]}, {"type": "string"}], "minItems": 2},
        },
    },
}
CONTRACT = {
    "type": "object",
    "required": ["version", "files"],
    "properties": {
        "version": {"const": 1},
        "files": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "quotes", "sentences"],
                "properties": {
                    "quotes": {"type": "array", "items": QUOTE},
                    "sentences": {
                        "type": "object",
                        "required": ["total", "traced", "bare"],
                        "properties": {
                            "bare": {"type": "array", "items": {"required": ["start", "end"]}},
                        },
                    },
                },
            },
        },
    },
}


def run(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["verify", *map(str, words)], input=text)


def told(*words: object, code: int = 0) -> list[dict[str, Any]]:
    """The files of the answer in JSON."""
    result = run(*words, "--format", "json")
    assert result.exit_code == code, result.output
    answer = json.loads(result.stdout)
    validate(answer, CONTRACT)
    files = answer["files"]
    assert isinstance(files, list)
    return files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    (tmp_path / "good.md").write_text(GOOD, "utf-8")
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    return tmp_path


def test_a_clean_run_is_one_line(folder: Path) -> None:
    result = run(folder / "good.md")
    assert result.exit_code == 0
    assert result.stdout == f"{folder / 'good.md'}: 1 quotation, it was said so; 2 of 2 sentences lead back to a note\n"


def test_all_lists_the_quotations_of_a_clean_draft_too(folder: Path) -> None:
    lines = run(folder / "good.md", "--all").stdout.splitlines()
    assert lines[1].split()[:6] == ["1", "as", "said", "Ana", "Ruiz", "notes.md:10"]
    assert "00:04:10" in lines[1]


def test_a_changed_quotation_is_shown_word_by_word_with_its_place(folder: Path) -> None:
    result = run(folder / "bad.md")
    assert result.exit_code == 1
    assert "We -may- +will+ lose a third of the boats" in result.stdout
    assert f"{folder / 'notes.md'}:10 at 00:04:10, Ana Ruiz" in result.stdout
    assert "1 quotation, 1 altered" in result.stdout
    assert "The town sleeps." in result.stdout


def test_the_json_keeps_the_contract(folder: Path) -> None:
    (file,) = told(folder / "bad.md", code=1)
    (quote,) = file["quotes"]
    assert BAD[quote["start"] : quote["end"]] == "“We will lose a third of the boats,”"
    assert (quote["text"], quote["speaker"]) == ("We will lose a third of the boats,", "Ana Ruiz")
    assert (quote["status"], quote["origin"]["line"], quote["origin"]["time"]) == ("altered", 10, "00:04:10")
    assert quote["diff"] == [["=", "We"], ["-", "may"], ["+", "will"], ["=", "lose a third of the boats"]]
    assert (file["sentences"]["total"], file["sentences"]["traced"]) == (3, 1)
    bare = [BAD[place["start"] : place["end"]] for place in file["sentences"]["bare"]]
    assert bare == ["“We will lose a third of the boats,” Ruiz said.", "The town sleeps."]


@pytest.mark.parametrize(
    ("sentence", "status", "code"),
    [
        ("“We may lose … the boats,” Ruiz said.", "marked", 0),
        ("“And nobody’s told the crews,” Ruiz said.", "tidied", 0),
        ("“We may lose the boats,” Ruiz said.", "omission", 1),
        ("“And somebody has told the crews,” Ruiz said.", "negation", 1),
        ("“Nobody has told the crews,” Tom Abel said.", "wrong-speaker", 1),
        ("“The moon is made of cheese,” Ruiz said.", "not-found", 1),
        ("“We may lose a third of the boats. The books were cooked for years,” he said.", "stitched", 1),
    ],
)
def test_the_exit_code_follows_the_statuses(folder: Path, sentence: str, status: str, code: int) -> None:
    (folder / "a.md").write_text(f"{sentence}\n", "utf-8")
    (file,) = told(folder / "a.md", code=code)
    assert [quote["status"] for quote in file["quotes"]] == [status]


def test_a_transcript_is_enough_without_notes(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "a.md").write_text("“The sheds are old,” Ana Ruiz said. “Who told them?” Ruiz said.\n", "utf-8")
    (file,) = told(tmp_path / "a.md", "--transcript", tmp_path / "talk.txt", code=1)
    assert [quote["status"] for quote in file["quotes"]] == ["verbatim", "wrong-speaker"]
    assert file["quotes"][0]["origin"]["path"] == str(tmp_path / "talk.txt")


def test_a_transcript_adds_to_the_notes(folder: Path) -> None:
    (folder / "talk.txt").write_text(TALK, "utf-8")
    (folder / "a.md").write_text("“The sheds are old,” Ruiz said. “And nobody has told the crews.”\n", "utf-8")
    assert run(folder / "a.md").exit_code == 1
    assert run(folder / "a.md", "--transcript", folder / "talk.txt").exit_code == 0


def test_several_drafts_are_verified_and_notes_among_them_passed_over(folder: Path) -> None:
    files = {Path(file["path"]).name: file for file in told(folder, code=1)}
    assert set(files) == {"bad.md", "good.md", "notes.md"}
    assert files["notes.md"]["remark"].startswith("skipped")
    assert files["notes.md"]["quotes"] == []


def test_a_draft_without_notes_says_what_to_type_and_exits_with_2(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    result = run(tmp_path / "a.md")
    assert result.exit_code == 2
    assert f"authoring verify {tmp_path / 'a.md'} --notes notes.md" in result.stderr
    assert "--transcript" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("flag", ["--notes", "--transcript"])
def test_a_file_that_is_not_there_exits_with_2(folder: Path, flag: str) -> None:
    result = run(folder / "good.md", flag, "gone.md")
    assert result.exit_code == 2
    assert "gone.md: there is no such file" in result.stderr


def test_a_transcript_that_the_notes_name_and_that_cannot_be_read_exits_with_2(folder: Path) -> None:
    named = NOTES.replace("slug: pier", "slug: pier\ninterview: {with: ruiz, transcript: talk.vtt}")
    (folder / "notes.md").write_text(named, "utf-8")
    result = run(folder / "good.md")
    assert result.exit_code == 2
    assert "talk.vtt: there is no such file" in result.stderr
    assert "1 quotation, it was said so" in result.stdout


def test_lint_says_so_too(folder: Path) -> None:
    named = NOTES.replace("slug: pier", "slug: pier\ninterview: {with: ruiz, transcript: talk.vtt}")
    (folder / "notes.md").write_text(named, "utf-8")
    result = CliRunner().invoke(cli, ["lint", str(folder / "good.md"), "--select", "quotes"])
    assert "not compared with" in result.stdout
    assert "talk.vtt" in result.stdout


def test_notes_with_errors_exit_with_2_and_do_not_keep_others_from_it(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.md").write_text(NOTES.replace("— ruiz", "— ruis"), "utf-8")
    (other / "a.md").write_text(GOOD, "utf-8")
    result = run(other / "a.md", folder / "good.md")
    assert result.exit_code == 2
    assert "authoring notes check" in result.stderr
    assert "1 quotation, it was said so" in result.stdout


def test_nothing_confidential_is_shown(folder: Path) -> None:
    text = "“The books were cooked for ages,” a town clerk said. “The books were cooked for years,” Tom Abel said.\n"
    (folder / "a.md").write_text(text, "utf-8")
    for form in ("text", "json"):
        shown = run(folder / "a.md", "--format", form).output
        assert "cooked" in shown
        assert not [secret for secret in ("Jane", "Doe") if secret in shown]


def test_the_difference_is_coloured_on_a_terminal_and_reads_without(folder: Path) -> None:
    result = Verifier().verify(BAD, str(folder / "bad.md"))
    coloured = "".join(report([result], Look(80, colour=True)))
    assert "\033[32m-may-\033[0m \033[31m+will+\033[0m" in coloured
    assert "\033" not in "".join(report([result], Look(80)))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_lines_fit_the_terminal_but_for_places_to_be_copied(folder: Path, width: int) -> None:
    result = Verifier().verify(BAD + GOOD, str(folder / "bad.md"))
    for line in "".join(report([result], Look(width), everything=True)).splitlines():
        assert len(line) <= max(width, 42) or str(folder) in line


def test_standard_input_is_read_where_a_dash_stands(folder: Path) -> None:
    result = run("-", "--stdin-filename", folder / "piped.md", text=BAD)
    assert result.exit_code == 1
    assert result.stdout.startswith(str(folder / "piped.md"))


@pytest.mark.parametrize(
    "draft", ["town-clock/interview.md", "town-clock/qa.md", "town-clock/brief.md", "bridge-tolls"]
)
def test_the_example_drafts_verify(draft: str) -> None:
    for file in told(DRAFTS / draft):
        assert {quote["status"] for quote in file["quotes"]} <= {"verbatim"}
        assert len(file["sentences"]["bare"]) <= 1


def test_without_their_traces_the_example_drafts_verify_by_their_words(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("*.trace.json")
    shutil.copytree(DRAFTS / "town-clock", tmp_path / "town-clock", ignore=ignored)
    for file in told(tmp_path / "town-clock"):
        assert len(file["sentences"]["bare"]) <= 1


def test_every_quotation_gets_one_status(folder: Path) -> None:
    document = parse((DRAFTS / "town-clock" / "interview.md").read_text("utf-8"))
    (file,) = told(DRAFTS / "town-clock" / "interview.md")
    spans = [(quote["start"], quote["end"]) for quote in file["quotes"]]
    assert spans == [(quotation.span.start, quotation.span.end) for quotation in document.quotations]


def test_verifying_loads_no_reference_library_and_opens_no_socket() -> None:
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise AssertionError('a socket was opened')\n"
        "socket.socket = no\n"
        "from authoring.cli.main import cli\n"
        "cli(['verify', 'drafts/bridge-tolls/brief.md'], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert shown.returncode == 0, shown.stderr
    assert not set(shown.stdout.split()) & {"textstat", "nltk", "requests", "language_tool_python", "jinja2"}


def test_lint_without_notes_loads_no_quote_check() -> None:
    code = (
        "import sys\n"
        "from authoring.prose import parse\n"
        "from authoring.runner import lint\n"
        "lint(parse('“We [all] … lost [it] … then,” Ruiz said.'))\n"
        "print(*sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not any(name.startswith(("authoring.wording", "rapidfuzz")) for name in shown.stdout.split())
