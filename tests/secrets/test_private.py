"""``--private`` shows to whoever sits at a terminal what is hidden everywhere else, and refuses any other place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from secret_search import squeezed

pty = pytest.importorskip("pty")
NOTES = """---
kind: brief
headline: The Works Close
byline: Joan Pell
published: 2026-03-20
interview: {transcript: talk.txt}
sources:
  ruiz: {name: Ana Ruiz, role: the manager}
  engineer: {name: Quillfeather Ossington, terms: anonymous, alias: an engineer, reason: who feared for the job}
---
## Lede
> The lathes go in May.
— engineer | said
~ the board sold the land to the bank before the vote was held
— ruiz | off the record
"""
ARTICLE = "“The lathes go in May,” Quillfeather Ossington said.\n"
TALK = "Quillfeather Ossington: The lathes go in May.\n\nAna Ruiz: It is so.\n"
COMMANDS = (
    ("lint", "article.md", "--select", "leaked-source"),
    ("verify", "article.md", "--all"),
    ("why", "brief.md:LAST"),
    ("transcript", "talk.txt"),
    ("notes", "show", "notes.md"),
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with notes, an article, a draft that somebody has edited, and a transcript."""
    for name, text in (("notes.md", NOTES), ("article.md", ARTICLE), ("talk.txt", TALK)):
        (tmp_path / name).write_text(text, "utf-8")
    on_pipe(tmp_path, "draft", "notes.md")
    with (tmp_path / "brief.md").open("a", encoding="utf-8") as draft:
        draft.write("\nThen Ossington left.\n")
    return tmp_path


def typed(words: tuple[str, ...], story: Path) -> list[str]:
    """The command as somebody types it."""
    draft = story / "brief.md"
    last = len(draft.read_text("utf-8").splitlines()) if draft.exists() else 0
    return [sys.executable, "-m", "authoring", *(word.replace("LAST", str(last)) for word in words)]


def on_pipe(story: Path, *words: str) -> tuple[int, str]:
    """Exit code and all that is said, where nobody sits."""
    done = subprocess.run(typed(words, story), cwd=story, capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


def on_terminal(story: Path, *words: str) -> str:
    """What is seen on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(typed(words, story), cwd=story, stdin=theirs, stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so where the other end is closed
                break
            if not piece:
                break
            shown += piece
        child.wait()
    os.close(ours)
    return shown.decode()


@pytest.mark.parametrize("words", COMMANDS)
def test_the_owner_sees_what_is_hidden_on_a_terminal_and_nowhere_else(story: Path, words: tuple[str, ...]) -> None:
    assert "ossington" in squeezed(on_terminal(story, *words, "--private"))
    assert "ossington" not in squeezed(on_terminal(story, *words))
    code, told = on_pipe(story, *words, "--private")
    assert code == 2
    assert "expected a terminal" in told
    assert "ossington" not in squeezed(told)
    written = [path for path in story.rglob("*") if path.name not in {"notes.md", "article.md", "talk.txt", "brief.md"}]
    assert not [path for path in written if path.is_file() and "ossington" in squeezed(path.read_text("utf-8"))]


@pytest.mark.parametrize("words", [words for words in COMMANDS if words[0] != "lint"])
def test_private_and_a_format_for_programs_do_not_go_together(story: Path, words: tuple[str, ...]) -> None:
    shown = on_terminal(story, *words, "--private", "--format", "json")
    assert "expected --format text" in shown
    assert "ossington" not in squeezed(shown)
