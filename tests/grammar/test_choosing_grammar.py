"""How the rules of LanguageTool are chosen in ``authoring lint``, and how they are set."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from fake_languagetool import FakeLanguageTool
from grammar_lint import RULES, SLIP, lint, run, write

from authoring.cli.main import cli

pytestmark = pytest.mark.usefixtures("inside")


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
