"""Comments, baselines, formats and fixes hold for what LanguageTool finds as for our own rules."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from fake_languagetool import FakeLanguageTool
from grammar_lint import RULES, SLIP, Tool, lint, rules, run, write

from authoring.cli.main import cli

pytestmark = pytest.mark.usefixtures("inside")


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
