"""What LanguageTool has read is not read again, and nothing of it can be read off the disk."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from fake_languagetool import FakeLanguageTool
from grammar_lint import NOTES, RULES, SLIP, Tool, lint, run, write

from authoring.grammar import remembered
from authoring.grammar.model import Match
from authoring.grammar.remembered import FILE, Remembered
from authoring.text.span import Span

pytestmark = pytest.mark.usefixtures("inside")


def test_unchanged_articles_are_not_read_again(tool: FakeLanguageTool) -> None:
    write("a.md")
    first = run("a.md").stdout
    asked = len(tool.asked)
    assert run("a.md").stdout == first
    assert len(tool.asked) == asked > 0


def test_of_a_changed_article_only_what_is_new_is_read(tool: FakeLanguageTool) -> None:
    lint(write("a.md"))
    tool.asked.clear()
    assert lint(write("a.md", SLIP + "\nThey met again.\n")) == RULES
    assert [passage for passage, _ in tool.asked] == ["They met again."]


def test_an_article_held_against_notes_is_known_by_its_paragraphs(tool: FakeLanguageTool) -> None:
    write("notes.md", NOTES)
    assert lint(write("a.md")) == RULES[:1]
    tool.asked.clear()
    assert lint("a.md") == RULES[:1]
    assert tool.asked == []


def test_what_was_found_without_it_does_not_hold_where_it_is_there(there: Tool) -> None:
    there(None)
    assert lint(write("a.md")) == []
    there(FakeLanguageTool())
    assert lint("a.md") == RULES
    there(None)
    assert lint("a.md") == []


def test_another_version_of_it_reads_everything_anew(there: Tool) -> None:
    there(FakeLanguageTool("fake 1"))
    lint(write("a.md"))
    newer = FakeLanguageTool("fake 2")
    there(newer)
    lint("a.md")
    assert newer.asked


def test_how_long_it_waits_for_the_next_run_changes_no_finding(tool: FakeLanguageTool) -> None:
    lint(write("a.md"))
    tool.asked.clear()
    lint("a.md", "--keep-alive", "3")
    assert tool.asked == []


def test_no_cache_keeps_nothing(tool: FakeLanguageTool) -> None:
    lint(write("a.md"), "--no-cache")
    tool.asked.clear()
    lint("a.md", "--no-cache")
    assert tool.asked
    assert not Path("cache", FILE).exists()


def test_nothing_is_kept_of_an_article_that_holds_something_told_in_confidence(tool: FakeLanguageTool) -> None:
    write("notes.md", NOTES.replace("role:", "terms: anonymous, alias: the keeper, reason: her job, role:"))
    write("a.md", "By Noor Haddad\n\nAna Recieve did went there.\n\nThe keeper did went there.\n")
    lint("a.md")
    tool.asked.clear()
    lint("a.md")
    assert len(tool.asked) >= 2
    assert not Path("cache", FILE).exists()


def test_no_word_of_an_article_can_be_read_or_tried_out_in_the_cache(tool: FakeLanguageTool) -> None:
    lint(write("a.md", "By Noor Haddad\n\nThe pier is going to be sold.\n"))
    data = Path("cache", FILE).read_bytes()
    assert b"pier" not in data
    assert stat.S_IMODE(Path("cache", FILE).stat().st_mode) == 0o600 or sys.platform == "win32"
    folder = Path("cache")
    assert Remembered(folder).get(["The pier is going to be sold."], "fake 1\0en-US\0")
    (folder / "passages.key").unlink()
    assert not Remembered(folder).get(["The pier is going to be sold."], "fake 1\0en-US\0")


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 1000, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_cache_is_made_anew(tool: FakeLanguageTool, damage: bytes) -> None:
    lint(write("a.md"))
    Path("cache", FILE).write_bytes(damage)
    for known in Path("cache").glob("*.json"):
        known.unlink()
    assert lint("a.md") == RULES
    for known in Path("cache").glob("*.json"):
        known.unlink()
    tool.asked.clear()
    assert lint("a.md") == RULES
    assert tool.asked == []


def test_a_cache_that_cannot_be_written_is_no_error(tool: FakeLanguageTool) -> None:
    Path("cache").write_text("a file")
    assert lint(write("a.md")) == RULES


def test_the_cache_holds_so_many_passages_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 100)
    kept = Remembered(tmp_path)
    match = Match("X", "GRAMMAR", "grammar", Span(1, 2), "m", ("a", "b"))
    for number in range(30):
        kept.put({f"{number} {each}": (match,) for each in range(10)}, "x")
    texts = [f"{number} {each}" for number in range(30) for each in range(10)]
    known = kept.get(texts, "x")
    assert 50 <= len(known) <= 100
    assert set(known.values()) == {(match,)}


def test_many_processes_write_one_cache(tmp_path: Path) -> None:
    write_one = (
        "import sys; from pathlib import Path; from authoring.grammar.remembered import Remembered\n"
        "kept = Remembered(Path('cache'))\n"
        "for number in range(40): kept.put({f'{sys.argv[1]} {number}': ()}, 'x')\n"
    )
    started = [subprocess.Popen([sys.executable, "-c", write_one, str(number)]) for number in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    assert (
        len(Remembered(Path("cache")).get([f"{one} {number}" for one in range(3) for number in range(40)], "x")) == 120
    )


def test_what_was_told_in_confidence_is_sent_to_no_server(tool: FakeLanguageTool) -> None:
    secret = "\n> The mayor took forty thousand dollars in an old brown envelope.\n— ruiz | off the record | 00:05:10\n"
    write("notes.md", NOTES + secret)
    told = "They said the mayor took forty thousand dollars in an old brown envelope.\n\n"
    write("a.md", f"By Noor Haddad\n\n{told}They did went there.\n")
    assert lint("a.md") == RULES[:1]
    assert any("did went" in passage for passage, _ in tool.asked)
    assert not any("envelope" in passage or "mayor" in passage for passage, _ in tool.asked)


def test_a_run_that_starts_beside_another_keeps_what_that_one_has_put_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Late(sqlite3.Connection):
        """Has looked at the file just before the other run made its table."""

        looked = False

        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if sql == "PRAGMA user_version" and not self.looked:
                self.looked = True
                sql = "SELECT 0"
            return super().execute(sql, *values)  # type: ignore[arg-type]

    Remembered(tmp_path).put({"One.": ()}, "x")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **settings: connect(path, factory=Late, **settings))
    assert Remembered(tmp_path).get(["One."], "x") == {"One.": ()}
