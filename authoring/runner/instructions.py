"""Comments in an article that tell the linter what to pass over, each with its place.

``<!-- authoring: ignore loaded-cue, quotes: the court's own word -->``: an instruction, the rules or families it
names (none stands for all), and a reason after a colon or “--”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from authoring.prose.document import Document, Voice
from authoring.text.patterns import lazy
from authoring.text.span import Span

VERBS = ("ignore", "ignore-file", "off", "on")
_OPENING = lazy(r"<!--\s*authoring(?::\s*|\s+(?=(?:ignore|ignore-file|off|on)\s))", re.IGNORECASE)
"""The colon may be forgotten: who writes the rest means it."""
_VERB = lazy(r"[^\s:,]+")
_REASON = lazy(r":|(?:^|\s)--(?=\s|$)")
_NAME = lazy(r"[^\s,](?:[^,]*[^\s,])?")


@dataclass(frozen=True, slots=True)
class Named:
    """A rule or a family that an instruction names; the empty word stands for all."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class Instruction:
    """One such comment."""

    verb: str
    """One of ``VERBS``, or what stands in its place."""
    span: Span
    """The whole comment."""
    at: Span
    """The verb, or the comment where there is none."""
    names: tuple[Named, ...]
    reason: str


def instructions(document: Document) -> Iterator[Instruction]:
    """Every instruction of an article, in order; a comment shown as code, or in running plain text, is none."""
    text = document.text
    if "<!--" not in text:
        return
    at = 0
    while found := _OPENING.search(text, at):
        end = text.find("-->", found.end())
        if end < 0:
            return
        at = end + 3
        if document.voice_at(found.start()) is Voice.MARKUP:
            yield _read(text, Span(found.start(), at), found.end(), end)


def _read(text: str, span: Span, start: int, end: int) -> Instruction:
    verb = _VERB.match(text, start, end)
    after = verb.end() if verb else start
    reason = _REASON.search(text[after:end])  # a copy, so that “^” is the place after the verb
    until = after + reason.start() if reason else end
    names = tuple(Named(found[0], Span(found.start(), found.end())) for found in _NAME.finditer(text, after, until))
    return Instruction(
        verb[0].lower() if verb else "",
        span,
        Span(verb.start(), verb.end()) if verb else span,
        names or (Named("", span),),
        " ".join(text[after + reason.end() : end].split()) if reason else "",
    )
