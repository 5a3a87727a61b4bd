"""The process that serves drafts: it forks a bounded child for each, and never has a word of a job in its own hands.

Jinja's sandbox bounds neither time nor memory; only a process that can be killed does. This one has imported and
compiled what every draft needs. It waits until its standard input has something to read, and forks; the child reads the
job, renders it within its bounds, and answers through a pipe, so that whatever a template did to its process is gone
with it. What the child says is handed on in frames that this process measures, so that a child which dies half-way
cannot confuse what comes after it. After anything but an orderly end, this process ends too, and the next draft starts
another.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from authoring.drafting.frames import UNREAD, write_end, write_frame
from authoring.drafting.limits import TimeUpError, bound, no_dump, rest
from authoring.drafting.ready import Ready
from authoring.drafting.rendering import failure, run
from authoring.text.shipped import builtin_templates

_PIECE = 1 << 16


def main() -> None:
    """Serve drafts until standard input ends."""
    gc.disable()  # a child is one short job, and this process makes nothing but what it keeps
    no_dump()
    ready = Ready()
    if not hasattr(os, "fork"):
        write_frame(1, Job(sys.stdin.buffer).answer(ready))
        write_end(1, 0)
        return
    import select

    asked = select.poll()
    asked.register(0, select.POLLIN)
    ahead = ready.steps(builtin_templates())
    next(ahead)  # what the first child would have to do otherwise
    while True:
        found = asked.poll(0)
        if not found and next(ahead, _DONE) is not _DONE:
            continue
        asks = (found or asked.poll())[0][1] & select.POLLIN
        if not asks or not _serve(ready):  # nobody is there who could ask for more
            return


_DONE = object()


def _serve(ready: Ready) -> bool:
    """One draft, in a child of its own; whether its end was in order."""
    end, start = os.pipe()
    child = os.fork()
    if not child:
        os.close(end)
        os._exit(_child(start, ready))
    os.close(start)
    try:
        _hand_on(end)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(end)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    write_end(1, code)
    return code == 0


def _hand_on(end: int) -> None:
    """What the child says, in frames. Raises ``BrokenPipeError`` when nobody is there any more who could read it."""
    import select

    both = select.poll()
    both.register(end, select.POLLIN)
    both.register(0, 0)  # only whether it is closed: what there is to read is the child's
    piece = bytearray(_PIECE)
    try:
        while True:
            if any(file == 0 for file, _ in both.poll()):
                raise BrokenPipeError
            length = os.readv(end, [piece])
            if not length:
                return
            write_frame(1, memoryview(piece)[:length])
    finally:
        piece[:] = bytes(_PIECE)  # the next child has all that is in memory here, and nothing of this draft


def _child(start: int, ready: Ready) -> int:
    """Render the job that waits in standard input, and answer where standard output was; the exit code."""
    try:
        os.dup2(start, 1)
        os.close(start)
        with open(0, "rb", closefd=False) as lines:
            job = Job(lines)
            answer = job.answer(ready)
        with open(1, "wb", closefd=False) as out:
            out.write(answer)
    except BaseException:  # noqa: BLE001 a fault of the program's own; the exit code tells
        return 1
    return 0 if job.read else UNREAD


class Job:
    """One job as it comes in: a line of JSON, the beats in parcels, a line each, and an empty parcel."""

    def __init__(self, lines: BinaryIO) -> None:
        self._lines = lines
        self.read = False
        """Whether it has been read to its end."""

    def answer(self, ready: Ready) -> bytes:
        """Render it within its bounds."""
        job = json.loads(self._lines.readline())
        bound(job["memory"])
        try:
            outcome = json.dumps(run(job, self._beats(), ready))
        except MemoryError:
            outcome = json.dumps(failure("memory", "", job["template"]))
        except TimeUpError:
            rest()
            outcome = json.dumps(failure("time", "", job["template"]))
        return outcome.encode()

    def _beats(self) -> Iterator[Any]:
        for line in self._lines:
            parcel = json.loads(line)
            if not parcel:
                self.read = True
                break
            yield from parcel
        # From here on a template runs, to which neither this job nor the next is anything to read.
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)


if __name__ == "__main__":
    with suppress(BrokenPipeError):  # whoever asked is gone
        main()
