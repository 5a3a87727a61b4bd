"""Style rules that have been read before, kept in the user's cache folder: reading YAML takes longer than linting.

What is kept is what ``reading`` made of the files, with their times and sizes; a file that differs in either is read
again. Where the folder cannot be written, everything is read every time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zlib import crc32

from authoring.styles.definition import Analysis, Definition, StyleTest

_FORMAT = 6
"""Counts up when what is kept changes its shape or its meaning."""

Stamp = list[list[str | int]]


def stamp_of(files: Iterable[Path]) -> Stamp:
    """What tells whether files are still what they were."""
    found: Stamp = []
    for file in files:
        state = file.stat()
        found.append([str(file), state.st_mtime_ns, state.st_size])
    return found


def kept(key: str, stamp: Stamp) -> list[Definition] | None:
    """The rules kept under a key, where their files have not changed since."""
    try:
        with _file(key).open(encoding="utf-8") as stream:
            told = json.load(stream)
        if told["format"] != _FORMAT or told["key"] != key or told["stamp"] != stamp:
            return None
        return [_definition(each) for each in told["rules"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep(key: str, stamp: Stamp, definitions: Iterable[Definition]) -> None:
    """Keep rules under a key, if that is possible."""
    file = _file(key)
    told = {"format": _FORMAT, "key": key, "stamp": stamp, "rules": [_told(definition) for definition in definitions]}
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        part.replace(file)


def _told(definition: Definition) -> dict[str, object]:
    told = asdict(definition)
    told["places"] = {}
    return told


def _definition(told: dict[str, object]) -> Definition:
    keys = told["keys"]
    tests = told["tests"]
    assert isinstance(keys, dict) and isinstance(tests, list)
    analysis = told["analysis"]
    made = {
        **told,
        "scope": tuple(told["scope"]),  # type: ignore[arg-type]
        "params": tuple(told["params"]),  # type: ignore[arg-type]
        "keys": {name: tuple(value) if isinstance(value, list) else value for name, value in keys.items()},
        "tests": tuple(StyleTest(**test) for test in tests),
        "analysis": _analysis(analysis) if isinstance(analysis, dict) else None,
    }
    return Definition(**made)  # type: ignore[arg-type]


def _analysis(told: dict[str, Any]) -> Analysis:
    keyed = tuple((word, whole, after, tuple(numbers)) for word, whole, after, numbers in told["keyed"])
    needs = tuple(tuple(texts) for texts in told["needs"])
    return Analysis(tuple(told["plain"]), keyed, tuple(told["loose"]), needs, told["whole_search"])


def _file(key: str) -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    folder = Path(home) if home else Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111  # Path.home() may raise
    return folder / "authoring" / f"styles-{crc32(key.encode(errors='replace')):08x}.json"
