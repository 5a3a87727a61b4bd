"""Looks whether files have changed: what the commands share that run again as one writes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

PAUSE = 0.3
"""Seconds between two looks."""
_SHARE = 20
"""How many times as long as a look takes, the next one waits: on a slow drive, looking must not be all it does."""
State = dict[str, tuple[int, int]]
"""Size and time of each file that is there."""


def state_of(files: Iterable[str]) -> State:
    """How files are now."""
    found: State = {}
    for path in files:
        try:
            told = os.stat(path)  # noqa: PTH116  # many files, many times
            found[path] = told.st_size, told.st_mtime_ns
        except (OSError, ValueError):
            continue
    return found


def wait(files: Callable[[], Iterable[str]], before: State) -> State:
    """Come back when something is not as it was; how all is then."""
    while True:
        began = time.monotonic()
        now = state_of(files())
        if now != before:
            return now
        time.sleep(max(PAUSE, _SHARE * (time.monotonic() - began)))
