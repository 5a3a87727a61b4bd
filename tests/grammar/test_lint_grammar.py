"""``authoring lint`` with LanguageTool: how it is chosen, told, kept, and done without, and what if it fails."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fake_languagetool import FakeLanguageTool

from authoring.cli.main import cli
from authoring.config import DEFAULTS
from authoring.errors import GrammarError
from authoring.grammar import remembered
from authoring.grammar.model import Match
from authoring.grammar.remembered import FILE, Remembered
from authoring.prose import parse
from authoring.runner.grammar import Engine, Grammar
from authoring.text.span import Span

SLIP = "By Noor Haddad\n\nThey did went there, and they recieve it.\n"
MISSING = "grammar and spelling were not checked; run: authoring grammar install\n"
RULES = ["DID_WENT", "MORFOLOGIK_RULE_EN_US"]
NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Recieve, kind: person, role: harbour master}
---
## Boats
> It is going.
— ruiz | said | 00:04:10
"""
Tool = Callable[[FakeLanguageTool | None], None]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUTHORING_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("AUTHORING_GRAMMAR", raising=False)


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Tool:
    """Puts a LanguageTool where the installed one would be found."""

    def put(tool: FakeLanguageTool | None) -> None:
        def find(_settings: object) -> Engine | None:
            return tool

        monkeypatch.setattr("authoring.runner.engines.find_engine", find)

    return put


@pytest.fixture
def tool(there: Tool) -> FakeLanguageTool:
    made = FakeLanguageTool()
    there(made)
    return made


def run(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", *map(str, words)], input=text)


def write(name: str, text: str = SLIP) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rules(result: Result) -> list[str]:
    told = [finding["rule"] for file in json.loads(result.stdout)["files"] for finding in file["findings"]]
    return [rule for rule in told if rule.isupper()]


def lint(*words: object, text: str | None = None) -> list[str]:
    return rules(run(*words, "--format", "json", text=text))


# Choosing


def test_grammar_is_read_by_default_beside_our_own_rules(tool: FakeLanguageTool) -> None:
    result = run(write("a.md", SLIP + "\n“It is gone,” Ruiz claimed.\n"), "--format", "concise")
    assert result.exit_code == 0
    assert "a.md:3:6: warning: “did went there” stands here, expected “did go there” [DID_WENT]" in result.stdout
    assert "[loaded-cue]" in result.stdout
    assert result.stderr == ""
    assert tool.closed == 1


@pytest.mark.parametrize(
    ("flags", "left"),
    [
        (["--select", "grammar"], RULES),
        (["--select", "default"], RULES),
        (["--select", "DID_WENT"], RULES[:1]),
        (["--select", "TYPOS"], RULES[1:]),
        (["--select", "quotes"], []),
        (["--ignore", "grammar"], []),
        (["--ignore", "DID_WENT"], RULES[1:]),
        (["--ignore", "TYPOS,GRAMMAR"], []),
        (["--select", "DID_WENT", "--ignore", "grammar"], RULES[:1]),
        (["--severity", "grammar=off"], []),
        (["--severity", "TYPOS=off"], RULES[:1]),
    ],
)
def test_rules_of_languagetool_are_chosen_by_name_group_and_family(
    tool: FakeLanguageTool, flags: list[str], left: list[str]
) -> None:
    assert lint(write("a.md"), *flags) == left


def test_nobody_is_asked_where_grammar_is_left_out(tool: FakeLanguageTool) -> None:
    run(write("a.md"), "--ignore", "grammar")
    run("a.md", "--select", "quotes")
    assert tool.asked == []


def test_levels_are_given_as_to_our_own_rules(tool: FakeLanguageTool) -> None:
    result = run(write("a.md"), "--severity", "DID_WENT=error", "--format", "concise")
    assert result.exit_code == 1
    assert "error: “did went there”" in result.stdout


def test_a_word_in_lower_case_that_is_no_rule_is_an_error_as_before(tool: FakeLanguageTool) -> None:
    result = run(write("a.md"), "--ignore", "did_went")
    assert (result.exit_code, "there is no rule “did_went”" in result.stderr) == (2, True)


def test_an_environment_can_do_without(tool: FakeLanguageTool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUTHORING_GRAMMAR", "off")
    assert lint(write("a.md")) == []
    assert tool.asked == []
    assert lint("a.md", "--select", "grammar") == RULES


# Living with it


@pytest.mark.parametrize("name", ["DID_WENT", "did_went", "grammar", ""])
def test_a_comment_passes_over_a_finding(tool: FakeLanguageTool, name: str) -> None:
    text = f"By Noor Haddad\n\n<!-- authoring: ignore {name} -->\nThey did went there.\n"
    result = run(write("a.md", text), "--format", "json")
    assert rules(result) == []
    assert "suppression" not in result.stdout


def test_a_comment_that_passes_over_nothing_is_told_only_where_languagetool_has_looked(
    there: Tool, tool: FakeLanguageTool
) -> None:
    path = write("a.md", "By Noor Haddad\n\n<!-- authoring: ignore DID_WENT -->\nThey asked.\n")
    assert "unused-suppression" in run(path).stdout
    there(None)
    assert "unused-suppression" not in run(path).stdout
    assert "unused-suppression" not in run(path, "--ignore", "grammar").stdout


def test_a_baseline_keeps_what_it_accepts_while_languagetool_is_away(there: Tool, tool: FakeLanguageTool) -> None:
    path = write("a.md")
    run(path, "--baseline", "base.json", "--write-baseline")
    assert lint(path, "--baseline", "base.json") == []
    there(None)
    assert "no longer found" not in run(path, "--baseline", "base.json").stderr
    run(path, "--baseline", "base.json", "--write-baseline")
    there(tool)
    assert lint(path, "--baseline", "base.json") == []


@pytest.mark.parametrize("form", ["text", "json", "concise", "github", "sarif", "junit"])
def test_every_format_tells_of_it(tool: FakeLanguageTool, form: str) -> None:
    result = run(write("a.md"), "--format", form)
    assert "DID_WENT" in result.stdout
    assert result.stderr == ""


def test_programs_are_told_the_family_and_where_the_page_is(tool: FakeLanguageTool) -> None:
    findings = json.loads(run(write("a.md"), "--format", "json").stdout)["files"][0]["findings"]
    (one,) = (finding for finding in findings if finding["rule"] == "DID_WENT")
    assert (one["family"], one["url"]) == ("grammar", "docs/grammar.md#the-rules")
    assert [edit["text"] for edit in one["suggestions"]] == ["did go"]


def test_fix_changes_nothing_and_unsafe_fixes_what_is_certain(tool: FakeLanguageTool) -> None:
    path = write("a.md")
    run(path, "--fix")
    assert path.read_text() == SLIP
    run(path, "--unsafe-fixes")
    assert path.read_text() == SLIP.replace("did went", "did go").replace("recieve", "receive")


def test_no_fix_touches_what_a_source_said(tool: FakeLanguageTool) -> None:
    text = "By Noor Haddad\n\n“They did went there, and recieve it,” said Ana Ruiz, the harbour master.\n"
    path = write("a.md", text)
    assert lint(path) == RULES
    run(path, "--unsafe-fixes")
    assert path.read_text() == text


def test_standard_input_is_read_too(tool: FakeLanguageTool) -> None:
    assert lint("-", text=SLIP) == RULES


def test_try_shows_every_hit_of_one_rule(tool: FakeLanguageTool) -> None:
    result = CliRunner().invoke(cli, ["try", "DID_WENT", str(write("a.md"))])
    assert result.exit_code == 0
    assert "1 hit" in result.stdout and "DID_WENT" in result.stdout


def test_explain_tells_of_a_rule_and_of_the_family() -> None:
    one = CliRunner().invoke(cli, ["explain", "did_went"])
    assert (one.exit_code, "DID_WENT" in one.stdout) == (0, True)
    family = CliRunner().invoke(cli, ["explain", "grammar"])
    assert (family.exit_code, "authoring grammar install" in family.stdout) == (0, True)


# Doing without


@pytest.mark.parametrize("form", ["text", "json", "concise", "github", "sarif", "junit"])
def test_without_it_all_else_is_checked_and_one_line_says_how_to_get_it(there: Tool, form: str) -> None:
    there(None)
    text = SLIP + "\n“It is gone,” Ruiz claimed.\n"
    result = run(write("a.md", text), write("b.md", text), "--format", form)
    assert result.stderr == MISSING
    assert "loaded-cue" in result.stdout
    assert result.stdout == run("a.md", "b.md", "--format", form, "--ignore", "grammar").stdout


def test_the_line_is_told_again_where_everything_is_known_from_before(there: Tool) -> None:
    there(None)
    run(write("a.md"))
    assert run("a.md").stderr == MISSING


@pytest.mark.parametrize("flags", [["--ignore", "grammar"], ["--select", "quotes"], ["--severity", "grammar=off"]])
def test_who_does_not_want_it_is_told_nothing(there: Tool, flags: list[str]) -> None:
    there(None)
    assert run(write("a.md"), *flags).stderr == ""


def test_notes_alone_need_no_languagetool(there: Tool) -> None:
    there(None)
    assert run(write("notes.md", NOTES)).stderr == ""


@pytest.mark.parametrize("name", ["grammar", "DID_WENT"])
def test_who_selects_it_by_name_is_told_an_error(there: Tool, name: str) -> None:
    there(None)
    result = run(write("a.md"), "--select", name)
    assert result.exit_code == 2
    assert result.stderr == (
        "LanguageTool is not installed, and a rule of it was selected; run: authoring grammar install\n"
    )
    assert result.stdout == ""


def test_a_configuration_that_selects_it_is_an_error_too(there: Tool) -> None:
    there(None)
    write("authoring.toml", 'select = ["default", "grammar"]\n')
    assert run(write("a.md")).exit_code == 2


# Failing


def test_where_it_fails_on_the_way_every_other_finding_is_told_and_why(there: Tool) -> None:
    there(FakeLanguageTool(fails_after=4))
    text = SLIP + "\n“It is gone,” Ruiz claimed.\n"
    result = run(write("a.md", text), write("b.md", text.replace("there", "away")), "--format", "concise")
    assert result.exit_code == 0
    assert result.stdout.count("[loaded-cue]") == 2
    assert result.stderr == (
        "grammar and spelling were not checked everywhere: LanguageTool has ended in the midst of it; run it again\n"
    )


def test_where_it_fails_and_was_selected_by_name_the_exit_code_is_2(there: Tool) -> None:
    there(FakeLanguageTool(fails_after=0))
    assert run(write("a.md"), "--select", "default,grammar").exit_code == 2


def test_what_was_not_read_is_read_the_next_time(there: Tool) -> None:
    there(FakeLanguageTool(fails_after=1))
    assert lint(write("a.md")) == []
    healthy = FakeLanguageTool()
    there(healthy)
    assert lint("a.md") == RULES
    assert [passage for passage, _ in healthy.asked][:1] == ["They did went there, and they recieve it."]


def test_after_a_failure_nobody_is_asked_again_in_that_run(there: Tool) -> None:
    gone = FakeLanguageTool(fails_after=0)
    there(gone)
    run(*(write(f"{number}.md") for number in range(5)))
    assert gone.calls == 1


def test_a_server_of_ones_own_that_is_not_there_is_told_and_all_else_checked() -> None:
    text = SLIP + "\n“It is gone,” Ruiz claimed.\n"
    result = run(write("a.md", text), "--grammar-server", "http://127.0.0.1:9", "--format", "concise")
    assert result.exit_code == 0
    assert "[loaded-cue]" in result.stdout
    (line,) = result.stderr.splitlines()
    assert line.startswith("grammar and spelling were not checked: ")


def test_what_failed_is_tried_anew_in_the_next_run_of_a_watch(there: Tool) -> None:
    gone = FakeLanguageTool(fails_after=0)
    healthy = FakeLanguageTool()
    found = iter([gone, healthy])
    grammar = Grammar(lambda _settings: next(found))
    document = parse("They did went there.\n")
    with pytest.raises(GrammarError):
        grammar.read(document, DEFAULTS, ())
    with pytest.raises(GrammarError):
        grammar.read(document, DEFAULTS, ())
    grammar.renew()
    assert [finding.rule for finding in grammar.read(document, DEFAULTS, ()).findings] == ["DID_WENT"]
    assert (gone.calls, gone.closed, healthy.calls) == (1, 1, 1)


def test_a_paragraph_on_which_it_fails_is_told_of_and_all_others_are_read(there: Tool) -> None:
    there(FakeLanguageTool(fails_on="went"))
    write("b.md", "By Noor Haddad\n\nIt took a hour.\n")
    result = run(write("a.md", SLIP + "\nIt took a hour.\n"), "b.md", "--format", "concise", "--select", "grammar")
    assert result.exit_code == 0
    assert result.stdout.count("[EN_A_VS_AN]") == 2
    assert result.stderr == "LanguageTool could not read 1 paragraph of a.md, all else was checked\n"


def test_paragraphs_of_several_articles_on_which_it_fails_are_told_of_in_one_line(there: Tool) -> None:
    there(FakeLanguageTool(fails_on="went"))
    files = [write(f"{number}.md", SLIP + f"\nThey went {number} times.\n") for number in range(3)]
    told = "LanguageTool could not read 6 paragraphs of 3 articles, all else was checked\n"
    assert run(*files).stderr == told
    assert run(*files, "--jobs", "2").stderr == told


def test_a_paragraph_on_which_it_failed_is_asked_again_in_the_next_run_and_no_other(there: Tool) -> None:
    there(FakeLanguageTool(fails_on="went"))
    text = SLIP + "\nIt took a hour.\n"
    assert lint(write("a.md", text)) == ["EN_A_VS_AN"]
    well = FakeLanguageTool()
    there(well)
    assert lint("a.md") == [*RULES, "EN_A_VS_AN"]
    assert [passage for passage, _ in well.asked] == ["They did went there, and they recieve it.", "recieve"]


def test_a_comment_for_a_paragraph_on_which_it_failed_is_not_called_useless(there: Tool) -> None:
    there(FakeLanguageTool(fails_on="went"))
    text = SLIP.replace("They", "<!-- authoring: ignore DID_WENT -->\nThey")
    assert "unused-suppression" not in run(write("a.md", text)).stdout
    there(FakeLanguageTool(known={}))
    assert "unused-suppression" in run(write("b.md", text)).stdout


def test_a_word_that_it_cannot_read_in_the_other_english_is_taken_for_right(there: Tool) -> None:
    there(FakeLanguageTool(fails_on=r"\Aseperate\Z"))
    assert lint(write("a.md", "By Noor Haddad\n\nThey keep it seperate here.\n")) == []


def test_what_one_rule_is_tried_on_says_so_too(there: Tool) -> None:
    there(FakeLanguageTool(fails_on="went"))
    result = CliRunner().invoke(cli, ["try", "EN_A_VS_AN", str(write("a.md", SLIP + "\nIt took a hour.\n"))])
    assert "a hour" in result.stdout
    assert result.stderr == "LanguageTool could not read 1 paragraph of a.md, all else was checked\n"


# Keeping


def test_unchanged_articles_are_not_read_again(tool: FakeLanguageTool) -> None:
    write("a.md")
    first = run("a.md").stdout
    asked = len(tool.asked)
    assert run("a.md").stdout == first
    assert len(tool.asked) == asked > 0


def test_of_a_changed_article_only_what_is_new_is_read(tool: FakeLanguageTool) -> None:
    lint(write("a.md"))
    tool.asked.clear()
    assert lint(write("a.md", SLIP + "\nThey met again.\n")) == RULES
    assert [passage for passage, _ in tool.asked] == ["They met again."]


def test_an_article_held_against_notes_is_known_by_its_paragraphs(tool: FakeLanguageTool) -> None:
    write("notes.md", NOTES)
    assert lint(write("a.md")) == RULES[:1]
    tool.asked.clear()
    assert lint("a.md") == RULES[:1]
    assert tool.asked == []


def test_what_was_found_without_it_does_not_hold_where_it_is_there(there: Tool) -> None:
    there(None)
    assert lint(write("a.md")) == []
    there(FakeLanguageTool())
    assert lint("a.md") == RULES
    there(None)
    assert lint("a.md") == []


def test_another_version_of_it_reads_everything_anew(there: Tool) -> None:
    there(FakeLanguageTool("fake 1"))
    lint(write("a.md"))
    newer = FakeLanguageTool("fake 2")
    there(newer)
    lint("a.md")
    assert newer.asked


def test_how_long_it_waits_for_the_next_run_changes_no_finding(tool: FakeLanguageTool) -> None:
    lint(write("a.md"))
    tool.asked.clear()
    lint("a.md", "--keep-alive", "3")
    assert tool.asked == []


def test_no_cache_keeps_nothing(tool: FakeLanguageTool) -> None:
    lint(write("a.md"), "--no-cache")
    tool.asked.clear()
    lint("a.md", "--no-cache")
    assert tool.asked
    assert not Path("cache", FILE).exists()


def test_nothing_is_kept_of_an_article_that_holds_something_told_in_confidence(tool: FakeLanguageTool) -> None:
    write("notes.md", NOTES.replace("role:", "terms: anonymous, alias: the keeper, reason: her job, role:"))
    write("a.md", "By Noor Haddad\n\nAna Recieve did went there.\n\nThe keeper did went there.\n")
    lint("a.md")
    tool.asked.clear()
    lint("a.md")
    assert len(tool.asked) >= 2
    assert not Path("cache", FILE).exists()


def test_no_word_of_an_article_can_be_read_or_tried_out_in_the_cache(tool: FakeLanguageTool) -> None:
    lint(write("a.md", "By Noor Haddad\n\nThe pier is going to be sold.\n"))
    data = Path("cache", FILE).read_bytes()
    assert b"pier" not in data
    assert stat.S_IMODE(Path("cache", FILE).stat().st_mode) == 0o600 or sys.platform == "win32"
    folder = Path("cache")
    assert Remembered(folder).get(["The pier is going to be sold."], "fake 1\0en-US\0")
    (folder / "passages.key").unlink()
    assert not Remembered(folder).get(["The pier is going to be sold."], "fake 1\0en-US\0")


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 1000, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_cache_is_made_anew(tool: FakeLanguageTool, damage: bytes) -> None:
    lint(write("a.md"))
    Path("cache", FILE).write_bytes(damage)
    for known in Path("cache").glob("*.json"):
        known.unlink()
    assert lint("a.md") == RULES
    for known in Path("cache").glob("*.json"):
        known.unlink()
    tool.asked.clear()
    assert lint("a.md") == RULES
    assert tool.asked == []


def test_a_cache_that_cannot_be_written_is_no_error(tool: FakeLanguageTool) -> None:
    Path("cache").write_text("a file")
    assert lint(write("a.md")) == RULES


def test_the_cache_holds_so_many_passages_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 100)
    kept = Remembered(tmp_path)
    match = Match("X", "GRAMMAR", "grammar", Span(1, 2), "m", ("a", "b"))
    for number in range(30):
        kept.put({f"{number} {each}": (match,) for each in range(10)}, "x")
    texts = [f"{number} {each}" for number in range(30) for each in range(10)]
    known = kept.get(texts, "x")
    assert 50 <= len(known) <= 100
    assert set(known.values()) == {(match,)}


def test_many_processes_write_one_cache(tmp_path: Path) -> None:
    write_one = (
        "import sys; from pathlib import Path; from authoring.grammar.remembered import Remembered\n"
        "kept = Remembered(Path('cache'))\n"
        "for number in range(40): kept.put({f'{sys.argv[1]} {number}': ()}, 'x')\n"
    )
    started = [subprocess.Popen([sys.executable, "-c", write_one, str(number)]) for number in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    assert (
        len(Remembered(Path("cache")).get([f"{one} {number}" for one in range(3) for number in range(40)], "x")) == 120
    )


# Settings


def test_what_is_wrong_under_grammar_is_told_with_its_place() -> None:
    lines = ['varient = "en-GB"', 'variant = "fr"', 'server = "here"', "keep-alive = -1", "picky = 1"]
    write("authoring.toml", "\n".join(["[grammar]", *lines, ""]))
    result = CliRunner().invoke(cli, ["config", "check"])
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "authoring.toml:2:11: there is no key “varient” under grammar; did you mean “variant”?",
        "authoring.toml:3:11: variant: this is “fr”, expected en-US, en-GB, en-AU, en-CA, en-NZ, en-ZA",
        "authoring.toml:4:10: server: this is “here”, expected the address of a server; "
        "for example: http://127.0.0.1:8081",
        "authoring.toml:5:14: keep-alive: this is -1, expected a whole number, 0 or more",
        "authoring.toml:6:9: picky: this is 1, expected true or false",
    ]


def test_the_variant_of_the_house_holds(tool: FakeLanguageTool) -> None:
    write("authoring.toml", 'house = "gazette"\n')
    write("gazette.toml", '[grammar]\nvariant = "en_gb"\n')
    assert lint(write("a.md", "By Noor Haddad\n\nThe color of it.\n")) == ["MORFOLOGIK_RULE_EN_GB"]
    assert {variant for _, variant in tool.asked} == {"en-GB"}


def test_config_show_tells_of_them() -> None:
    write("authoring.toml", '[grammar]\nvariant = "en-GB"\n')
    shown = CliRunner().invoke(cli, ["config", "show", "."]).stdout
    assert "grammar.variant" in shown and "authoring.toml:2:1" in shown


def test_an_address_that_is_none_is_told() -> None:
    result = run(write("a.md"), "--grammar-server", "here")
    assert (result.exit_code, "--grammar-server" in result.stderr) == (2, True)


@pytest.mark.parametrize(("server", "leaves"), [("http://127.0.0.1:9", False), ("http://lt.example:8081", True)])
def test_a_server_elsewhere_is_told_of_before_anything_is_sent(
    tool: FakeLanguageTool, server: str, leaves: bool
) -> None:
    result = run(write("a.md"), "--grammar-server", server)
    said = "the text of your articles goes to lt.example, which is not this machine\n"
    assert result.stderr == (said if leaves else "")


@pytest.mark.parametrize("words", [["--keep-alive", "a.md"], ["--keep-alive", "5", "a.md"], ["a.md", "--keep-alive"]])
def test_keep_alive_stands_with_minutes_or_without(tool: FakeLanguageTool, words: list[str]) -> None:
    write("a.md")
    assert lint(*words) == RULES


# The real one


def shell(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "authoring", "lint", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **more},
        check=False,
    )


@pytest.mark.usefixtures("languagetool")
def test_the_real_one_finds_what_the_stand_in_finds() -> None:
    write("a.md", SLIP + "\nIt took a hour.\n\n“I recieve it,” said Ana Ruiz.\n")
    first = shell("a.md", "--format", "concise", "--select", "grammar")
    assert first.returncode == 0, first.stderr
    for said in (
        "warning: “recieve” is in no dictionary, expected “receive” [MORFOLOGIK_RULE_EN_US]",
        "“a hour” stands here, expected “an hour” [EN_A_VS_AN]",
        "info: “recieve” is quoted, expected “receive”, or [sic] if it was so [MORFOLOGIK_RULE_EN_US]",
    ):
        assert said in first.stdout
    # The second time no Java is started: there is none to be found.
    again = shell("a.md", "--format", "concise", "--select", "grammar", JAVA_HOME="/nowhere", PATH="/nowhere")
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)


@pytest.mark.usefixtures("languagetool")
def test_many_processes_ask_one_real_server_and_find_the_same() -> None:
    for number in range(20):
        write(f"desk/{number}.md", f"{SLIP}\nPiece number {number} took a hour.\n")
    alone = shell("desk", "--format", "json", "--no-cache", "--jobs", "1", "--select", "grammar")
    together = shell("desk", "--format", "json", "--no-cache", "--jobs", "2", "--select", "grammar")
    assert alone.stderr == together.stderr == ""
    assert alone.stdout == together.stdout
    assert alone.stdout.count('"EN_A_VS_AN"') == 20


@pytest.mark.usefixtures("languagetool")
@pytest.mark.parametrize("name", ["interview.txt", "brief.txt"])
def test_nothing_is_said_of_a_quoted_word_of_the_seeds_above_info(shared: Path, name: str) -> None:
    findings = json.loads(shell(str(shared / "seeds" / name), "--format", "json", "--no-cache").stdout)["files"][0]
    assert all(
        finding["severity"] == "info"
        for finding in findings["findings"]
        if finding["family"] == "grammar" and "is quoted" in finding["message"]
    )


@pytest.mark.usefixtures("languagetool")
def test_nothing_is_said_of_a_name_of_the_notes_in_our_own_stories() -> None:
    from authoring.notes import read_notes
    from authoring.proofreading.names import words_of

    drafts = Path(__file__).parents[2] / "drafts"
    result = shell(str(drafts), "--format", "json", "--no-cache", "--select", "grammar")
    assert result.returncode == 0, result.stderr
    for file in json.loads(result.stdout)["files"]:
        path = Path(file["path"])
        text = path.read_text("utf-8")
        known = set(words_of(read_notes(path.with_name("notes.md"))))
        for finding in file["findings"]:
            words = text[finding["start"] : finding["end"]]
            assert not set(words.split()) & known or finding["rule"] == "EN_DATE_WEEKDAY", (path.name, finding)


def servers(pid: int) -> list[int]:
    """The servers that a process has started, as Linux tells it."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                of = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                found += [int(folder.name)] if of == pid and b"Leash" in (folder / "cmdline").read_bytes() else []
            except OSError:
                continue
    return found


@pytest.mark.usefixtures("languagetool")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells which process has started which")
def test_a_server_that_is_killed_in_the_midst_of_it_takes_no_other_finding_along() -> None:
    names = [f"{number}.md" for number in range(60)]
    for number, name in enumerate(names):
        lines = [f"Piece {number}, line {line}, took a hour and tells of many other things.\n" for line in range(30)]
        write(name, "\n".join([*lines, "“It is gone,” Ruiz claimed.\n"]))
    words = [sys.executable, "-m", "authoring", "lint", *names, "--jobs", "1", "--format", "concise"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as run:
        while run.poll() is None and not answered(Path("cache")):  # then it is in the midst of it
            time.sleep(0.05)
        for pid in servers(run.pid):
            os.kill(pid, signal.SIGKILL)
        out, err = run.communicate()
    assert out.count("[loaded-cue]") == len(names)
    assert run.returncode == 0
    assert err.startswith("grammar and spelling were not checked everywhere: "), err


def answered(folder: Path) -> bool:
    """Whether any answer of a server is in the cache."""
    try:
        with closing(sqlite3.connect(f"file:{folder / FILE}?mode=ro", uri=True)) as kept:
            return bool(kept.execute("SELECT count(*) FROM passages").fetchone()[0])
    except sqlite3.Error:
        return False


def test_what_was_told_in_confidence_is_sent_to_no_server(tool: FakeLanguageTool) -> None:
    secret = "\n> The mayor took forty thousand dollars in an old brown envelope.\n— ruiz | off the record | 00:05:10\n"
    write("notes.md", NOTES + secret)
    told = "They said the mayor took forty thousand dollars in an old brown envelope.\n\n"
    write("a.md", f"By Noor Haddad\n\n{told}They did went there.\n")
    assert lint("a.md") == RULES[:1]
    assert any("did went" in passage for passage, _ in tool.asked)
    assert not any("envelope" in passage or "mayor" in passage for passage, _ in tool.asked)


def test_a_run_that_starts_beside_another_keeps_what_that_one_has_put_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Late(sqlite3.Connection):
        """Has looked at the file just before the other run made its table."""

        looked = False

        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if sql == "PRAGMA user_version" and not self.looked:
                self.looked = True
                sql = "SELECT 0"
            return super().execute(sql, *values)  # type: ignore[arg-type]

    Remembered(tmp_path).put({"One.": ()}, "x")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **settings: connect(path, factory=Late, **settings))
    assert Remembered(tmp_path).get(["One."], "x") == {"One.": ()}
