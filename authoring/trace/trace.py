"""The trace of a draft: the text as it was rendered, and the origin of every stretch of it, as saved beside it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from authoring.errors import ArticleError
from authoring.text.span import Span

VERSION = 1
TRACE_LIMIT = 200_000_000
"""Largest trace that is read, in bytes: it holds the article, and a line for every stretch of it."""


class Stretch(NamedTuple):
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


Row = tuple[int, int, int, int, int, int, int, int]
"""A stretch as it is saved, in the order of ``COLUMNS``; -1 for a place that there is not."""
COLUMNS = ("length", "note_start", "note_end", "line", "column", "exact", "template", "template_line")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What ``authoring update`` began from; with it, an update that was cut short can be taken up again."""

    text: str
    """The text that was rendered before."""
    before_sha256: str
    """Fingerprint of the edited article as it was."""
    after_sha256: str
    """Fingerprint of the article as it was to be."""


@dataclass(frozen=True)
class Trace:
    """Where every stretch of one rendering came from; it covers the text completely."""

    text: str
    """The article as rendered, before anybody edited it."""
    rows: tuple[Row, ...]
    """The stretches as they are saved, in order; see ``stretches``."""
    templates: tuple[str, ...]
    """Names of the templates that had a part in it; rows refer to them by number."""
    notes: str
    """Path of the notes, relative to the article."""
    notes_sha256: str
    template: str
    """The template's name, as ``--template`` takes it."""
    template_sha256: str
    contacts: tuple[int, str] | None = None
    """From which offset on places are in the contacts file, and its path, relative to the article."""
    house: str = ""
    """The house style, where it was named with ``--house`` and is not that of the notes or the configuration."""
    template_file: str = ""
    """Path of the template, relative to the article, where it was named by its path."""
    earlier: Earlier | None = None
    """What an update began from that is not finished yet; it is, unless the program was ended in the middle."""

    def __post_init__(self) -> None:
        at = 0
        for length, start, _, _, _, _, template, _ in self.rows:
            if length < 1 or (start < 0 and template < 0):
                raise ValueError(f"the trace has a gap at character {at}")
            at += length
        if at != len(self.text):
            raise ValueError(f"the trace ends at character {at} of {len(self.text)}")

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every stretch of the text, in order."""
        made = []
        at = 0
        for length, start, end, line, column, exact, template, template_line in self.rows:
            notes = Span(start, end) if start >= 0 else None
            name = self.templates[template] if template >= 0 else ""
            made.append(Stretch(Span(at, at + length), notes, line, column, bool(exact), name, template_line))
            at += length
        return tuple(made)

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
        head = {
            "version": VERSION,
            "notes": self.notes,
            "notes_sha256": self.notes_sha256,
            "template": self.template,
            "template_sha256": self.template_sha256,
            **({"contacts_from": self.contacts[0], "contacts": self.contacts[1]} if self.contacts else {}),
            **({"house": self.house} if self.house else {}),
            **({"template_file": self.template_file} if self.template_file else {}),
            **({"earlier": asdict(self.earlier)} if self.earlier else {}),
            "text_sha256": sha256(self.text),
            "text": self.text,
            "templates": self.templates,
            "columns": COLUMNS,
        }
        opening = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
        return opening + ',\n "runs": [\n  ' + ",\n  ".join(json.dumps(row) for row in self.rows) + "\n ]\n}\n"

    @classmethod
    def from_json(cls, text: str, path: Path) -> Trace:
        """The trace of a file; raises ``ArticleError`` where it is none, or is damaged."""
        try:
            data: dict[str, Any] = json.loads(text)
            if data["version"] != VERSION:
                raise ArticleError("this trace is of another version of the program", path=path, hint=_AGAIN)
            made = cls(
                data["text"],
                tuple((*map(int, row),) for row in data["runs"]),  # type: ignore[misc]
                tuple(data["templates"]),
                data["notes"],
                data["notes_sha256"],
                data["template"],
                data["template_sha256"],
                (int(data["contacts_from"]), str(data["contacts"])) if "contacts" in data else None,
                data.get("house", ""),
                data.get("template_file", ""),
                Earlier(**data["earlier"]) if "earlier" in data else None,
            )
            damaged = sha256(made.text) != data["text_sha256"] or not made.stretches
        except (ValueError, KeyError, TypeError, IndexError):
            damaged = True
        if damaged:
            raise ArticleError("this trace is damaged, expected one that authoring draft wrote", path=path, hint=_AGAIN)
        return made


_AGAIN = "draft the article again"


def rows(runs: Iterable[list[int]], position: Callable[[int], tuple[int, int]]) -> Iterator[Row]:
    """The rows of a trace.

    Arguments: for each run its length, start and end in the notes (-1 for none), whether it is exact, its template by
    number and its line there; and what gives line and column of an offset into the notes.
    """
    for length, start, end, exact, template, template_line in runs:
        line, column = position(start) if start >= 0 else (0, 0)
        yield length, start, end, line, column, exact, template, template_line


def sha256(text: str) -> str:
    """Fingerprint of a text; line ends count as ``\\n``, since version control may change them on the way."""
    import hashlib  # dear at every start-up

    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def trace_path(article: Path) -> Path:
    """Where the trace of an article stands: ``.interview.trace.json`` beside ``interview.md``."""
    return article.with_name(f".{article.stem}.trace.json")
