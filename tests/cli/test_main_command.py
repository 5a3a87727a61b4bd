"""The first five minutes: a bare command, a misspelt one, a missing file, a pipe, a terminal without colour."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a user starts it."""
    return subprocess.run(
        [sys.executable, "-m", "authoring", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_bare_command_shows_three_commands_to_start_with() -> None:
    shown = run()
    assert shown.returncode == 0
    assert [line.split()[1] for line in shown.stdout.splitlines() if line.startswith("  authoring")] == [
        "init",
        "new",
        "draft",
    ]


@pytest.mark.parametrize(("typed", "near"), [("darft", "draft"), ("lintt", "lint"), ("note", "notes")])
def test_a_misspelt_command_gets_the_nearest_one(typed: str, near: str) -> None:
    shown = run(typed)
    assert shown.returncode == 2
    assert f"did you mean “{near}”?" in shown.stderr


@pytest.mark.parametrize("command", ["draft", "lint", "why", "quotes", "notes check", "notes show"])
def test_a_file_that_is_not_there_is_one_line_and_exit_code_2(command: str, tmp_path: Path) -> None:
    shown = run(*command.split(), "nowhere.md" + (":1" if command == "why" else ""), cwd=tmp_path)
    assert shown.returncode == 2
    assert "there is no such file" in shown.stderr + shown.stdout
    assert "Traceback" not in shown.stderr
    assert len((shown.stderr + shown.stdout).strip().splitlines()) <= 2


def test_help_loads_nothing_that_a_command_needs() -> None:
    code = "import sys; from authoring.cli.main import cli; cli(['--help'], standalone_mode=False); print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(shown.stdout.split())
    assert not loaded & {"jinja2", "yaml", "frontmatter", "textstat", "nltk", "requests", "pyromark", "sentencex"}


def test_linting_loads_no_reference_library_and_opens_no_socket() -> None:
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise AssertionError('a socket was opened')\n"
        "socket.socket = no\n"
        "from authoring.cli.main import cli\n"
        "cli(['lint', 'drafts/town-clock'], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "a socket was opened" not in shown.stderr
    assert not set(shown.stdout.split()) & {"textstat", "nltk", "requests", "language_tool_python", "jinja2"}


def test_colour_is_only_for_terminals_and_never_with_no_color(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Head\n\nLeave a comment\n")
    assert "\x1b[" not in run("lint", "a.md", cwd=tmp_path).stdout
    assert "\x1b[" not in run("lint", "a.md", cwd=tmp_path, NO_COLOR="1").stdout


def test_output_survives_a_terminal_that_knows_only_ascii() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "authoring", "draft", "drafts/bridge-tolls/notes.md", "-o", "-"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert shown.returncode == 0
    assert "“" in shown.stdout.decode("utf-8")


def test_a_fault_of_the_program_is_owned_up_to_in_two_lines(tmp_path: Path) -> None:
    code = (
        "import authoring.cli.main as m, authoring.notes.reader\n"
        "def broken(path): raise RuntimeError('the secret name')\n"
        "import authoring.notes; authoring.notes.read_notes = broken\n"
        "import sys; sys.argv = ['authoring', 'draft', 'notes.md']; m.main()"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert shown.returncode == 2
    assert "a fault of the program" in shown.stderr
    assert "secret" not in shown.stderr
    assert "Traceback" not in shown.stderr


COMMANDS = [
    "--help",
    "lint drafts",
    "draft drafts/bridge-tolls/notes.md -o -",
    "notes show drafts/bridge-tolls/notes.md",
]


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """The command in a shell, with what else the line does."""
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", line.replace("authoring", f"'{sys.executable}' -m authoring")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


bash = pytest.mark.skipif(not Path("/bin/bash").exists(), reason="there is no bash")


@bash
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("reader", ["head -1", "true"])
def test_a_reader_that_has_seen_enough_is_no_error(command: str, reader: str) -> None:
    shown = shell(f"authoring {command} | {reader}")
    assert shown.stderr == ""
    assert len(shown.stdout.splitlines()) <= 1


@bash
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("command", COMMANDS)
def test_output_that_finds_no_room_is_one_line(command: str) -> None:
    shown = shell(f"authoring {command} > /dev/full")
    assert shown.returncode == 2
    assert shown.stderr == "the output cannot be written (No space left on device)\n"


@bash
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_without_an_output_still_does_its_work(command: str) -> None:
    shown = shell(f"authoring {command} >&-")
    assert shown.returncode in (0, 1)
    assert shown.stderr == ""
