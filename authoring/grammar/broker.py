"""One LanguageTool server for all processes of a run, started when the first of them needs it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from authoring.errors import GrammarError

if TYPE_CHECKING:
    from authoring.grammar.line import Line

_PATIENCE = 150.0
"""Seconds in which another process is answered: longer than a server may take to start."""


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
        self._line: Line | None = None
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

    def share(self) -> None:
        """Let other processes ask; to be called before they are started."""
        if self._line is not None or os.getpid() != self._owner:
            return
        from authoring.grammar.line import Line

        self._line = Line(self._told)
        self._port, self._word = self._line.port, self._line.word

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
            self._line.close()

    def __getstate__(self) -> tuple[int, str]:
        return self._port, self._word

    def __setstate__(self, state: tuple[int, str]) -> None:
        self.__init__(_elsewhere)  # type: ignore[misc]
        self._owner = 0
        self._port, self._word = state

    def _told(self, _: str) -> dict[str, str]:
        return {"address": self.address()}

    def _asked(self) -> str:
        """The address, as the process that holds the server tells it."""
        from authoring.grammar.line import ask

        told = ask(self._port, self._word, "address", _PATIENCE)
        if told is None:
            raise GrammarError("the process that starts LanguageTool is gone")
        return told["address"]


def _elsewhere() -> _Startable:
    raise GrammarError("LanguageTool is started by another process")
