"""``authoring template show`` and ``new``: what stands in a template, and how one of the house's own begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.drafting.bounded import Worker
from authoring.drafting.draft import BUILT_IN, draft
from authoring.templating.blocks import blocks
from authoring.templating.check import check
from authoring.templating.samples import PATIENCE, SAMPLES, sample
from authoring.templating.shelf import shelf
from authoring.text.shipped import builtin_templates


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ("template", *words), catch_exceptions=False)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, from a folder of it."""
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "stories").mkdir()
    monkeypatch.chdir(tmp_path / "stories")
    return tmp_path


def _articles(template: Path) -> list[list[str]]:
    """What a template prints on all sample notes, without the lines that name the template."""
    with Worker(PATIENCE) as worker:
        texts = [draft(sample(name), str(template), worker=worker).text for name in SAMPLES]
    return [[line for line in text.split("\n") if not line.startswith("template")] for text in texts]


def test_a_template_is_shown_as_it_stands() -> None:
    assert run("show", "interview").output == (builtin_templates() / "interview.md").read_text("utf-8")
    assert Path(run("show", "interview", "--path").output.strip()).samefile(builtin_templates() / "interview.md")


def test_the_blocks_are_shown_with_the_place_of_each_definition_and_what_is_extended() -> None:
    lines = run("show", "interview", "--blocks").output.splitlines()
    assert lines[0] == "interview.md extends base.md"
    (body,) = [line.split() for line in lines if line.startswith("  body ")]
    assert body[1].startswith("interview.md:")
    assert body[2].startswith("base.md:")


def test_a_name_that_is_not_there_is_told_with_the_nearest() -> None:
    assert run("show", "intervew").output == "there is no template called “intervew”; did you mean “interview”?\n"
    assert "did you mean “interview”?" in run("new", "council", "--from", "intervew").output
    assert "did you mean “headline”?" in run("new", "council", "--from", "brief", "--block", "headlin").output
    assert not Path("../templates").exists()


@pytest.mark.parametrize("base", BUILT_IN)
def test_a_new_template_prints_what_its_base_prints_whatever_blocks_are_laid_out(base: str, desk: Path) -> None:
    around = shelf(Path())
    every = [word for block in blocks(around, around.named(base)) for word in ("--block", block.name)]
    for name, words in (("plain", []), ("every", every)):
        made = run("new", name, "--from", base, *words)
        assert made.exit_code == 0, made.output
        assert f"authoring template check {name}" in made.output
        path = desk / "templates" / f"{name}.md"
        assert _articles(path) == _articles(builtin_templates() / f"{base}.md")
        again = shelf(Path())
        assert check(again, [again.named(name)]) == []


def test_a_built_in_name_extends_the_built_in_template(desk: Path) -> None:
    assert "extends builtin/brief.md" in run("new", "brief", "--block", "headline").output
    assert '{% extends "builtin/brief.md" %}' in (desk / "templates/brief.md").read_text("utf-8")
    assert _articles(desk / "templates/brief.md") == _articles(builtin_templates() / "brief.md")


def test_a_template_of_the_house_can_be_extended_too(desk: Path) -> None:
    run("new", "council", "--from", "brief")
    assert "extends council.md" in run("new", "planning", "--from", "council", "--block", "closing").output
    assert _articles(desk / "templates/planning.md") == _articles(builtin_templates() / "brief.md")


def test_a_copy_is_the_whole_of_the_base(desk: Path) -> None:
    assert "a copy of newsroom" in run("new", "newsroom", "--copy").output
    assert (desk / "templates/newsroom.md").read_bytes() == (builtin_templates() / "newsroom.md").read_bytes()
    assert "add --copy" in run("new", "ours", "--from", "desk").output


def test_a_template_that_is_there_is_never_replaced(desk: Path) -> None:
    run("new", "council", "--from", "brief")
    (desk / "templates/council.md").write_text("mine", "utf-8")
    again = run("new", "council", "--from", "interview")
    assert again.exit_code == 2
    assert "there already" in again.output
    assert (desk / "templates/council.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["../out", "a/b", ".hidden", "", "-x", "CON", "com1.md", "a\nb", "y" * 300, "🙂"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, desk: Path) -> None:
    refused = run("new", "--from", "brief", "--", name)
    assert refused.exit_code == 2
    assert "no name for a template" in refused.output
    assert list(desk.rglob("*.md")) == []


def test_the_nearest_folder_of_templates_takes_the_new_one(desk: Path) -> None:
    (desk / "stories/templates").mkdir()
    run("new", "council", "--from", "brief")
    assert (desk / "stories/templates/council.md").exists()


def test_what_to_type_next_can_be_typed_where_a_name_has_a_space(desk: Path) -> None:
    assert "--template 'our council'" in run("new", "our council", "--from", "brief").output
