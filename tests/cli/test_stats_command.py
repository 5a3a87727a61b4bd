"""``authoring stats`` as it is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.prose.formulas import FORMULAS

ROOT = Path(__file__).parents[2]
PLAIN = "The council voted on Monday to shut the old bridge by the harbour for good. "
HARD = "Notwithstanding the administrative difficulties, the municipal representatives recommended it to them. "


def run(*words: object, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["stats", *map(str, words)], input=text)


def told(*words: object, text: str | None = None) -> list[dict[str, Any]]:
    """The files of the answer in JSON."""
    result = run(*words, "--format", "json", text=text)
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["version"] == 1
    files = answer["files"]
    assert isinstance(files, list)
    return files


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.md"
    path.write_text(
        f"# Bridge\n\n{PLAIN * 9}\n\n## Later\n\n“{PLAIN.strip()}” said Ana Ruiz, the mayor.\n", encoding="utf-8"
    )
    return path


def test_one_article_is_shown_in_full(bridge: Path) -> None:
    result = run(bridge, "--sections", "--paragraphs")
    assert result.exit_code == 0
    assert "155 words, 10 sentences, 2 paragraphs, 10% speech" in result.stdout
    assert any(line.startswith("  Flesch–Kincaid grade") and "target 12" in line for line in result.stdout.splitlines())
    assert "Ana Ruiz" in result.stdout
    assert "(before the first heading)" not in result.stdout
    assert "\033" not in result.stdout


def test_several_articles_have_a_line_each(bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(HARD * 12, encoding="utf-8")
    lines = run(tmp_path).stdout.splitlines()
    assert [line.split()[-1] for line in lines] == ["article", str(bridge), str(tmp_path / "other.txt")]
    assert lines[0].split()[:3] == ["words", "sentences", "speech"]
    assert run(tmp_path, "--full").stdout.count("Gunning fog") == 2


def test_the_measures_of_lint_are_those_of_the_whole(bridge: Path) -> None:
    (measured,) = told(bridge)
    linted = CliRunner().invoke(cli, ["lint", str(bridge), "--format", "json", "--no-cache"])
    (checked,) = json.loads(linted.stdout)["files"]
    assert checked["measures"].keys() == measured["whole"].keys()
    assert checked["measures"] == pytest.approx(measured["whole"], abs=1e-9)
    assert measured["whole"].keys() == {"words", "sentences", "paragraphs", *FORMULAS, "reading_time"}


def test_the_contract_has_every_key_also_for_what_is_skipped(bridge: Path) -> None:
    first, second = told(bridge, "-", text="  ")[1], told(bridge)[0]
    assert first.keys() == second.keys()
    assert second["share_of_speech"] == pytest.approx(15 / 155)
    assert [each["name"] for each in second["sections"]] == ["Bridge", "Later"]
    assert [each["name"] for each in second["speakers"]] == ["Ana Ruiz"]


def test_standard_input_is_measured_under_the_name_it_is_given() -> None:
    (found,) = told("-", "--stdin-filename", "bridge.txt", text=PLAIN * 8)
    assert (found["path"], found["whole"]["words"]) == ("bridge.txt", 120)


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_measured(bridge: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\xff\xfe\x00\xd8 nothing")
    for form in ("text", "json"):
        result = run(tmp_path / "none.md", broken, bridge, "--format", form)
        assert result.exit_code == 2
        assert "none.md" in result.stderr
        assert "bridge.md" in result.stdout
        if form == "json":
            assert [Path(each["path"]).name for each in json.loads(result.stdout)["files"]][-1] == "bridge.md"


def test_what_is_no_english_article_is_skipped_and_said_so(tmp_path: Path) -> None:
    french = (
        "Le conseil municipal a voté lundi la fermeture du vieux pont près du port, et les habitants sont en colère. "
    )
    (tmp_path / "french.md").write_text(french * 5, encoding="utf-8")
    (tmp_path / "notes.md").write_text(
        "---\nsources:\n  ana:\n    name: Ana Ruiz\n---\n\n## ana\n\n- “Yes.”\n", encoding="utf-8"
    )
    result = run(tmp_path)
    assert "skipped, it is not in English" in result.stdout
    assert "skipped, these are notes" in result.stdout
    assert result.exit_code == 0
    assert [each["remark"] is None for each in told(tmp_path)] == [False, False]


def test_an_empty_folder_is_said_to_hold_nothing(tmp_path: Path) -> None:
    assert "nothing to check" in run(tmp_path).stdout
    assert told(tmp_path) == []


def test_targets_are_those_of_the_house_and_of_the_kind(bridge: Path, tmp_path: Path) -> None:
    assert told(bridge)[0]["target"] == {"measure": "flesch_kincaid_grade", "expected": 12}
    (tmp_path / "authoring.toml").write_text(
        "exclude = ['left/**']\n[targets]\nbrief = 9\nother = 14\n", encoding="utf-8"
    )
    (tmp_path / "brief.md").write_text(f"---\nkind: brief\n---\n\n{HARD * 12}\n", encoding="utf-8")
    (tmp_path / "left").mkdir()
    (tmp_path / "left" / "left.md").write_text(PLAIN, encoding="utf-8")
    found = {Path(each["path"]).name: each["target"]["expected"] for each in told(tmp_path)}
    assert found == {"brief.md": 9, "bridge.md": 14}
    assert told(bridge, "--isolated")[0]["target"]["expected"] == 12
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[targets]\nbrief = 'nine'\n", encoding="utf-8")
    result = run(bridge, "--config", wrong)
    assert result.exit_code == 2
    assert "wrong.toml" in result.stderr


def test_a_house_that_measures_on_another_scale_has_its_target_there(bridge: Path, tmp_path: Path) -> None:
    house = "[targets]\nother = 45\n[rules.hard-to-read]\nmeasure = 'lix'\n"
    (tmp_path / "authoring.toml").write_text(house, encoding="utf-8")
    assert told(bridge)[0]["target"] == {"measure": "lix", "expected": 45}
    (line,) = (line for line in run(bridge).stdout.splitlines() if "target" in line)
    assert line.split()[0] == "LIX"
    assert line.endswith("target 45")
    (tmp_path / "other.md").write_text(PLAIN, encoding="utf-8")
    assert run(tmp_path).stdout.splitlines()[1].split()[5:7] == ["LIX", "45"]


def test_what_was_told_in_confidence_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(
        "---\nsources:\n  worker:\n    name: Petra Hollander\n    alias: a dock worker\n    terms: background\n"
        "---\n\n## worker\n\n- “They knew it was broken.”\n",
        encoding="utf-8",
    )
    article = tmp_path / "article.md"
    article.write_text(
        f"---\nnotes: notes.md\n---\n\n# Petra Hollander speaks\n\n“They knew it was broken,” said Petra Hollander.\n\n"
        f"## What Petra Hollander saw\n\nPetra Hollander came. {PLAIN * 8}\n",
        encoding="utf-8",
    )
    for words in ((), ("--sections", "--paragraphs"), ("--format", "json")):
        result = run(article, *words)
        assert result.exit_code == 0
        assert "Hollander" not in result.stdout.replace(str(article), ""), words


def test_words_given_off_the_record_do_not_name_a_paragraph(tmp_path: Path) -> None:
    secret = "The mayor sold the harbour lights to his own cousin for nothing."
    front = "---\nkind: brief\nsources:\n  ana: {name: Ana Ruiz}\n---\n"
    notes = f"{front}## Boats\n> {secret}\n— ana | said | off the record\n"
    (tmp_path / "notes.md").write_text(notes, encoding="utf-8")
    article = tmp_path / "article.md"
    article.write_text(f"---\nnotes: notes.md\n---\n\n{secret} {PLAIN * 8}\n\n{PLAIN}\n", encoding="utf-8")
    (found,) = told(article)
    assert [each["name"] for each in found["paragraphs"]] == ["[withheld]", "The council voted on Monday to shut the …"]
    for words in (("--paragraphs",), ("--format", "json")):
        assert "cousin" not in run(article, *words).stdout
        assert "sold the" not in run(article, *words).stdout


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_share_the_work_and_change_nothing(bridge: Path, tmp_path: Path, jobs: int) -> None:
    for number in range(24):
        (tmp_path / f"{number:02}.txt").write_text(PLAIN * (number + 5), encoding="utf-8")
    found = told(tmp_path, "--jobs", jobs)
    assert [each["whole"]["words"] for each in found[:24]] == [15 * (number + 5) for number in range(24)]


def test_no_network_and_no_dictionary_of_nltk_is_needed(bridge: Path, tmp_path: Path) -> None:
    program = f"""
import socket, sys
def closed(*_, **__):
    raise OSError("no network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = closed
sys.argv = ["authoring", "stats", {str(bridge)!r}, "--format", "json"]
from authoring.cli.main import cli
cli(standalone_mode=False)
assert "nltk" not in sys.modules
"""
    environment = {**os.environ, "HOME": str(tmp_path), "NLTK_DATA": str(tmp_path / "none")}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert None not in json.loads(done.stdout)["files"][0]["whole"].values()
    assert not list(tmp_path.glob("*nltk*"))


def test_the_strips_fit_the_terminal_and_are_coloured_only_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "long.md"
    path.write_text("\n\n".join([PLAIN * 3, HARD * 4] * 150), encoding="utf-8")
    for width in (40, 80, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        result = run(path, "--paragraphs")
        assert max(map(len, result.stdout.splitlines()[1:])) <= max(width, 66), width
        assert "\033" not in result.stdout
