"""What the system refuses the process in which a template runs: memory, time, files, and a dump of what it held."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import Any

resource: Any
try:
    import resource
except ImportError:  # Windows, which has no alarm either: the parent's clock and the sandbox's own bounds remain
    resource = None


class TimeUpError(Exception):
    """The template has run for as long as a template may."""


def bound(memory: int) -> None:
    """Have the system refuse this process more address space, files to write, and processes of its own."""
    if resource is not None:
        _limit(resource.RLIMIT_AS, memory)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NPROC, 0)


def no_dump() -> None:
    """Have the system leave no dump of what this process, and those that it forks, had in memory."""
    if resource is not None:
        _limit(resource.RLIMIT_CORE, 1)  # to Linux, 1 also means: none to a crash reporter, which 0 allows


def bound_time(seconds: int) -> None:
    """End this process after some seconds of the processor's, and before that have the template's line be named.

    Only its own seconds count: with much else to do, a machine takes longer by the clock on the wall over a good one.
    """
    if resource is None:
        return
    _limit(resource.RLIMIT_CPU, seconds + 1)  # for what never comes back to the interpreter
    signal.signal(signal.SIGPROF, _time_up)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)  # again, in case the first is caught on its way


def rest() -> None:
    """No more alarms: the template is done, or what went wrong is being told."""
    if resource is not None:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit(what: int, limit: int) -> None:
    hard = resource.getrlimit(what)[1]
    within = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    try:
        resource.setrlimit(what, (within, hard))
    except (ValueError, OSError):  # macOS refuses some of them
        return


def _time_up(_number: int, frame: FrameType | None) -> None:
    if frame is None or frame.f_lineno is not None:
        raise TimeUpError
    # The jump at the end of a loop belongs to no line, and Jinja fails where it is to name one: wait for the next.
    frame.f_trace = _at_a_line
    sys.settrace(_at_a_line)


def _at_a_line(_frame: FrameType, event: str, _argument: object) -> Any:
    if event == "line":
        sys.settrace(None)
        raise TimeUpError
    return _at_a_line
