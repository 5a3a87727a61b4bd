"""What a desk does with the linter day by day, as it is typed: fixes, baselines, budgets, watching."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli

SAID = "By Noor Haddad\n\n“It is claimed,” Ruiz claimed.\n"
FIXED = SAID.replace("Ruiz claimed", "Ruiz said")
CUES = ("--select", "loaded-cue")


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: object, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", *map(str, words)], input=text)


def write(name: str, text: str | bytes = SAID) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# Fixes


def test_fix_leaves_alone_what_may_change_the_sense_and_says_so() -> None:
    path = write("a.md")
    result = run(path, "--fix", *CUES)
    assert (result.exit_code, path.read_text()) == (0, SAID)
    assert "1 more could be fixed with --unsafe-fixes" in result.stderr
    assert "[loaded-cue]" in result.stdout


@pytest.mark.parametrize("flags", [("--unsafe-fixes",), ("--fix", "--unsafe-fixes")])
def test_unsafe_fixes_change_the_file_and_tell_what_is_left(flags: tuple[str, ...]) -> None:
    path = write("a.md", b"\xef\xbb\xbf" + (SAID + "\nLeave a comment\n").replace("\n", "\r\n").encode())
    result = run(path, *flags, "--select", "loaded-cue,page-furniture")
    assert result.exit_code == 1
    assert path.read_bytes() == b"\xef\xbb\xbf" + (FIXED + "\nLeave a comment\n").replace("\n", "\r\n").encode()
    assert "page-furniture" in result.stdout and "loaded-cue" not in result.stdout
    assert "1 place fixed in 1 file" in result.stderr


def test_an_altered_quotation_is_never_put_right_by_the_program() -> None:
    notes = (
        "---\nkind: brief\nheadline: Pier\nsources:\n  ruiz: {name: Ana Ruiz, role: captain}\n---\n## A\n"
        "> It might be gone.\n— ruiz | said | 00:01:00\n"
    )
    write("notes.md", notes)
    text = "By Noor Haddad\n\n“It will be gone,” Ana Ruiz, a captain, said.\n"
    path = write("a.md", text)
    assert "expected “might be”" in run(path).stdout
    assert run(path, "--unsafe-fixes").exit_code == 1
    assert path.read_text() == text


def test_diff_shows_the_change_and_makes_none() -> None:
    path = write("in/a.md")
    result = run("in", "--diff", "--unsafe-fixes")
    assert (result.exit_code, path.read_text()) == (1, SAID)
    assert result.stdout.splitlines() == [
        "--- in/a.md",
        "+++ in/a.md",
        "@@ -1,3 +1,3 @@",
        " By Noor Haddad",
        " ",
        "-“It is claimed,” Ruiz claimed.",
        "+“It is claimed,” Ruiz said.",
    ]
    subprocess.run(["patch", "-s", "-p0"], input=result.stdout.encode(), check=True)
    assert path.read_text() == FIXED
    again = run("in", "--diff", "--unsafe-fixes")
    assert (again.exit_code, again.stdout) == (0, "")


def test_standard_input_is_fixed_onto_standard_output() -> None:
    result = run("-", "--unsafe-fixes", "--stdin-filename", "a.md", text=SAID + "\nLeave a comment\n")
    assert (result.exit_code, result.stdout) == (1, FIXED + "\nLeave a comment\n")
    assert "a.md:5:1: error" in result.stderr
    clean = run("-", "--fix", text=FIXED)
    assert (clean.exit_code, clean.stdout) == (0, FIXED)
    shown = run("-", "--diff", "--unsafe-fixes", text=SAID)
    assert shown.exit_code == 1 and "+“It is claimed,” Ruiz said." in shown.stdout


def test_a_read_only_article_is_told_of_and_the_others_are_fixed() -> None:
    one, other = write("a.md"), write("b.md")
    one.chmod(0o444)
    result = run(".", "--unsafe-fixes")
    assert (result.exit_code, one.read_text(), other.read_text()) == (2, SAID, FIXED)
    assert "a.md: this file is read-only and was left as it is" in result.stderr
    assert "1 place fixed in 1 file" in result.stderr


def test_what_a_comment_or_a_baseline_passes_over_is_not_fixed() -> None:
    path = write("a.md", SAID.replace("“It", "<!-- authoring: ignore loaded-cue -->\n“It"))
    assert run(path, "--diff", "--unsafe-fixes").exit_code == 0
    path = write("a.md", SAID)
    run(path, "--baseline", "base.json", "--write-baseline")
    assert run(path, "--diff", "--unsafe-fixes", "--baseline", "base.json").exit_code == 0


def test_notes_are_never_fixed() -> None:
    notes = (
        "---\nkind: brief\nheadline: He claimed\nsources:\n  ruiz: {name: Ana Ruiz}\n---\n- “No,” he claimed\n— ruiz\n"
    )
    path = write("notes.md", notes)
    write("a.md", SAID.replace("By", "---\nnotes: notes.md\n---\nBy"))
    run("notes.md", "a.md", "--unsafe-fixes")
    assert path.read_text() == notes


def test_many_fixes_at_once_leave_a_whole_file() -> None:
    text = SAID + "\n“No,” Cole claimed.\n" * 200
    path = write("a.md", text)
    command = [sys.executable, "-m", "authoring", "lint", "a.md", "--unsafe-fixes", "--format", "concise"]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
    told = [one.communicate(timeout=60)[1] for one in runs]
    assert not [one for one in told if b"Traceback" in one]
    assert path.read_text() == text.replace("Ruiz claimed", "Ruiz said").replace("Cole claimed", "Cole said")
    assert [file.name for file in Path().iterdir()] == ["a.md"]


def test_a_fixed_draft_is_known_to_be_edited() -> None:
    notes = (
        "---\nkind: interview\nheadline: The Pier\nbyline: Noor Haddad\npublished: 2026-03-20\n"
        "interview: {with: ruiz}\nsources:\n  ruiz: {name: Ana Ruiz, role: a captain}\n---\n## Pier\n"
        "She claimed that it is gone, and people recently left.\n> It is gone.\n— ruiz | claimed | 00:01:00\n"
    )
    write("notes.md", notes)
    assert CliRunner().invoke(cli, ["draft", "notes.md"]).exit_code == 0
    article = Path("interview.md")
    before = article.read_text()
    assert run(article, "--unsafe-fixes").exit_code in {0, 1}
    after = article.read_text()
    assert before != after
    line = next(n for n, (a, b) in enumerate(zip(before.splitlines(), after.splitlines(), strict=True), 1) if a != b)
    told = CliRunner().invoke(cli, ["why", f"interview.md:{line}"]).output
    assert "edited since it was drafted" in told
    assert CliRunner().invoke(cli, ["draft", "notes.md"]).exit_code == 2
    assert article.read_text() == after


# Baseline and budgets


def test_with_a_baseline_only_what_is_new_is_told() -> None:
    path = write("a.md", SAID + "\nLeave a comment\n")
    assert run(path).exit_code == 1
    made = run(path, "--baseline", "base.json", "--write-baseline")
    assert (made.exit_code, made.output) == (
        0,
        "base.json: 2 findings accepted; from now on only new ones are told\n",
    )
    assert run(path, "--baseline", "base.json").output == "a.md: nothing found\n"
    write("a.md", SAID + "\nLeave a comment\n\nShare this article\n")
    result = run(path, "--baseline", "base.json")
    assert result.exit_code == 1 and result.stdout.count("page-furniture") == 1


def test_what_is_no_longer_met_is_said_in_one_line() -> None:
    path = write("a.md", SAID + "\nLeave a comment\n")
    run(path, "--baseline", "base.json", "--write-baseline")
    write("a.md", "By Noor Haddad\n\nIt is gone.\n")
    result = run(path, "--baseline", "base.json")
    assert (result.exit_code, result.stdout) == (0, "a.md: nothing found\n")
    assert result.stderr == "base.json: 2 findings accepted there no longer found; add --write-baseline to drop them\n"


def test_a_baseline_of_the_configuration_is_used() -> None:
    write("authoring.toml", 'baseline = "base.json"\n')
    path = write("a.md", SAID)
    assert run(path).exit_code == 2
    assert run(path, "--write-baseline").exit_code == 0
    assert run(path).output == "a.md: nothing found\n"


@pytest.mark.parametrize(("most", "code"), [(0, 1), (1, 0), (9, 0)])
@pytest.mark.parametrize("by_flag", [True, False])
def test_more_warnings_than_are_let_pass_fail_the_run(most: int, code: int, by_flag: bool) -> None:
    path = write("a.md", "It is gone.\n")
    if not by_flag:
        write("authoring.toml", f"max-warnings = {most}\n")
    result = run(path, *(("--max-warnings", most) if by_flag else ()))
    assert result.exit_code == code
    assert ("1 warning, expected 0 at most" in result.stderr) == bool(code)


def test_statistics_stand_after_the_findings() -> None:
    path = write("a.md", SAID + "\n“No,” Cole claimed.\n\nLeave a comment\n")
    lines = run(path, "--statistics", "--select", "loaded-cue,page-furniture").stdout.splitlines()
    assert lines[-2:] == ["  2  loaded-cue      info", "  1  page-furniture  error"]
    told = run(path, "--statistics", "--format", "json")
    json.loads(told.stdout)
    assert "  2  loaded-cue" in told.stderr


# Flags that cannot be meant together, and files that are not what they should be


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--write-baseline",), "add --baseline FILE"),
        (("--write-baseline", "--baseline", "b.json", "--fix"), "run it after --fix"),
        (("--watch", "--diff"), "leave out either"),
        (("--watch", "-"), "leave out either"),
        (("--baseline", "none.json"), "there is no such baseline; write it with --write-baseline"),
        (("--baseline", "a.md"), "this is no baseline"),
        (("--baseline", "a.md", "--write-baseline"), "this is no baseline"),
        (("--baseline", "no/folder/b.json", "--write-baseline"), "cannot be written"),
        (("--baseline", ""), "name of the file is empty"),
        (("--max-warnings", "-1"), "--max-warnings"),
        (("--jobs", "many"), "--jobs"),
        (("none/**/*.md",), "no article is meant by this pattern"),
    ],
)
def test_a_wrong_flag_exits_with_2_and_says_what_to_type(flags: tuple[str, ...], words: str) -> None:
    path = write("a.md")
    result = run(path, *flags)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output
    assert path.read_text() == SAID


def test_a_folder_that_cannot_be_cached_in_is_no_error() -> None:
    write("a.md")
    write("cache", "a file")
    assert run("a.md", "--cache-dir", "cache", *CUES).exit_code == 0
    assert run("a.md", "--cache-dir", "cache/deeper", *CUES).exit_code == 0


def test_the_cache_stands_where_it_is_asked_to_and_nowhere_else() -> None:
    write("in/a.md")
    run("in", "--no-cache", "--cache-dir", "kept")
    assert not Path("kept").exists()
    run("in", "--cache-dir", "kept")
    assert len(list(Path("kept").iterdir())) == 1
    assert [file.name for file in Path("in").iterdir()] == ["a.md"]


# Watching


class Watching:
    """A run of ``--watch`` whose lines can be waited for."""

    def __init__(self, *flags: str) -> None:
        command = [sys.executable, "-u", "-m", "authoring", "lint", *flags, "--watch", "--format", "concise"]
        self.run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: Queue[str] = Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.run.stdout is not None
        for line in self.run.stdout:
            self.lines.put(line)

    def until(self, pattern: str) -> str:
        told = ""
        while True:
            told += self.lines.get(timeout=60)
            if re.search(pattern, told) and "watching for changes" in told.splitlines()[-1]:
                return told

    def stop(self) -> int:
        self.run.send_signal(signal.SIGINT)
        code = self.run.wait(60)
        self.reader.join()
        assert self.run.stdout is not None
        self.run.stdout.close()
        return code


def test_watch_checks_again_whenever_something_changes_and_ends_with_ctrl_c() -> None:
    path = write("in/a.md", FIXED)
    watching = Watching("in")
    try:
        assert "\x1b" not in watching.until("nothing found")
        write("in/a.md", SAID)
        watching.until(r"a\.md:3:23: info: .*loaded-cue")
        write("in/b.md", "Leave a comment\n")
        watching.until("page-furniture")
        write("authoring.toml", 'ignore = ["structure", "loaded-cue", "undated-time"]\n')
        watching.until("nothing found")
        write("authoring.toml", "ignore = 1\n")
        watching.until("authoring.toml:1")
        Path("authoring.toml").unlink()
        watching.until("page-furniture")
        path.unlink()
    finally:
        code = watching.stop()
    assert code == 0


def test_watch_with_fixes_comes_to_rest() -> None:
    path = write("in/a.md", SAID)
    watching = Watching("in", "--unsafe-fixes")
    try:
        watching.until("1 place fixed")
        watching.until("nothing to fix")
    finally:
        watching.stop()
    assert path.read_text() == FIXED
    assert os.listdir("in") == ["a.md"]  # noqa: PTH208


# Names and places that are out of the ordinary


def test_a_file_whose_name_is_no_text_is_reported_in_every_format_and_can_be_accepted() -> None:
    try:
        Path(os.fsdecode(b"caf\xe9 #1.md")).write_text(SAID)
    except OSError:
        pytest.skip("this file system takes names of text only")
    assert "caf%E9%20%231.md" in run(".", "--format", "sarif").stdout
    assert "loaded-cue" in run(".", "--format", "junit").stdout
    assert run(".", "--baseline", "base.json", "--write-baseline").exit_code == 0
    told = run(".", "--baseline", "base.json", "--format", "sarif").stdout
    assert [len(result["suppressions"]) for result in json.loads(told)["runs"][0]["results"]] == [1]


def test_a_count_beyond_all_numbers_is_no_baseline() -> None:
    path = write("a.md")
    write("b.json", '{"version": 1, "findings": [{"path": "x", "rule": "y", "words": "z", "count": 1e999}]}')
    result = run(path, "--baseline", "b.json")
    assert result.exit_code == 2 and "this is no baseline" in result.output


def test_in_a_folder_that_is_gone_there_is_no_cache_and_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.md").absolute()
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = run(path, *CUES)
    assert (result.exit_code, "[loaded-cue]" in result.stdout) == (0, True)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_fixing_that_is_broken_off_leaves_every_article_old_or_new(sign: int) -> None:
    for number in range(40):
        write(f"in/{number}.md", SAID)
    command = [sys.executable, "-m", "authoring", "lint", "in", "--unsafe-fixes"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as fixing:
        while fixing.poll() is None and Path("in/15.md").read_text() == SAID:
            pass
        fixing.send_signal(sign)
    assert {path.read_text() for path in Path("in").glob("*.md")} <= {SAID, FIXED}
    assert Path("in/15.md").read_text() == FIXED
