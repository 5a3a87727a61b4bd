"""Says what went wrong in a template, in a writer's words: one short line, whatever the template put into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from authoring.errors import TemplateError
from authoring.notes.model import Notes
from authoring.text.near import nearest

GROWS = "look for a loop or a text that grows without end"
_LONGEST = 100
"""Most characters of a message that comes from the template or from Jinja."""
_NAMED = 8
"""How many names are offered where none is near."""


def failure(error: Mapping[str, Any], notes: Notes, template: str, seconds: int) -> TemplateError:
    """The error that a reporter reads.

    Arguments: the outcome of the child process, with ``kind``, ``message``, ``template`` and ``line``; the notes, for
    the place to fill in; the template that was asked for; and how long it was allowed to run.
    """
    kind, message = error["kind"], one_line(error["message"])
    path, line = one_line(error.get("template") or template), error.get("line", 0)
    hint = ""
    if kind in ("syntax", "template"):
        message = message.rstrip(".")
    if kind == "missing":
        wanted = message.removesuffix(".md")
        message, hint = f"there is no template called “{wanted}”", _near(wanted, error["known"])
    elif kind == "syntax" and message.startswith("No filter named"):
        wanted = message.split("'")[1]
        near = nearest(wanted, error["known"])
        message = f"there is no filter called “{wanted}”"
        hint = f"did you mean “{near}”?" if near else "docs/templates.md lists the filters"
    elif kind == "field":
        hint = f"the nearest field is “{error['near']}”" if error["near"] else "see docs/templates.md for the fields"
        if error["offset"] >= 0:
            place = ":".join(map(str, notes.where(error["offset"])))
            hint = f"fill it in at {place}, or ask for it with {{% if … %}}"
    elif kind == "file":
        hint = error["hint"]
    elif kind == "time":
        message = f"this template ran for more than {seconds} seconds and was stopped"
        hint = "look for a loop that never ends"
    elif kind in _KINDS:
        message, hint = _KINDS[kind]
    return TemplateError(message, path=path, line=line, hint=hint)


_KINDS = {
    "memory": ("this template took more memory than a template may, and was stopped", GROWS),
    "recursion": ("this template calls itself without end", "look for a macro, loop or template that uses itself"),
    "nesting": ("this template has too much inside one another", "put a part of it into a macro of its own"),
}


def one_line(text: str, most: int = _LONGEST) -> str:
    """A text as part of one line of a terminal: no line breaks, no control characters, and no more than that."""
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * most]).split())
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def _near(wanted: str, known: Iterable[str]) -> str:
    names = sorted({one_line(name.removesuffix(".md")) for name in known})
    near = nearest(wanted, names)
    if near and near != wanted:
        return f"did you mean “{near}”?"
    return f"there are: {', '.join(names[:_NAMED])}{', …' if len(names) > _NAMED else ''}"
