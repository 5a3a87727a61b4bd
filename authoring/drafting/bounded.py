"""Runs templates in a child process with bounds on time and memory, and turns its failures into clear errors."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from threading import Timer
from typing import Any, NamedTuple

from authoring.config.conventions import UNSETTLED, Conventions
from authoring.drafting.failures import GROWS, failure
from authoring.drafting.frames import UNREAD, read_answer
from authoring.drafting.record import Record, encode
from authoring.drafting.view import View
from authoring.errors import TemplateError
from authoring.notes.model import Notes
from authoring.text.shipped import builtin_templates

SECONDS = 2
"""How long a template may run on a story of ordinary length, in seconds of the processor's."""
_PATIENCE = 5 if hasattr(os, "fork") else 1
"""How many times as long that may take by the clock on the wall, where much else is running and the child can count."""
MEMORY = 400_000_000
"""Address space that the child may take on a story of ordinary length, in bytes."""
_MANY = 10_000
_EACH = 15_000
"""What each item beyond so many may take besides, in bytes: the longest notes that are read have some 200,000."""
_GRACE = 0.7
"""How much longer the child may take to say that its time is up, and where, before it is killed, in seconds."""
_NEEDED = (
    *("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *("PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"),
)
"""What Python may need of the environment to start; all else, keys and tokens among it, is kept from the child."""
_GROUPS = hasattr(os, "fork")
"""Whether one process can serve many drafts; on Windows each has a process of its own."""


class Rendering(NamedTuple):
    """What the child made of a story."""

    text: str
    templates: list[str]
    """Names of the templates that had a part in it."""
    runs: list[list[int]]
    """For each stretch: length, start and end in the notes (-1 for none), exact, template by number, its line."""
    sha256: str
    """Fingerprint of the templates."""
    files: list[str]
    """Paths of the templates that were read for it."""


class Worker:
    """The process in which templates run; it serves any number of drafts, one at a time, each in a child of its own.

    Started early, it comes up while the notes are being read. What one draft does to its child harms no other; where
    the process itself has ended, the next draft starts another.
    """

    def __init__(self, grace: float = _GRACE) -> None:
        """``grace`` is how much longer than its time a child may take to say where in a template it was."""
        self._late = False
        self._grace = grace
        self._start()

    def _start(self) -> None:
        environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
        places = [*(path for path in sys.path if path), str(Path(__file__).parents[2])]
        environment["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(places))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-S", "-m", "authoring.drafting.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            process_group=0 if _GROUPS else None,  # so that it can be ended together with its child
        )

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process and its child, whatever they do; another draft would start it again."""
        self._kill()
        self._process.communicate()

    def _kill(self) -> None:
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL) if _GROUPS else self._process.kill()

    def _time_up(self) -> None:
        self._late = True
        self._kill()

    def render(
        self,
        notes: Notes,
        data: View,
        template: str,
        folders: Sequence[Path],
        draft: Record,
        *,
        conventions: Conventions = UNSETTLED,
        file: Path | None = None,
    ) -> Rendering:
        """Render a story.

        Arguments: the notes, their view, the template's name (``interview.md``), the folders with house templates,
        what the front matter says of the draft, how the house writes things, and the template's file where it was
        named by its path. Raises ``TemplateError`` for everything that a template does wrong, endless loops and
        memory without bounds included.
        """
        items = sum(len(beat.items) for beat in notes.beats)
        seconds = SECONDS + items // 2000
        job = {
            "template": template,
            "folders": [str(folder) for folder in folders],
            "builtin": str(builtin_templates()),
            "file": str(file) if file else None,
            "path": notes.path,
            "notes": encode(data.notes),
            "sources": {key: encode(source) for key, source in data.sources.items()},
            "draft": encode(draft),
            "conventions": conventions.settled(),
            "seconds": seconds,
            "memory": MEMORY + _EACH * max(0, items - _MANY),
        }
        if self._process.poll() is not None:
            self.stop()
            self._start()
        try:
            self._send(job, data)
            answer, code = self._receive(seconds * _PATIENCE + self._grace)
        except BaseException:  # half a job sent, or half an answer read, is no beginning for another
            self.stop()
            raise
        if code != 0 or not _GROUPS:
            self.stop()
        if code not in (0, UNREAD) or not answer:
            raise self._died(code, notes, template, seconds)
        outcome = json.loads(answer)
        if "error" in outcome:
            raise failure(outcome["error"], notes, template, seconds)
        return Rendering(outcome["text"], outcome["templates"], outcome["runs"], outcome["sha256"], outcome["files"])

    def _receive(self, patience: float) -> tuple[bytes, int | None]:
        """The answer, and how the child ended; ``None`` where all of it had to be ended."""
        assert self._process.stdout is not None
        self._late = False
        clock = Timer(patience, self._time_up)
        clock.daemon = True
        clock.start()
        try:
            return read_answer(self._process.stdout)
        finally:
            clock.cancel()
            clock.join()

    def _died(self, code: int | None, notes: Notes, template: str, seconds: int) -> TemplateError:
        """Why there is no answer: the system's bounds end a child with a signal."""
        if self._late or code == -getattr(signal, "SIGXCPU", 0) != 0:
            return failure({"kind": "time", "message": ""}, notes, template, seconds)
        code = self._process.returncode if code is None else code
        if code < 0:
            return TemplateError("this template was stopped by the system", path=template, hint=GROWS)
        hint = f"is Jinja in {Path(sys.prefix).name} as it was installed?"
        return TemplateError(f"the process that runs templates failed (exit code {code})", path=template, hint=hint)

    def _send(self, job: dict[str, Any], data: View) -> None:
        """The job, then the beats in parcels: the child takes them in while the next are being made."""
        assert self._process.stdin is not None
        beats = iter(data.beats)
        try:
            self._process.stdin.write(json.dumps(job).encode() + b"\n")
            while parcel := [encode(beat) for beat in islice(beats, 100)]:
                self._process.stdin.write(json.dumps(parcel).encode() + b"\n")
            self._process.stdin.write(b"[]\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the process has ended, and what it said or did not say tells why
