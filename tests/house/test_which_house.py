"""Which house style an article is held to, and what gives way to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from authoring.cli.main import cli
from authoring.config import Config
from authoring.config.find import Configs
from authoring.errors import ConfigError
from authoring.grammar.settings import settings_of
from authoring.prose import parse
from authoring.rules.choosing import BY_HOUSE, chosen
from authoring.runner.cache import Cache
from authoring.runner.housed import housed
from authoring.runner.run import lint_paths

STORY = "The ferry sank on May 3 and on 4 June.\n"
NOTES = "---\nkind: brief\nslug: ferry\nheadline: Sunk\n{}sources:\n  roe: {{name: Ann Roe, role: a diver}}\n---\n"


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(text: str, name: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(*args: str) -> list[str]:
    """What the family ``house`` finds, as ``line words``."""
    result = CliRunner().invoke(cli, ["lint", *args, "--format", "concise", "--select", "house", "--no-cache"])
    assert result.exit_code == 0, result.output
    return [line.split(": ", 2)[2] for line in result.output.splitlines() if "off-style" in line or "missing" in line]


AP = ["“4 June” stands here, expected “June 4” [off-style-date]"]
GUARDIAN = ["“May 3” stands here, expected “3 May” [off-style-date]"]


def test_a_flag_comes_before_the_article_the_article_before_the_notes_and_these_before_the_configuration() -> None:
    write(STORY, "a.md")
    assert found("a.md") == []
    write('house = "guardian"\n', "authoring.toml")
    assert found("a.md") == GUARDIAN
    write(NOTES.format("house: ap\n"), "notes.md")
    assert found("a.md") == AP
    write(f"---\nhouse: guardian\n---\n{STORY}", "a.md")
    assert found("a.md") == GUARDIAN
    assert found("a.md", "--house", "ap") == AP
    assert found("a.md", "--house", "ap", "--isolated") == AP


def test_a_house_style_that_a_piece_names_replaces_all_conventions_and_nothing_else() -> None:
    write(
        'house = "ap"\nignore = ["off-style-dash"]\n[conventions]\ntimes = "15:30"\n[targets]\nbrief = 4\n',
        "authoring.toml",
    )
    write('[conventions]\ndates = "day-month"\n[targets]\nbrief = 9\n', "house/gazette.toml")
    config = Configs().of("a.md")
    made = housed(parse("---\nhouse: gazette\n---\n" + STORY, path="a.md"), config).config
    assert made.conventions == {"dates": "day-month"}
    assert str(made.place("conventions", "dates")) == str(Path("house", "gazette.toml:2:1"))
    assert (made.targets["brief"], made.ignore) == (4, {"off-style-dash"})
    by_flag = Configs(house="gazette").of("a.md")
    assert by_flag.conventions == {"dates": "day-month"}
    assert (by_flag.targets["brief"], by_flag.ignore, by_flag.house) == (9, {"off-style-dash"}, "gazette")


def test_the_english_that_words_are_checked_in_is_that_of_the_house_unless_the_newsroom_sets_another() -> None:
    assert settings_of(Config(conventions={"spelling": "en-GB"})).variant == "en-GB"
    assert settings_of(Config(conventions={"spelling": "en-GB"}, grammar={"variant": "en-AU"})).variant == "en-AU"
    article = parse("---\nhouse: guardian\n---\n" + STORY, path="a.md")
    write('house = "ap"\n', "authoring.toml")
    assert settings_of(housed(article, Configs().of("a.md")).config).variant == "en-GB"
    write('house = "ap"\n[grammar]\nvariant = "en-CA"\n', "authoring.toml")
    assert settings_of(housed(article, Configs().of("a.md")).config).variant == "en-CA"


def test_a_house_style_that_is_not_there_is_told_of_an_article_made_from_notes_and_of_no_other() -> None:
    write(f"---\nhouse: gaurdian\n---\n{STORY}", "a.md")
    assert found("a.md") == []
    write(NOTES.format(""), "notes.md")
    assert found("a.md") == ["there is no house style “gaurdian”, expected “guardian” [missing-house]"]


def test_a_house_style_that_is_wrong_is_told_with_its_place_and_one_that_a_flag_misspells_with_the_right_name() -> None:
    write(f"---\nhouse: gazette\n---\n{STORY}", "a.md")
    write('[conventions]\ndates = "today"\n', "gazette.toml")
    result = CliRunner().invoke(cli, ["lint", "a.md", "--no-cache"])
    assert result.exit_code == 2
    assert "gazette.toml:2:9: dates is “today”, expected one of “month-day”, “day-month”" in result.output
    result = CliRunner().invoke(cli, ["lint", "a.md", "--house", "gaurdian"])
    assert (result.exit_code, "did you mean “guardian”?" in result.output) == (2, True)
    with pytest.raises(ConfigError, match="there is no house style"):
        Configs(house="none such").of("a.md")


def test_what_was_found_is_kept_only_as_long_as_the_house_style_is_the_same(inside: Path) -> None:
    def cached() -> list[str]:
        cache = Cache(inside / "cache")
        config = Config(select=frozenset({"house"}))
        (result,) = lint_paths(["a.md"], config, cache=cache)
        return [finding.message for finding in result.findings]

    write(f"---\nhouse: gazette\n---\n{STORY}", "a.md")
    assert cached() == []
    write('house = "group"\n', "gazette.toml")
    write('[conventions]\ndates = "day-month"\n', "group.toml")
    assert cached() == ["“May 3” stands here, expected “3 May”"]
    write('[conventions]\ndates = "month-day"\n', "group.toml")
    assert cached() == ["“4 June” stands here, expected “June 4”"]
    write('[conventions]\ndates = "day-month"\n', "house/gazette.toml")
    assert cached() == ["“4 June” stands here, expected “June 4”"]
    Path("gazette.toml").unlink()
    assert cached() == ["“May 3” stands here, expected “3 May”"]


@pytest.mark.parametrize("rule", BY_HOUSE)
def test_a_rule_that_goes_by_what_is_there_gives_way_to_what_is_settled(rule: str) -> None:
    every = {name: choice for convention in BY_HOUSE[rule] for name, choice in [(convention, "any")]}
    assert [made.name for made in chosen(Config(select=frozenset({rule})))] == [rule]
    assert chosen(Config(select=frozenset({rule}), conventions=every)) == ()


def test_what_a_house_changes_by_itself_changes_nobody_elses_words() -> None:
    said = "“We organised 3 boats on 3 May, 5 per cent of them at 3.30pm,” she said"
    write(
        f"---\nhouse: ap\n---\nOn 4 May 2026 they organised 3 boats at 3.30pm. {said}, of 5 per cent – the US.\n",
        "a.md",
    )
    CliRunner().invoke(cli, ["lint", "a.md", "--fix", "--no-cache"])
    made = Path("a.md").read_text(encoding="utf-8")
    assert made.endswith(f"\nOn May 4, 2026, they organized three boats at 3:30 p.m. {said}, of 5% — the U.S.\n")
