"""Renders one job, inside the bounded process, and tells what went wrong as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from authoring.config.conventions import Conventions
from authoring.drafting.acronyms import terms_of
from authoring.drafting.environment import MissingFieldError, NewsroomEnvironment
from authoring.drafting.filters import FILTERS
from authoring.drafting.finish import fingerprint, finished, kind_made
from authoring.drafting.limits import TimeUpError, bound_time, rest
from authoring.drafting.loader import TemplateFileError, TemplateFiles
from authoring.drafting.naming import Naming
from authoring.drafting.ready import Ready
from authoring.drafting.record import encode_runs
from authoring.drafting.story import pronouns, shorts, story
from authoring.text.files import LIMIT


def run(job: dict[str, Any], beats: Iterable[Any], ready: Ready | None = None) -> dict[str, Any]:
    """Render a job; the outcome holds ``text`` with its runs, or ``error``.

    Arguments: the job, its beats, which may still be on their way, and the templates that are compiled already.
    """
    file = Path(job["file"]) if job["file"] else None
    files = TemplateFiles([Path(each) for each in job["folders"]], Path(job["builtin"]), file, Path(job["path"]))
    environment = NewsroomEnvironment(files, FILTERS)
    environment.bytecode_cache = ready = ready or Ready()
    notes, decoded = story(job, beats)
    environment.naming = Naming(pronouns(notes["sources"]), terms_of(notes["terms"]), shorts(notes["sources"]))
    environment.conventions = Conventions.of(job["conventions"])
    bound_time(job["seconds"])
    name = job["template"]

    def failed(kind: str, error: BaseException, message: str = "", **more: Any) -> dict[str, Any]:
        return failure(kind, message or str(error), *_place(error.__traceback__, files.names, name), **more)

    try:
        print_ = fingerprint(environment, name, ready)
        draft = decoded(job["draft"])
        draft["kind"] = kind_made(environment, name) or draft["kind"]
        draft["template_sha256"] = print_
        text = finished(environment.get_template(name).render(notes=notes, draft=draft))
        rest()
    except Exception as caught:  # noqa: BLE001 whatever a template does is reported as the template's error
        rest()
        error = caught
    else:
        wrong = _unwritable(text)
        if wrong is not None:
            return failure("template", *wrong)
        names, runs = encode_runs(text)
        return {
            "text": str.__str__(text),
            "templates": names,
            "runs": runs,
            "files": list(files.names),
            "sha256": print_,
        }
    match error:
        case TemplateNotFound():
            return failed("missing", error, str(error.name or error), known=files.list_templates())
        case TemplateSyntaxError():
            known = list(environment.filters)
            return failure("syntax", error.message or "", error.name or name, error.lineno, known=known)
        case TemplateFileError():
            return failure("file", str(error), error.name, error.line, hint=error.hint)
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
            return failure("nesting", "", name)
        case RecursionError():
            place = _place(error.__traceback__, files.names, name)
            return failure("recursion" if place[1] else "nesting", "", *place)
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


def _place(trace: TracebackType | None, names: dict[str, str], name: str) -> tuple[str, int]:
    """Template and line of the innermost template frame; Jinja has put template lines into the traceback.

    ``names`` gives the template of each file.
    """
    found = (name, 0)
    for frame, line in walk_tb(trace):
        if frame.f_code.co_filename in names:
            found = (names[frame.f_code.co_filename], line)
    return found


def failure(kind: str, message: str, template: str = "", line: int = 0, **more: Any) -> dict[str, Any]:
    """An outcome that says what went wrong, and where."""
    return {"error": {"kind": kind, "message": message[:500], "template": template, "line": line, **more}}
