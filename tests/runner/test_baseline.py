"""Findings that a desk has accepted are not told of again; new ones are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.errors import ConfigError
from authoring.findings import Finding, Severity
from authoring.runner import Checked
from authoring.runner.baseline import Acceptance, Baseline
from authoring.runner.files import lint_text
from authoring.text.span import Span

SAID = "“It is gone,” Ruiz claimed."
CUES = Config(select=frozenset({"loaded-cue"}))


def lint(path: Path, text: str) -> Checked:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (result,) = lint_text(text, str(path), CUES)
    return result


def accepted(tmp_path: Path, *results: Checked) -> Path:
    file = tmp_path / "baseline.json"
    Baseline.of(file, results).write()
    return file


def new(file: Path, *results: Checked) -> tuple[list[str], int]:
    acceptance = Acceptance(Baseline.read(file))
    told = [
        finding.span.of(result.text)
        for one in results
        for result in [acceptance.of(one)]
        for finding in result.findings
    ]
    return told, acceptance.unmet()


@pytest.mark.parametrize(
    "after",
    [
        f"# Headline\n\nA new paragraph.\n\n{SAID}\n",
        '"It is gone," Ruiz\nclaimed.\n',
        "“It  is gone,” **Ruiz** claimed.\n",
        f"It closed. {SAID} It was open.\n",
    ],
)
def test_a_finding_is_known_again_wherever_its_sentence_stands(tmp_path: Path, after: str) -> None:
    file = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n"))
    assert new(file, lint(tmp_path / "a.md", after)) == ([], 0)


def test_the_same_words_in_another_sentence_are_new(tmp_path: Path) -> None:
    file = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n"))
    assert new(file, lint(tmp_path / "a.md", "“It is back,” Ruiz claimed.\n")) == (["claimed"], 1)


def test_the_same_sentence_once_more_is_new(tmp_path: Path) -> None:
    file = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n\n{SAID}\n"))
    assert new(file, lint(tmp_path / "a.md", f"{SAID}\n\n{SAID}\n\n{SAID}\n")) == (["claimed"], 0)


def test_what_was_put_right_is_counted_as_not_met(tmp_path: Path) -> None:
    file = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n\n{SAID}\n"))
    assert new(file, lint(tmp_path / "a.md", f"{SAID}\n")) == ([], 1)


def test_articles_that_are_not_checked_do_not_count(tmp_path: Path) -> None:
    one, other = lint(tmp_path / "a.md", f"{SAID}\n"), lint(tmp_path / "b.md", f"{SAID}\n")
    assert new(accepted(tmp_path, one, other), other) == ([], 0)


def test_what_rules_found_that_are_left_out_this_time_stays_accepted_and_is_not_called_gone(tmp_path: Path) -> None:
    file = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n"))
    (other,) = lint_text(f"{SAID}\n", str(tmp_path / "a.md"), Config(ignore=frozenset({"attribution"})))
    assert other.findings == () or all(finding.rule != "loaded-cue" for finding in other.findings)
    assert Acceptance(Baseline.read(file)).unmet() == 0
    assert new(file, other)[1] == 0
    accepted(tmp_path, other)
    assert new(file, lint(tmp_path / "a.md", f"{SAID}\n")) == ([], 0)


def test_an_article_that_was_renamed_keeps_what_was_accepted(tmp_path: Path) -> None:
    file = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n"))
    (tmp_path / "a.md").unlink()
    assert new(file, lint(tmp_path / "b.md", f"{SAID}\n")) == ([], 0)


def test_the_file_is_sorted_and_the_same_for_the_same_findings(tmp_path: Path) -> None:
    results = [lint(tmp_path / name, f"{SAID}\n\n“No,” Cole claimed.\n") for name in ("c.md", "a.md", "sub/b.md")]
    first = accepted(tmp_path, *results).read_bytes()
    assert accepted(tmp_path, *reversed(results)).read_bytes() == first
    rows = json.loads(first)["findings"]
    assert [row["path"] for row in rows] == ["a.md", "a.md", "c.md", "c.md", "sub/b.md", "sub/b.md"]
    assert rows == sorted(rows, key=lambda row: (row["path"], row["rule"], row["words"]))


def test_no_word_of_an_article_stands_in_the_file(tmp_path: Path) -> None:
    text = accepted(tmp_path, lint(tmp_path / "a.md", f"{SAID}\n")).read_text("utf-8")
    assert not [word for word in ("gone", "Ruiz", "ruiz", "claimed") if word in text]


@pytest.mark.parametrize("rule", ["leaked-source", "crashed-rule", "malformed-notes"])
def test_a_promise_to_a_source_is_never_accepted(tmp_path: Path, rule: str) -> None:
    finding = Finding(rule, "quotes", Severity.ERROR, Span(0, 5), "x, expected y")
    result = replace(lint(tmp_path / "a.md", f"{SAID}\n"), findings=(finding,))
    file = accepted(tmp_path, result)
    assert json.loads(file.read_text())["findings"] == []
    assert Acceptance(Baseline.read(file)).of(result).findings == (finding,)


def test_writing_keeps_what_is_accepted_in_articles_that_were_not_checked(tmp_path: Path) -> None:
    one, other = lint(tmp_path / "a.md", f"{SAID}\n"), lint(tmp_path / "b.md", f"{SAID}\n")
    accepted(tmp_path, one, other)
    file = accepted(tmp_path, lint(tmp_path / "b.md", "It is gone.\n"))
    assert [row["path"] for row in json.loads(file.read_text())["findings"]] == ["a.md"]
    (tmp_path / "a.md").unlink()
    assert json.loads(accepted(tmp_path, other).read_text())["findings"][0]["path"] == "b.md"


def test_paths_are_told_from_the_folder_of_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("desk").mkdir()
    result = lint(Path("articles/a.md"), f"{SAID}\n")
    Baseline.of("desk/baseline.json", [result]).write()
    assert json.loads(Path("desk/baseline.json").read_text())["findings"][0]["path"] == "../articles/a.md"
    monkeypatch.chdir("desk")
    assert new(Path("baseline.json"), lint(Path("../articles/a.md"), f"{SAID}\n")) == ([], 0)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", '{"version": 1}', '{"version": 1, "findings": [{}]}', "By Noor Haddad", "[" * 100_000],
)
def test_a_file_that_is_no_baseline_is_refused_and_not_written_over(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.md"
    file.write_text(text)
    with pytest.raises(ConfigError, match="no baseline"):
        Baseline.read(file)
    with pytest.raises(ConfigError, match="no baseline"):
        Baseline.of(file, [])
    assert file.read_text() == text


def test_a_missing_baseline_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--write-baseline"):
        Baseline.read(tmp_path / "none.json")


def test_the_baseline_of_another_project_accepts_nothing_here(tmp_path: Path) -> None:
    file = accepted(tmp_path / "theirs", lint(tmp_path / "theirs" / "a.md", f"{SAID}\n"))
    here = lint(tmp_path / "ours" / "a.md", f"{SAID}\n")
    assert new(file, here) == (["claimed"], 0)


def test_what_is_accepted_is_kept_as_suppressed(tmp_path: Path) -> None:
    result = lint(tmp_path / "a.md", f"{SAID}\n")
    (suppressed,) = Acceptance(Baseline.read(accepted(tmp_path, result))).of(result).suppressed
    assert (suppressed.finding.rule, suppressed.external) == ("loaded-cue", True)
