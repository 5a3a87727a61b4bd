"""The contacts file of a newsroom: sources that every story can use without declaring them again.

``contacts.md`` at the top of a project, or nearer to a story, has the front matter of notes with its ``sources:``. A
story takes from it those that its own tags, requests or fields name and that it does not declare itself; the others
stay unknown to it, so that no list of sources has people in it who have no part in the story.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import Problem
from authoring.notes.model import Contacts, Fields, Source, Value
from authoring.notes.problems import Problems
from authoring.text.files import UnreadableTextError, project_folders, read_text
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Run, Traced, runs_of

NAME = "contacts.md"
_LIMIT = 5_000_000
_TAG = lazy(r"^[ \t]*(?:—|–|--)[ \t]*(\S.*)$", 8)  # re.MULTILINE
_ASKED = lazy(r"^[ \t]*x[ \t]+(\S+)[ \t]*$", 8)
_FIELD = lazy(r"\{\s*([^\s.{}|]+)\.")
_COMMENT = lazy(r"<!--.*?(?:-->|\Z)", 16)  # re.DOTALL
_PARTS = lazy(r"[|,]")


@dataclass(frozen=True)
class _File:
    """A contacts file as it was read."""

    stamp: tuple[int, int]
    """When it was changed last, and its size."""
    text: str
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]
    """What prevents its use; nothing where it can be used."""


_read: dict[str, _File] = {}
"""Contacts files by their place, since every notes file of a run asks for the same one."""


@dataclass(frozen=True)
class Known:
    """The contacts that notes could use."""

    path: str
    """As messages show it."""
    text: str
    sources: Mapping[str, Source]


def contacts_for(notes: str) -> Known | tuple[Problem, ...] | None:
    """The nearest contacts file above notes; its errors where it cannot be used; ``None`` where there is none."""
    path = _nearest(Path(notes))
    if path is None:
        return None
    folder = Path(notes).parent
    shown = os.path.normpath(folder / os.path.relpath(path, folder.resolve()))
    found = _of(path, shown)
    return found.problems or Known(shown, found.text, found.sources)


def _nearest(notes: Path) -> Path | None:
    try:
        for folder in project_folders(notes):
            path = folder / NAME
            if path.is_file():
                return None if notes.exists() and path.samefile(notes) else path
    except OSError:  # not for us to look at
        pass
    return None


def _of(path: Path, shown: str) -> _File:
    state = path.stat()
    stamp = state.st_mtime_ns, state.st_size
    known = _read.get(str(path))
    if known is None or known.stamp != stamp:
        known = _read[str(path)] = _file(path, shown, stamp)
    return known


def _file(path: Path, shown: str, stamp: tuple[int, int]) -> _File:
    from authoring.notes.check_front import check_front
    from authoring.notes.confidential import check_confidential
    from authoring.notes.front import read_front
    from authoring.notes.sources import read_sources

    try:
        text = read_text(path, _LIMIT)
    except UnreadableTextError as error:
        problem = Problem(shown, error.line, error.column, f"{error.message}; {error.hint}")
        return _File(stamp, "", {}, (problem,))
    problems = Problems(shown, text)
    front = read_front(text, problems)
    sources = read_sources(front.fields, problems, whole=front.whole)
    check_front(front.fields, problems)
    check_confidential(front.fields, sources, (), problems)
    errors = tuple(problem for problem in problems.sorted() if problem.level == "error")
    return _File(stamp, text, sources, errors)


def used(text: str, front: Fields, body: int) -> set[str]:
    """Every word of notes that stands where the id of a source may: in tags, ``x`` lines, braces and the front matter.

    Arguments: the text, its front matter, and where its body begins.
    """
    told = _COMMENT.sub("", text[body:]).replace("\r", "\n")  # some old files end their lines with that alone
    words = {part.strip() for match in _TAG.finditer(told) for part in _PARTS.split(_values(match[1]))}
    words |= {match[1] for match in _ASKED.finditer(told)}
    words |= {match[1] for match in _FIELD.finditer(told)}
    requests = front.get("requests")
    for entry in requests if isinstance(requests, tuple) else ():
        if isinstance(entry, Fields):
            words |= set(_ids(entry.get("to"))) | set(_ids(entry.get("asked_by")))
    interview = front.get("interview")
    if isinstance(interview, Fields):
        words |= set(_ids(interview.get("with")))
    return words - {""}


def _values(tag: str) -> str:
    """A tag with its keys left out, so that ``citing: police, echo`` gives both."""
    return tag.replace(": ", " | ")


def _ids(value: Value) -> Iterator[str]:
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, Traced):
            yield from (part.strip() for part in str.__str__(each).split(","))


def adopted(known: Known, ids: Iterable[str], after: int) -> tuple[dict[str, Source], Contacts | None]:
    """The contacts of these ids, as sources of notes that have ``after`` characters, and where they stand.

    Their places go on behind the notes: a contact's first character follows the last of the notes or of the contact
    before, so that one number still says where any character of a draft came from.
    """
    wanted = set(ids)
    found: dict[str, Source] = {}
    pieces: list[tuple[int, Span]] = []
    begin = after + 1
    for id_, source in known.sources.items():
        if id_ not in wanted:
            continue
        place = Span(source.span.start, max(source.span.end, source.fields.span.end))
        pieces.append((begin, place))
        by = begin - place.start
        found[id_] = Source(id_, source.kind, _shifted(source.fields, by), source.span.shift(by))
        begin += len(place) + 1
    return found, Contacts(known.path, known.text, tuple(pieces)) if found else None


def _shifted(fields: Fields, by: int) -> Fields:
    return Fields(
        {key: _value(value, by) for key, value in fields.values.items()},
        {key: place.shift(by) for key, place in fields.places.items()},
        {key: place.shift(by) for key, place in fields.keys.items()},
        fields.span.shift(by),
    )


def _value(value: Value, by: int) -> Value:
    if isinstance(value, Fields):
        return _shifted(value, by)
    if isinstance(value, tuple):
        return tuple(_value(each, by) for each in value)
    if value is None:
        return None
    runs = [run._replace(start=run.start + by, end=run.end + by) if run.noted else run for run in runs_of(value)]
    return Traced(str.__str__(value), [Run(*run) for run in runs])
