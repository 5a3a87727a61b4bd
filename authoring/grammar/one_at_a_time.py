"""A lock between runs: whoever comes second waits until the first is done, also where that one was killed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.2
"""Seconds between two looks."""


@contextmanager
def alone(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of the file ``path``; ``waiting`` is called once if another run has it.

    The system lets go of it when a run ends, in whatever way.
    """
    told = False
    while True:
        number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            while not _taken(number):
                if not told:
                    waiting()
                    told = True
                time.sleep(_PAUSE)
            if _same(path, number):
                yield
                return
        finally:
            os.close(number)


def _same(path: Path, number: int) -> bool:
    """Whether the file that is locked still has its name: the one that had the lock before may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(number))
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _taken(number: int) -> bool:
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(number: int) -> bool:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
