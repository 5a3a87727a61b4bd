"""LanguageTool's server is up when it is needed, answers this machine alone, and is gone when we are."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from authoring.errors import GrammarError
from authoring.grammar.client import Client
from authoring.grammar.server import Server

pytestmark = pytest.mark.xdist_group("languagetool")
Parts = tuple[Path, str]
HOLDING = """
import sys, time
from pathlib import Path
from authoring.grammar.server import Server
server = Server.start(Path(sys.argv[1]), sys.argv[2], "")
print(server.pid, server.address, flush=True)
sys.stdin.read()
"""


def holding(parts: Parts) -> tuple[subprocess.Popen[str], int, str]:
    """Another program that holds a server, the id of the server, and its address."""
    words = [sys.executable, "-c", HOLDING, *map(str, parts)]
    # It waits for its input to end, so that it does not outlive these tests, whatever becomes of them.
    program = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert program.stdout is not None
    pid, address = program.stdout.readline().split()
    return program, int(pid), address


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_no_server_outlives_the_program_that_started_it(
    parts: Parts, left: Callable[[], list[int]], how: signal.Signals
) -> None:
    program, pid, _ = holding(parts)
    assert psutil.pid_exists(pid)
    program.send_signal(how)
    program.communicate(timeout=30)
    assert left() == []


def test_ctrl_c_in_the_terminal_is_not_for_the_server(parts: Parts, left: Callable[[], list[int]]) -> None:
    program, pid, _ = holding(parts)
    assert os.getpgid(pid) != os.getpgid(program.pid)
    program.kill()
    program.communicate(timeout=30)
    assert left() == []


def test_it_listens_to_this_machine_alone(parts: Parts) -> None:
    with Server.start(*parts, "") as server:
        listening = [
            each.laddr for each in psutil.Process(server.pid).net_connections() if each.status == psutil.CONN_LISTEN
        ]
    assert [place.ip.removeprefix("::ffff:") for place in listening] == ["127.0.0.1"]


def test_a_server_killed_in_the_midst_of_a_check_is_missed_at_once(parts: Parts, left: Callable[[], list[int]]) -> None:
    passages = ["She have a dog."] * 5000
    with Server.start(*parts) as server, Client(server.address, threads=2) as client:
        answers = client.check(passages)
        assert next(answers)
        os.kill(server.pid, signal.SIGKILL)
        with pytest.raises(GrammarError, match="is gone"):
            list(answers)
        with pytest.raises(GrammarError, match="is gone"):
            list(client.check(passages))
    assert left() == []


def test_a_taken_port_is_passed_over(parts: Parts, left: Callable[[], list[int]]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with Server.start(*parts, port=port) as server, Client(server.address) as client:
            assert server.address != f"http://127.0.0.1:{port}"
            assert list(client.check(["It is fine."])) == [()]
    assert left() == []


def test_two_runs_at_once_have_a_server_each(parts: Parts, left: Callable[[], list[int]]) -> None:
    servers: list[Server] = []
    threads = [threading.Thread(target=lambda: servers.append(Server.start(*parts))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, second = servers
    first.stop()
    with Client(second.address) as client:
        assert [match.rule for match in next(client.check(["She have a dog."]))] == ["HE_VERB_AGR"]
    second.stop()
    assert left() == []


@pytest.mark.parametrize("jar", ["languagetool-core", "languagetool-server", "language-en", "english-pos-dict"])
@pytest.mark.parametrize("harm", ["cut", "emptied", "removed"])
def test_damaged_files_are_named_as_what_they_are(
    parts: Parts, left: Callable[[], list[int]], tmp_path: Path, jar: str, harm: str
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(Path(parts[1].split(":")[0]).parent, folder)
    (harmed,) = (folder / "libs").glob(f"{jar}-*.jar")
    if harm == "removed":
        harmed.unlink()
    else:
        os.truncate(harmed, harmed.stat().st_size // 2 if harm == "cut" else 0)
    with pytest.raises(GrammarError, match=r"damaged.*authoring grammar install --force"):
        Server.start(parts[0], f"{folder / 'languagetool-server.jar'}:{tmp_path / 'no.jar'}")
    assert left() == []


def test_memory_that_java_does_not_get_is_named(parts: Parts, left: Callable[[], list[int]]) -> None:
    for memory in (8, 10**9):
        with pytest.raises(GrammarError, match=f"did not get the {memory} MB"):
            Server.start(*parts, memory=memory)
    assert left() == []


def test_an_english_that_it_does_not_have_is_said_with_those_that_it_has(parts: Parts) -> None:
    with pytest.raises(GrammarError, match=r"no “en-XX”, expected one of en-US, en-GB"):
        Server.start(*parts, "en-XX")


def java_that(does: str, folder: Path) -> Path:
    java = folder / "java"
    java.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    java.chmod(0o755)
    return java


@pytest.mark.parametrize(
    ("does", "told"),
    [
        (
            "echo 'Error: LinkageError occurred while loading main class Leash'\n"
            "echo 'java.lang.UnsupportedClassVersionError: Leash has been compiled by a more recent version'\nexit 1",
            "too old",
        ),
        ("exit 0", "ended before LanguageTool was up"),
        ("echo 'Server started'; exec sleep 600", "was not up within 2 seconds"),
        ("exec sleep 600", "was not up within 2 seconds"),
    ],
)
def test_a_java_that_will_not_do_is_told_from_one_that_fails(tmp_path: Path, does: str, told: str) -> None:
    with pytest.raises(GrammarError, match=told):
        Server.start(java_that(does, tmp_path), "none.jar", patience=2)


def test_a_java_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="no-java does not start"):
        Server.start(tmp_path / "no-java", "none.jar")


def test_it_needs_no_place_on_a_disk(parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, and one that nobody may write to, look alike from here: nothing is written."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.chdir(scratch)
    with Server.start(*parts) as server, Client(server.address) as client:
        list(client.check(["Their is no secret word here: xyzzyplugh."]))
        written = [
            file.path
            for file in psutil.Process(server.pid).open_files()
            if file.mode != "r"  # type: ignore[attr-defined]
        ]
        told = "\n".join(server._tail)
    assert written == []
    assert list(scratch.iterdir()) == []
    assert "xyzzyplugh" not in told
    assert not (Path("/tmp") / f"hsperfdata_{os.environ.get('USER', 'root')}" / str(server.pid)).exists()


def test_none_of_the_users_secrets_is_handed_on(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_TOKEN", "hunter2")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Dnewsroom.agent=yes")
    with Server.start(*parts, "") as server:
        assert "hunter2" not in str(psutil.Process(server.pid).environ())
        assert "newsroom.agent" not in "\n".join(server._tail)


def test_a_copy_of_the_process_does_not_keep_its_server_alive(parts: Parts, left: Callable[[], list[int]]) -> None:
    program = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLDING.replace("sys.stdin.read()", "import os\nos.fork() or time.sleep(60)\nos.kill(os.getpid(), 9)"),
            *map(str, parts),
        ],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert program.stdout is not None
    assert program.stdout.readline()
    assert program.wait(30) == -signal.SIGKILL
    assert left() == []
    program.stdout.close()


def test_a_machine_that_cannot_be_reached_from_itself_is_told_of_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(socket.socket):
        def connect(self, address: object) -> None:
            raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr("authoring.grammar.server.socket.socket", Cut)
    with pytest.raises(GrammarError, match=r"nothing on this machine can be reached at 127\.0\.0\.1"):
        Server.start(Path("no-java"), "no.jar")
