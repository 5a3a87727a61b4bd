"""One LanguageTool server for all processes of a run, started when the first of them needs it."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import threading
from collections.abc import Callable
from typing import Protocol, cast

from authoring.errors import GrammarError

_PATIENCE = 150.0
"""Seconds in which another process is answered: longer than a server may take to start."""
_LONGEST = 4096
"""Bytes of a question or an answer."""


class _Startable(Protocol):
    @property
    def address(self) -> str: ...

    def stop(self) -> None: ...


class Broker:
    """Knows the address of the run's server, in the process that made it and in those that it starts.

    Those that are copied from it and those that are given it as an argument ask for the address over a connection of
    this machine, with a word that no other program knows.
    """

    def __init__(self, start: Callable[[], _Startable]) -> None:
        """``start`` makes the server, or raises ``GrammarError``; it is called once, or never."""
        self._start = start
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._server: _Startable | None = None
        self._failed: GrammarError | None = None
        self._closed = False
        self._line: socket.socket | None = None
        self._port = 0
        self._word = ""
        self._known = ""

    def address(self) -> str:
        """Where the server is, as soon as it is up. Raises ``GrammarError`` where there will be none."""
        if os.getpid() != self._owner:
            self._known = self._known or self._asked()
            return self._known
        with self._lock:
            if self._failed is not None:
                raise self._failed.with_traceback(None)
            if self._closed:
                raise GrammarError("the run is over")
            if self._server is None:
                try:
                    server = self._start()
                except GrammarError as error:
                    self._failed = error
                    raise
                if self._closed:
                    server.stop()
                    raise GrammarError("the run is over")
                self._server = server
            return self._server.address

    def prestart(self) -> None:
        """Begin to start the server, and go on meanwhile."""

        def start() -> None:
            with contextlib.suppress(GrammarError):  # told to whoever asks for the address
                self.address()

        threading.Thread(target=start, daemon=True).start()

    def share(self) -> None:
        """Let other processes ask; to be called before they are started."""
        if self._line is not None or os.getpid() != self._owner:
            return
        self._word = secrets.token_hex(16)
        self._line = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._port = self._line.getsockname()[1]
        threading.Thread(target=self._answer, args=(self._line,), daemon=True).start()

    def close(self) -> None:
        """End the server, if one was started; in another process than its own nothing."""
        if os.getpid() != self._owner:
            return
        self._closed = True
        if self._lock.acquire(blocking=False):  # else one is being started, and ended by the thread that does
            server, self._server = self._server, None
            self._lock.release()
            if server is not None:
                server.stop()
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)  # which wakes the thread that waits for calls
            self._line.close()

    def __getstate__(self) -> tuple[int, str]:
        return self._port, self._word

    def __setstate__(self, state: tuple[int, str]) -> None:
        self.__init__(_elsewhere)  # type: ignore[misc]
        self._owner = 0
        self._port, self._word = state

    def _answer(self, line: socket.socket) -> None:
        """Tell each that calls, in the process that holds the server."""
        import json

        while not self._closed:
            try:
                call, _ = line.accept()
            except OSError:
                return
            with call, contextlib.suppress(OSError):
                call.settimeout(5)
                if not secrets.compare_digest(_read(call), self._word.encode()):
                    continue
                try:
                    told = {"address": self.address()}
                except GrammarError as error:
                    told = {"message": error.message, "hint": error.hint}
                call.sendall(json.dumps(told).encode() + b"\n")

    def _asked(self) -> str:
        """The address, as the process that holds the server tells it."""
        import json

        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=_PATIENCE) as call:
                call.sendall(self._word.encode() + b"\n")
                told = json.loads(_read(call))
        except (OSError, ValueError):
            raise GrammarError("the process that starts LanguageTool is gone") from None
        if "address" not in told:
            raise GrammarError(told["message"], hint=told["hint"])
        return cast(str, told["address"])


def _read(call: socket.socket) -> bytes:
    """A line without its end, or what there is of it."""
    got = b""
    while not got.endswith(b"\n") and len(got) < _LONGEST:
        more = call.recv(_LONGEST)
        if not more:
            break
        got += more
    return got.rstrip(b"\n")


def _elsewhere() -> _Startable:
    raise GrammarError("LanguageTool is started by another process")
