"""Packages and vocabularies join our rules by the configuration, and are kept so that they are read once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.errors import ConfigError
from authoring.prose import parse
from authoring.rules.choosing import chosen
from authoring.runner import lint
from authoring.styles import folders
from authoring.styles.folders import package, vocabulary

WEASEL = "extends: existence\nmessage: \"'%s' is a weasel word\"\nlevel: error\nignorecase: true\ntokens: [very]\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folders._read.cache_clear()
    return tmp_path / "cache"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A package of two rules."""
    folder = tmp_path / "House"
    (folder / "dates").mkdir(parents=True)
    (folder / "Weasel.yml").write_text(WEASEL, encoding="utf-8")
    (folder / "dates" / "Day.yml").write_text(WEASEL.replace("very", "Tuesday"), encoding="utf-8")
    (folder / "meta.json").write_text("{}", encoding="utf-8")
    return folder


def test_a_package_is_selected_and_ignored_like_our_own_rules(house: Path) -> None:
    document = parse("A very old pier. It fell on Tuesday.")

    def rules(**settings: frozenset[str]) -> list[str]:
        config = Config(styles=(str(house),), **settings)  # type: ignore[arg-type]
        return [finding.rule for finding in lint(document, config) if finding.family == "House"]

    assert rules() == ["House.Weasel", "House.dates.Day"]
    assert rules(select=frozenset({"House.Weasel"})) == ["House.Weasel"]
    assert rules(ignore=frozenset({"House"})) == []
    with pytest.raises(ConfigError, match=r"no rule “House\.Weasle”; did you mean “House\.Weasel”"):
        rules(select=frozenset({"House.Weasle"}))


def test_a_comment_passes_over_a_rule_of_a_package(house: Path) -> None:
    text = "<!-- authoring: ignore House.Weasel -->\nA very old pier.\n\nA very old boat."
    found = lint(parse(text), Config(styles=(str(house),), select=frozenset({"House"})))
    assert [finding.span.start for finding in found] == [text.rindex("very")]


def test_a_vocabulary_is_written_as_it_stands_and_excepts_its_words(tmp_path: Path, house: Path) -> None:
    words = tmp_path / "Ferry"
    words.mkdir()
    (words / "accept.txt").write_text("# names\niPhone\n[Vv]ery old\n", encoding="utf-8")
    (words / "reject.txt").write_text("ferryboat\n", encoding="utf-8")
    config = Config(styles=(str(house),), vocabularies=(str(words),), select=frozenset({"House", "Vale"}))
    document = parse("A very old pier, a very new iphone and a ferryboat.")
    assert [finding.message for finding in lint(document, config)] == [
        "'very' is a weasel word",
        "Use 'iPhone' instead of 'iphone'.",
        "Avoid using 'ferryboat'.",
    ]


@pytest.mark.parametrize(
    ("styles", "vocabularies", "message"),
    [
        (("nowhere",), (), "no style package “nowhere”"),
        (("empty",), (), "holds no style rules"),
        ((), ("nowhere",), "no vocabulary “nowhere”"),
        ((), ("empty",), "has no words"),
    ],
)
def test_a_folder_that_is_none_is_told(
    styles: tuple[str, ...],
    vocabularies: tuple[str, ...],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigError) as caught:
        chosen(Config(styles=styles, vocabularies=vocabularies))
    assert message in str(caught.value)
    assert caught.value.hint


def test_a_voice_that_there_is_not_is_told(house: Path) -> None:
    with pytest.raises(ConfigError, match="no voice “naration”; did you mean “narration”"):
        chosen(Config(styles=(str(house),), voices=("naration",)))


def test_a_rule_is_read_again_only_when_its_file_has_changed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = package(house)
    folders._read.cache_clear()
    with monkeypatch.context() as without:
        without.setattr("authoring.styles.reading.read_style", None)
        again = package(house)
    assert [(rule.name, rule.keys, rule.analysis) for rule in again] == [
        (rule.name, rule.keys, rule.analysis) for rule in first
    ]
    (house / "Weasel.yml").write_text(WEASEL.replace("very", "rather"), encoding="utf-8")
    folders._read.cache_clear()
    assert {rule.keys["tokens"] for rule in package(house)} == {("rather",), ("Tuesday",)}


@pytest.mark.parametrize("content", ["", "[]", '{"format": 3}', "\x00", "[" * 9000])
def test_a_spoilt_cache_is_read_past(content: str, house: Path, cache: Path) -> None:
    package(house)
    for file in (cache / "authoring").iterdir():
        file.write_text(content, encoding="utf-8")
    folders._read.cache_clear()
    assert len(package(house)) == 2


def test_without_a_folder_to_keep_them_rules_are_read_every_time(house: Path, cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    cache.write_text("no folder", encoding="utf-8")
    assert len(package(house)) == 2


def test_rejected_words_alone_make_one_rule(tmp_path: Path) -> None:
    (tmp_path / "reject.txt").write_text("ferryboat\n", encoding="utf-8")
    assert [rule.name for rule in vocabulary([tmp_path])] == ["Vale.Avoid"]


def test_the_public_packages_are_read_as_they_are(shared: Path) -> None:
    packages = [folder for folder in (shared / "data" / "vale-styles").iterdir() if folder.is_dir()]
    rules = [rule for folder in packages for rule in package(folder)]
    assert {rule.family for rule in rules} == {"Google", "Joblint", "Microsoft", "alex", "proselint", "write-good"}
    assert len(rules) > 140
