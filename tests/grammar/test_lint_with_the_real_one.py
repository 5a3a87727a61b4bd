"""``authoring lint`` with LanguageTool itself: the same findings, one server, and none left behind."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from grammar_lint import SLIP, write

from authoring.grammar.remembered import FILE

pytestmark = pytest.mark.usefixtures("inside")


def shell(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "authoring", "lint", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **more},
        check=False,
    )


@pytest.mark.usefixtures("languagetool")
def test_the_real_one_finds_what_the_stand_in_finds() -> None:
    write("a.md", SLIP + "\nIt took a hour.\n\n“I recieve it,” said Ana Ruiz.\n")
    first = shell("a.md", "--format", "concise", "--select", "grammar")
    assert first.returncode == 0, first.stderr
    for said in (
        "warning: “recieve” is in no dictionary, expected “receive” [MORFOLOGIK_RULE_EN_US]",
        "“a hour” stands here, expected “an hour” [EN_A_VS_AN]",
        "info: “recieve” is quoted, expected “receive”, or [sic] if it was so [MORFOLOGIK_RULE_EN_US]",
    ):
        assert said in first.stdout
    # The second time no Java is started: there is none to be found.
    again = shell("a.md", "--format", "concise", "--select", "grammar", JAVA_HOME="/nowhere", PATH="/nowhere")
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)


@pytest.mark.usefixtures("languagetool")
def test_many_processes_ask_one_real_server_and_find_the_same() -> None:
    for number in range(20):
        write(f"desk/{number}.md", f"{SLIP}\nPiece number {number} took a hour.\n")
    alone = shell("desk", "--format", "json", "--no-cache", "--jobs", "1", "--select", "grammar")
    together = shell("desk", "--format", "json", "--no-cache", "--jobs", "2", "--select", "grammar")
    assert alone.stderr == together.stderr == ""
    assert alone.stdout == together.stdout
    assert alone.stdout.count('"EN_A_VS_AN"') == 20


@pytest.mark.usefixtures("languagetool")
@pytest.mark.parametrize("name", ["interview.txt", "brief.txt"])
def test_nothing_is_said_of_a_quoted_word_of_the_seeds_above_info(shared: Path, name: str) -> None:
    findings = json.loads(shell(str(shared / "seeds" / name), "--format", "json", "--no-cache").stdout)["files"][0]
    assert all(
        finding["severity"] == "info"
        for finding in findings["findings"]
        if finding["family"] == "grammar" and "is quoted" in finding["message"]
    )


@pytest.mark.usefixtures("languagetool")
def test_nothing_is_said_of_a_name_of_the_notes_in_our_own_stories() -> None:
    from authoring.notes import read_notes
    from authoring.proofreading.names import words_of

    drafts = Path(__file__).parents[2] / "drafts"
    result = shell(str(drafts), "--format", "json", "--no-cache", "--select", "grammar")
    assert result.returncode == 0, result.stderr
    for file in json.loads(result.stdout)["files"]:
        path = Path(file["path"])
        text = path.read_text("utf-8")
        known = set(words_of(read_notes(path.with_name("notes.md"))))
        for finding in file["findings"]:
            words = text[finding["start"] : finding["end"]]
            assert not set(words.split()) & known or finding["rule"] == "EN_DATE_WEEKDAY", (path.name, finding)


def servers(pid: int) -> list[int]:
    """The servers that a process has started, as Linux tells it."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                of = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                found += [int(folder.name)] if of == pid and b"Leash" in (folder / "cmdline").read_bytes() else []
            except OSError:
                continue
    return found


@pytest.mark.usefixtures("languagetool")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells which process has started which")
def test_a_server_that_is_killed_in_the_midst_of_it_takes_no_other_finding_along() -> None:
    names = [f"{number}.md" for number in range(60)]
    for number, name in enumerate(names):
        lines = [f"Piece {number}, line {line}, took a hour and tells of many other things.\n" for line in range(30)]
        write(name, "\n".join([*lines, "“It is gone,” Ruiz claimed.\n"]))
    words = [sys.executable, "-m", "authoring", "lint", *names, "--jobs", "1", "--format", "concise"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as run:
        while run.poll() is None and not answered(Path("cache")):  # then it is in the midst of it
            time.sleep(0.05)
        for pid in servers(run.pid):
            os.kill(pid, signal.SIGKILL)
        out, err = run.communicate()
    assert out.count("[loaded-cue]") == len(names)
    assert run.returncode == 0
    assert err.startswith("grammar and spelling were not checked everywhere: "), err


def answered(folder: Path) -> bool:
    """Whether any answer of a server is in the cache."""
    try:
        with closing(sqlite3.connect(f"file:{folder / FILE}?mode=ro", uri=True)) as kept:
            return bool(kept.execute("SELECT count(*) FROM passages").fetchone()[0])
    except sqlite3.Error:
        return False
