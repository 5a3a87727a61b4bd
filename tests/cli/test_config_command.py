"""``authoring config`` and the configuration as ``authoring lint`` uses it, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

ARTICLE = "By Noor Haddad\n\nThe pier is gone.\n\nLeave a comment\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles and nothing above it that could be a configuration."""
    monkeypatch.chdir(tmp_path)
    for path in (".git/x", "a.md", "briefs/b.md"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(ARTICLE, "utf-8")
    return tmp_path


def run(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, words, input=typed, catch_exceptions=False)


def settings(text: str, path: str = "authoring.toml") -> None:
    Path(path).write_text(text, "utf-8")


def test_each_article_is_linted_by_its_own_settings() -> None:
    settings('[[files]]\nmatch = ["briefs/**"]\nignore = ["page-furniture"]\n')
    shown = run("lint", ".", "--format", "concise")
    assert [line.split(":")[0] for line in shown.output.splitlines()] == ["a.md"]
    assert shown.exit_code == 1


def test_the_exit_code_goes_by_the_settings_of_the_file_in_which_something_was_found() -> None:
    settings('[[files]]\nmatch = ["a.md"]\nfail-on = "never"\n')
    assert run("lint", "a.md").exit_code == 0
    assert run("lint", "a.md", "briefs").exit_code == 1
    assert run("lint", "a.md", "--fail-on", "error").exit_code == 1


def test_a_level_of_the_command_line_wins() -> None:
    settings('severity = {page-furniture = "off"}\n')
    assert "nothing found" in run("lint", "a.md").output
    assert ": info: " in run("lint", "a.md", "--severity", "page-furniture=info").output
    assert ": error: " in run("lint", "a.md", "--isolated").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--severity", "facts"), "--severity: “facts” is no rule and level, expected RULE=LEVEL"),
        (("--severity", "facts=eror"), "did you mean “error”?"),
        (("--severity", "fatcs=error"), "--severity: there is no rule “fatcs”; did you mean “facts”?"),
        (("--select", "fatcs"), "--select: there is no rule “fatcs”; did you mean “facts”?"),
        (("--ignore", "zzzz"), "--ignore: there is no rule “zzzz”; the rules are listed by: authoring rules"),
        (("--config", "nowhere.toml"), "nowhere.toml: there is no such file"),
        (("--config", ""), "the name of the file is empty"),
        (("--config", "briefs"), "briefs: this is a folder, expected a file"),
        (("--config", "a.md", "--isolated"), "leave out either"),
    ],
)
@pytest.mark.parametrize("command", ["lint", "config show"])
def test_a_wrong_flag_is_told_and_nothing_is_checked(command: str, words: tuple[str, ...], said: str) -> None:
    shown = run(*command.split(), "a.md", *words)
    assert shown.exit_code == 2
    assert said in shown.output
    assert "a.md:" not in shown.output


def test_a_wrong_setting_is_told_also_where_there_is_nothing_to_check() -> None:
    settings('select = ["fatcs"]\n')
    Path("empty.md").write_text("", "utf-8")
    for words in (("empty.md",), ("-",)):
        shown = run("lint", *words, typed="")
        assert shown.exit_code == 2
        assert "authoring.toml:1:11: there is no rule “fatcs”" in shown.output


def test_what_is_excluded_is_passed_over_and_told_only_where_it_was_named() -> None:
    settings('exclude = ["briefs/"]\n')
    assert "briefs" not in run("lint", ".", "--format", "concise").output
    assert "briefs/b.md: skipped, it is excluded by authoring.toml:1:1" in run("lint", "briefs/b.md").output


def test_standard_input_has_the_settings_of_the_name_it_is_given() -> None:
    settings('[[files]]\nmatch = ["briefs/**"]\nignore = ["page-furniture"]\n')
    assert run("lint", "-", typed=ARTICLE).exit_code == 1
    assert run("lint", "-", "--stdin-filename", "briefs/new.md", typed=ARTICLE).exit_code == 0


def row(output: str, name: str) -> list[list[str]]:
    return [line.split() for line in output.splitlines() if line.split()[:1] == [name]]


def test_config_show_tells_every_value_and_where_it_comes_from() -> None:
    settings(
        'ignore = ["facts"]\n[rules.long-sentence]\nwords = 30\n'
        '[[files]]\nmatch = ["briefs/**"]\nignore = ["loaded-cue"]\nseverity = {page-furniture = "info"}\n'
    )
    shown = run("config", "show", "briefs/b.md", "--fail-on", "never").output
    assert shown.startswith("briefs/b.md: settings from authoring.toml\n")
    assert row(shown, "ignore") == [
        ["ignore", "facts", "authoring.toml:1:11"],
        ["ignore", "loaded-cue", "authoring.toml:6:11"],
    ]
    assert row(shown, "fail-on") == [["fail-on", "never", "--fail-on"]]
    assert row(shown, "weekday-mismatch") == [["weekday-mismatch", "off", "authoring.toml:1:11"]]
    assert row(shown, "page-furniture") == [["page-furniture", "info", "authoring.toml:7:13"]]
    assert row(shown, "altered-quote") == [["altered-quote", "error", "default"]]
    assert row(shown, "long-sentence.words") == [["long-sentence.words", "30", "authoring.toml:3:1"]]
    assert row(shown, "max-warnings") == [["max-warnings", "any", "number", "default"]]


def test_config_show_cuts_no_name_short_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    settings('ignore = ["conflicting-attribution"]\n')
    monkeypatch.setenv("COLUMNS", "40")
    lines = run("config", "show", "a.md").output.splitlines()
    at = lines.index("  conflicting-attribution")
    assert lines[at + 1] == "    off  authoring.toml:1:11"
    assert all(len(line) <= 40 for line in lines[1:])


@pytest.mark.parametrize(
    ("switch", "written", "lines"),
    [
        ("", "", ["grammar on default"]),
        ("off", "", ["grammar off AUTHORING_GRAMMAR=off"]),
        ("", 'ignore = ["grammar"]', ["grammar off authoring.toml:1:11"]),
        ("", 'severity = {grammar = "info"}', ["grammar info authoring.toml:1:13"]),
        (
            "",
            'select = ["default", "EN_A_VS_AN"]',
            ["grammar on authoring.toml:1:11", "EN_A_VS_AN on authoring.toml:1:22"],
        ),
        ("", 'select = ["EN_A_VS_AN"]', ["grammar off authoring.toml:1:1", "EN_A_VS_AN on authoring.toml:1:11"]),
        ("", 'severity = {TOO_TO = "off"}', ["grammar on default", "TOO_TO off authoring.toml:1:13"]),
    ],
)
def test_config_show_tells_whether_languagetool_reads_and_which_of_its_rules_are_named(
    monkeypatch: pytest.MonkeyPatch, switch: str, written: str, lines: list[str]
) -> None:
    monkeypatch.setenv("AUTHORING_GRAMMAR", switch)
    settings(f"{written}\n")
    rules = run("config", "show", "a.md").output.split("\nrules\n")[1].split("\noptions\n")[0]
    told = [" ".join(line.split()) for line in rules.splitlines()]
    assert [line for line in told if line.split()[:1] in (["grammar"], ["EN_A_VS_AN"], ["TOO_TO"])] == lines
    rows = json.loads(run("config", "show", "a.md", "--format", "json").output)["rules"]
    assert [row["on"] for row in rows if row["family"] == "grammar"] == [" off " not in line for line in lines]


def test_config_show_tells_programs_the_same() -> None:
    settings('fail-on = "never"\nexclude = ["*.md"]\n')
    told = json.loads(run("config", "show", "a.md", "--select", "facts", "--format", "json").output)
    values = {each["key"]: each for each in told["settings"]}
    nowhere = {"path": None, "line": None, "column": None, "flag": None}
    assert (told["version"], told["path"], told["config"], told["excluded"]["line"]) == (1, "a.md", "authoring.toml", 2)
    assert values["fail-on"] == {
        "key": "fail-on",
        "value": "never",
        "from": nowhere | {"path": "authoring.toml", "line": 1, "column": 1},
    }
    assert values["select"]["from"] == nowhere | {"flag": "--select"}
    assert values["house"] == {"key": "house", "value": None, "from": nowhere}
    assert {each["rule"] for each in told["rules"] if each["on"]} >= {"weekday-mismatch"}
    assert {each["family"] for each in told["rules"] if each["on"]} == {"facts"}


@pytest.mark.parametrize("path", [".", "briefs", "-", "a.md"])
def test_config_show_takes_files_folders_and_standard_input(path: str) -> None:
    shown = run("config", "show", path)
    assert shown.exit_code == 0
    assert shown.output.startswith(f"{path}: no configuration above it, so the defaults hold\n")


@pytest.mark.parametrize("command", ["show", "check"])
@pytest.mark.parametrize("path", ["nowhere.md", "nowhere.toml", "nowhere/", "", "a\0b"])
def test_config_of_a_file_that_is_not_there_is_an_error(command: str, path: str) -> None:
    shown = run("config", command, path)
    assert (shown.exit_code, "there is no such file" in shown.output) == (2, True)


def test_config_check_looks_into_every_section() -> None:
    settings('[[files]]\nmatch = ["nothing/**"]\nselect = ["fatcs"]\n')
    assert run("lint", "a.md").exit_code == 1
    for words in ((), ("briefs/b.md",), ("authoring.toml",)):
        shown = run("config", "check", *words)
        assert shown.exit_code == 2
        assert shown.output == "authoring.toml:3:11: there is no rule “fatcs”; did you mean “facts”?\n"


def test_config_check_says_that_all_is_well_or_that_there_is_nothing() -> None:
    assert run("config", "check").output == ".: no configuration above it, so the defaults hold\n"
    settings('[[files]]\nmatch = ["x"]\n[[files]]\nmatch = ["y"]\n')
    assert run("config", "check").output == "authoring.toml: no problems, 2 sections\n"
