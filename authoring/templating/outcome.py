"""Looks at a draft for what its template has made of too little: empty paragraphs, holes, front matter that is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from authoring.notes.front import read_front
from authoring.notes.problems import Problems
from authoring.text.span import Span
from authoring.trace.trace import Stretch, Trace

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"\s*(?:([-*_•·~#])(?:\s*\1){2,}|<!--.*|\|[-:| ]*|```.*|~~~.*)\s*$")
_MARKS = re.compile(r"[\W_]+$")
_HOLE = re.compile(r".*\b(?:by|of|at|from|in|on|for|with|and|to)\s*[.,;:]?[*_]*\s*$", re.IGNORECASE)
EMPTY = "this makes an empty line where the notes have nothing for it, expected {% if … %} around it"
HOLE = "this makes words with a hole where the notes have nothing for it, expected {% if … %} around it"


def looked_at(trace: Trace, filled: Collection[tuple[str, int]]) -> Iterator[tuple[str, int, str]]:
    """What is wrong with a draft: the template, its line and what to say of it.

    ``filled`` are the lines of templates that print words of the notes where those hold everything.
    """
    body = 0
    if trace.text.startswith("---\n"):
        end = trace.text.find("\n---\n", 3)
        body = end + 5 if end >= 0 else 0
        yield from _front(trace, closed=end >= 0)
    for found in _LINE.finditer(trace.text, body):
        stretches = list(trace.within(Span(*found.span())))
        line = next(((each.template, each.template_line) for each in stretches if _place(each) in filled), None)
        if line is None or _RULE.match(found[0]) or any(each.notes for each in stretches):
            continue
        if _MARKS.match(found[0]):
            yield (*line, EMPTY)
        elif _HOLE.match(found[0]):
            yield (*line, HOLE)


def printed_lines(trace: Trace) -> Iterator[tuple[str, int]]:
    """The lines of templates that print words of the notes."""
    return ((each.template, each.template_line) for each in trace.stretches if each.notes is not None)


def _place(stretch: Stretch) -> tuple[str, int]:
    return stretch.template, stretch.template_line


def _front(trace: Trace, *, closed: bool) -> Iterator[tuple[str, int, str]]:
    if not closed:
        first = trace.stretches[0]
        message = "front matter is opened and never closed, expected a second line ---"
        yield first.template, first.template_line, message
        return
    problems = Problems("", trace.text)
    read_front(trace.text, problems)
    for problem in problems.sorted():
        if problem.level != "error":
            continue
        at = min(problem.start, len(trace.text) - 1)
        start = trace.text.rfind("\n", 0, at) + 1
        stretches = list(trace.within(Span(start, max(at, start + 1))))
        place = next((each for each in stretches if each.notes is not None), stretches[0])
        message = "this makes front matter that cannot be read, expected “| yaml” after the field"
        yield place.template, place.template_line, message
        return
