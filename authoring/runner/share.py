"""How many processes are of use for a number of files, told without importing what starts them."""

from __future__ import annotations

import os
from collections.abc import Sized

FIRST = 8
"""Files that are checked before there are other processes, so that what all need is made once, and they inherit it."""
_EACH = 24
"""Files for which another process is worth its start."""


def useful(jobs: int, files: Sized) -> int:
    """How many processes to take: as many as were asked for, or else as there are cores and work for."""
    if jobs == 0:
        jobs = min(_cores(), len(files) // _EACH)
    return max(1, min(jobs, len(files) - FIRST))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
