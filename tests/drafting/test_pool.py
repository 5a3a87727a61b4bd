"""One process serves many drafts, and what one template does in it is of no matter to the next."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from authoring.drafting.bounded import MEMORY, Worker
from authoring.drafting.draft import draft
from authoring.errors import TemplateError
from authoring.notes import Notes, parse_notes

ROOT = Path(__file__).parents[2]
NOTES = "---\nkind: story\nheadline: The lock\nsources:\n  quill: {name: Mara Quill, role: the lock keeper}\n---\n"
ENDLESS = "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3
NEVER_BACK = "{{ ('a' * 30000) | replace('a', 'b' * 3000) | length }}"
linux = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux shows a process in /proc")
forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="where nothing forks, each draft has its own process")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as process:
        yield process


class Desk:
    """A folder with notes and a template of one's own, to be drafted by one worker."""

    def __init__(self, folder: Path, worker: Worker) -> None:
        self.worker = worker
        self.file = folder / "templates" / "story.md"
        self.file.parent.mkdir()
        self.notes: Notes = parse_notes(NOTES, str(folder / "notes.md"))
        (folder / "notes.md").write_text(NOTES)

    def draft(self, template: str) -> str:
        """The article that a template makes."""
        self.file.write_text(template)
        return draft(self.notes, worker=self.worker).text

    def refused(self, template: str) -> str:
        """The error that a template gives."""
        with pytest.raises(TemplateError) as caught:
            self.draft(template)
        return str(caught.value)


@pytest.fixture
def desk(tmp_path: Path, worker: Worker) -> Desk:
    return Desk(tmp_path, worker)


def children(process: int) -> list[int]:
    """The ids of a process's children."""
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def child_of(process: int) -> int:
    """The child that renders, as soon as there is one."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        found = children(process)
        if found:
            return found[0]
        time.sleep(0.005)
    raise AssertionError("no child was forked")


def gone(process: int) -> bool:
    """Whether a process has ended, zombies included, within five seconds."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@forking
def test_one_process_serves_many_drafts(desk: Desk) -> None:
    first = desk.worker._process.pid
    assert [desk.draft(f"{{{{ notes.headline }}}} {number}") for number in range(5)] == [
        f"The lock {number}\n" for number in range(5)
    ]
    assert desk.worker._process.pid == first


HARM = {
    "an endless loop": (ENDLESS, "more than 2 seconds|ran out of time"),
    "a memory bomb": ("{{ 'a'.ljust(2000000000) }}", "more memory"),
    "recursion": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
    "a mistake": ("{{ notes.headlin }}", "the nearest field is “headline”"),
    "no Jinja": ("{% if %}", "Expected an expression"),
    "too deep for the compiler": ("{{ " + "(" * 100_000 + "1" + ")" * 100_000 + " }}", "too much inside"),
    "numbers that grow": (
        "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "ran for more",
    ),
    "an article without end": ("{{ 'a' * 30000000 }}", "more than 20 MB|ran for more|more memory"),
}


@pytest.mark.parametrize("harm", HARM)
def test_after_a_hostile_template_the_next_draft_is_good(harm: str, desk: Desk) -> None:
    source, message = HARM[harm]
    assert re.search(message, desk.refused(source))
    assert desk.draft("{{ notes.headline }}") == "The lock\n"


def test_what_a_template_sets_is_not_there_for_the_next(desk: Desk) -> None:
    kept = "{% set kept = 'kept' %}{% macro told() %}told{% endmacro %}{{ notes.headline }} {{ kept }} {{ told() }}"
    assert desk.draft(kept) == "The lock kept told\n"
    assert "'kept' is undefined" in desk.refused("{{ kept }}")
    assert "'told' is undefined" in desk.refused("{{ told() }}")


def test_who_was_named_in_one_article_is_named_in_full_in_the_next(desk: Desk) -> None:
    twice = "{% for _ in [1, 2] %}{{ (notes.sources[0] | speaker).name }}, {% endfor %}"
    assert desk.draft(twice) == desk.draft(twice) == "Mara Quill, Quill,\n"


def test_a_template_that_was_edited_is_never_stale(desk: Desk) -> None:
    desk.file.with_name("newsroom.md").write_text("{% macro hello() %}one{% endmacro %}")
    page = "{% import 'newsroom.md' as say %}{{ say.hello() }}"
    assert desk.draft(page) == "one\n"
    desk.file.with_name("newsroom.md").write_text("{% macro hello() %}two{% endmacro %}")
    assert desk.draft(page) == "two\n"


def test_a_template_of_the_house_never_stands_for_one_of_the_program(desk: Desk) -> None:
    built_in = draft(desk.notes, "brief", worker=desk.worker).text
    desk.file.with_name("base.md").write_text("of the house")
    assert draft(desk.notes, "brief", worker=desk.worker).text == "of the house\n"
    desk.file.with_name("base.md").unlink()
    assert draft(desk.notes, "brief", worker=desk.worker).text == built_in


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGXCPU, signal.SIGABRT])
def test_a_child_that_the_system_ends_ends_its_own_draft_alone(number: signal.Signals, desk: Desk) -> None:
    pool = desk.worker._process.pid
    assert desk.draft("fine") == "fine\n"
    Thread(target=lambda: os.kill(child_of(pool), number)).start()
    wanted = "ran for more than 2 seconds" if number == signal.SIGXCPU else "was stopped by the system"
    assert wanted in desk.refused(ENDLESS)
    assert desk.draft("fine again") == "fine again\n"


@linux
@pytest.mark.parametrize("which", ["pool", "both"])
def test_where_the_pool_itself_is_ended_another_is_started(which: str, desk: Desk) -> None:
    pool = desk.worker._process.pid
    assert desk.draft("fine") == "fine\n"

    def end() -> None:
        child = child_of(pool)
        os.kill(pool, signal.SIGKILL)
        if which == "both":
            os.kill(child, signal.SIGKILL)

    Thread(target=end).start()
    assert "was stopped by the system" in desk.refused(ENDLESS)
    assert desk.draft("fine again") == "fine again\n"
    assert desk.worker._process.pid != pool


@forking
def test_a_pool_that_ended_between_two_drafts_is_not_told_of(desk: Desk) -> None:
    desk.worker._process.kill()
    desk.worker._process.wait()
    assert desk.draft("fine") == "fine\n"


@linux
def test_where_the_alarm_is_not_heard_the_parents_clock_ends_child_and_pool(desk: Desk) -> None:
    pool = desk.worker._process.pid
    stopped: list[int] = []

    def stop() -> None:
        stopped.append(child_of(pool))
        os.kill(stopped[0], signal.SIGSTOP)

    Thread(target=stop).start()
    assert "ran for more than 2 seconds" in desk.refused(ENDLESS)
    assert gone(stopped[0])
    assert gone(pool)
    assert desk.draft("fine again") == "fine again\n"


@linux
@pytest.mark.parametrize("wait", [0.0, 0.02, 0.05, 0.1, 0.2, 0.4])
def test_half_an_answer_confuses_nobody(wait: float, desk: Desk) -> None:
    """A child that is killed, perhaps while it writes, leaves nothing that the next draft could read."""
    assert desk.draft("fine") == "fine\n"
    pool = desk.worker._process.pid

    def end() -> None:
        child = child_of(pool)
        time.sleep(wait)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)

    ending = Thread(target=end)
    ending.start()
    try:
        desk.draft("{{ 'a' * 5000000 }}")
    except TemplateError as error:
        assert "was stopped by the system" in str(error)
    ending.join()
    assert desk.draft("fine again") == "fine again\n"


def test_notes_that_cannot_be_sent_leave_nothing_half_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from authoring.drafting import bounded

    def interrupted(_value: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(bounded, "encode", interrupted)
        with pytest.raises(KeyboardInterrupt):
            desk.draft("fine")
    assert desk.draft("fine again") == "fine again\n"


@linux
def test_drafts_leave_no_zombie_and_no_child(desk: Desk) -> None:
    for _ in range(3):
        desk.draft("fine")
    desk.refused("{{ 'a'.ljust(2000000000) }}")
    pool = desk.worker._process.pid
    assert children(pool) == []
    desk.worker.stop()
    assert gone(pool)
    assert pool not in children(os.getpid())


@pytest.fixture
def orphans(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, int]]:
    """A program whose second draft never ends, its pool, and the child."""
    templates = tmp_path / "templates"
    templates.mkdir()
    (tmp_path / "notes.md").write_text(NOTES)
    (templates / "fine.md").write_text("fine")
    (templates / "endless.md").write_text(ENDLESS)
    program = (
        "import sys\nfrom authoring.drafting.bounded import Worker\nfrom authoring.drafting.draft import draft\n"
        "from authoring.notes import read_notes\nnotes = read_notes(sys.argv[1])\nwith Worker() as worker:\n"
        "    draft(notes, 'fine', worker=worker)\n    print('first', flush=True)\n"
        "    draft(notes, 'endless', worker=worker)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "notes.md")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NEWSROOM_API_KEY": "sesame"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"first\n"
        (pool,) = children(parent.pid)
        yield parent, pool, child_of(pool)
        parent.kill()


@linux
def test_the_child_that_renders_has_no_key_no_file_and_no_job_to_read(
    orphans: tuple[subprocess.Popen[bytes], int, int],
) -> None:
    _, pool, child = orphans
    for process in (pool, child):
        names = {pair.split("=")[0] for pair in Path(f"/proc/{process}/environ").read_text().split("\0") if pair}
        assert not names & {"NEWSROOM_API_KEY", "HOME", "USER"}
    until = time.monotonic() + 1.5
    read = Path(f"/proc/{child}/fd/0")
    while str(read.readlink()) != os.devnull and time.monotonic() < until:
        time.sleep(0.01)
    assert str(read.readlink()) == os.devnull
    assert {int(each.name) for each in Path(f"/proc/{child}/fd").iterdir()} <= {0, 1, 2, 3}
    limits = [re.split(r"  +", line) for line in Path(f"/proc/{child}/limits").read_text().splitlines()]
    soft = {line[0]: line[1] for line in limits}
    assert soft["Max address space"] == str(MEMORY)
    assert soft["Max core file size"] == "1"
    assert soft["Max file size"] == soft["Max processes"] == "0"


@linux
@pytest.mark.parametrize("ended", ["program", "pool"])
def test_an_orphan_ends_by_itself(ended: str, orphans: tuple[subprocess.Popen[bytes], int, int]) -> None:
    parent, pool, child = orphans
    os.kill(parent.pid if ended == "program" else pool, signal.SIGKILL)
    assert gone(child)
    assert gone(pool)


def test_what_is_compiled_ahead_is_what_a_draft_would_compile(tmp_path: Path) -> None:
    """All of the program's own templates compile ahead, under either name."""
    from authoring.drafting.environment import NewsroomEnvironment
    from authoring.drafting.filters import FILTERS
    from authoring.drafting.loader import TemplateFiles
    from authoring.drafting.ready import Ready
    from authoring.text.shipped import builtin_templates

    ready = Ready()
    for _ in ready.steps(builtin_templates()):
        pass
    files = TemplateFiles([], builtin_templates())
    environment = NewsroomEnvironment(files, FILTERS)
    names = files.list_templates()
    assert "base.md" in names
    for name in (*names, *(f"builtin/{name}" for name in names)):
        source, path, _ = files.get_source(environment, name)
        assert ready.get_bucket(environment, name, path, source).code is not None
        assert ready.get_bucket(environment, name, path, source + " ").code is None
        assert ready.get_bucket(environment, name, str(tmp_path / name), source).code is None
