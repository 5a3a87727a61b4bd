"""What ``authoring lint`` does where LanguageTool is not there, and where it fails on the way."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from fake_languagetool import FakeLanguageTool
from grammar_lint import MISSING, NOTES, RULES, SLIP, Tool, lint, run, write

from authoring.cli.main import cli
from authoring.config import DEFAULTS
from authoring.errors import GrammarError
from authoring.prose import parse
from authoring.runner.grammar import Grammar

pytestmark = pytest.mark.usefixtures("inside")


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
