"""What bounds the child process: what it gets, what it leaves behind, and what a template's files may be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.drafting.loader import LONGEST
from authoring.errors import TemplateError
from authoring.notes import Notes, parse_notes

ROOT = Path(__file__).parents[2]
NOTES = "---\nkind: story\nheadline: The lock\nsources:\n  quill: {name: Mara Quill, role: the lock keeper}\n---\n"
ENDLESS = "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3
unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files or signals")
linux = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux shows a process in /proc")


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    path = tmp_path / "notes.md"
    path.write_text(NOTES)
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "templates").mkdir()
    return parse_notes(NOTES, str(path))


@pytest.fixture
def template(tmp_path: Path, notes: Notes) -> Path:
    return tmp_path / "templates" / "story.md"


def refused(notes: Notes, template: str | None = None) -> str:
    """The error of a draft, in the words that a reporter reads."""
    with pytest.raises(TemplateError) as caught:
        draft(notes, template)
    assert "\n" not in str(caught.value)
    return str(caught.value)


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link to a file elsewhere": (lambda path: path.symlink_to(__file__), "a link out of the template folder"),
    "a link to the environment": (lambda path: path.symlink_to("/proc/self/environ"), "a link "),
    "a link to a device without end": (lambda path: path.symlink_to("/dev/zero"), "a link out of the template folder"),
    "a link to the job itself": (lambda path: path.symlink_to("/dev/stdin"), "a link "),
    "a link to itself": (lambda path: path.symlink_to(path.name), "a link that leads nowhere"),
    "a link to the notes": (lambda path: path.symlink_to("../notes.md"), "a link out of the template folder"),
    "a pipe": (os.mkfifo, "no ordinary file"),
    "a folder": (lambda path: path.mkdir(), "a folder, expected a text file"),
    "a gigabyte of nothing": (lambda path: (path.touch(), os.truncate(path, 10**9)), "more than 1 MB"),
    "an image": (lambda path: path.write_bytes(b"\x89PNG\0\0"), "binary data"),
    "Latin-1": (
        lambda path: path.write_bytes("a\ncafé".encode("latin-1")),
        "story.md:2:1: a character here is not UTF-8",
    ),
    "UTF-16": (lambda path: path.write_bytes("café".encode("utf-16")), "UTF-16"),
    "as long as none is": (lambda path: path.write_text("a" * (LONGEST + 1)), "more than 1 MB"),
}


@unix
@pytest.mark.parametrize("kind", FILES)
def test_a_template_must_be_a_short_text_inside_its_folder(kind: str, template: Path, notes: Notes) -> None:
    make, message = FILES[kind]
    make(template)
    assert message in refused(notes)
    assert refused(notes).startswith("story.md")


@unix
def test_a_template_folder_may_itself_be_a_link_and_hold_links_inside_it(tmp_path: Path, notes: Notes) -> None:
    shared = tmp_path / "newsroom" / "templates"
    shared.mkdir(parents=True)
    (tmp_path / "templates").rmdir()
    (tmp_path / "templates").symlink_to(shared)
    (shared / "real.md").write_text("{{ notes.headline }}")
    (shared / "story.md").symlink_to("real.md")
    assert draft(notes).text == "The lock\n"


@unix
@pytest.mark.parametrize("target", [".", "/etc"])
def test_a_template_folder_that_is_a_link_must_lead_to_one(target: str, tmp_path: Path, notes: Notes) -> None:
    (tmp_path / "templates").rmdir()
    (tmp_path / "templates").symlink_to(target)
    assert "this is a link to a folder of another name" in refused(notes, "brief")


@unix
def test_a_link_to_a_folder_elsewhere_opens_nothing_in_it(tmp_path: Path, template: Path, notes: Notes) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("{% sesame %}")
    (template.parent / "parts").symlink_to(tmp_path / "secret")
    template.write_text("{% include 'parts/key.txt' %}")
    assert "a link out of the template folder" in refused(notes)


@pytest.mark.parametrize(
    "name", ["notes.md", "./notes.md", "../notes.md", "transcript.vtt", "..\\\\notes.md", "a\\0b", "", "templates/../x"]
)
def test_a_template_outside_a_template_folder_opens_nothing_that_lies_beside_it(
    name: str, tmp_path: Path, notes: Notes
) -> None:
    (tmp_path / "transcript.vtt").write_text("off the record")
    path = tmp_path / "mine.md"
    path.write_text("\n{% include '" + name + "' %}")
    assert refused(notes, str(path)).startswith("mine.md:2:1: there is no template called")


def test_a_template_in_a_template_folder_opens_what_lies_beside_it(template: Path, notes: Notes) -> None:
    (template.parent / "part.md").write_text("a part")
    template.write_text("{% include 'part.md' %}")
    assert draft(notes, str(template)).text == "a part\n"


def test_the_notes_are_no_template(tmp_path: Path, notes: Notes) -> None:
    assert "this is the notes file, expected a template" in refused(notes, notes.path)


def test_the_kind_in_the_notes_names_no_file(tmp_path: Path, notes: Notes) -> None:
    (tmp_path / "other.md").write_text("what another file says")
    text = NOTES.replace("kind: story", f"kind: {tmp_path / 'other.md'}")
    assert "there is no template called" in refused(parse_notes(text, notes.path))


def test_a_name_in_the_notes_can_be_the_name_of_a_template(template: Path, notes: Notes) -> None:
    (template.parent / "The lock").write_text("chosen by headline")
    template.write_text("{% include notes.headline %}")
    assert draft(notes).text == "chosen by headline\n"


def test_a_template_with_a_byte_order_mark_prints_none(template: Path, notes: Notes) -> None:
    template.write_bytes("\ufeffplain".encode())
    assert draft(notes).text == "plain\n"


@pytest.mark.parametrize("sign", ["\\0", "\\ud800"])
def test_what_no_file_could_hold_is_the_templates_error(sign: str, template: Path, notes: Notes) -> None:
    template.write_text("a\n{{ 'b" + sign + "' }}\n")
    assert refused(notes) == "story.md:2:1: this template makes a character that no file of text may hold"


def test_control_characters_of_a_template_reach_no_terminal(template: Path, notes: Notes) -> None:
    template.write_text("{{ notes['a\\n\\x1b[31m' ~ 'b' * 5000] }}")
    error = refused(notes)
    assert error.isprintable()
    assert len(error) < 200


def test_of_very_many_templates_only_some_are_offered(template: Path, notes: Notes) -> None:
    for number in range(2000):
        (template.parent / f"{number}.md").touch()
    assert len(refused(notes, "nothing-like-it")) < 200


@unix
def test_time_that_is_up_names_the_line_of_the_loop(template: Path, notes: Notes) -> None:
    template.write_text("a\n\n" + ENDLESS)
    assert refused(notes).startswith(("story.md:3:1: this template ran for more than", "story.md: this template ran"))


@unix
def test_memory_without_end_names_the_line(template: Path, notes: Notes) -> None:
    template.write_text("a\n\n{{ 'a'.ljust(2000000000) }}")
    assert refused(notes).startswith("story.md:3:1: this template took more memory")


@pytest.fixture
def looping(template: Path, notes: Notes) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A draft whose template never ends, in a process of its own, and the id of its child."""
    template.write_text(ENDLESS)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NEWSROOM_API_KEY": "sesame"}
    command = [sys.executable, "-m", "authoring", "draft", notes.path]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    until = time.monotonic() + 20
    while not (found := children.read_text().split()) and time.monotonic() < until:
        time.sleep(0.01)
    child = int(found[0])
    while "worker" not in Path(f"/proc/{child}/cmdline").read_text():
        time.sleep(0.01)
    yield parent, child
    if parent.poll() is None:
        parent.kill()
    parent.communicate()


def gone(process: int) -> bool:
    """Whether a process has ended, within five seconds."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":  # waiting for the init process of a container that may not collect it
            return True
        time.sleep(0.05)
    return False


@linux
def test_the_child_gets_no_keys_and_no_files_of_its_parent(looping: tuple[subprocess.Popen[bytes], int]) -> None:
    child = looping[1]
    names = {pair.split("=")[0] for pair in Path(f"/proc/{child}/environ").read_text().split("\0") if pair}
    assert "PYTHONPATH" in names
    assert not names & {"NEWSROOM_API_KEY", "HOME", "USER"}
    assert {int(each.name) for each in Path(f"/proc/{child}/fd").iterdir()} <= {0, 1, 2, 3}


@linux
def test_a_child_whose_parent_was_killed_ends_by_itself(looping: tuple[subprocess.Popen[bytes], int]) -> None:
    parent, child = looping
    parent.kill()
    parent.wait()
    assert gone(child)


@linux
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_being_stopped_leaves_no_traceback_no_child_and_no_file(
    number: int, code: int, looping: tuple[subprocess.Popen[bytes], int], tmp_path: Path
) -> None:
    parent, child = looping
    time.sleep(0.3)
    parent.send_signal(number)
    printed, error = parent.communicate(timeout=20)
    assert parent.returncode == code
    assert b"Traceback" not in printed + error
    assert gone(child)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["authoring.toml", "notes.md", "templates"]


def test_a_child_that_the_system_ended_is_told_as_that(template: Path, notes: Notes) -> None:
    template.write_text(ENDLESS)
    with Worker() as worker:
        ending = Timer(1, worker._process.kill)
        ending.start()
        with pytest.raises(TemplateError, match="was stopped by the system"):
            draft(notes, worker=worker)
        ending.join()


@unix
def test_a_child_that_cannot_start_is_not_blamed_on_the_template(
    template: Path, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    template.write_text("fine")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert "the process that runs templates failed (exit code 1)" in refused(notes)
