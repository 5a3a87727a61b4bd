"""A server that is kept is there for the next run, for this user alone, and not for ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from authoring.errors import GrammarError
from authoring.grammar.client import Client
from authoring.grammar.kept import Kept, State, Wanted, note, runtime_folder, stop

pytestmark = pytest.mark.xdist_group("languagetool")
Parts = tuple[Path, str]


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for what is kept that is this test's alone."""
    base = tmp_path / "runtime"
    base.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(base))
    return base / "authoring"


@pytest.fixture
def wanted(parts: Parts) -> Wanted:
    return Wanted(str(parts[0]), parts[1], "", minutes=5)


def state(folder: Path) -> State:
    told: State = json.loads((folder / "kept.json").read_bytes())
    return told


def gone(folder: Path) -> bool:
    until = time.monotonic() + 20
    while (folder / "kept.json").exists() and time.monotonic() < until:
        time.sleep(0.05)
    return not (folder / "kept.json").exists()


def test_the_next_run_finds_it_and_stop_ends_it(wanted: Wanted, runtime: Path, left: Callable[[], list[int]]) -> None:
    words = [sys.executable, "-c", f"from authoring.grammar.kept import *; print(Kept.start({wanted!r}).address)"]
    first, second = (subprocess.run(words, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert first == second
    with Client(first.strip()) as client:
        assert [match.rule for match in next(client.check(["She have a dog."]))] == ["HE_VERB_AGR"]
    assert (runtime / "kept.json").stat().st_mode & 0o777 == 0o600
    assert runtime.stat().st_mode & 0o777 == 0o700
    assert stop()
    assert left() == []
    assert not stop()
    assert not (runtime / "kept.json").exists()


def test_two_editors_at_once_share_one(wanted: Wanted, left: Callable[[], list[int]]) -> None:
    found: list[Kept] = []
    threads = [threading.Thread(target=lambda: found.append(Kept.start(wanted))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({each.address for each in found}) == 1
    for each in found:
        each.stop()
    assert stop()
    assert left() == []


def test_one_that_is_for_something_else_is_replaced(wanted: Wanted, left: Callable[[], list[int]]) -> None:
    first = Kept.start(wanted)
    second = Kept.start(replace(wanted, memory=1000))
    assert first.address != second.address
    with pytest.raises(GrammarError, match="gone"), Client(first.address) as client:
        list(client.check(["One."]))
    assert stop()
    assert left() == []


def test_it_ends_when_nobody_asks_any_more(wanted: Wanted, runtime: Path, left: Callable[[], list[int]]) -> None:
    Kept.start(replace(wanted, minutes=0.02)).stop()
    assert gone(runtime)
    assert left() == []


def test_its_keeper_cannot_be_killed_without_it(wanted: Wanted, left: Callable[[], list[int]]) -> None:
    first = Kept.start(wanted)
    (keeper,) = (
        process
        for process in psutil.process_iter(["cmdline"])
        if "authoring.grammar.keeper" in (process.info["cmdline"] or []) and process.children()
        if any(wanted.classpath in word for child in process.children() for word in child.cmdline())
    )
    keeper.kill()
    assert left() == []
    again = Kept.start(wanted)
    assert again.address != first.address
    assert stop()
    assert left() == []


def test_what_has_the_port_of_one_that_is_gone_is_not_taken_for_it(wanted: Wanted, runtime: Path) -> None:
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    stranger = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    threading.Thread(target=stranger.serve_forever, args=(0.01,), daemon=True).start()
    note(runtime_folder(), State(port=stranger.server_port, word="old", wanted={}))
    kept = Kept.start(wanted)
    assert state(runtime)["port"] != stranger.server_port
    assert str(stranger.server_port) not in kept.address
    stranger.shutdown()
    stranger.server_close()
    assert stop()


def test_nothing_is_made_where_there_is_nothing_to_stop(runtime: Path) -> None:
    assert not stop()
    assert not runtime.exists()


@pytest.mark.parametrize("said", ["", "{", "[]", "{}", '{"port": "x", "word": 1, "wanted": 2}', "\udcff"])
def test_a_note_that_cannot_be_read_is_none(runtime: Path, said: str) -> None:
    (runtime_folder() / "kept.json").write_bytes(said.encode("utf-8", "surrogateescape"))
    assert not stop()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_that_others_may_enter_is_not_used(runtime: Path) -> None:
    runtime.mkdir()
    os.chmod(runtime, 0o755)  # noqa: PTH101
    with pytest.raises(GrammarError, match="open to others"):
        stop()


def test_why_none_could_be_kept_is_told(wanted: Wanted, tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="no-java does not start"):
        Kept.start(replace(wanted, java=str(tmp_path / "no-java")))


def test_the_command_ends_it_and_says_so(wanted: Wanted, left: Callable[[], list[int]]) -> None:
    from click.testing import CliRunner

    from authoring.cli.main import cli

    Kept.start(wanted)
    told = [CliRunner().invoke(cli, ["grammar", "stop"]) for _ in range(2)]
    assert [(each.exit_code, each.output) for each in told] == [
        (0, "LanguageTool is ended\n"),
        (0, "no LanguageTool is kept, nothing to end\n"),
    ]
    assert left() == []
