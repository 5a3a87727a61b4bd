"""Where settings are found, how they go together, and what is said of wrong ones."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from authoring.config import Config, Place
from authoring.config.find import Configs
from authoring.config.layers import Layer
from authoring.errors import ConfigError
from authoring.findings import Severity
from authoring.rules import chosen, load, names
from authoring.rules.choosing import HOUSE, choices


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing above it that could be a configuration."""
    (tmp_path / "desk").mkdir()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def write(text: str, name: str = "authoring.toml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    return path


def config(article: str = "a.md", flags: Layer | None = None) -> Config:
    return Configs(flags).of(article)


def wrong(text: str, name: str = "authoring.toml") -> list[str]:
    """What is said of a configuration, a line each."""
    write(text, name)
    with pytest.raises(ConfigError) as error:
        chosen(config())
    return str(error.value).splitlines()


def running(settings: Config) -> set[str]:
    return {rule.name for rule in chosen(settings)}


def test_without_any_file_everything_is_as_it_is_by_default() -> None:
    found = config()
    on = {choice.rule.name for choice in choices(Config()) if choice.rule.on and choice.rule.family != HOUSE}
    assert running(found) == on
    assert (found.path, found.fail_on, found.places) == ("", Severity.ERROR, {})


def test_every_key_is_read_with_its_place() -> None:
    write(
        'select = ["quotes"]\nignore = [\n  "silent-cleanup",  # see the style book\n]\nhouse = "gazette"\n'
        'fail-on = "warning"\nmax-warnings = 3\nbaseline = "known.json"\nexclude = ["old/"]\nstyles = ["st/one"]\n'
        'vocabularies = ["st/words"]\nvoices = ["heading"]\n[severity]\nloaded-cue = "off"\n[targets]\ninterview = 12\n'
        "[rules.long-sentence]\nwords = 30\n"
    )
    write("", "house/gazette.toml")
    found = config("story/a.md")
    assert found.select == {"quotes"}
    assert found.ignore == {"silent-cleanup"}
    assert (found.house, found.fail_on, found.max_warnings) == ("gazette", Severity.WARNING, 3)
    assert (found.baseline, found.exclude) == ("known.json", ("old/",))
    assert (found.styles, found.vocabularies, found.voices) == (
        (os.path.normpath("st/one"),),
        (os.path.normpath("st/words"),),
        ("heading",),
    )
    assert found.severity == {"loaded-cue": None}
    assert found.targets == {"interview": 12}
    assert found.options == {"long-sentence": {"words": 30}}
    assert found.path == "authoring.toml"
    assert found.place("ignore", "silent-cleanup") == Place("authoring.toml", 3, 3)
    assert found.place("severity", "loaded-cue") == Place("authoring.toml", 14, 1)
    assert found.place("rules", "long-sentence", "words") == Place("authoring.toml", 18, 1)
    assert str(found.place("house")) == "authoring.toml:5:1"


def test_the_nearest_file_is_the_whole_configuration() -> None:
    write('ignore = ["facts"]\n')
    write('ignore = ["quotes"]\n', "metro/authoring.toml")
    assert config("a.md").ignore == {"facts"}
    assert config("metro/courts/a.md").ignore == {"quotes"}


def test_in_one_folder_authoring_toml_wins_over_pyproject_toml() -> None:
    write('[tool.authoring]\nignore = ["facts"]\n', "pyproject.toml")
    assert config().ignore == {"facts"}
    assert config().place("ignore", "facts") == Place("pyproject.toml", 2, 11)
    write('ignore = ["quotes"]\n')
    assert config().ignore == {"quotes"}


def test_a_pyproject_toml_that_does_not_speak_of_us_is_passed_over() -> None:
    write('ignore = ["facts"]\n')
    write("[tool.ruff]\nline-length = 120\n", "site/pyproject.toml")
    write('[project]\nname = "authoring"\n', "other/pyproject.toml")
    write('not TOML at all " [', "broken/pyproject.toml")
    for place in ("site", "other", "broken"):
        assert config(f"{place}/a.md").ignore == {"facts"}


def test_the_search_ends_at_the_top_of_a_repository() -> None:
    write('ignore = ["facts"]\n')
    Path("own").mkdir()
    write("gitdir: elsewhere\n", "own/.git")
    assert config("own/deep/a.md").path == ""
    write("", "own/authoring.toml")
    assert config("own/deep/a.md").path == str(Path("own", "authoring.toml"))


def test_sections_hold_for_the_files_they_match_and_later_ones_win() -> None:
    write(
        'ignore = ["facts"]\n[targets]\nbrief = 10\n'
        '[[files]]\nmatch = ["briefs/**"]\nignore = ["long-sentence"]\ntargets = {brief = 9}\n'
        '[[files]]\nmatch = ["*.txt", "!keep.txt"]\nselect = ["quotes"]\ntargets = {brief = 8, interview = 13}\n'
    )
    assert config("a.md").targets == {"brief": 10}
    brief = config("briefs/2026/a.md")
    assert brief.ignore == {"facts", "long-sentence"}
    assert brief.targets == {"brief": 9}
    assert brief.place("ignore", "facts") == Place("authoring.toml", 1, 11)
    assert brief.place("ignore", "long-sentence") == Place("authoring.toml", 6, 11)
    assert config("briefs/a.txt").targets == {"brief": 8, "interview": 13}
    assert config("briefs/a.txt").select == {"quotes"}
    assert config("keep.txt").select == frozenset()


def test_globs_are_seen_from_the_folder_of_the_configuration(folder: Path) -> None:
    write('[[files]]\nmatch = ["/briefs/*.md"]\nvoices = ["brief"]\n')
    (folder / "briefs" / "briefs").mkdir(parents=True)
    os.chdir("briefs")
    assert config("a.md").voices == ("brief",)
    assert config("briefs/a.md").voices == ()
    assert config(str(folder / "briefs" / "a.md")).voices == ("brief",)


def test_a_folder_has_the_settings_inside_it() -> None:
    write('ignore = ["facts"]\n')
    write('ignore = ["quotes"]\n', "metro/authoring.toml")
    assert config(".").ignore == {"facts"}
    assert config("metro").ignore == {"quotes"}


def test_files_with_the_same_settings_share_them() -> None:
    write('[[files]]\nmatch = ["b*"]\nvoices = ["b"]\n')
    found = Configs()
    assert found.of("a.md") is found.of("deep/er/c.md")
    assert found.of("b.md") is found.of("deep/b.md")
    assert found.of("a.md") is not found.of("b.md")


def test_flags_win_over_every_file() -> None:
    write('select = ["facts"]\nignore = ["quotes"]\n[severity]\nloaded-cue = "off"\n')
    flags = Layer(
        {"select": ("quotes", "loaded-cue"), "severity": {"loaded-cue": Severity.ERROR}},
        {("select",): Place(flag="--select"), ("severity", "loaded-cue"): Place(flag="--severity")},
    )
    found = config(flags=flags)
    quotes = {name for name, family in names().items() if family == "quotes" and load(name).on}
    assert running(found) == quotes | {"loaded-cue"}
    assert {rule.name: rule.severity for rule in chosen(found)}["loaded-cue"] == Severity.ERROR
    assert str(found.place("select", "facts")) == "--select"


def test_a_rule_that_is_ignored_stays_so_when_only_its_family_is_selected() -> None:
    write('ignore = ["loaded-cue"]\n')
    family = Layer({"select": ("attribution",)})
    assert "loaded-cue" not in running(config(flags=family))
    assert "loaded-cue" in running(config(flags=Layer({"select": ("loaded-cue",)})))


def test_the_closer_name_wins_and_of_two_equal_ones_to_leave_out() -> None:
    close = Config(select=frozenset({"weekday-mismatch"}), ignore=frozenset({"facts"}))
    assert running(close) == {"weekday-mismatch"}
    equal = Config(select=frozenset({"facts"}), ignore=frozenset({"facts"}))
    assert running(equal) == set()
    assert running(Config(select=frozenset({"all"}), ignore=frozenset({"all"}))) == set()


def test_a_level_changes_how_much_a_rule_a_family_or_everything_matters() -> None:
    write('[severity]\nall = "info"\nfacts = "warning"\nweekday-mismatch = "error"\nquotes = "off"\n')
    levels = {rule.name: rule.severity for rule in chosen(config())}
    assert levels["weekday-mismatch"] is Severity.ERROR
    assert levels["undated-time"] is Severity.WARNING
    assert levels["loaded-cue"] is Severity.INFO
    assert "altered-quote" not in levels


def test_a_rule_that_is_off_by_default_runs_where_it_is_named_or_given_a_level(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from authoring.rules import choosing, load

    monkeypatch.setattr(choosing, "load", lambda name: replace(load(name), on=name != "loaded-cue"))
    assert "loaded-cue" not in running(Config())
    assert "loaded-cue" not in running(Config(select=frozenset({"attribution"})))
    assert "loaded-cue" in running(Config(select=frozenset({"default", "loaded-cue"})))
    assert "loaded-cue" in running(Config(select=frozenset({"attribution", "all"})))
    assert "loaded-cue" in running(Config(severity={"loaded-cue": Severity.INFO}))
    assert "loaded-cue" not in running(Config(severity={"attribution": Severity.INFO}))
    assert "loaded-cue" not in running(Config(severity={"loaded-cue": Severity.INFO}, select=frozenset({"facts"})))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["quotes"]', "authoring.toml:1:1: there is no key “selct”; did you mean “select”?"),
        (
            'select = "quotes"',
            "authoring.toml:1:10: this is “quotes”, expected a list of words; for example: select = ",
        ),
        ('\nselect = ["quotes", 3]', "authoring.toml:2:21: 3 is no word"),
        ('select = [""]', "authoring.toml:1:11: this word is empty, expected one"),
        ('select = ["loaded-que"]', "authoring.toml:1:11: there is no rule “loaded-que”; did you mean “loaded-cue”?"),
        ('ignore = [\n"quotes",\n  "zzzzz"]', "authoring.toml:3:3: there is no rule “zzzzz”; the rules are listed by"),
        (
            '[severity]\nloaded-cue = "eror"',
            "authoring.toml:2:14: loaded-cue is “eror”, expected error, warning, info, ",
        ),
        (
            'severity.vale.Very = "off"',
            "authoring.toml:1:10: vale is a table, expected error, warning, info, off; for a",
        ),
        ('severity.loaded-que = "error"', "authoring.toml:1:10: there is no rule “loaded-que”; did you mean “loaded-c"),
        ('fail-on = "off"', "authoring.toml:1:11: this is “off”, expected error, warning, info, never"),
        ("max-warnings = true", "authoring.toml:1:16: this is true, expected a whole number, 0 or more"),
        ("max-warnings = -1", "authoring.toml:1:16: this is -1, expected a whole number, 0 or more"),
        ("house = 3", "authoring.toml:1:9: this is 3, expected a text; for example: house = "),
        ('targets = {interview = "easy"}', "authoring.toml:1:24: interview is “easy”, expected years of school, as 12"),
        ("targets = {interview = nan}", "authoring.toml:1:24: interview is nan, expected years of school, as 12"),
        (
            "targets = 12",
            "authoring.toml:1:11: this is 12, expected a table; for example: targets = { interview = 12 }",
        ),
        ("rules = 12", "authoring.toml:1:9: this is 12, expected a table"),
        ("[rules]\nlong-sentence = 30", "authoring.toml:2:17: long-sentence is 30, expected a table of options"),
        ("[rules.long-sentense]\nwords = 30", "authoring.toml:1:8: there is no rule “long-sentense”; did you mean “lo"),
        ("[rules.long-sentence]\nwrds = 30", "authoring.toml:2:1: long-sentence has no option “wrds”; did you mean “w"),
        ('[rules.long-sentence]\nwords = "many"', "authoring.toml:2:1: long-sentence: words is “many”, expected a who"),
        ("[rules.long-sentence]\nwords = -3", "authoring.toml:2:1: long-sentence: words is -3, expected a whole numbe"),
        ("[rules.page-furniture]\nwords = 3", "authoring.toml:2:1: page-furniture has no option “words”, expected non"),
        ('exclude = ["[z-a]"]', "authoring.toml:1:12: “[z-a]” is no glob, expected one as in a .gitignore"),
        (
            'exclude = ["a", "*.{md,txt}"]',
            "authoring.toml:1:17: “*.{md,txt}” is no glob, expected one as in a .gitigno",
        ),
        (
            'exclude = ["../old"]',
            "authoring.toml:1:12: “../old” is no glob, expected one as in a .gitignore; files are",
        ),
        ("[[files]]\nselect = []", "authoring.toml:1:3: this section has no match, expected globs; for example: match"),
        ('[[files]]\nmatch = "a"', "authoring.toml:2:9: this is “a”, expected a list of words; for example: match = "),
        ('[[files]]\nmatch = ["!"]', "authoring.toml:2:10: “!” is no glob"),
        (
            '[files]\nmatch = ["a"]',
            "authoring.toml:1:2: this is a table, expected sections; write [[files]] above each",
        ),
        ("files = [1]", "authoring.toml:1:10: this is 1, expected a section; write [[files]] above each"),
        ('[[files]]\nmatch = ["a"]\nmach = 1', "authoring.toml:3:1: there is no key “mach”; did you mean “match”?"),
        ('[[files]]\nmatch = ["a"]\n\nmax-warnings = 1', "authoring.toml:4:1: max-warnings stands in a section, expec"),
        (
            '[[files]]\nmatch = ["a"]\n[[files]]\nmatch=["b"]\nvoices = 1',
            "authoring.toml:5:10: this is 1, expected a lis",
        ),
        ('[[files]]\nmatch=["*"]\n[files.severity]\nfacts = "no"', "authoring.toml:4:9: facts is “no”, expected error"),
        ('"sel\\u0065ckt" = []', "authoring.toml:1:1: there is no key “seleckt”; did you mean “select”?"),
        ("select = [", "authoring.toml:1:11: this is not TOML (invalid value), expected key = value"),
        ("select", "this is not TOML (expected '=' after a key in a key/value pair)"),
        ("select = []\nselect = []", "authoring.toml:2:12: this is not TOML (cannot overwrite a value)"),
        ('house = "a\nb"', "authoring.toml:1:11: this is not TOML"),
        ("x = " + "[" * 50_000, "authoring.toml: lists stand in lists beyond measure here"),
        ("max-warnings = " + "9" * 5_000, "authoring.toml:1:5016: this is not TOML (expected a shorter number)"),
        (
            "# " + "x" * 1_000_000,
            "authoring.toml: this file has more than a million characters, expected a configuration",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_was_expected(text: str, said: str) -> None:
    lines = wrong(text)
    assert len(lines) == 1
    assert lines[0].startswith(said) or said in lines[0]
    assert len(lines[0]) < 260


def test_everything_wrong_in_a_file_is_told_at_once_in_order_of_place() -> None:
    lines = wrong('selct = []\nhouse = 1\n[[files]]\nhuse = "x"\nmatch = ["a"]\n[severity]\nfacts = "x"\n')
    assert [line.split(": ")[0] for line in lines] == [
        "authoring.toml:1:1",
        "authoring.toml:2:9",
        "authoring.toml:4:1",
        "authoring.toml:7:9",
    ]


@pytest.mark.parametrize(
    "table", ["[tool.authoring]", "[tool]\n[ tool . 'authoring' ]", '["tool".authoring]', "[tool]"]
)
def test_the_table_in_pyproject_toml_is_found_however_it_is_written(table: str) -> None:
    key = "authoring.fail-on" if table == "[tool]" else "fail-on"
    write(f'{table}\n{key} = "info"\n', "pyproject.toml")
    assert config().fail_on is Severity.INFO


def test_in_pyproject_toml_the_places_are_those_of_the_file() -> None:
    lines = wrong('[project]\nname = "x"\n\n[tool.authoring.severity]\nfacts = "x"\n', "pyproject.toml")
    assert lines[0].startswith("pyproject.toml:5:9: facts is “x”")
    lines = wrong("[tool]\nauthoring = 3\n", "pyproject.toml")
    assert lines[0].startswith("pyproject.toml:2:13: authoring is 3, expected a table")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_change_no_place(ends: str) -> None:
    write(f"\ufeff# é 🚢{ends}ignore = [ 'facts' ]{ends}".replace("\n", ends).replace("\r\r", "\r"))
    assert config().place("ignore", "facts") == Place("authoring.toml", 2, 12)


def test_a_folder_by_that_name_is_no_configuration() -> None:
    write('ignore = ["facts"]\n')
    Path("deep", "authoring.toml").mkdir(parents=True)
    assert config("deep/a.md").ignore == {"facts"}
    assert config("deep/authoring.toml/a.md").ignore == {"facts"}


@pytest.mark.parametrize("target", ["authoring.toml", "nowhere.toml"])
def test_a_link_that_leads_nowhere_is_told(target: str) -> None:
    Path("authoring.toml").symlink_to(target)
    with pytest.raises(ConfigError) as error:
        config()
    assert str(error.value).startswith("authoring.toml: th")


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("")
    file.chmod(0)
    if os.access(file, os.R_OK):  # root may read everything

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ConfigError, match="this file may not be read"):
        config()


@pytest.mark.parametrize("data", [b"\xff\xfes\0", b'house = "\xe9"', b"a\0b"])
def test_a_file_that_is_no_text_is_told(data: bytes) -> None:
    Path("authoring.toml").write_bytes(data)
    with pytest.raises(ConfigError, match=r"authoring\.toml:1:\d+: .*expected"):
        config()


def test_a_pipe_by_that_name_is_passed_over() -> None:
    os.mkfifo("authoring.toml")
    assert config().path == ""


@pytest.mark.parametrize("path", ["", "-", "a\0b.md", "x" * 5_000, "/", "..", "a/../../b.md"])
def test_any_path_has_a_configuration(path: str) -> None:
    assert isinstance(Configs().of(path), Config)


def test_one_file_that_is_given_counts_for_all() -> None:
    write('ignore = ["facts"]\n')
    write('voices = ["x"]\n[[files]]\nmatch = ["b.md"]\nvoices = ["b"]\n', "house/any.toml")
    found = Configs(given="house/any.toml")
    assert (found.of("a.md").voices, found.of("a.md").ignore) == (("x",), frozenset())
    assert found.of("house/b.md").voices == ("b",)


def test_a_pyproject_toml_that_is_given_must_speak_of_us() -> None:
    write("[tool.ruff]\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"no \[tool\.authoring\] in this file"):
        Configs(given="pyproject.toml")


def test_isolated_goes_by_no_file() -> None:
    write('ignore = ["facts"]\n')
    assert Configs(isolated=True).of("a.md").ignore == frozenset()


def test_what_is_excluded_is_told_with_its_place() -> None:
    write('voices = ["x"]\nexclude = ["old/", "*.txt", "!read.txt"]\n')
    found = Configs()
    assert str(found.excluded("old/deep/a.md")) == "authoring.toml:2:1"
    assert found.excluded("a.txt") is not None
    assert found.excluded("read.txt") is None
    assert found.excluded("a.md") is None


def test_settings_can_be_handed_to_another_process() -> None:
    write('exclude = ["old/"]\n[[files]]\nmatch = ["b*"]\nvoices = ["b"]\n')
    found = Configs()
    found.of("b.md")
    again = pickle.loads(pickle.dumps(found))
    assert again.of("b.md").voices == ("b",)
    assert str(again.excluded("old/a.md")) == "authoring.toml:1:1"


def test_a_house_style_lies_beneath_what_a_configuration_says() -> None:
    write(
        'ignore = ["facts"]\nfail-on = "warning"\nexclude = ["old/"]\nstyles = ["vale"]\n'
        '[[files]]\nmatch = ["briefs/**"]\ntargets = {brief = 8}\nfail-on = "info"\n',
        "house/gazette.toml",
    )
    write('house = "gazette"\nignore = ["loaded-cue"]\n[targets]\ninterview = 13\n')
    found = config("briefs/a.md")
    assert found.ignore == {"facts", "loaded-cue"}
    assert found.targets == {"brief": 8, "interview": 13}
    assert found.fail_on is Severity.INFO
    assert config("a.md").fail_on is Severity.WARNING
    assert found.styles == (str(Path("house", "vale")),)
    assert str(found.place("ignore", "facts")) == str(Path("house", "gazette.toml:1:11"))
    assert str(found.place("ignore", "loaded-cue")) == "authoring.toml:2:11"
    assert str(Configs().excluded("old/a.md")) == str(Path("house", "gazette.toml:3:1"))
    write('house = "gazette"\nexclude = []\nfail-on = "never"\n')
    assert Configs().excluded("old/a.md") is None
    assert config("briefs/a.md").fail_on is None


def test_a_house_style_is_a_name_or_a_path_and_may_rest_on_another(folder: Path) -> None:
    write('ignore = ["facts"]\n', str(folder.parent / "shared" / "group.toml"))
    write('house = "../shared/group.toml"\n', "gazette.toml")
    write('[tool.authoring]\nhouse = "gazette"\n', "metro/pyproject.toml")
    write('house = "../gazette.toml"\n', "metro/courts/../authoring.toml")
    assert config("metro/a.md").ignore == {"facts"}
    assert Configs(given="gazette.toml").of("x.md").ignore == {"facts"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"authoring.toml": 'house = "gazete"', "house/gazette.toml": ""},
            "authoring.toml:1:1: there is no house style",
        ),
        ({"authoring.toml": 'house = "gazete"', "house/gazette.toml": ""}, "did you mean “gazette”?"),
        (
            {"authoring.toml": 'house = "gazette"'},
            "there are ap, guardian, plain; or write its settings into house/gazette.toml",
        ),
        ({"authoring.toml": 'house = "./x.toml"'}, "there is no house style “./x.toml”, expected a file of settings"),
        ({"authoring.toml": 'house = "."'}, "there is no house style “.”"),
        ({"authoring.toml": 'house = "authoring"'}, "the house style “authoring” rests on itself, expected another"),
        (
            {"authoring.toml": 'house = "a"', "a.toml": 'house = "b"', "b.toml": 'house = "authoring"'},
            "b.toml:1:1: the house style “authoring” rests on itself",
        ),
        ({"authoring.toml": 'house = "a"', "a.toml": "selct = []"}, "a.toml:1:1: there is no key “selct”"),
        ({"authoring.toml": 'house = "a"', "a.toml": 'select = ["fatcs"]'}, "a.toml:1:11: there is no rule “fatcs”"),
    ],
)
def test_what_is_wrong_with_a_house_style_is_told(files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        write(text, name)
    with pytest.raises(ConfigError) as error:
        chosen(config())
    assert said in str(error.value)
