"""Installing LanguageTool where the network, Maven or Java are in the way: what is said, and that nothing stays."""

from __future__ import annotations

import os
import subprocess
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from installing import AUTHORING, distribution, maven_that, path_without_maven, run, zipped

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


def test_installing_is_never_a_side_effect_of_linting(home: Path, tmp_path: Path) -> None:
    """A lint leaves no folder behind, and asks no network."""
    (tmp_path / "a.md").write_text("# A headline\n\nThe pier has went.\n", "utf-8")
    run("lint", tmp_path / "a.md", PATH=maven_that(tmp_path / "bin", f': > "{tmp_path}/asked"'))
    assert not home.exists()
    assert not (tmp_path / "asked").exists()
