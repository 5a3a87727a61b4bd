"""The child process that runs one template: it reads a job as JSON, prints the outcome as JSON, and is bounded.

Jinja's sandbox bounds neither time nor memory; only a process that can be killed does. It holds nothing but what the
job carries, opens no file for writing, and ends by itself when nobody is there to end it.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from traceback import walk_tb
from types import FrameType, TracebackType
from typing import Any

from authoring.text.files import LIMIT


class TimeUpError(Exception):
    """The template has run for as long as a template may."""


def bound(memory: int) -> None:
    """Have the system refuse this process more address space, files to write, and a dump of what it had in memory."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock and the sandbox's own bounds remain
        return
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 1),  # to Linux, 1 also means: none to a crash reporter, which 0 allows
    ):
        _limit(resource, what, limit)


def bound_time(seconds: int) -> None:
    """End this process after some seconds, and before that give the template's line a chance to be named."""
    if not hasattr(signal, "setitimer"):
        return
    import resource

    _limit(resource, resource.RLIMIT_CPU, seconds + 1)  # for what never comes back to the interpreter
    signal.signal(signal.SIGALRM, _time_up)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)  # again, in case the first is caught on its way


def _limit(resource: Any, what: int, limit: int) -> None:
    hard = resource.getrlimit(what)[1]
    within = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    try:
        resource.setrlimit(what, (within, hard))
    except (ValueError, OSError):  # macOS refuses some of them
        return


def _time_up(_number: int, _frame: FrameType | None) -> None:
    raise TimeUpError


def _rest() -> None:
    """No more alarms: the template is done, or what went wrong is being told."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def run(job: dict[str, Any], beats: Iterable[Any]) -> dict[str, Any]:
    """Render a job; the outcome holds ``text`` with its runs, or ``error``."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    from authoring.config.conventions import Conventions
    from authoring.drafting.environment import MissingFieldError, NewsroomEnvironment
    from authoring.drafting.filters import FILTERS
    from authoring.drafting.finish import fingerprint, finished
    from authoring.drafting.loader import TemplateFileError, TemplateFiles
    from authoring.drafting.naming import Naming
    from authoring.drafting.record import encode_runs
    from authoring.drafting.story import pronouns, story

    file = Path(job["file"]) if job["file"] else None
    files = TemplateFiles([Path(each) for each in job["folders"]], Path(job["builtin"]), file, Path(job["path"]))
    environment = NewsroomEnvironment(files, FILTERS)
    notes, decoded = story(job, beats)
    environment.naming = Naming(pronouns(notes["sources"]))
    environment.conventions = Conventions.of(job["conventions"])
    bound_time(job["seconds"])
    name = job["template"]

    def failed(kind: str, error: BaseException, message: str = "", **more: Any) -> dict[str, Any]:
        return _failed(kind, message or str(error), *_place(error.__traceback__, files.names, name), **more)

    try:
        used, print_ = fingerprint(environment, name)
        draft = decoded(job["draft"])
        draft["template_sha256"] = print_
        text = finished(environment.get_template(name).render(notes=notes, draft=draft))
        _rest()
    except Exception as caught:  # noqa: BLE001 whatever a template does is reported as the template's error
        _rest()
        error = caught
    else:
        wrong = _unwritable(text)
        if wrong is not None:
            return _failed("template", *wrong)
        names, runs = encode_runs(text)
        return {"text": str.__str__(text), "templates": names, "runs": runs, "used": used, "sha256": print_}
    match error:
        case TemplateNotFound():
            return failed("missing", error, str(error.name or error), known=files.list_templates())
        case TemplateSyntaxError():
            known = list(environment.filters)
            return _failed("syntax", error.message or "", error.name or name, error.lineno, known=known)
        case TemplateFileError():
            return _failed("file", str(error), error.name, error.line, hint=error.hint)
        case MissingFieldError():
            about = {"near": error.near, "field": error.field, "offset": error.offset}
            return failed("field", error, error.message or "", **about)
        case TemplateError():
            return failed("template", error, error.message or "")
        case TimeUpError():
            return failed("time", error)
        case MemoryError():
            return failed("memory", error)
        case SyntaxError():  # Python's, for the program that Jinja made of the template
            return _failed("nesting", "", name)
        case RecursionError():
            place = _place(error.__traceback__, files.names, name)
            return _failed("recursion" if place[1] else "nesting", "", *place)
        case KeyError():
            return failed("template", error, f"there is no {error}")
        case _:
            return failed("template", error, f"{error}" or type(error).__name__)


def _unwritable(text: Any) -> tuple[str, str, int] | None:
    """Why a text cannot be kept in a file, with the template and the line that made it so."""
    plain = str.__str__(text)
    at = plain.find("\0")
    try:
        size = len(plain.encode())
    except UnicodeEncodeError as error:
        size, at = 0, error.start
    if at >= 0:
        run = text[at : at + 1]._runs[0]
        return "this template makes a character that no file of text may hold", run.template or "", run.line
    if size > LIMIT:
        last = text._runs[-1]
        message = f"this template makes an article of more than {LIMIT // 1_000_000} MB"
        return message, last.template or "", last.line
    return None


def _failed(kind: str, message: str, template: str = "", line: int = 0, **more: Any) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": message[:500], "template": template, "line": line, **more}}


def _place(trace: TracebackType | None, names: dict[str, str], name: str) -> tuple[str, int]:
    """Template and line of the innermost template frame; Jinja has put template lines into the traceback.

    ``names`` gives the template of each file.
    """
    found = (name, 0)
    for frame, line in walk_tb(trace):
        if frame.f_code.co_filename in names:
            found = (names[frame.f_code.co_filename], line)
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
    bound(job["memory"])
    beats = (beat for line in lines for beat in json.loads(line))
    try:
        outcome = json.dumps(run(job, beats))
    except MemoryError:
        outcome = json.dumps(_failed("memory", "", job["template"]))
    except TimeUpError:
        _rest()
        outcome = json.dumps(_failed("time", "", job["template"]))
    sys.stdout.buffer.write(outcome.encode())


if __name__ == "__main__":
    main()
