"""``authoring init`` and ``authoring new`` as a reporter meets them: typed, asked, stopped, and all sorts of wrong."""

from __future__ import annotations

import os
import select
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from authoring import read_notes

pty = pytest.importorskip("pty", reason="there are no such terminals here")
ROOT = Path(__file__).parents[2]
NEW = ("new", "interview", "The Pier Is Gone")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "GIT_CONFIG_GLOBAL": os.devnull, **more}


def run(*words: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "authoring", *words],
        cwd=cwd,
        env=environment(**more),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        check=False,
    )


def on_a_terminal(*words: str, cwd: Path, answers: tuple[str, ...] = (), **more: str) -> tuple[str, int]:
    """What a terminal shows, and the exit code; each answer is typed when something is asked."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(cwd)
        os.execvpe(sys.executable, [sys.executable, "-m", "authoring", *words], environment(**more))
    shown = b""
    left = list(answers)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                piece = os.read(terminal, 4096)
            except OSError:  # how Linux tells that nobody writes there any more
                break
            if not piece:
                break
            shown += piece
        elif shown.endswith(b": ") and left:
            os.write(terminal, left.pop(0).encode())
            shown += b"\0"  # asked and answered
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    return shown.decode("utf-8").replace("\0", "").replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    assert run("init", "gazette", cwd=tmp_path).returncode == 0
    return folder


def test_init_says_what_it_made_and_what_to_type_next(tmp_path: Path) -> None:
    shown = run("init", "gazette", "--house", "ap", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    lines = shown.stdout.splitlines()
    assert lines[0] == "gazette: is a newsroom project, its house style rests on ap"
    assert lines[-2:] == ["next: cd gazette", 'then: authoring new interview "A working title"']
    told = {line.split()[1].rstrip("/") for line in lines if line.startswith("  made  ")}
    assert told == {name.removesuffix("/.gitkeep") for name in files(tmp_path / "gazette")}
    assert run("config", "check", "gazette", cwd=tmp_path).stdout == "gazette/authoring.toml: no problems\n"


def test_init_in_the_folder_one_is_in_needs_no_cd(tmp_path: Path) -> None:
    shown = run("init", cwd=tmp_path).stdout
    assert shown.startswith("this folder: is a newsroom project")
    assert shown.endswith('\nnext: authoring new interview "A working title"\n')
    again = run("init", cwd=tmp_path).stdout
    assert again.startswith("this folder: everything is there, nothing was made\n")


def test_init_leaves_what_is_there_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    shown = run("init", cwd=tmp_path).stdout
    assert [line.split() for line in shown.splitlines() if "left" in line] == [["left", "README.md", "as", "it", "was"]]


def test_a_dry_run_of_init_makes_nothing(tmp_path: Path) -> None:
    shown = run("init", "gazette", "--dry-run", cwd=tmp_path)
    assert shown.stdout.count("would make") >= 9
    assert files(tmp_path) == set()


def test_a_house_style_that_there_is_not_is_told(tmp_path: Path) -> None:
    shown = run("init", "--house", "cnn", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (2, "there is no house style “cnn”; there are: ap, guardian, plain\n")
    assert files(tmp_path) == set()


def test_names_are_never_cut_short_on_a_narrow_terminal(tmp_path: Path) -> None:
    shown = run("init", cwd=tmp_path, COLUMNS="30").stdout
    assert ".github/workflows/articles.yml" in shown


def test_init_asks_for_the_house_style_on_a_terminal(tmp_path: Path) -> None:
    shown, code = on_a_terminal("init", cwd=tmp_path, answers=("gardian\n", "guardian\n"))
    assert code == 0, shown
    assert "did you mean guardian?" in shown
    assert "rests on guardian" in shown
    shown, code = on_a_terminal("init", "other", cwd=tmp_path, answers=("\n",))
    assert "rests on plain" in shown
    assert "House style" not in on_a_terminal("init", cwd=tmp_path)[0], "settings that are there already need no answer"


@pytest.mark.parametrize("key", ["\x03", "\x04"])
@pytest.mark.parametrize("words", [("init",), NEW])
def test_whoever_stops_while_being_asked_has_changed_nothing(tmp_path: Path, key: str, words: tuple[str, ...]) -> None:
    shown, code = on_a_terminal(*words, cwd=tmp_path, answers=(key,))
    assert code == 128 + signal.SIGINT
    assert "stopped" in shown and "Traceback" not in shown
    assert files(tmp_path) == set()


def test_new_asks_only_for_what_is_missing(desk: Path) -> None:
    answers = ("The “Best” Umbrella\n", "\n", "Ida Kessler\n", "a librarian\n")
    shown, code = on_a_terminal("new", "interview", cwd=desk, answers=answers)
    assert code == 0, shown
    assert [line.partition(":")[0] for line in shown.splitlines() if ": " in line][1:5] == [
        "Headline, or a working title",
        "Byline, your name",
        "Name of whom you interview",
        "Who is Ida Kessler, as it will read after the name (a librarian in Tarn Hill)",
    ]
    notes = read_notes(desk / "drafts" / "the-best-umbrella" / "notes.md")
    assert notes.front.text("byline") is None
    assert {id_: str(source.fields.text("role")) for id_, source in notes.sources.items()} == {"kessler": "a librarian"}
    given = ("--set", "byline=Joan Pell", "--set", "sources.ruiz.name=Ana Ruiz", "--set", "sources.ruiz.role=a pilot")
    assert "Enter" not in on_a_terminal(*NEW, *given, cwd=desk)[0]
    assert "Enter" not in on_a_terminal("new", "interview", "Another", "--no-input", cwd=desk)[0]


def test_the_name_that_git_knows_is_offered_and_not_taken_unasked(desk: Path, tmp_path: Path) -> None:
    known = tmp_path / "gitconfig"
    known.write_text("[user]\n\tname = Joan Pell\n")
    shown, _ = on_a_terminal("new", "brief", "One", cwd=desk, answers=("\n",), GIT_CONFIG_GLOBAL=str(known))
    assert "Byline, your name [Joan Pell]: " in shown
    assert str(read_notes(desk / "drafts" / "one" / "notes.md").front.text("byline")) == "Joan Pell"
    run("new", "brief", "Two", cwd=desk, GIT_CONFIG_GLOBAL=str(known))
    assert read_notes(desk / "drafts" / "two" / "notes.md").front.text("byline") is None
    known.write_text("[user]\n\tname = jpell99\n")
    shown, _ = on_a_terminal("new", "brief", "Three", cwd=desk, answers=("\n",), GIT_CONFIG_GLOBAL=str(known))
    assert "Byline, your name: " in shown


def test_new_says_what_to_type_next_and_typing_it_works(desk: Path) -> None:
    shown = run(*NEW, cwd=desk)
    assert shown.stdout == (
        "drafts/the-pier-is-gone/notes.md: made, open it and fill it in\n"
        "next: authoring draft drafts/the-pier-is-gone\n"
    )
    then = shlex.split(shown.stdout.rpartition("next: authoring ")[2])
    drafted = run(*then, cwd=desk)
    assert drafted.returncode == 0, drafted.stderr
    notes = "drafts/the-pier-is-gone/notes.md"
    assert drafted.stdout.endswith(
        f"write what you have under the beats of {notes}, where nothing stands yet, and draft it again\n"
    )
    with (desk / notes).open("a", encoding="utf-8") as file:
        file.write("\nThe pier went down at noon.\n")
    assert run(*then, cwd=desk).stdout.endswith("next: authoring lint drafts/the-pier-is-gone/interview.md\n")


def test_from_anywhere_in_the_project_a_story_goes_into_its_drafts(desk: Path) -> None:
    assert "../drafts/the-pier-is-gone/notes.md" in run(*NEW, cwd=desk / "templates").stdout
    assert (desk / "drafts" / "the-pier-is-gone" / "notes.md").exists()
    run("new", "brief", "X", "--in", "desk/of mine", cwd=desk)
    assert (desk / "desk" / "of mine" / "x" / "notes.md").exists()


def test_without_a_project_a_story_can_be_begun_too(tmp_path: Path) -> None:
    assert run(*NEW, cwd=tmp_path).returncode == 0
    assert files(tmp_path) == {"drafts/the-pier-is-gone/notes.md"}


def test_a_story_that_is_there_is_told_with_what_to_do(desk: Path) -> None:
    run(*NEW, cwd=desk)
    shown = run(*NEW, cwd=desk)
    assert shown.returncode == 2
    assert shown.stderr == (
        "drafts/the-pier-is-gone/notes.md: this story is there already, and was left as it is; "
        "go on with it, or begin another one with another headline or --set slug=NAME\n"
    )
    asked, code = on_a_terminal(*NEW, cwd=desk)
    assert (code, "Enter" in asked) == (2, False), "nobody is asked for what is then thrown away"
    assert run(*NEW, "--set", "slug=pier-2", cwd=desk).returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ("new", "intervew", "X"),
        ("new", "interview", "X", "--set", "headlin=Y"),
        ("new", "interview", "X", "--set", "headline"),
        ("new", "interview", "X", "--from", "nowhere"),
        ("new", "interview", "X", "--transcript", "nowhere.vtt"),
        ("new", "interview", "X", "--transcript", "authoring.toml"),
        ("new", "interview", "X", "--in", "authoring.toml"),
        ("new", "interview", "X", "--set", "sources.ruiz.terms=secret"),
        ("init", "authoring.toml"),
    ],
)
def test_every_mistake_is_one_line_with_what_to_do(desk: Path, words: tuple[str, ...]) -> None:
    before = files(desk)
    shown = run(*words, cwd=desk)
    if words[-2:] == ("--transcript", "authoring.toml"):  # plain text, in which nobody speaks
        assert shown.returncode == 0
        return
    assert shown.returncode == 2
    assert len(shown.stderr.splitlines()) == 1
    assert "Traceback" not in shown.stderr
    assert files(desk) == before


def test_without_a_kind_the_kinds_are_told(desk: Path) -> None:
    shown = run("new", cwd=desk)
    assert shown.returncode == 2
    assert "expected one of interview, qa, brief, news, profile, roundup, correction; for example" in shown.stderr


@pytest.mark.parametrize("words", [("init",), NEW])
def test_in_a_folder_that_is_gone_nothing_can_be_begun(tmp_path: Path, words: tuple[str, ...]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = (
        f"import os, sys\nos.rmdir({str(gone)!r})\nfrom authoring.cli.main import main\n"
        f"sys.argv = ['authoring', *{words!r}]\nmain()"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=gone, env=environment(), capture_output=True, text=True, check=False
    )
    assert shown.returncode == 2
    assert "go to another one with cd" in shown.stderr
    assert len(shown.stderr.splitlines()) == 1


HEADLINES = [
    *(
        "",
        "x" * 300,
        "?!…",
        "😀",
        "../../x",
        "“Q” 'a' \"b\" `c`",
        "two\nlines",
        "שלום",
        "CON",
        "templates",
        "-rf",
        "$(id)",
    ),
    *("a: b # c", "@desk", "NO", "1:10", "{x}", "<!-- x -->", "---", "\u202eevil", "{{ 1/0 }}", "%s", "C:\\x"),
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_hostile_headline_stays_in_the_drafts_and_can_be_drafted(desk: Path, headline: str) -> None:
    before = files(desk)
    shown = run("new", "interview", "--", headline, cwd=desk)
    assert shown.returncode == 0, shown.stderr
    (made,) = files(desk) - before
    drafts, _, name = made.split("/")
    assert (drafts, name) == ("drafts", "notes.md")
    assert run("notes", "check", made, cwd=desk).returncode == 0
    drafted = run("draft", made, cwd=desk)
    if headline.strip():
        assert drafted.returncode == 0, drafted.stderr
        text = (desk / made).with_name("interview.md").read_text("utf-8")
        assert sum(line.startswith("# ") for line in text.splitlines()) == 1
    else:
        assert (
            drafted.stderr.splitlines()[-1]
            .partition(": ")[2]
            .startswith(f"headline is not known yet; fill it in at {made}:3:10")
        )


def test_the_editor_of_the_reporter_opens_the_notes(desk: Path, tmp_path: Path) -> None:
    editor = tmp_path / "my editor.py"
    editor.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[-1])\np.write_text(p.read_text() + sys.argv[1])\n"
    )
    chosen = f"{shlex.quote(sys.executable)} {shlex.quote(str(editor))} '## It said'"
    shown = run(*NEW, "--edit", cwd=desk, VISUAL=chosen, EDITOR="never")
    assert shown.returncode == 0, shown.stderr
    assert (desk / "drafts" / "the-pier-is-gone" / "notes.md").read_text("utf-8").endswith("## It said")


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        ("no-such-editor -w", "the editor “no-such-editor” cannot be started (No such file or directory); set EDITOR"),
        ("false", "the editor “false” ended with code 1; the file is there"),
        ("'unclosed", "EDITOR has a quotation mark that is not closed; set it right"),
    ],
)
def test_without_an_editor_the_notes_are_there_all_the_same(desk: Path, editor: str, message: str) -> None:
    shown = run(*NEW, "--edit", cwd=desk, VISUAL="", EDITOR=editor)
    assert shown.returncode == 2
    assert message in shown.stderr
    assert (desk / "drafts" / "the-pier-is-gone" / "notes.md").exists()


def test_a_transcript_and_an_older_story_are_told_of(desk: Path) -> None:
    talk = ROOT / "drafts" / "town-clock" / "sources" / "clock-room.vtt"
    shown = run(*NEW, "--transcript", str(talk), "--set", "byline=Ines Calloway", cwd=desk).stdout
    assert "exchanges of the transcript at its end, in comments until wanted" in shown
    old = desk / "drafts" / "old" / "notes.md"
    old.parent.mkdir()
    old.write_text(
        "---\nkind: brief\nsources:\n  m:\n    name: Max Mole\n    alias: an aide\n    terms: anonymous\n---\n"
    )
    shown = run("new", "brief", "Newer", "--from", "old", cwd=desk).stdout
    assert "1 source of the older story not taken" in shown
    assert "Mole" not in shown + (desk / "drafts" / "newer" / "notes.md").read_text("utf-8")


def test_help_is_quick_to_read_and_names_every_kind(desk: Path) -> None:
    from authoring.drafting.draft import BUILT_IN

    told = " ".join(run("new", "--help", cwd=desk).stdout.split())
    assert all(kind in told for kind in BUILT_IN)


_KILLED = """
import os, signal
import authoring.scaffolding.files as files
from authoring.cli.main import cli
real, count = files.write_new, []
def write_new(path, data, *more):
    count.append(path)
    last = len(count) > {step}
    real(path, data[:9] if last and {half} else data, *more)
    if last:
        os.kill(os.getpid(), signal.SIGKILL)
files.write_new = write_new
cli(["init", {folder!r}], standalone_mode=False)
"""
"""A run that is killed once so many files were made, while the next is half on the disk or just before its name."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing can be killed so here")
def test_killed_at_any_moment_init_leaves_whole_files_only(tmp_path: Path) -> None:
    whole = tmp_path / "whole" / "paper"
    run("init", str(whole), cwd=tmp_path)
    expected = {name: (whole / name).read_bytes() for name in files(whole)}
    for step in range(12):
        folder = tmp_path / f"killed-{step}" / "paper"
        code = _KILLED.format(step=step // 2, half=step % 2, folder=str(folder))
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, check=False
        )
        assert done.returncode == -signal.SIGKILL
        for name in files(folder):
            if not name.endswith(".tmp"):
                assert (folder / name).read_bytes() == expected[name]
        run("init", str(folder), cwd=tmp_path)
        assert {name: (folder / name).read_bytes() for name in files(folder) if not name.endswith(".tmp")} == expected


@pytest.mark.parametrize("given", ["--transcript=talk.txt", "--set=sources.zz.name=Gregor Zzmole"])
def test_what_the_contacts_promise_somebody_holds_in_a_new_story_that_names_them(desk: Path, given: str) -> None:
    """The recorder, or the reporter, gives the name; the draft has what was agreed to print instead."""
    contacts = desk / "contacts.md"
    promised = "  mole:\n    name: Gregor Zzmole\n    terms: anonymous\n    alias: a clerk at the quay\n---\n"
    contacts.write_text(contacts.read_text("utf-8").removesuffix("---\n") + promised, "utf-8")
    (desk / "talk.txt").write_text("Joan Pell: Who knew?\n\nGregor Zzmole: Everybody knew by noon.\n", "utf-8")
    shown = run("new", "interview", "Who knew", "--set=byline=Joan Pell", given, "--no-input", cwd=desk)
    assert shown.returncode == 0, shown.stderr
    notes = desk / "drafts" / "who-knew" / "notes.md"
    id_ = "zz" if "--set" in given else "zzmole"
    source = read_notes(notes).sources[id_]
    assert source.protected
    assert str(source.alias) == "a clerk at the quay"
    notes.write_text(notes.read_text("utf-8") + f"\n> Everybody knew.\n— {id_}\n", "utf-8")
    made = run("draft", "drafts/who-knew", "-o", "-", cwd=desk)
    assert "a clerk at the quay said" in made.stdout
    assert "Zzmole" not in made.stdout + made.stderr + shown.stdout + shown.stderr
