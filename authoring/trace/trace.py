"""The trace of a draft: the text as it was rendered, and the origin of every stretch of it, as saved beside it."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from authoring.errors import ArticleError
from authoring.text.span import Span
from authoring.trace.traced import Traced

VERSION = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of a draft that share one origin: a place in the notes, a template line, or both."""

    span: Span
    """Where they stand in the draft."""
    notes: Span | None
    """Where they come from in the notes; ``None`` for the template's own words."""
    line: int
    """Line of the notes, from 1; 0 where nothing of it stands there."""
    column: int
    exact: bool
    """Whether they are the very characters of the notes, one for one."""
    template: str
    """Name of the template that holds or printed them."""
    template_line: int


@dataclass(frozen=True)
class Trace:
    """Where every stretch of one rendering came from; it covers the text completely."""

    text: str
    """The article as rendered, before anybody edited it."""
    stretches: tuple[Stretch, ...]
    notes: str
    """Path of the notes, relative to the article."""
    notes_sha256: str
    template: str
    """The template's name, as ``--template`` takes it."""
    template_sha256: str

    def __post_init__(self) -> None:
        at = 0
        for stretch in self.stretches:
            if stretch.span.start != at or not (stretch.notes or stretch.template):
                raise ValueError(f"the trace has a gap at character {at}")
            at = stretch.span.end
        if at != len(self.text):
            raise ValueError(f"the trace ends at character {at} of {len(self.text)}")

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.span.start for stretch in self.stretches]

    def within(self, span: Span) -> Iterator[Stretch]:
        """The stretches that share a character with ``span`` of the rendered text, in order."""
        for stretch in self.stretches[max(bisect_right(self._starts, span.start) - 1, 0) :]:
            if stretch.span.start >= span.end:
                return
            if stretch.span.overlaps(span):
                yield stretch

    def to_json(self) -> str:
        """The file that stands beside the article."""
        templates = sorted({stretch.template for stretch in self.stretches})
        numbers = {name: number for number, name in enumerate(templates)}
        rows = [
            [
                len(stretch.span),
                stretch.notes.start if stretch.notes else -1,
                stretch.notes.end if stretch.notes else -1,
                stretch.line,
                stretch.column,
                int(stretch.exact),
                numbers[stretch.template],
                stretch.template_line,
            ]
            for stretch in self.stretches
        ]
        head = {
            "version": VERSION,
            "notes": self.notes,
            "notes_sha256": self.notes_sha256,
            "template": self.template,
            "template_sha256": self.template_sha256,
            "text_sha256": sha256(self.text),
            "text": self.text,
            "templates": templates,
            "columns": ["length", "note_start", "note_end", "line", "column", "exact", "template", "template_line"],
        }
        opening = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
        return opening + ',\n "runs": [\n  ' + ",\n  ".join(json.dumps(row) for row in rows) + "\n ]\n}\n"

    @classmethod
    def from_json(cls, text: str, path: Path) -> Trace:
        """The trace of a file; raises ``ArticleError`` where it is none, or is damaged."""
        try:
            data: dict[str, Any] = json.loads(text)
            if data["version"] != VERSION:
                raise ArticleError("this trace is of another version of the program", path=path, hint=_AGAIN)
            made = cls(
                data["text"],
                tuple(_stretches(data["runs"], data["templates"])),
                data["notes"],
                data["notes_sha256"],
                data["template"],
                data["template_sha256"],
            )
            damaged = sha256(made.text) != data["text_sha256"]
        except (ValueError, KeyError, TypeError, IndexError):
            damaged = True
        if damaged:
            raise ArticleError("this trace is damaged, expected one that authoring draft wrote", path=path, hint=_AGAIN)
        return made


_AGAIN = "draft the article again"


def _stretches(rows: list[list[int]], templates: list[str]) -> Iterator[Stretch]:
    at = 0
    for length, start, end, line, column, exact, template, template_line in rows:
        notes = Span(start, end) if start >= 0 else None
        yield Stretch(Span(at, at + length), notes, line, column, bool(exact), templates[template], template_line)
        at += length


def stretches_of(text: Traced, position: Any) -> Iterator[Stretch]:
    """The stretches of a rendered text; ``position`` gives line and column of an offset into the notes."""
    at = 0
    for run in text._runs:
        notes = Span(run.start, run.end) if run.noted else None
        line, column = position(run.start) if run.noted else (0, 0)
        yield Stretch(Span(at, at + run.length), notes, line, column, run.exact, run.template or "", run.line)
        at += run.length


def sha256(text: str) -> str:
    """Fingerprint of a text; line ends count as ``\\n``, since version control may change them on the way."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def trace_path(article: Path) -> Path:
    """Where the trace of an article stands: ``.interview.trace.json`` beside ``interview.md``."""
    return article.with_name(f".{article.stem}.trace.json")
