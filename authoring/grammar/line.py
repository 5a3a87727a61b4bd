"""A line between processes of one user on one machine: a question and its answer, for whoever knows the word."""

from __future__ import annotations

import contextlib
import json
import secrets
import socket
import threading
from collections.abc import Callable, Mapping

from authoring.errors import GrammarError

Told = Mapping[str, str]
_LONGEST = 4096
"""Bytes of a question or an answer."""
_SLOWEST = 5.0
"""Seconds in which whoever calls must have asked."""


class Line:
    """Answers questions until it is closed; ``port`` and ``word`` are what it takes to ask."""

    def __init__(self, answer: Callable[[str], Told]) -> None:
        """``answer`` may raise ``GrammarError``, which is then raised where the question was asked."""
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._socket.getsockname()[1]
        self.word = secrets.token_hex(16)
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Answer nobody any more."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # which wakes the thread that waits for calls
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                call, _ = self._socket.accept()
            except OSError:
                return
            with call, contextlib.suppress(OSError):
                call.settimeout(_SLOWEST)
                word, _, question = _read(call).partition(b" ")
                if secrets.compare_digest(word, self.word.encode()):
                    call.sendall(json.dumps(self._told(question.decode("utf-8", "replace"))).encode() + b"\n")

    def _told(self, question: str) -> Told:
        try:
            return self._answer(question)
        except GrammarError as error:
            return {"error": error.message, "hint": error.hint}


def ask(port: int, word: str, question: str, patience: float) -> Told | None:
    """What is answered; ``None`` if nobody there knows the word. Raises ``GrammarError`` as the other side did."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=patience) as call:
            call.sendall(f"{word} {question}\n".encode())
            told = json.loads(_read(call))
    except (OSError, ValueError):
        return None
    if not isinstance(told, dict):
        return None
    if "error" in told:
        raise GrammarError(told["error"], hint=told.get("hint", ""))
    return told


def _read(call: socket.socket) -> bytes:
    """A line without its end, or what there is of it."""
    got = b""
    while not got.endswith(b"\n") and len(got) < _LONGEST:
        more = call.recv(_LONGEST)
        if not more:
            break
        got += more
    return got.rstrip(b"\n")
