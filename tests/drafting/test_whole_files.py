"""Whatever ends the program while it writes, the old article or the new one is there, whole."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring.cli.main import cli
from authoring.runner.places import articles_in
from authoring.text import files

ROOT = Path(__file__).parents[2]
NOTES = """\
---
kind: brief
headline: The lock
asof: 2026-03-01
sources:
  quill: {name: Mara Quill, role: the lock keeper}
---

## One
> We close at six.
— quill | said
"""
unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, limits or permissions")
KILLED = """
import os, sys
from pathlib import Path
step, count = sys.argv[2], int(sys.argv[3])
owner, name = {"fsync": (os, "fsync"), "chmod": (Path, "chmod"), "replace": (Path, "replace"),
               "unlink": (Path, "unlink"), "write": (os, "fsync")}[step]
real = getattr(owner, name)
def killed(*arguments, **named):
    global count
    count -= 1
    if count < 0:
        if step == "write":
            os.ftruncate(arguments[0], 10)
        os._exit(9)
    return real(*arguments, **named)
from authoring.cli.main import cli
import authoring.drafting.publish
setattr(owner, name, killed)
cli(["draft", sys.argv[1], "--force"])
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(NOTES)
    return path


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize(
    "moment", ["write 0", "write 1", "fsync 0", "fsync 1", "chmod 0", "chmod 1", "replace 0", "replace 1", "unlink 0"]
)
def test_killed_at_any_moment_the_old_article_or_the_new_is_there_whole(moment: str, edited: bool, notes: Path) -> None:
    article = notes.with_name("brief.md")
    run("draft", notes)
    if edited:
        article.write_text("What a person wrote.\n")
    old = article.read_text()
    notes.write_text(NOTES.replace("The lock", "The weir"))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, notes, *moment.split()],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert killed.returncode == 9, killed.stderr
    new = article.read_text()
    assert new == old or "# The weir" in new
    if edited:
        kept = [path.read_text() for path in notes.parent.glob("brief.md.bak*")]
        assert "What a person wrote.\n" in (new, *kept)
    assert sorted(articles_in([notes.parent])) == [article, notes]  # nothing else that a linter would read
    if not edited and new == old:
        assert run("draft", notes).exit_code == 0
    else:
        assert run("draft", notes, "--force").exit_code == 0
    assert "# The weir" in article.read_text()
    assert run("why", f"{article}:1").exit_code == 0


def test_killed_between_article_and_trace_drafting_again_adds_the_trace(notes: Path) -> None:
    run("draft", notes)
    notes.with_name(".brief.trace.json").unlink()
    assert run("draft", notes).exit_code == 0
    assert notes.with_name(".brief.trace.json").exists()


@unix
def test_a_full_disk_changes_nothing_and_is_told(notes: Path) -> None:
    run("draft", notes)
    before = {path: path.read_bytes() for path in notes.parent.iterdir()}
    notes.write_text(NOTES.replace("The lock", "The weir"))
    before[notes] = notes.read_bytes()
    code = (
        "import resource, sys; from authoring.cli.main import cli; import authoring.drafting.publish\n"
        "room = int(sys.argv.pop()); resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)); cli(sys.argv[1:])"
    )
    room = len(before[notes.with_name("brief.md")]) + 100
    assert room < len(before[notes.with_name(".brief.trace.json")])  # the article fits, its trace does not
    full = subprocess.run(
        [sys.executable, "-c", code, "draft", notes, str(room)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 2
    assert "this file cannot be written (File too large)" in full.stderr
    assert {path: path.read_bytes() for path in notes.parent.iterdir()} == before


def test_a_folder_that_may_not_be_written_is_told(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is made here, since the superuser, as whom CI runs, may write everywhere."""

    def refused(path: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(files, "write_new", refused)
    result = run("draft", notes)
    assert result.exit_code == 2
    assert "cannot be written (Permission denied)" in result.output
    assert list(notes.parent.iterdir()) == [notes]


@unix
@pytest.mark.parametrize("flags", [[], ["--force"]])
def test_a_link_is_neither_written_through_nor_broken(flags: list[str], notes: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    target = tmp_path / "site" / "page.md"
    target.write_text("a page")
    link = tmp_path / "brief.md"
    link.symlink_to(target)
    result = run("draft", notes, *flags)
    assert result.exit_code == 2
    assert "this is a link to another file" in result.output
    assert link.is_symlink()
    assert target.read_text() == "a page"


@unix
@pytest.mark.parametrize("flags", [[], ["--force"]])
def test_devices_pipes_and_folders_are_no_place_for_an_article(flags: list[str], notes: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    for place, message in (
        ("pipe.md", "no ordinary file"),
        ("folder.md", "this is a folder"),
        ("/dev/null", "ordinary"),
    ):
        result = run("draft", notes, "-o", tmp_path / place, *flags)
        assert result.exit_code == 2
        assert message in result.output
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@unix
def test_a_trace_that_is_a_link_is_replaced_and_never_written_through(notes: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}")
    (tmp_path / ".brief.trace.json").symlink_to(other)
    assert run("draft", notes).exit_code == 0
    assert other.read_text() == "{}"


@unix
@pytest.mark.parametrize("length", [246, 249, 252])
def test_a_name_too_long_for_the_trace_leaves_no_article_without_one(length: int, notes: Path) -> None:
    article = notes.with_name("a" * (length - 3) + ".md")
    result = run("draft", notes, "-o", article)
    assert article.exists() == (result.exit_code == 0) == (length == 246)
    assert length == 246 or "File name too long" in result.output


@unix
def test_a_private_article_stays_private_with_its_trace_and_its_copy(notes: Path) -> None:
    run("draft", notes)
    article = notes.with_name("brief.md")
    article.write_text("mine")
    article.chmod(0o600)
    assert run("draft", notes, "--force").exit_code == 0
    for name in ("brief.md", ".brief.trace.json", "brief.md.bak"):
        assert notes.with_name(name).stat().st_mode & 0o777 == 0o600


def test_line_ends_and_a_byte_order_mark_from_another_editor_are_no_edit(notes: Path) -> None:
    run("draft", notes)
    article = notes.with_name("brief.md")
    article.write_bytes(b"\xef\xbb\xbf" + article.read_bytes().replace(b"\n", b"\r\n"))
    assert run("draft", notes).exit_code == 0
    assert run("why", f"{article}:1").exit_code == 0


@unix
@pytest.mark.parametrize("name", ["two words.md", "Ünï #1: 'x' \"y\" [z] – {a}.md", "- dash.md", "@at.md", "null.md"])
def test_any_name_of_the_notes_leads_back_from_the_article(name: str, notes: Path, tmp_path: Path) -> None:
    renamed = notes.rename(tmp_path / name)
    (tmp_path / "out").mkdir()
    article = tmp_path / "out" / "brief.md"
    assert run("draft", renamed, "-o", article).exit_code == 0
    assert "missing-notes" not in run("lint", article, "--fail-on", "never").output
    line = article.read_text().splitlines().index("# The lock") + 1
    assert f"{name}:3:" in run("why", f"{article}:{line}").output


@unix
def test_notes_and_folders_that_are_links_lead_back_from_the_article(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(tmp_path / "elsewhere" / "deep")
    (tmp_path / "linked" / "n.md").symlink_to(notes)
    assert run("draft", tmp_path / "linked" / "n.md").exit_code == 0
    article = tmp_path / "linked" / "brief.md"
    assert 'notes: "../../notes.md"' in article.read_text() or "notes: ../../notes.md" in article.read_text()
    assert "missing-notes" not in run("lint", article, "--fail-on", "never").output
    line = article.read_text().splitlines().index("# The lock") + 1
    assert "headline" in run("why", f"{article}:{line}").output


@unix
@pytest.mark.parametrize("name", ["a:3.md", "a:3:4.md", "a:3"])
def test_a_colon_in_the_name_of_the_article_is_understood(name: str, notes: Path) -> None:
    article = notes.with_name(name)
    assert run("draft", notes, "-o", article).exit_code == 0
    for place in (f"{article}:1", f"{article}:1:1"):
        result = run("why", place)
        assert result.exit_code == 0, result.output
        assert f"{name}:1:1" in result.output


@pytest.mark.parametrize("place", ["brief.md", "brief.md:", "brief.md:" + "9" * 5000, ":1", "brief.md:0", "brief.md:x"])
def test_a_place_that_is_none_is_told(place: str, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(notes.parent)
    run("draft", notes)
    result = run("why", place)
    assert result.exit_code == 2
    assert "expected" in result.output


def test_the_trace_of_a_very_long_story_is_read_again(notes: Path) -> None:
    run("draft", notes)
    trace = notes.with_name(".brief.trace.json")
    trace.write_text(trace.read_text() + " " * 21_000_000)  # as long as that of some 50,000 quotes
    assert run("why", f"{notes.with_name('brief.md')}:1").exit_code == 0
    notes.write_text(NOTES.replace("The lock", "The weir"))
    assert run("draft", notes).exit_code == 0
