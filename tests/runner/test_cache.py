"""What is found is kept for files that have not changed, and for no others."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.errors import ConfigError
from authoring.findings import Severity
from authoring.runner import Checked
from authoring.runner import cache as cache_module
from authoring.runner.cache import Cache
from authoring.runner.run import lint_paths

SAID = "By Noor Haddad\n\n“It is gone,” Ruiz claimed.\n"
NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> It is going.
— ruiz | said | 00:04:10
"""


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def cache() -> Cache:
    return Cache(Path("../cache"))


def kept() -> str:
    return "".join(file.read_text() for file in Path("../cache").glob("*.json"))


def lint(*paths: str, config: Config | None = None, measured: bool = False) -> list[tuple[list[str], bool]]:
    """The rules that are found in each file, and whether that was known from before."""
    results = lint_paths(paths, config, cache=cache(), measured=measured)
    return [([finding.rule for finding in one.findings], one.article and one.document is None) for one in results]


def test_a_second_run_knows_what_the_first_has_found() -> None:
    Path("a.md").write_text(SAID)
    assert lint("a.md") == [(["loaded-cue"], False)]
    assert lint("a.md") == [(["loaded-cue"], True)]


def test_a_result_from_the_cache_is_the_same_to_the_letter() -> None:
    text = f"<!-- authoring: off page-furniture: old -->\n{SAID}\n"
    text += "<!-- authoring: ignore loaded-cue -->\n“It is back,” Ruiz claimed.\n\nLeave a comment\n"
    Path("a.md").write_text(text)
    (first,), (second,) = (list(lint_paths(["a.md"], cache=cache(), measured=True)) for _ in range(2))
    assert second.document is None
    assert len(first.suppressed) == 2
    for name in ("path", "text", "findings", "suppressed", "remark", "measures", "told"):
        assert getattr(first, name) == getattr(second, name), name


@pytest.mark.parametrize("old", [True, False])
def test_a_changed_file_is_checked_anew_also_if_it_is_as_long_and_as_old(old: bool) -> None:
    path = Path("a.md")
    path.write_text(SAID)
    if old:
        os.utime(path, ns=(10**18, 10**18))
    before = path.stat()
    lint("a.md")
    path.write_text(SAID.replace("claimed", "gasped!"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert lint("a.md") == [([], False)]


def test_a_file_that_was_only_touched_is_known() -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    os.utime("a.md", ns=(10**18, 10**18))
    assert lint("a.md") == [(["loaded-cue"], True)]


@pytest.mark.parametrize(
    "other",
    [
        Config(ignore=frozenset({"loaded-cue"})),
        Config(severity={"loaded-cue": Severity.ERROR}),
        Config(options={"long-sentence": {"words": 20}}),
        Config(house="gazette"),
    ],
)
def test_other_settings_have_findings_of_their_own(other: Config) -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    assert lint("a.md", config=other)[0][1] is False
    assert lint("a.md", config=other)[0][1] is True
    assert lint("a.md") == [(["loaded-cue"], True)]


def test_what_does_not_change_a_finding_is_not_asked_about() -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    assert lint("a.md", config=Config(fail_on=None, max_warnings=3, path="x.toml"))[0][1] is True


def test_a_changed_style_is_read_anew(inside: Path) -> None:
    style = inside / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "A.yml").write_text("extends: existence\nmessage: x\ntokens: [pier]\n")
    Path("a.md").write_text(SAID)
    config = Config(styles=(str(style),), select=frozenset({"loaded-cue"}))
    lint("a.md", config=config)
    assert lint("a.md", config=config)[0][1] is True
    (style / "A.yml").write_text("extends: existence\nmessage: x\ntokens: [quays]\n")
    again = Config(styles=(str(style),), select=frozenset({"loaded-cue"}))
    assert lint("a.md", config=again)[0][1] is False


def test_another_version_of_the_program_knows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    monkeypatch.setattr(cache_module, "__version__", "99")
    assert lint("a.md")[0][1] is False


def test_an_unknown_rule_is_an_error_with_a_cache_too() -> None:
    Path("a.md").write_text(SAID)
    for _ in range(2):
        with pytest.raises(ConfigError, match="zork"):
            lint("a.md", config=Config(select=frozenset({"zork"})))


def test_notes_that_appear_beside_an_article_are_found() -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    Path("notes.md").write_text(NOTES)
    assert "altered-quote" in lint("a.md")[0][0]
    Path("notes.md").write_text(NOTES.replace("going", "gone"))
    assert "altered-quote" not in lint("a.md")[0][0]
    Path("notes.md").unlink()
    assert lint("a.md")[0][0] == ["loaded-cue"]


def test_no_word_of_notes_is_kept() -> None:
    Path("notes.md").write_text(NOTES.replace("gone", "going"))
    Path("a.md").write_text(SAID)
    Path("b.md").write_text(f"---\nnotes: nowhere.md\n---\n{SAID}")
    lint("notes.md", "a.md", "b.md")
    assert kept() == ""


CLEAN = "“It is gone,” Ruiz said.\n"
NEEDING = Config(select=frozenset({"altered-quote", "dropped-negation"}))


def story(notes: str = NOTES) -> None:
    Path("notes.md").write_text(notes.replace("going", "gone"))
    Path("a.md").write_text(CLEAN)
    for path in (Path("notes.md"), Path("a.md"), Path()):  # as if it had been written some time ago
        os.utime(path, ns=(10**18, 10**18))


def test_that_nothing_was_found_against_notes_is_kept_until_they_change() -> None:
    story()
    assert [lint("a.md", config=NEEDING) for _ in range(2)] == [[([], False)], [([], True)]]
    Path("notes.md").write_text(NOTES)
    assert lint("a.md", config=NEEDING) == [(["altered-quote"], False)]
    assert lint("a.md", config=NEEDING) == [(["altered-quote"], False)]


@pytest.mark.parametrize("name", ["call.vtt", "call.vtt.corrections.toml", ".a.trace.json", "other-notes.md"])
def test_a_transcript_a_trace_or_other_notes_of_the_story_make_the_article_be_checked_anew(name: str) -> None:
    story(NOTES.replace("sources:", "interview: {with: ruiz, transcript: call.vtt}\nsources:"))
    Path("call.vtt").write_text("WEBVTT\n\n00:04:10.000 --> 00:04:20.000\n<v Ana Ruiz>It is gone.\n")
    os.utime("call.vtt", ns=(10**18, 10**18))
    os.utime(".", ns=(10**18, 10**18))
    assert [lint("a.md", config=NEEDING)[0][1] for _ in range(2)] == [False, True]
    Path(name).write_text("x")
    assert lint("a.md", config=NEEDING)[0][1] is False


@pytest.mark.parametrize(
    "notes",
    [
        NOTES.replace("role:", "alias: a captain, reason: fear, role:"),
        NOTES.replace("role:", "terms: off the record, role:"),
        NOTES + "> It was sold.\n— ruiz | off the record\n",
    ],
)
def test_of_a_story_with_something_told_in_confidence_nothing_is_kept(notes: str) -> None:
    story(notes)
    assert [lint("a.md", config=Config(select=frozenset({"page-furniture"}))) for _ in range(2)] == [[([], False)]] * 2
    assert kept() == ""


def test_an_excluded_or_empty_file_and_one_that_is_gone_are_what_they_are() -> None:
    Path("a.md").write_text(" \n")
    first = list(lint_paths(["a.md"], cache=cache()))
    (second,) = lint_paths(["a.md"], cache=cache())
    assert (first[0].remark, second.remark, second.article) == ("empty, nothing to check",) * 2 + (False,)


def test_measures_are_made_when_they_are_asked_for() -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    assert lint("a.md", measured=True) == [(["loaded-cue"], False)]
    assert lint("a.md", measured=True) == [(["loaded-cue"], True)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: "[]",
        lambda text: '{"stamp": 1}',
        lambda text: "\x00" * 100,
        lambda text: "[" * 100_000,
        lambda text: text.replace('"loaded-cue"', "7").replace("quotes", "[]"),
        lambda text: text.replace("[[", "[{").replace("]]", "}]"),
        lambda text: text.replace("“", "").replace('",[', '",'),
    ],
)
def test_a_damaged_cache_is_made_anew(damage: object) -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    (file,) = Path("../cache").glob("*.json")
    assert callable(damage)
    file.write_text(damage(file.read_text()))
    assert lint("a.md")[0][0] in (["loaded-cue"], [7])
    file.write_text("")
    lint("a.md")
    assert lint("a.md") == [(["loaded-cue"], True)]


@pytest.mark.parametrize("size", [7, 1])
def test_a_record_of_the_wrong_shape_is_not_believed(size: int) -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    (file,) = Path("../cache").glob("*.json")
    data = json.loads(file.read_text())
    data["files"] = {key: record[:size] for key, record in data["files"].items()}
    file.write_text(json.dumps(data))
    assert lint("a.md") == [(["loaded-cue"], False)]


def test_only_the_user_may_read_the_cache() -> None:
    Path("a.md").write_text(SAID)
    lint("a.md")
    (file,) = Path("../cache").glob("*")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    Path("a.md").write_text(SAID)
    Path("../cache").write_text("a file stands where the folder should")
    assert lint("a.md") == [(["loaded-cue"], False)]
    assert [file.name for file in tmp_path.iterdir()] and Path("../cache").is_file()


def test_many_runs_at_once_leave_a_cache_that_can_be_read(tmp_path: Path) -> None:
    for number in range(12):
        Path(f"{number}.md").write_text(SAID)
    command = [sys.executable, "-m", "authoring", "lint", ".", "--cache-dir", "../cache", "--format", "concise"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    told = {run.communicate() for run in runs}
    assert len(told) == 1
    assert [known for _, known in lint(".")] == [True] * 12
    assert not list(Path("../cache").glob("*.tmp"))


def test_a_run_that_knows_everything_imports_neither_parser_nor_rules(tmp_path: Path) -> None:
    Path("a.md").write_text(SAID)
    script = (
        "import sys\n"
        "from authoring.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = ('authoring.prose', 'authoring.rules', 'pyromark', 'sentencex', 'yaml', 'multiprocessing')\n"
        "print(sorted(name for name in sys.modules if name.startswith(heavy)))\n"
    )
    command = [sys.executable, "-c", script, "lint", "a.md", "--cache-dir", "../cache"]
    lines = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines() for _ in range(2)]
    assert lines[0][:-1] == lines[1][:-1]
    assert "authoring.prose.parser" in lines[0][-1]
    assert lines[1][-1] == "[]"


def results() -> Iterator[Checked]:
    return lint_paths(["."], cache=cache())


def test_a_run_that_is_broken_off_keeps_nothing_wrong() -> None:
    for number in range(5):
        Path(f"{number}.md").write_text(SAID)
    reading = results()
    next(reading)
    assert hasattr(reading, "close")
    reading.close()
    assert [len(one.findings) for one in results()] == [1] * 5
