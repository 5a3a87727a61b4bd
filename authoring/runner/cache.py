"""What was found in earlier runs, kept for files that have not changed since.

One file for each folder that the command is run in, in the user's own cache folder: findings quote articles that are
not published yet, and belong neither into a shared folder nor into version control. It is JSON, read at once. There is
no word of notes in it: ``authoring.runner.dependence`` says what is kept of an article that is held against some.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

from authoring import __version__
from authoring.config import Config
from authoring.findings import Finding, Severity, Suggestion
from authoring.runner.checked import Checked
from authoring.runner.suppressed import Suppressed
from authoring.text.files import UnreadableTextError, read_article
from authoring.text.span import Span

_FORMAT = 1
_FRESH = 2_000_000_000
"""Nanoseconds within which a file may change twice without showing it by its time."""
_MOST = 20_000
"""Records that are kept; with more, only those of this run are."""
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What a system says where there is no room left: on the disk, or in what this user may take of it."""
_LEFT_OUT = frozenset({"fail_on", "max_warnings", "baseline", "exclude", "path", "places", "keep-alive"})
"""Settings on which no finding depends."""
_State = list[int] | None
"""What tells that a file is another: size, times and number; ``None`` where there is none."""


class Cache:
    """The findings of earlier runs from this folder. Nothing that is wrong with it is ever more than a slower run."""

    def __init__(self, folder: Path) -> None:
        self._stamp = _stamp()
        self._file = folder / f"{_hash(str(Path.cwd()))}.json"
        self._folder = folder
        self._records: dict[str, list[Any]] = {}
        self._states: dict[str, _State] = {}
        self._keys: dict[tuple[int, str], tuple[Config, str]] = {}
        self._used: set[str] = set()
        self._changed = False
        self.full = ""
        """The folder in which nothing could be kept as its disk is full; empty as long as that was not so."""
        try:
            data = json.loads(self._file.read_bytes())
            if data["stamp"] == self._stamp and isinstance(data["files"], dict):
                self._records = data["files"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass

    def get(self, path: str, config: Config, measured: bool, grammar: str = "") -> Checked | None:
        """What was found in a file the last time, if nothing of it has changed; ``grammar`` is LanguageTool's state."""
        state = self._state(path)
        key = self._key(path, config, grammar)
        self._used.add(key)
        record = self._records.get(key)
        if record is None or state is None:
            return None
        try:
            return self._read(path, config, record, state, measured)
        except (ValueError, KeyError, TypeError, IndexError, OSError, UnreadableTextError):
            return None

    def _read(self, path: str, config: Config, record: list[Any], state: list[int], measured: bool) -> Checked | None:
        saved, was, digest, rests_on, remark, findings, suppressed, measures = record
        for other, before in rests_on:
            now = self._state(other)
            if now != before or (now is not None and now[1] > saved - _FRESH):
                return None
        if measured and measures == {}:
            return None
        text = None
        if was != state or state[1] > saved - _FRESH:
            text = read_article(Path(path))
            if _hash(text) != digest:
                return None
            record[:2] = time.time_ns(), state
            self._changed = True
        if findings or suppressed:
            text = read_article(Path(path)) if text is None else text
        return Checked(
            path,
            text or "",
            tuple(map(_finding, findings)),
            remark,
            suppressed=tuple(Suppressed(_finding(one), reason, external) for one, reason, external in suppressed),
            config=config,
            measured=measures,
            rests_on=tuple(other for other, _ in rests_on),
        )

    def put(self, result: Checked, measured: bool, grammar: str = "") -> None:
        """Keep what was found in a file, if that may be kept."""
        state = self._states.get(result.path)
        if result.rests_on is None or state is None:  # a state from before the file was read, so that no change is lost
            return
        if result.told or result.withheld or any(finding.origin for finding in result.findings):
            return
        measures = None if not result.article else dict(result.measures) if measured else result.measured or {}
        self._records[self._key(result.path, result.config, grammar)] = [
            time.time_ns(),
            state,
            _hash(result.text),
            [[other, self._state(other)] for other in result.rests_on],
            result.remark,
            [_row(finding) for finding in result.findings],
            [[_row(out.finding), out.reason, out.external] for out in result.suppressed],
            measures,
        ]
        self._changed = True

    def save(self) -> None:
        """Write what is new; where that may not be done, the next run will be as slow as this one."""
        if not self._changed:
            return
        if len(self._records) > _MOST:
            self._records = {key: record for key, record in self._records.items() if key in self._used}
        data = {"stamp": self._stamp, "files": self._records}
        temporary = self._file.with_name(f"{self._file.name}.{os.urandom(4).hex()}.tmp")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(temporary, "x", encoding="utf-8", opener=_private) as file:
                file.write(json.dumps(data, ensure_ascii=True, separators=(",", ":")))
            temporary.replace(self._file)
        except OSError as error:
            self.full = str(self._folder) if error.errno in _FULL else ""
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _state(self, path: str) -> _State:
        if path not in self._states:
            try:
                found = os.stat(path)  # noqa: PTH116  # once a file, and much faster
                self._states[path] = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
            except (OSError, ValueError):
                self._states[path] = None
        return self._states[path]

    def _key(self, path: str, config: Config, grammar: str) -> str:
        known = self._keys.get((id(config), grammar))
        if known is None:
            told = _hash(f"{_settings(config)}{grammar}")[:16]
            known = self._keys[id(config), grammar] = (config, told)
        return f"{known[1]} {path}"


def default_folder() -> Path:
    """Where the caches of this user stand."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "authoring"


def _row(finding: Finding) -> list[Any]:
    edits = [[edit.span.start, edit.span.end, edit.text, edit.safe] for edit in finding.suggestions]
    span = finding.span
    return [finding.rule, finding.family, int(finding.severity), span.start, span.end, finding.message, edits]


def _finding(row: list[Any]) -> Finding:
    rule, family, severity, start, end, message, edits = row
    suggestions = tuple(Suggestion(Span(first, last), text, safe) for first, last, text, safe in edits)
    return Finding(rule, family, Severity(severity), Span(start, end), message, None, suggestions)


def _settings(config: Config) -> str:
    """All settings on which a finding depends, and the state of the files that they name."""
    told = [
        (field.name, _plain(getattr(config, field.name))) for field in fields(config) if field.name not in _LEFT_OUT
    ]
    trees = [list(_tree(Path(folder))) for folder in (*config.styles, *config.vocabularies)]
    return repr((told, trees))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, Mapping):
        value = {key: item for key, item in value.items() if key not in _LEFT_OUT}
        return sorted((str(key), repr(_plain(item))) for key, item in value.items())
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _stamp() -> str:
    """What changes when the program, its rules, or what it is built on does."""
    package = Path(__file__).parents[1]
    told: list[object] = [_FORMAT, __version__, sys.version]
    for entry in sys.path:
        if entry.endswith("site-packages"):
            with suppress(OSError):
                told.append((entry, Path(entry).stat().st_mtime_ns))
    return _hash(repr((told, sorted(_tree(package)))))


def _tree(folder: Path) -> Iterable[tuple[str, int, int]]:
    """The files of a folder, with their sizes and times."""
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        if entry.name != "__pycache__":
                            waiting.append(entry.path)
                    else:
                        found = entry.stat()
                        yield entry.path, found.st_size, found.st_mtime_ns
        except OSError:
            continue


def _hash(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
