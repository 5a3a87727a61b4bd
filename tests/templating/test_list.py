"""``authoring template list`` and ``show``: which templates a story could use, and what stands in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.text.shipped import builtin_templates


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ("template", *words), catch_exceptions=False)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with house templates, two folders deep."""
    monkeypatch.chdir(tmp_path)
    for path, text in (
        ("authoring.toml", ""),
        ("templates/interview.md", '{# Ours, with a kicker. #}\n{% extends "builtin/interview.md" %}\n'),
        ("templates/frame.md", '{% extends "builtin/base.md" %}\n'),
        ("templates/box.md", "Read more.\n"),
        ("stories/templates/interview.md", '{# The desk’s. #}\n{% extends "base.md" %}\n{% include "box.md" %}\n'),
        ("stories/templates/torn.md", "\n{% if\n"),
        ("stories/pier/notes.md", "---\nkind: interview\n---\n"),
    ):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")
    return tmp_path


def listed(*words: str) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = json.loads(run("list", *words, "--format", "json").output)["templates"]
    return found


def test_every_built_in_template_is_listed_with_what_it_says_of_itself() -> None:
    found = {each["name"]: each for each in listed()}
    for path in builtin_templates().glob("*.md"):
        assert found[path.stem]["description"], path


def test_the_nearest_template_of_a_name_is_in_force_and_the_others_say_what_takes_their_place() -> None:
    found = [each for each in listed("stories/pier/notes.md") if each["name"] == "interview"]
    assert [each["from"] for each in found] == ["stories/templates", "templates", "built in"]
    assert [each["shadowed_by"] for each in found] == [
        None,
        "stories/templates/interview.md",
        "templates/interview.md",
    ]
    assert found[0]["overrides"] == "templates/interview.md"
    assert found[2]["overrides"] is None
    assert [each["extends"] for each in found] == ["base.md", "builtin/interview.md", "base.md"]


def test_templates_that_are_only_parts_of_others_are_told_apart() -> None:
    parts = {each["name"]: each["part"] for each in listed("stories/pier")}
    assert parts["interview"] == "story"
    assert parts["base"] == parts["frame"] == "frame"
    assert parts["newsroom"] == "macros"
    assert parts["box"] == "piece"


def test_a_broken_template_is_listed_as_broken() -> None:
    assert [each["wrong"] for each in listed("stories/pier") if each["name"] == "torn"] == ["broken at line 2"]


def test_a_folder_that_is_not_there_is_an_error() -> None:
    shown = run("list", "storeys")
    assert shown.exit_code == 2
    assert "there is no such file or folder" in shown.output
