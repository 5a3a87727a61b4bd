"""The child process that runs one template: it reads a job as JSON, prints the outcome as JSON, and is bounded.

Jinja's sandbox bounds neither time nor memory; only a process that can be killed does. It holds nothing but what the
job carries, and opens no file for writing.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

MEMORY = 400_000_000
"""Address space that a template may take beyond the interpreter's own, in bytes."""


def bound(seconds: int) -> None:
    """Have the system end this process when it takes too much memory or processor time, or writes to a file."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock and the sandbox's own bounds remain
        return
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        within = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(what, (within, hard))
        except (ValueError, OSError):  # macOS refuses some of them
            continue


def run(job: dict[str, Any], beats: Iterable[Any]) -> dict[str, Any]:
    """Render a job; the outcome holds ``text`` with its runs, or ``error``."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
    from jinja2.exceptions import SecurityError

    from authoring.drafting.environment import MissingFieldError, NewsroomEnvironment, loader_for
    from authoring.drafting.filters import FILTERS
    from authoring.drafting.finish import fingerprint, finished
    from authoring.drafting.record import encode_runs
    from authoring.drafting.story import story

    environment = NewsroomEnvironment(
        loader_for([Path(each) for each in job["folders"]], Path(job["builtin"])), FILTERS
    )
    notes, decoded = story(job, beats)
    bound(job["seconds"])
    name = job["template"]
    try:
        used, print_ = fingerprint(environment, name)
        draft = decoded(job["draft"])
        draft["template_sha256"] = print_
        text = finished(environment.get_template(name).render(notes=notes, draft=draft))
    except TemplateNotFound as error:
        return _failed("missing", str(error.name or error), known=environment.list_templates())
    except TemplateSyntaxError as error:
        return _failed("syntax", error.message or "", error.name or name, error.lineno, known=list(environment.filters))
    except MissingFieldError as error:
        place = _place(error.__traceback__, environment, name)
        return _failed("field", error.message or "", *place, near=error.near, field=error.field, offset=error.offset)
    except SecurityError as error:
        return _failed("security", error.message or "", *_place(error.__traceback__, environment, name))
    except TemplateError as error:
        return _failed("template", error.message or "", *_place(error.__traceback__, environment, name))
    except MemoryError:
        return _failed("memory", "", name)
    except RecursionError:
        return _failed("recursion", "", name)
    except Exception as error:  # noqa: BLE001 whatever a template does is reported as the template's error
        place = _place(error.__traceback__, environment, name)
        return _failed("template", f"{error}" or type(error).__name__, *place)
    names, runs = encode_runs(text)
    return {"text": str.__str__(text), "templates": names, "runs": runs, "used": used, "sha256": print_}


def _failed(kind: str, message: str, template: str = "", line: int = 0, **more: Any) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": message[:500], "template": template, "line": line, **more}}


def _place(trace: TracebackType | None, environment: Any, name: str) -> tuple[str, int]:
    """Template and line of the innermost template frame; Jinja has put template lines into the traceback."""
    files = {}
    for template in environment.list_templates():
        if template in environment.loaded:
            files[environment.loaded[template]] = template
    found = (name, 0)
    for frame, line in walk_tb(trace):
        if frame.f_code.co_filename in files:
            found = (files[frame.f_code.co_filename], line)
    return found


def main() -> None:
    """Read the job, and then its beats, from standard input, a line of JSON each, and print the outcome."""
    import authoring.drafting.environment  # noqa: F401 imported while the parent still reads the notes

    gc.disable()  # one short job: what it makes goes with the process
    lines = sys.stdin.buffer
    first = lines.readline()
    if not first:
        return
    job = json.loads(first)
    beats = (beat for line in lines for beat in json.loads(line))
    try:
        outcome = json.dumps(run(job, beats))
    except MemoryError:
        outcome = json.dumps(_failed("memory", "", job["template"]))
    sys.stdout.buffer.write(outcome.encode())


if __name__ == "__main__":
    main()
