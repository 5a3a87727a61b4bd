"""What LanguageTool has said of passages in earlier runs, so that one that has not changed is never asked about again.

One SQLite file in the user's own cache folder. A passage is known by a keyed hash, whose key lies in a file beside it:
nobody who is handed the cache alone can try out which text it is of. Nothing that is wrong with it is ever more than a
slower run.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from authoring.grammar.model import Match
from authoring.text.span import Span

if TYPE_CHECKING:
    import sqlite3

FILE = "passages.sqlite"
_KEY_FILE = "passages.key"
_FORMAT = 1
MOST = 50_000
"""Passages that are kept; beyond them, those that were asked for longest ago go."""
_KEPT = 5
"""Of what LanguageTool would write instead, how much is kept of each match."""
_PATIENCE = 2.0
"""Seconds to wait for another run that writes."""
_AT_A_TIME = 500
"""Passages that are looked up in one question."""
_DAY = 86_400


class Remembered:
    """The answers of earlier runs. Each process opens the file for itself, when it first asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._owner = 0
        self._open: sqlite3.Connection | None = None
        self._key = b""

    def get(self, passages: Sequence[str], about: str) -> dict[str, tuple[Match, ...]]:
        """The answers that are known, by passage. ``about`` is all that they depend on besides its text."""
        known: dict[str, tuple[Match, ...]] = {}
        connection = self._connection()
        if connection is None:
            return known
        wanted = {self._hash(passage, about): passage for passage in passages}
        hashes = list(wanted)
        today = _today()
        stale: list[bytes] = []
        try:
            for at in range(0, len(hashes), _AT_A_TIME):
                some = hashes[at : at + _AT_A_TIME]
                marks = ",".join("?" * len(some))
                for name, found, used in connection.execute(
                    f"SELECT hash, found, used FROM passages WHERE hash IN ({marks})",  # noqa: S608  # marks alone
                    some,
                ):
                    known[wanted[name]] = tuple(_matches(found))
                    if used != today:
                        stale.append(name)
            if stale:
                connection.executemany("UPDATE passages SET used = ? WHERE hash = ?", [(today, name) for name in stale])
        except (ValueError, TypeError, KeyError):
            self._give_up(damaged=True)
            return {}
        except self._errors():
            self._give_up()
        return known

    def put(self, answers: Mapping[str, tuple[Match, ...]], about: str) -> None:
        """Keep answers, by passage."""
        connection = self._connection()
        if connection is None or not answers:
            return
        today = _today()
        rows = [(self._hash(text, about), _row(found), today) for text, found in answers.items()]
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO passages (hash, found, used) VALUES (?, ?, ?)", rows)
            (count,) = connection.execute("SELECT count(*) FROM passages").fetchone()
            if count > MOST:
                connection.execute(
                    "DELETE FROM passages WHERE hash IN (SELECT hash FROM passages ORDER BY used LIMIT ?)",
                    (count - MOST + MOST // 10,),
                )
            connection.execute("COMMIT")
        except self._errors():
            self._give_up()

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None and self._owner == os.getpid():
            with suppress(*self._errors()):
                self._open.close()
        self._open = None
        self._owner = 0

    def __getstate__(self) -> Path:
        return self._folder

    def __setstate__(self, folder: Path) -> None:
        self.__init__(folder)  # type: ignore[misc]

    def _connection(self) -> sqlite3.Connection | None:
        """The open file; ``None`` where there can be none. What another process has opened is not used in its copy."""
        if self._owner != os.getpid():
            self._owner = os.getpid()
            self._open = None
            for _ in range(2):  # a damaged file is made anew, once
                try:
                    self._open = self._opened()
                    break
                except OSError:
                    break
                except self._errors() as error:
                    if not self._is_damaged(error):
                        break
                    self._remove()
        return self._open

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / FILE
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite would let others read it
        self._key = self._read_key()
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != _FORMAT:
                connection.execute("BEGIN IMMEDIATE")
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                if version != _FORMAT:  # else another run has made the table since, and may have filled it
                    connection.execute("DROP TABLE IF EXISTS passages")
                    connection.execute("CREATE TABLE passages (hash BLOB PRIMARY KEY, found TEXT, used INTEGER)")
                    connection.execute(f"PRAGMA user_version = {_FORMAT}")
                connection.execute("COMMIT")
            connection.execute("SELECT hash, found, used FROM passages LIMIT 1").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _read_key(self) -> bytes:
        """The key of this user's hashes; made by the first run, and by one of two that come at once."""
        path = self._folder / _KEY_FILE
        for _ in range(3):
            try:
                key = path.read_bytes()
                if len(key) == _KEY_LENGTH:
                    return key
                path.unlink()
            except FileNotFoundError:
                pass
            temporary = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
            try:
                with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                    file.write(os.urandom(_KEY_LENGTH))
                with suppress(FileExistsError):
                    os.link(temporary, path)  # unlike a rename, it leaves the key of another run in place
            finally:
                temporary.unlink(missing_ok=True)
        raise OSError("no key")

    def _hash(self, passage: str, about: str) -> bytes:
        told = f"{about}\0{passage}".encode("utf-8", "surrogatepass")
        return blake2b(told, digest_size=16, key=self._key).digest()

    def _give_up(self, *, damaged: bool = False) -> None:
        """Do without, in this process, from now on."""
        if self._open is not None:
            with suppress(*self._errors()):
                self._open.close()
        self._open = None
        if damaged:
            self._remove()

    def _remove(self) -> None:
        for name in (FILE, f"{FILE}-journal"):
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    @staticmethod
    def _errors() -> tuple[type[Exception], ...]:
        import sqlite3

        return (sqlite3.Error, OSError)

    @staticmethod
    def _is_damaged(error: Exception) -> bool:
        """Whether the file is no cache of ours; a full disk or another run that writes is no reason to drop it."""
        import sqlite3

        return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


_KEY_LENGTH = 32


def forget(folder: Path) -> bool:
    """Remove what is kept in a folder; whether there was anything."""
    there = [folder / name for name in (FILE, f"{FILE}-journal", _KEY_FILE) if (folder / name).exists()]
    for path in there:
        with suppress(OSError):
            path.unlink()
    return bool(there)


def _today() -> int:
    return int(time.time()) // _DAY


def _row(found: Iterable[Match]) -> str:
    rows = [
        [one.rule, one.category, one.issue, one.span.start, one.span.end, one.message, list(one.replacements[:_KEPT])]
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=True, separators=(",", ":"))


def _matches(found: str) -> Iterator[Match]:
    rows: list[list[Any]] = json.loads(found)
    for rule, category, issue, start, end, message, replacements in rows:
        yield Match(str(rule), str(category), str(issue), Span(start, end), str(message), tuple(map(str, replacements)))
