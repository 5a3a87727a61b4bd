"""Keeps a server while somebody asks for it now and then; a process of its own, which ``kept`` starts."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

from authoring.errors import GrammarError
from authoring.grammar.kept import STOP, State, Wanted, forget, note
from authoring.grammar.line import Line, Told
from authoring.grammar.server import Server


def main() -> None:
    """Start what standard input asks for, tell its address, and keep it."""
    asked = json.loads(sys.stdin.buffer.read())
    wanted, folder = Wanted(**asked["wanted"]), Path(asked["folder"])
    try:
        server = Server.start(Path(wanted.java), wanted.classpath, wanted.variant, memory=wanted.memory)
    except GrammarError as error:
        _say({"error": error.message, "hint": error.hint})
        return
    with server:
        _keep(server, wanted, folder, asked["wanted"])


def _keep(server: Server, wanted: Wanted, folder: Path, named: dict[str, object]) -> None:
    last = time.monotonic()
    over = threading.Event()

    def answer(question: str) -> Told:
        nonlocal last
        if over.is_set():
            raise GrammarError("LanguageTool is kept no longer")
        last = time.monotonic()
        if question == STOP:
            over.set()
        return {"address": server.address}

    line = Line(answer)
    try:
        note(folder, State(port=line.port, word=line.word, wanted=named))
    except OSError as error:
        _say({"error": f"{folder} cannot be written ({error.strerror})", "hint": "try it without --keep-alive"})
        return
    _say({"address": server.address})
    try:
        while server.running and time.monotonic() - last < wanted.minutes * 60 and not over.wait(0.5):
            pass
    finally:
        over.set()
        forget(folder, line.word)
        server.stop()
        line.close()


def _say(told: Told) -> None:
    """The one thing that is said: whoever started this waits for its end, and then no more."""
    os.write(1, json.dumps(told).encode() + b"\n")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)


if __name__ == "__main__":
    main()
