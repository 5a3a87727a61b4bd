"""Shares the files of a run among processes; what comes back is in the order of the files, whoever did them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, Protocol, TypeVar

from authoring.runner.share import FIRST

_Outcome = TypeVar("_Outcome")
_Outcome_co = TypeVar("_Outcome_co", covariant=True)


class Worker(Protocol[_Outcome_co]):
    """What does the work in each process, and can be handed to one."""

    def brief(self, path: str, measured: bool, /) -> _Outcome_co:
        """What a file comes to, without what is dear to hand to another process."""


_BUNDLE = 8
"""Files that are handed over at a time."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_worker: Worker[Any] | None = None
_measured = False


def shared(
    worker: Worker[_Outcome], files: Sequence[str], count: int, measured: bool
) -> Generator[_Outcome, None, None]:
    """What each file comes to, as ``Worker.brief`` tells it."""
    for path in files[:FIRST]:
        yield worker.brief(path, measured)
    rest = files[FIRST:]
    bundles = [rest[start : start + _BUNDLE] for start in range(0, len(rest), _BUNDLE)]
    # Where a process is copied, it has all that is loaded already; elsewhere it has to load it anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    done = 0
    before = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(count, context, _begin, (worker, measured))
    try:
        with _undisturbed():
            answers = executor.map(_check, bundles)
        for outcomes in answers:
            yield from outcomes
            done += 1
    except BrokenProcessPool:  # one of them was ended from outside, as by a machine that is short of memory
        for path in rest[done * _BUNDLE :]:
            yield worker.brief(path, measured)
    finally:  # also where somebody has pressed Ctrl-C, or reads no further
        executor.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - before:
            process.terminate()  # what it is at is of no use any more
        executor.shutdown()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a signal wait while processes are started: one that comes in the midst of it would be lost."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(worker: Worker[Any], measured: bool) -> None:
    global _worker, _measured  # one for each process
    _worker, _measured = worker, measured
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told, and ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """End where the first process has been killed, which would leave this one waiting for ever."""
    wait([sentinel])
    os._exit(1)


def _check(paths: Sequence[str]) -> list[Any]:
    assert _worker is not None
    return [_worker.brief(path, _measured) for path in paths]
