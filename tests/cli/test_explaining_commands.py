"""``authoring rules``, ``explain`` and ``try`` as they are typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.rules import load, names
from authoring.rules.page import read_page
from authoring.rules.pages import internal

ARTICLE = """\
By Noor Haddad

The pier is gone. Leave a comment, somebody wrote, and nobody did.

Leave a comment

The board met in the old house because its own rooms are being painted, and it put the question off again.

<!-- authoring: ignore long-sentence -->
The board met in the old house because its own rooms are being painted, and it put the question off again.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and nothing above it that could be a configuration."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return tmp_path


def run(*words: str, columns: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(cli, words, catch_exceptions=False)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_rule_has_a_line_under_its_family(width: int) -> None:
    lines = run("rules", columns=width).output.splitlines()
    family, found = "", {}
    for line in lines[:-2]:
        assert len(line) <= width
        if not line.startswith(" "):
            family = line
        elif not line.startswith("   "):
            found[line.split()[0]] = family
    assert found == names()


def test_the_list_of_rules_shows_what_holds_here() -> None:
    Path("authoring.toml").write_text('severity = {loaded-cue = "error", undated-time = "off"}\n', "utf-8")
    lines = run("rules", columns=200).output.splitlines()
    rows = {line.split()[0]: line.split()[1] for line in lines if line.startswith("  ")}
    assert (rows["loaded-cue"], rows["undated-time"], rows["long-sentence"]) == ("error", "off", "warning")


def test_the_list_of_rules_for_programs_has_their_options() -> None:
    told = {each["rule"]: each for each in json.loads(run("rules", "--format", "json").output)["rules"]}
    assert set(told) == set(names())
    assert told["long-sentence"]["options"] == [{"option": "words", "default": 35}]
    assert told["altered-quote"]["needs_notes"] is True
    assert told["long-sentence"]["summary"].startswith("A sentence of narration")


@pytest.mark.parametrize("name", names())
def test_every_page_can_be_read_at_any_width(name: str) -> None:
    for width in (30, 80, 200):
        shown = run("explain", name, columns=width)
        assert shown.exit_code == 0
        assert max(map(len, shown.output.splitlines())) <= max(width, 30)
        summary = re.sub(r"[`*]", "", read_page(load(name).page).summary)
        assert " ".join(summary.split()) in " ".join(shown.output.split())
        assert "```" not in shown.output


def test_a_page_shows_the_options_and_what_they_set() -> None:
    shown = run("explain", "long-sentence").output
    assert "  words = 35\n      The most words a sentence may have.\n" in shown
    Path("authoring.toml").write_text("rules.long-sentence.words = 20\n", "utf-8")
    assert "  words = 20\n" in run("explain", "long-sentence").output


def test_a_page_says_what_one_can_do_about_the_rule() -> None:
    shown = run("explain", "loaded-cue").output
    assert "<!-- authoring: ignore loaded-cue -->" in shown
    assert 'ignore = ["loaded-cue"]' in shown
    assert "ignore leaked-source" not in run("explain", "leaked-source").output


@pytest.mark.parametrize("name", internal())
def test_what_the_linter_itself_reports_is_explained_too(name: str) -> None:
    shown = run("explain", name)
    assert (shown.exit_code, shown.output.startswith(f"{name}  from the linter itself\n\n")) == (0, True)


def test_a_family_lists_its_rules() -> None:
    lines = run("explain", "readability", columns=200).output.splitlines()
    assert lines[0] == "readability"
    listed = {line.split()[0] for line in lines if line.startswith("  ")}
    assert listed == {name for name, family in names().items() if family == "readability"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", "loaded-que"), "there is no rule “loaded-que”; did you mean “loaded-cue”?"),
        (("explain", "readabilty"), "did you mean “readability”?"),
        (("explain", "crashd-rule"), "did you mean “crashed-rule”?"),
        (("explain", "xyzzy"), "the rules are listed by: authoring rules"),
        (("try", "loaded-que", "a.md"), "did you mean “loaded-cue”?"),
        (("try", "readability", "a.md"), "readability is a family, expected one rule; it has hard-to-read, long-"),
        (("try", "long-sentence", "b.md"), "b.md: there is no such file"),
        (
            ("try", "long-sentence", "a.md", "--set", "words"),
            "--set: “words” is no option and value, expected KEY=VALUE",
        ),
        (
            ("try", "long-sentence", "a.md", "--set", "wrds=3"),
            "--set: long-sentence has no option “wrds”; did you mean",
        ),
        (
            ("try", "long-sentence", "a.md", "--set", "words=x"),
            "--set: long-sentence: words is “x”, expected a whole n",
        ),
        (("try", "long-sentence", "a.md", "--set", "words=-1"), "words is -1, expected a whole number, 0 or more"),
        (("try", "page-furniture", "a.md", "--set", "words=1"), "page-furniture has no option “words”, expected none"),
        (("try", "long-sentence", "a.md", "--notes", "no.md"), "no.md: there is no such file"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_type(words: tuple[str, ...], said: str) -> None:
    shown = run(*words)
    assert shown.exit_code == 2
    assert said in shown.output


def test_try_shows_every_hit_in_context_with_marks_below_and_counts_them() -> None:
    shown = run("try", "long-sentence", "a.md", "--set", "words=15", columns=60).output
    lines = shown.splitlines()
    assert lines[0] == "   1  a.md:7:1: this sentence has 21 words, expected 15 at most"
    assert "".join(lines[1:5:2]).split() == ARTICLE.splitlines()[6].split()
    assert [line.strip("^ ") for line in lines[2:5:2]] == ["", ""]
    assert all(len(line) <= 66 for line in lines[1:])
    count, rate = re.search(
        r"^long-sentence: 1 hit in 1 article, (\d+) words, ([\d.]+) per 1,000 words$", shown, re.M
    ).groups()
    assert int(count) == len(re.findall(r"\w+", ARTICLE.replace("<!-- authoring: ignore long-sentence -->", "")))
    assert rate == f"{1000 / int(count):.2f}"
    assert "1 more that comments in the articles pass over" in lines


def test_try_runs_a_rule_that_is_off_ignored_or_excluded_by_select() -> None:
    for setting in ('severity.page-furniture = "off"', 'ignore = ["page-furniture"]', 'select = ["facts"]'):
        Path("authoring.toml").write_text(f"{setting}\n", "utf-8")
        assert "page-furniture: 1 hit in" in run("try", "page-furniture", "a.md").output


def test_try_goes_by_the_options_of_the_configuration_unless_they_are_set() -> None:
    Path("authoring.toml").write_text("rules.long-sentence.words = 15\n", "utf-8")
    assert "1 hit in" in run("try", "long-sentence", "a.md").output
    assert "0 hits in" in run("try", "long-sentence", "a.md", "--set", "words=30").output
    assert "0 hits in" in run("try", "long-sentence", "a.md", "--isolated").output


def test_a_sample_is_drawn_by_its_seed_and_keeps_the_numbers_of_the_whole() -> None:
    Path("many.md").write_text("By Noor Haddad\n\n" + "Leave a comment\n\n" * 30, "utf-8")
    words = ("try", "page-furniture", "many.md", "--format", "json")
    whole = json.loads(run(*words).output)
    assert (whole["hits"], whole["seed"], len(whole["shown"])) == (30, None, 30)
    one, again, other = (
        [hit["number"] for hit in json.loads(run(*words, "--sample", "5", "--seed", seed).output)["shown"]]
        for seed in ("1", "1", "2")
    )
    assert one == again != other
    assert one == sorted(one)
    assert len(one) == 5
    assert "5 of them drawn with seed 1" in run(*words[:3], "--sample", "5", "--seed", "1").output


def test_try_says_that_a_rule_needs_notes_where_there_are_none() -> None:
    shown = run("try", "altered-quote", "a.md").output
    assert "it compares with notes, and 1 of these articles have none; name some with --notes" in shown


def test_try_shows_no_word_that_was_told_in_confidence() -> None:
    notes = (
        "---\nkind: brief\nheadline: Pier\nsources:\n  cole: {name: Bo Cole, kind: person, role: pilot, "
        "terms: off the record}\n---\n## A\n> It was the mayor who sank the plan for good.\n— cole\n"
    )
    Path("notes.md").write_text(notes, "utf-8")
    Path("b.md").write_text("“It was the mayor who sank the plan for good,” a pilot said.\n", "utf-8")
    for words in ((), ("--format", "json")):
        shown = run("try", "leaked-source", "b.md", *words)
        assert "1 hit" in shown.output or '"hits": 1' in shown.output
        assert "sank the plan" not in shown.output


def test_rules_of_a_style_package_are_listed_explained_and_tried() -> None:
    Path("gazette").mkdir()
    Path("gazette", "Pier.yml").write_text('extends: existence\nmessage: "“%s” is a pier"\ntokens: [pier]\n', "utf-8")
    Path("authoring.toml").write_text('styles = ["gazette"]\nseverity."gazette.Pier" = "off"\n', "utf-8")
    assert "  gazette.Pier" in run("rules").output
    assert run("explain", "gazette.pier").output.startswith("gazette.Pier\n")
    shown = run("explain", "gazette.Pier").output
    assert 'To switch it on, in authoring.toml: severity."gazette.Pier" = "warning"' in " ".join(shown.split())
    for name in ("gazette.Pier", "gazette.pier"):
        assert "gazette.Pier: 1 hit in 1 article" in run("try", name, "a.md").output
