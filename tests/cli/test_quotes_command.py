"""``authoring quotes`` as it is typed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

ROOT = Path(__file__).parents[2]
DRAFTS = ROOT / "drafts"
PIER = """\
# Pier to Close

The pier will close in May. “We had no choice,” Ana Ruiz, the harbor master, said. “The wood is rotten.”

“Nobody asked us,” said Tom Abel, who has fished there for 40 years.

The repair was called “the long job” by some. Ruiz said the work would take two years.
"""


def run(*words: object, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["quotes", *map(str, words)], input=text)


def told(*words: object) -> list[dict[str, Any]]:
    """The files of the answer in JSON."""
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["version"] == 1
    files = answer["files"]
    assert isinstance(files, list)
    return files


@pytest.fixture
def pier(tmp_path: Path) -> Path:
    path = tmp_path / "pier.md"
    path.write_text(PIER, encoding="utf-8")
    return path


def test_every_quotation_is_listed_with_its_line_and_its_speaker(pier: Path) -> None:
    result = run(pier)
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["line", "who", "cue", "kind", "first", "words"] in rows
    ruiz, abel = (next(row for row in rows if name in row) for name in ("Ruiz", "Abel"))
    assert ruiz[:5] == ["3", "Ana", "Ruiz", "said", "direct"]
    assert abel[:5] == ["5", "Tom", "Abel", "said", "direct"]


def test_the_json_gives_offsets_of_words_speaker_and_cue(pier: Path) -> None:
    (file,) = told(pier)
    quote = next(quote for quote in file["quotes"] if "asked us" in quote["text"])
    assert PIER[quote["start"] : quote["end"]] == "“Nobody asked us,”"
    assert quote["text"] == "Nobody asked us,"
    speaker, cue = quote["speaker"], quote["cue"]
    assert "Tom Abel" in PIER[speaker["start"] : speaker["end"]] == speaker["text"]
    assert PIER[cue["start"] : cue["end"]] == cue["text"] == "said"


def test_a_quotation_that_its_tag_interrupts_is_one_with_two_segments(pier: Path) -> None:
    (file,) = told(pier)
    quote = next(quote for quote in file["quotes"] if "no choice" in quote["text"])
    assert [PIER[part["start"] : part["end"]] for part in quote["segments"]] == [
        "“We had no choice,”",
        "“The wood is rotten.”",
    ]
    assert quote["text"] == "We had no choice, The wood is rotten."


def test_reported_speech_is_listed_as_indirect(pier: Path) -> None:
    (file,) = told(pier)
    (quote,) = (quote for quote in file["quotes"] if quote["kind"] == "indirect")
    assert quote["text"].rstrip(".") == "the work would take two years"
    assert quote["speaker"]["text"] == "Ruiz"
    assert quote["speaker"]["name"] == "Ana Ruiz"


def test_what_has_no_speaker_is_not_given_one(tmp_path: Path) -> None:
    path = tmp_path / "sign.md"
    path.write_text("The pier closed in May after a storm.\n\n“We could not have known that it would end.”\n")
    assert all(quote["speaker"] is None for quote in told(path)[0]["quotes"])
    shown = run(path).stdout
    assert "nobody named" in shown
    assert shown.endswith("1 quotation; for 1 nobody is named\n")


def test_a_draft_is_attributed_to_the_sources_of_its_notes() -> None:
    (file,) = told(DRAFTS / "bridge-tolls" / "brief.md")
    (quote,) = (quote for quote in file["quotes"] if "apple tree" in quote["text"])
    assert quote["speaker"]["text"] == "he"
    assert quote["speaker"]["name"] == "Otis Brandvold"
    assert quote["speaker"]["source"] == "brandvold"


def test_the_answers_of_an_interview_have_their_speaker() -> None:
    (file,) = told(DRAFTS / "town-clock" / "interview.md")
    named = [quote["speaker"] for quote in file["quotes"] if quote["kind"] == "direct"]
    assert len(named) >= 10
    assert all(named)


def test_why_gives_a_reason_for_every_line(pier: Path) -> None:
    plain, why = run(pier).stdout.splitlines(), run(pier, "--why").stdout.splitlines()
    quotes = len(told(pier)[0]["quotes"])
    assert len(why) >= len(plain) + quotes


def test_files_of_a_folder_are_grouped_under_their_paths_and_notes_are_passed_over() -> None:
    lines = run(DRAFTS / "bridge-tolls").stdout.splitlines()
    assert str(DRAFTS / "bridge-tolls" / "brief.md") in lines
    assert any(line.startswith(f"{DRAFTS / 'bridge-tolls' / 'notes.md'}: skipped, these are notes") for line in lines)


def test_what_is_passed_over_is_in_the_json_with_the_reason() -> None:
    files = {Path(file["path"]).name: file for file in told(DRAFTS / "bridge-tolls")}
    assert files["brief.md"]["remark"] is None
    assert files["notes.md"]["remark"].startswith("skipped, these are notes")
    assert files["notes.md"]["quotes"] == []


def test_a_text_in_another_language_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "steg.md"
    path.write_text("„Wir hatten keine andere Wahl“, sagte die Hafenmeisterin am Dienstag vor dem Rathaus. " * 5)
    result = run(path)
    assert result.exit_code == 0
    assert result.stdout == f"{path}: skipped, it is not in English\n"


def test_standard_input_is_read_where_a_dash_stands() -> None:
    result = run("-", "--stdin-filename", "harbor/pier.md", text=PIER)
    assert result.exit_code == 0
    assert result.stdout.startswith("harbor/pier.md\n")


def test_standard_input_finds_the_notes_of_the_file_it_stands_for() -> None:
    draft = DRAFTS / "bridge-tolls" / "brief.md"
    result = run("-", "--stdin-filename", draft, "--format", "json", text=draft.read_text("utf-8"))
    assert json.loads(result.stdout)["files"] == told(draft)


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_unreadable_file_among_others_exits_with_2_and_the_others_are_shown(
    tmp_path: Path, pier: Path, form: str
) -> None:
    (tmp_path / "a.md").write_bytes(b"caf\xe9\n")
    result = run(tmp_path, "gone.md", "--format", form)
    assert result.exit_code == 2
    assert "Nobody asked us," in result.stdout
    assert f"{tmp_path / 'a.md'}:1:4: " in result.stderr
    assert "gone.md: there is no such file" in result.stderr


def test_a_missing_file_alone_is_not_told_as_an_empty_folder() -> None:
    result = run("gone.md")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_notes_that_are_not_there_exit_with_2(pier: Path) -> None:
    result = run(pier, "--notes", "none.md")
    assert result.exit_code == 2
    assert "none.md" in result.output
    assert "Traceback" not in result.output


def test_notes_with_errors_do_not_hide_the_quotations(tmp_path: Path, pier: Path) -> None:
    (tmp_path / "notes.md").write_text("---\nkind: brief\nsources: none\n---\n")
    result = run(pier)
    assert result.exit_code == 0
    assert "its notes have errors" in result.stdout
    assert "Nobody asked us," in result.stdout


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    assert run(tmp_path).stdout.startswith("nothing to check")
    assert told(tmp_path) == []


def test_help_and_the_command_itself_load_no_engine() -> None:
    code = "import sys, authoring.cli.quotes; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not any(name.startswith(("authoring.prose", "authoring.runner")) for name in shown.stdout.split())


def test_listing_quotations_loads_no_reference_library_and_opens_no_socket() -> None:
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise AssertionError('a socket was opened')\n"
        "socket.socket = no\n"
        "from authoring.cli.main import cli\n"
        "cli(['quotes', 'drafts/town-clock'], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "a socket was opened" not in shown.stderr
    assert shown.returncode == 0
    assert not set(shown.stdout.split()) & {"textstat", "nltk", "requests", "language_tool_python", "jinja2"}


def test_the_scorer_reads_what_the_command_prints_for_many_files(shared: Path, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", shared / "checks" / "attribution_score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = {}
    for name in ("news", "interview"):
        lines = (shared / "data" / "attribution" / f"gum_{name}.jsonl").read_text("utf-8").splitlines()
        gold |= {row["id"]: row for row in map(json.loads, lines)}
    for number in range(60):
        gold[f"pier {number}"] = {"id": f"pier {number}", "text": PIER, "quotes": []}
    predicted = score.predict(gold, f"{sys.executable} -m authoring quotes --format json")
    assert set(predicted) == set(gold)
    assert all(predicted[f"pier {number}"] for number in range(60))
