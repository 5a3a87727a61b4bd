"""LanguageTool's server, started by us on this machine alone, and gone whenever who started it is gone."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import Self

from authoring.errors import GrammarError
from authoring.grammar.command import MEMORY, command, environment
from authoring.grammar.failures import failure, port_taken
from authoring.grammar.health import warmed

PATIENCE = 60.0
"""Seconds in which a server must be up; it is in one or two, or in ten on a machine that is busy."""
_TRIES = 5
"""Ports that are tried, as somebody else may take one that was free a moment ago."""
_STARTED = "Server started"
_TAIL = 60
"""Lines that are kept of what Java says; they never reach the disk, nor anybody's eyes as they are."""
if sys.platform == "win32":
    _APART = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    _APART = 0
_held: weakref.WeakSet[Server] = weakref.WeakSet()
_forking = threading.Lock()
"""No copy of this process is made while it holds a server's input without having noted it."""


class Server:
    """A server that answers at ``address`` until ``stop``, the end of the ``with``, or the end of this process.

    It ends when its standard input does (leash/Leash.java), which this process holds and the system closes.
    """

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self._process = process
        self._tail: deque[str] = deque(maxlen=_TAIL)
        self._told = threading.Event()
        """Set when it says that it listens, and when it says no more."""
        self.address = f"http://127.0.0.1:{port}"
        self.started = False
        _held.add(self)
        threading.Thread(target=self._listen, daemon=True).start()

    @classmethod
    def start(
        cls,
        java: Path,
        classpath: Path | str,
        variant: str = "en-US",
        *,
        memory: int = MEMORY,
        patience: float = PATIENCE,
        port: int = 0,
    ) -> Self:
        """A server that is up and has read its rules for ``variant``, if any, at ``port`` if that is given and free.

        Raises ``GrammarError`` where none starts.
        """
        until = time.monotonic() + patience
        for _ in range(_TRIES):
            chosen = port or _free_port()
            with _forking:
                server = cls(_launched(java, command(java, classpath, chosen, memory)), chosen)
            try:
                server._told.wait(until - time.monotonic())
                if server.started and warmed(chosen, variant, until - time.monotonic()):
                    return server
                ended = server._ended()
            except BaseException:
                server.stop()
                raise
            server.stop()
            if not ended:
                raise GrammarError(
                    f"LanguageTool was not up within {patience:g} seconds",
                    hint="the machine may be busy or short of memory; try again",
                )
            if not port_taken(server._tail):
                raise failure(server._tail, memory)
            port = 0
        raise GrammarError("LanguageTool found no free port on this machine", hint="try again")

    @property
    def pid(self) -> int:
        """The id of the Java process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it at once: it holds nothing that is worth a farewell."""
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _listen(self) -> None:
        """Take in what Java says, so that it never has to wait for somebody to."""
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            for line in self._process.stdout:
                self._tail.append(line.decode("utf-8", "replace").rstrip())
                if not self.started and _STARTED in self._tail[-1]:
                    self.started = True
                    self._told.set()
        self._told.set()

    def _ended(self) -> bool:
        """Whether it has ended by itself; what it had open is gone a moment before it is."""
        if not self._told.is_set():
            return False
        try:
            self._process.wait(1)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _let_go(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    _check_reachable(port)
    return port


def _check_reachable(port: int) -> None:
    """Raise ``GrammarError`` where this machine cannot be talked to from itself, as in some sandboxes."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:  # connecting it sends nothing
        try:
            probe.connect(("127.0.0.1", port))
        except OSError as error:
            raise GrammarError(
                f"nothing on this machine can be reached at 127.0.0.1 ({error.strerror}), as LanguageTool must be",
                hint="switch the loopback network on (ip link set lo up), or run it outside the sandbox",
            ) from None


def _launched(java: Path, words: list[str]) -> subprocess.Popen[bytes]:
    # Apart from the terminal's other processes: Ctrl-C is for us, who then end it when nothing needs it any more.
    try:
        return subprocess.Popen(  # noqa: S603  # the user's Java, and words of our own
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
            env=environment(),
            start_new_session=True,
            creationflags=_APART,
        )
    except OSError as error:
        why = error.strerror or "it cannot be run"
        raise GrammarError(
            f"{java} does not start ({why}), expected a Java", hint="run: authoring grammar status"
        ) from None


def _forget() -> None:
    """In a copy of this process: hold no server, or it would live as long as the copy does."""
    for server in list(_held):
        if (held := server._process.stdin) is not None:
            with contextlib.suppress(OSError):
                held.close()
    _held.clear()
    _forking.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_forking.acquire, after_in_parent=_forking.release, after_in_child=_forget)
