"""Installing LanguageTool when something goes wrong: nothing half-made is ever taken for an installation."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from installing import AUTHORING, distribution, maven_that, path_without_maven, run, started, zipped

from authoring.grammar.installed import check_whole, find_installed
from authoring.grammar.listed import listed

pytestmark = pytest.mark.xdist_group("languagetool")


@pytest.fixture
def source(languagetool_folder: Path) -> Path:
    """Where LanguageTool is installed already, to take it from."""
    return languagetool_folder / "LanguageTool-6.8"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place to install to."""
    monkeypatch.setenv("AUTHORING_GRAMMAR_DIR", str(tmp_path / "home"))
    return tmp_path / "home"


def nothing_in(home: Path) -> bool:
    """Whether nothing but the file of the lock is there."""
    return find_installed() is None and {path.name for path in home.iterdir()} <= {".lock"}


def waited(happened: Callable[[], bool]) -> bool:
    """Whether something happens within a minute."""
    for _ in range(600):
        if happened():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[int]:
    """A server on a free port of this machine."""
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_an_unreachable_network_is_said_and_leaves_nothing(languagetool: Path, home: Path, tmp_path: Path) -> None:
    """Maven itself, with an empty cache, behind a proxy that is not there."""
    maven = f"-Dmaven.repo.local={tmp_path / 'cache'} -Duser.home={tmp_path}"
    done = run("grammar", "install", MAVEN_OPTS=maven, HTTPS_PROXY="http://127.0.0.1:9", HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Maven reaches no repository, nothing was installed; check the network, set HTTPS_PROXY" in done.stderr
    assert done.stderr.count("\n") == 1
    assert nothing_in(home)


def test_maven_set_to_work_offline_is_said(languagetool: Path, home: Path, tmp_path: Path) -> None:
    """Maven itself, with the user's own settings."""
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text("<settings><offline>true</offline></settings>", "utf-8")
    maven = f"-Dmaven.repo.local={tmp_path / 'cache'} -Duser.home={tmp_path}"
    done = run("grammar", "install", MAVEN_OPTS=maven, HOME=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("Maven is set to work offline, nothing was installed; remove -o or <offline>")
    assert nothing_in(home)


def test_maven_goes_through_the_proxy_with_name_and_password(languagetool: Path, home: Path, tmp_path: Path) -> None:
    """The proxy of the environment is asked for a way out, and told who asks; where it refuses, that is said."""
    asked: list[str | None] = []

    class Proxy(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            told = self.headers.get("Proxy-Authorization")
            asked.append(told)
            self.send_response(403 if told else 407)
            self.send_header("Proxy-Authenticate", 'Basic realm="news"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on the tests' output."""

    maven = f"-Dmaven.repo.local={tmp_path / 'cache'} -Duser.home={tmp_path}"
    with serving(Proxy) as port:
        proxy = f"http://ann:p%40ss@127.0.0.1:{port}"
        done = run("grammar", "install", MAVEN_OPTS=maven, HTTPS_PROXY=proxy, HOME=str(tmp_path))
    assert done.returncode == 2
    assert f"Basic {b64encode(b'ann:p@ss').decode()}" in asked
    assert "p%40ss" not in done.stderr
    assert "p@ss" not in done.stderr


def test_without_maven_it_is_downloaded_as_language_tool_python_does(source: Path, home: Path, tmp_path: Path) -> None:
    """From its makers' zip, held against its sum; the host is one of our own."""
    made = zipped(distribution(source / "libs", tmp_path / "theirs"), tmp_path / "LanguageTool-6.8.zip")
    serve = partial(_Quiet, directory=str(tmp_path))
    path = path_without_maven(tmp_path / "bin")
    with serving(serve) as port:
        host = f"http://127.0.0.1:{port}/"
        wrong = run("grammar", "install", PATH=path, LTP_DOWNLOAD_HOST_NEW_RELEASES=host)
        assert wrong.returncode == 2
        assert "LanguageTool cannot be fetched, nothing was installed: " in wrong.stderr
        assert "checksum mismatch" in wrong.stderr
        assert nothing_in(home)
        total = sha256(made.read_bytes()).hexdigest()
        right = run("grammar", "install", PATH=path, LTP_DOWNLOAD_HOST_NEW_RELEASES=host, LTP_DOWNLOAD_SHA256=total)
    assert (right.returncode, right.stderr) == (0, "")
    installed = find_installed()
    assert installed is not None
    assert (installed.version, installed.origin) == ("6.8", "language-tool-python's download")
    check_whole(installed, thoroughly=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing on the tests' output."""


def test_without_maven_and_network_it_is_said_what_else_there_is(
    languagetool: Path, home: Path, tmp_path: Path
) -> None:
    """One line, which names the way without a network."""
    path = path_without_maven(tmp_path / "bin")
    done = run("grammar", "install", PATH=path, LTP_DOWNLOAD_HOST_NEW_RELEASES="http://127.0.0.1:9/")
    assert done.returncode == 2
    assert done.stderr.startswith("LanguageTool cannot be fetched (ConnectionError), nothing was installed")
    assert "--from FOLDER" in done.stderr
    assert nothing_in(home)


def test_the_library_knows_the_sum_of_the_version_that_we_list() -> None:
    """Else its download would not be held against anything."""
    from language_tool_python.download_lt import EXPECTED_DOWNLOAD_SHA256

    assert listed().version in EXPECTED_DOWNLOAD_SHA256


def test_a_jar_with_another_sum_is_refused(source: Path, home: Path, tmp_path: Path) -> None:
    """Whatever Maven brought it, and whatever sum Maven itself believed in."""
    path = maven_that(tmp_path / "bin", f'cp "{source}"/libs/* "$out"; printf x >> "$out"/hppc-0.8.2.jar')
    done = run("grammar", "install", PATH=path)
    assert done.returncode == 2
    assert done.stderr.startswith("hppc-0.8.2.jar is not the file it should be, its SHA-256 sum is another; ")
    assert nothing_in(home)


def test_a_jar_that_does_not_arrive_is_missed(source: Path, home: Path, tmp_path: Path) -> None:
    """Also where Maven says that all went well."""
    path = maven_that(tmp_path / "bin", f'cp "{source}"/libs/* "$out"; rm "$out"/hppc-0.8.2.jar')
    done = run("grammar", "install", PATH=path)
    assert done.returncode == 2
    assert done.stderr.startswith("hppc-0.8.2.jar did not arrive; ")
    assert nothing_in(home)


def test_an_install_killed_half_way_leaves_nothing_that_counts(source: Path, home: Path, tmp_path: Path) -> None:
    """The next one cleans up behind it."""
    path = maven_that(tmp_path / "bin", f'cp "{source}"/libs/[a-j]* "$out"; echo $$ > "{tmp_path}/half"; exec sleep 60')
    running = started("grammar", "install", PATH=path)
    assert waited((tmp_path / "half").exists)
    running.kill()
    running.communicate()
    assert find_installed() is None
    assert any(home.glob(".installing-*"))
    assert run("grammar", "status").returncode == 1
    again = run("grammar", "install", "--from", source)
    assert again.returncode == 0, again.stderr
    assert {each.name for each in home.iterdir()} == {".lock", "LanguageTool-6.8"}
    os.kill(int((tmp_path / "half").read_text()), signal.SIGKILL)


def test_an_install_that_is_stopped_tidies_up_and_stops_maven(source: Path, home: Path, tmp_path: Path) -> None:
    """Ctrl-C, and being asked to end by the system, say so and leave nothing."""
    for number in (signal.SIGINT, signal.SIGTERM):
        half = tmp_path / f"half-{number}"
        path = maven_that(tmp_path / "bin", f'echo $$ > "{half}.new"; mv "{half}.new" "{half}"; exec sleep 60')
        running = started("grammar", "install", PATH=path)
        assert waited(half.exists)
        running.send_signal(number)
        running.communicate(timeout=60)
        assert running.returncode == 128 + number
        assert nothing_in(home)
        with pytest.raises(ProcessLookupError):
            os.kill(int(half.read_text()), 0)


def test_two_installs_at_once_wait_for_each_other(source: Path, home: Path, tmp_path: Path) -> None:
    """The second says that it waits, and then finds the work done."""
    gate, begun = tmp_path / "gate", tmp_path / "begun"
    does = f': > "{begun}"; while [ ! -e "{gate}" ]; do sleep 0.1; done; cp "{source}"/libs/* "$out"'
    first = started("grammar", "install", PATH=maven_that(tmp_path / "bin", does))
    assert waited(begun.exists)
    second = started("grammar", "install", PATH=maven_that(tmp_path / "other", "exit 1"))
    assert second.stderr is not None
    assert second.stderr.readline().startswith("another installation is at work, waiting")
    gate.touch()
    out, err = first.communicate(timeout=120)
    assert (first.returncode, err) == (0, "")
    assert "is installed, 45 MB" in out
    out, err = second.communicate(timeout=120)
    assert (second.returncode, err) == (0, "")
    assert "is installed already" in out


def test_a_full_disk_is_said_and_leaves_nothing(source: Path, tmp_path: Path) -> None:
    """On a small disk of its own where one can be had, else with files that may not grow."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk], capture_output=True, check=False
    ).returncode
    try:
        done = subprocess.run(
            [*AUTHORING, "grammar", "install", "--from", source],
            env={**os.environ, "AUTHORING_GRAMMAR_DIR": str(disk)},
            preexec_fn=None if mounted else _small_files,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        left = {path.name for path in disk.iterdir()}
    finally:
        if mounted:
            subprocess.run(["umount", disk], check=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"the disk is full, nothing was installed in {disk}; make room")
    assert left <= {".lock"}


def _small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))


def test_a_folder_that_may_not_be_written_is_said(languagetool: Path, home: Path) -> None:
    """Here because a file stands where the folder should."""
    home.write_text("mine", "utf-8")
    done = run("grammar", "install")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{home} cannot be written (")
    assert home.read_text("utf-8") == "mine"


def test_nothing_is_fetched_without_a_java_to_run_it(home: Path, tmp_path: Path) -> None:
    """And it is said what to type."""
    (tmp_path / "bin").mkdir()
    done = run("grammar", "install", PATH=str(tmp_path / "bin"), JAVA_HOME="")
    assert done.returncode == 2
    assert done.stderr.startswith("there is no Java, expected Java 17 or newer for the grammar check; ")
    assert not home.exists()


def test_on_a_terminal_it_shows_how_far_it_has_come(source: Path, home: Path) -> None:
    """And wipes that away at the end."""
    ours, theirs = os.openpty()
    done = subprocess.Popen(
        [*AUTHORING, "grammar", "install", "--from", source], stdout=subprocess.DEVNULL, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so where the other end is closed
        pass
    os.close(ours)
    assert done.wait() == 0
    assert b"LanguageTool: " in shown
    assert b" of 45 MB" in shown
    assert shown.endswith(b"\r\x1b[K")


def test_it_is_put_in_the_place_of_what_is_damaged_or_older(source: Path, home: Path) -> None:
    """Without being asked for twice; what is whole stays, unless --force says otherwise."""
    assert run("grammar", "install", "--from", source).returncode == 0
    installed = find_installed()
    assert installed is not None
    was = installed.folder.stat().st_ino
    assert "is installed already" in run("grammar", "install", "--from", source).stdout
    assert installed.folder.stat().st_ino == was
    (installed.folder / "libs" / "hppc-0.8.2.jar").unlink()
    assert "is installed, 45 MB" in run("grammar", "install", "--from", source).stdout
    old = home / "LanguageTool-6.7"
    installed.folder.rename(old)
    (old / "authoring.json").write_text((old / "authoring.json").read_text("utf-8").replace("6.8", "6.7", 1), "utf-8")
    assert "is installed, 45 MB" in run("grammar", "install", "--from", source).stdout
    assert {path.name for path in home.iterdir()} == {".lock", "LanguageTool-6.8"}
    assert run("grammar", "install", "--force", "--from", source).stdout.startswith("LanguageTool 6.8 is installed, ")


def test_what_someone_else_put_in_its_place_is_left_alone(source: Path, home: Path) -> None:
    """A folder of that name that we did not make stays, and is named."""
    theirs = home / "LanguageTool-6.8"
    theirs.mkdir(parents=True)
    (theirs / "mine.txt").write_text("mine", "utf-8")
    done = run("grammar", "install", "--from", source)
    assert done.returncode == 2
    assert f"{theirs} was not made by authoring, it stays" in done.stderr
    assert (theirs / "mine.txt").read_text("utf-8") == "mine"
    shutil.rmtree(theirs)


def test_installing_is_never_a_side_effect_of_linting(home: Path, tmp_path: Path) -> None:
    """A lint leaves no folder behind, and asks no network."""
    (tmp_path / "a.md").write_text("# A headline\n\nThe pier has went.\n", "utf-8")
    run("lint", tmp_path / "a.md", PATH=maven_that(tmp_path / "bin", f': > "{tmp_path}/asked"'))
    assert not home.exists()
    assert not (tmp_path / "asked").exists()
