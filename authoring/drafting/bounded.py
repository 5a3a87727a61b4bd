"""Runs templates in a child process with bounds on time and memory, and turns its failures into clear errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from authoring.drafting.record import Record, encode
from authoring.drafting.view import View
from authoring.errors import TemplateError
from authoring.notes.model import Notes
from authoring.text.near import nearest

SECONDS = 2
"""How long a template may run on a story of ordinary length."""


def builtin_templates() -> Path:
    """The folder of the templates that come with the program: in the wheel, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


class Rendering(NamedTuple):
    """What the child made of a story."""

    text: str
    templates: list[str]
    """Names of the templates that had a part in it."""
    runs: list[list[int]]
    """For each stretch: length, start and end in the notes (-1 for none), exact, template by number, its line."""
    sha256: str
    """Fingerprint of the templates."""


class Worker:
    """The child process; started early, so that it comes up while the notes are being read."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "authoring.drafting.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def render(self, notes: Notes, data: View, template: str, folders: Sequence[Path], draft: Record) -> Rendering:
        """Render a story.

        Arguments: the notes, their view, the template's name (``interview.md``), the folders with house templates,
        and what the front matter says of the draft. Raises ``TemplateError`` for everything that a template does
        wrong, endless loops and memory without bounds included.
        """
        seconds = SECONDS + sum(len(beat.items) for beat in notes.beats) // 2000
        job = {
            "template": template,
            "folders": [str(folder) for folder in folders],
            "builtin": str(builtin_templates()),
            "notes": encode(data.notes),
            "sources": {key: encode(source) for key, source in data.sources.items()},
            "draft": encode(draft),
            "seconds": seconds,
        }
        try:
            self._send(job, data)
            printed, _ = self._process.communicate(timeout=seconds + 0.2)
        except subprocess.TimeoutExpired:
            self.stop()
            raise TemplateError(
                f"this template ran for more than {seconds} seconds and was stopped",
                path=template,
                hint="look for a loop that never ends",
            ) from None
        if not printed:
            ended = "ran out of time" if self._process.returncode == -24 else "took more memory than a template may"
            raise TemplateError(f"this template {ended} and was stopped", path=template, hint=_BOUNDS)
        outcome = json.loads(printed)
        if "error" in outcome:
            raise _error(outcome["error"], notes, template)
        return Rendering(outcome["text"], outcome["templates"], outcome["runs"], outcome["sha256"])

    def _send(self, job: dict[str, Any], data: View) -> None:
        """The job, then the beats in parcels: the child takes them in while the next are being made."""
        assert self._process.stdin is not None
        beats = iter(data.beats)
        try:
            self._process.stdin.write(json.dumps(job).encode() + b"\n")
            while parcel := [encode(beat) for beat in islice(beats, 100)]:
                self._process.stdin.write(json.dumps(parcel).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the child has ended, and what it printed or did not print says why


_BOUNDS = "look for a loop or a text that grows without end"


def _error(error: dict[str, Any], notes: Notes, template: str) -> TemplateError:
    kind, message = error["kind"], error["message"]
    place = {"path": error["template"] or template, "line": error["line"]}
    if kind == "missing":
        names = [name.removesuffix(".md") for name in error["known"] if not name.startswith("builtin/")]
        wanted = message.removesuffix(".md")
        near = nearest(wanted, names)
        hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(names)}"
        return TemplateError(f"there is no template called “{wanted}”", path=template, hint=hint)
    if kind == "syntax" and message.startswith("No filter named"):
        wanted = message.split("'")[1]
        near = nearest(wanted, error["known"])
        hint = f"did you mean “{near}”?" if near else "docs/templates.md lists the filters"
        return TemplateError(f"there is no filter called “{wanted}”", hint=hint, **place)
    if kind == "field":
        near = f"the nearest field is “{error['near']}”" if error["near"] else "see docs/templates.md for the fields"
        if error["offset"] >= 0:
            line, column = notes.lines.position(error["offset"])
            near = f"fill it in at {notes.path}:{line}:{column}, or ask for it with {{% if … %}}"
        return TemplateError(message, hint=near, **place)
    if kind == "memory":
        return TemplateError(
            "this template took more memory than a template may, and was stopped", hint=_BOUNDS, **place
        )
    if kind == "recursion":
        return TemplateError("this template calls itself without end", hint=_BOUNDS, **place)
    if kind == "security":
        return TemplateError(f"this template asks for what no template may have: {message}", hint="remove it", **place)
    return TemplateError(message, hint="", **place)
