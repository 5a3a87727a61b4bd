"""The last touches to a rendering, and the fingerprint of the templates that made it."""

from __future__ import annotations

import hashlib
import re

from jinja2 import TemplateNotFound

from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.ready import Ready
from authoring.notes.schema import FRONT
from authoring.text.patterns import lazy
from authoring.trace.traced import Run, Traced

_COMMENT = lazy(r"\{#.*?#\}", re.DOTALL)
_EXTENDS = lazy(r"\{%[-+]?\s*extends\s+[\"']([^\"']+)[\"']")
_BLANKS = lazy(r"[ \t]+(?=\n)|\n{3,}|\A\s+|\s+\Z")


def finished(text: str) -> Traced:
    """The article without the blank space that templates leave: one empty line at most, one line end at the end."""
    whole = text if isinstance(text, Traced) else Traced(text)
    ranges: list[tuple[int, int]] = []
    at = 0
    for match in _BLANKS.finditer(str.__str__(whole)):
        most = 0 if match.start() == 0 else 1 if match.end() == len(whole) else 2
        breaks = [offset for offset in range(*match.span()) if whole.startswith("\n", offset)][:most]
        ranges += [(at, match.start()), *((offset, offset + 1) for offset in breaks)]
        at = match.end()
    made = whole.cuts([*ranges, (at, len(whole))])
    if made and not made.endswith("\n"):
        last = made._runs[-1]
        made = made + Traced("\n", [Run(1, template=last.template, line=last.line)])
    return made


def fingerprint(environment: NewsroomEnvironment, name: str, ready: Ready | None = None) -> str:
    """The SHA-256 of the texts of a template and of all that it extends, includes or imports by name."""
    assert environment.loader is not None
    ready = ready or Ready()
    digest = hashlib.sha256()
    waiting = [name]
    done: set[str] = set()
    while waiting:
        template = waiting.pop()
        if template in done:
            continue
        done.add(template)
        try:
            source, path, _ = environment.loader.get_source(environment, template)
        except TemplateNotFound:
            if template == name:
                raise
            continue  # rendering will name the line that asked for it
        digest.update(source.encode() + b"\0")
        waiting.extend(ready.named(environment, source, template, path or template))
    return digest.hexdigest()


def kind_made(environment: NewsroomEnvironment, name: str) -> str:
    """What a template of the house makes, if it extends one of the program's: a brief, an interview; else nothing."""
    assert environment.loader is not None
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        kind = name.removeprefix("builtin/").removesuffix(".md")
        if kind in FRONT["kind"].allowed:
            return kind
        try:
            source, _, _ = environment.loader.get_source(environment, name)
        except TemplateNotFound:
            break
        found = _EXTENDS.search(_COMMENT.sub("", source))
        name = found[1] if found else name
    return ""
