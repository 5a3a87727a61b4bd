"""A server that is kept for the next run, as editors want it, and ends by itself when nobody has asked for a while."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self, TypedDict, cast

from authoring.errors import GrammarError
from authoring.grammar.command import MEMORY
from authoring.grammar.installed import data_folder
from authoring.grammar.line import Told, ask
from authoring.grammar.one_at_a_time import alone

STOP = "stop"
ADDRESS = "address"
_PATIENCE = 10.0
"""Seconds in which the keeper of a server must answer; it has nothing else to do."""
_AGAIN = 15.0
"""Seconds after which a run that is still at work says so, lest its server end under it."""
_STATE = "kept.json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a server is to be: one that was kept for something else will not do."""

    java: str
    classpath: str
    variant: str
    minutes: float
    """How long it waits for somebody to ask, before it ends."""
    memory: int = MEMORY


class State(TypedDict):
    """What a run has to know to ask the keeper of a server; in a file that only this user may read."""

    port: int
    word: str
    wanted: dict[str, object]


class Kept:
    """A server at ``address`` that outlives this run, which tells its keeper that it is at work until ``stop``."""

    def __init__(self, state: State, address: str) -> None:
        self.address = address
        self._over = threading.Event()
        threading.Thread(target=self._tell, args=(state,), daemon=True).start()

    @classmethod
    def start(cls, wanted: Wanted) -> Self:
        """The one that is kept, or one that is from now on. Raises ``GrammarError`` where none starts."""
        folder = runtime_folder()
        with alone(folder / "kept.lock", lambda: None):  # of two editors at once the second finds that of the first
            state = _read(folder)
            if state is not None and (told := _ask(state, ADDRESS)) is not None:
                if state["wanted"] == asdict(wanted):
                    return cls(state, told["address"])
                _stop(folder, state)
            address = _keep(folder, wanted)
            state = _read(folder)
        if state is None:
            raise GrammarError("LanguageTool is kept no longer", hint="try again")
        return cls(state, address)

    def stop(self) -> None:
        """Say no more that it is needed; it ends some minutes later."""
        self._over.set()

    def _tell(self, state: State) -> None:
        while not self._over.wait(_AGAIN):
            if _ask(state, ADDRESS) is None:
                return


def stop() -> bool:
    """End the server that is kept; whether there was one."""
    if not _place().exists():
        return False
    folder = runtime_folder()
    state = _read(folder)
    return state is not None and _stop(folder, state)


def _place() -> Path:
    base = os.environ.get("XDG_RUNTIME_DIR")
    return Path(base) / "authoring" if base and Path(base).is_dir() else data_folder() / "run"


def runtime_folder() -> Path:
    """Where this user's programs say that they run; made so that nobody else can write there, or it is not used."""
    folder = _place()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        there = folder.lstat()
    except OSError as error:
        raise GrammarError(f"{folder} cannot be written ({error.strerror}), so no LanguageTool can be kept") from None
    if sys.platform != "win32" and (there.st_uid != os.getuid() or there.st_mode & 0o077):
        raise GrammarError(f"{folder} is open to others, so no LanguageTool can be kept", hint=f"chmod 700 {folder}")
    return folder


def note(folder: Path, state: State) -> None:
    """Let the next run find what is kept: at once whole, and for this user alone."""
    made = folder / f"{_STATE}.{os.getpid()}"
    number = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        json.dump(state, file)
    made.replace(folder / _STATE)


def forget(folder: Path, word: str) -> None:
    """Let nobody look for what is kept no longer, unless another is kept by now."""
    state = _read(folder)
    if state is not None and state["word"] == word:
        (folder / _STATE).unlink(missing_ok=True)


def _read(folder: Path) -> State | None:
    """What is kept, as far as its file can be read; whether it is there still is another question."""
    try:
        told = json.loads((folder / _STATE).read_bytes())
        return State(port=int(told["port"]), word=str(told["word"]), wanted=dict(told["wanted"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _ask(state: State, question: str) -> Told | None:
    try:
        return ask(state["port"], state["word"], question, _PATIENCE)
    except GrammarError:
        return None


def _stop(folder: Path, state: State) -> bool:
    """Have it end, and wait until it has."""
    there = _ask(state, STOP) is not None
    until = time.monotonic() + _PATIENCE
    while there and _ask(state, ADDRESS) is not None and time.monotonic() < until:
        time.sleep(0.02)
    forget(folder, state["word"])
    return there


def _keep(folder: Path, wanted: Wanted) -> str:
    """Start a keeper with its server, apart from this run and from the terminal; the address that it tells."""
    # -P, or a folder of the user's that is called “authoring” as we are would be run instead.
    words = [sys.executable, "-P", "-m", "authoring.grammar.keeper"]
    ours = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    asked = json.dumps({"folder": str(folder), "wanted": asdict(wanted)})
    try:
        keeper = subprocess.Popen(  # noqa: S603  # Python, and a module of our own
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, ours))},
            start_new_session=True,
            creationflags=_APART,
        )
        with keeper.stdin as words_to, keeper.stdout as words_from:  # type: ignore[union-attr]
            words_to.write(asked.encode())
            words_to.close()
            answer = cast(dict[str, str], json.loads(words_from.read()))
    except (OSError, ValueError):
        raise GrammarError("no LanguageTool could be kept, try it without --keep-alive") from None
    # Its end is taken note of, if this run is there to see it.
    threading.Thread(target=keeper.wait, daemon=True).start()
    if "error" in answer:
        raise GrammarError(answer["error"], hint=answer["hint"])
    return answer["address"]


if sys.platform == "win32":
    _APART = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.DETACHED_PROCESS
else:
    _APART = 0
