"""Whatever stands in a configuration, it is read or it is told what is wrong and where, and nothing else happens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authoring.config import Config
from authoring.config.find import Configs
from authoring.config.keys import KEYS
from authoring.errors import AuthoringError, ConfigError
from authoring.rules import names
from authoring.rules.choosing import choices
from authoring.rules.in_force import in_force

GOOD = """\
select = ["default", "facts"]
ignore = ["loaded-cue"]
voices = ['x']
fail-on = "warning"
max-warnings = 3
exclude = ["old/", "!old/b.md"]
targets = {interview = 12, other = 11.5}
[severity]
facts = "error"
[rules.long-sentence]
words = 30
[[files]]
match = ["briefs/**"]
ignore = ["quotes"]
[files.rules.hard-to-read]
beyond = 3
[[files]]
match = ["*.txt"]
"""
PIECES = [
    *"""[ ] [[ ]] { } " ' = . , # \\ files rules all 1e999 nan -1 true 1979-05-27 \\u0000 ** ! ../ é 🚢""".split(),
    *('"' * 3, "\n", "\r", "\0", "\ufeff", "x" * 300, "match = []\n"),
]


def read(text: str, folder: Path) -> None:
    """Read a configuration, and all that follows from it."""
    path = folder / "authoring.toml"
    path.write_text(text, "utf-8", newline="")
    try:
        found = Configs(given=str(path))
        for config in (found.of(folder / "briefs" / "a.md"), *found.sections_of(folder / "a.md")):
            in_force(config)
        found.excluded(folder / "old" / "b.md")
    except ConfigError as error:
        for line in str(error).splitlines():
            assert len(line) < 400
            assert line.isprintable()
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for each in (error, *error.others):
            assert each.path == str(path)
            assert 0 <= each.line <= len(lines)
            if each.line:
                assert 1 <= each.column <= len(lines[each.line - 1]) + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all, since hypothesis tries many texts in one test."""
    return tmp_path_factory.mktemp("desk")


DAMAGE = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 4), st.sampled_from(PIECES))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DAMAGE, min_size=1, max_size=4))
def test_a_damaged_configuration_is_read_or_told(folder: Path, damage: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for at, cut, piece in damage:
        text = text[:at] + piece + text[at + cut :]
    read(text, folder)


def toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    return str(value)


ODD = ("all", "words", "error", "off", "", " ", "**/*", "/", "~", "~x/y")
WORDS = st.sampled_from([*names(), *names().values(), *KEYS, *ODD])
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=5)
VALUES = st.recursive(
    WORDS | st.integers() | st.floats() | st.booleans() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*KEYS, "files", "mtch"]), VALUES, max_size=3), st.lists(VALUES, max_size=2))
def test_any_value_under_any_key_is_read_or_told(folder: Path, table: dict[str, Any], sections: list[Any]) -> None:
    lines = [f"{toml(key)} = {toml(value)}" for key, value in table.items()]
    if "files" not in table:
        lines += [f"[[files]]\nmatch = {toml(section)}\nrules = {toml(section)}" for section in sections]
    read("\n".join(lines), folder)


@given(st.sampled_from(list(names())), st.dictionaries(WORDS, VALUES, max_size=2))
def test_any_option_of_any_rule_is_taken_or_told(rule: str, options: dict[str, object]) -> None:
    try:
        assert len(list(choices(Config(options={rule: options})))) == len(names())
    except AuthoringError as error:
        assert rule in str(error)


ODD_NAMES = [*"[a] !a #a a*b a\\b é e\u0301 🚢 - -- {a,b} …".split(), "a b", "a\nb", " a", "\x1b[31m"]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_files_with_odd_names_have_their_settings(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / "authoring.toml").write_text('[[files]]\nmatch = ["*/odd/*.md"]\nvoices = ["x"]\n', "utf-8")
    assert Configs().of(tmp_path / name / "odd" / f"{name}.md").voices == ("x",)
    assert Configs().of(tmp_path / name / f"{name}.md").voices == ()


@pytest.mark.parametrize("name", ["a b", "[a]", "!a", "#a", "a*b", "a?", "a\\b", " a"])
def test_a_glob_can_mean_a_file_with_an_odd_name(name: str, tmp_path: Path) -> None:
    escaped = "".join(f"\\{char}" if char in "[]!#*?\\ " else char for char in name)
    (tmp_path / "authoring.toml").write_text(f"[[files]]\nmatch = ['{escaped}.md']\nvoices = ['x']\n", "utf-8")
    assert Configs().of(tmp_path / f"{name}.md").voices == ("x",)
    assert Configs().of(tmp_path / "other.md").voices == ()


def test_a_loop_of_links_does_not_keep_the_search_from_ending(tmp_path: Path) -> None:
    (tmp_path / "authoring.toml").write_text('voices = ["x"]\n', "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "back").symlink_to(tmp_path)
    assert Configs().of(tmp_path / "loop" / "a.md").voices == ("x",)
    assert Configs().of(tmp_path / Path(*["back"] * 20) / "a.md").voices == ("x",)


def test_a_folder_that_may_not_be_searched_has_the_settings_above_it(tmp_path: Path) -> None:
    (tmp_path / "authoring.toml").write_text('voices = ["x"]\n', "utf-8")
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut").chmod(0)
    try:
        assert Configs().of(tmp_path / "shut" / "deep" / "a.md").voices == ("x",)
    finally:
        (tmp_path / "shut").chmod(0o700)


def test_a_folder_that_is_gone_has_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert Configs().of("a.md").path == ""
    os.chdir(tmp_path)


def test_a_configuration_of_a_megabyte_is_read() -> None:
    text = "\n".join(f'exclude{number}.a = "{"x" * 80}"' for number in range(10_000))
    from authoring.config.toml import offsets

    assert len(offsets(text).values) == 10_000


@pytest.mark.parametrize(
    "address",
    ["http://bob:hunter2@127.0.0.1:8081", "https://bob:hunter2@host.example", "ftp://bob:hunter2@host", "hunter2@host"],
)
def test_an_address_with_a_password_is_refused_and_not_repeated(tmp_path: Path, address: str) -> None:
    (tmp_path / "authoring.toml").write_text(f'[grammar]\nserver = "{address}"\n', "utf-8")
    with pytest.raises(ConfigError, match="this is an address with a password, expected") as raised:
        Configs().of(tmp_path / "a.md")
    assert "hunter2" not in str(raised.value)
