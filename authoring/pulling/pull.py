"""Pulls passages of a transcript into notes: to the letter, placed, and with nothing else in the notes touched."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import AuthoringError, NotesError
from authoring.notes import parse_notes
from authoring.notes.model import Item, Notes
from authoring.notes.written import clock, question_line, quote_lines, said
from authoring.pulling.inserting import Place, inserted, place_for, with_source, with_transcript
from authoring.pulling.passages import Passage
from authoring.pulling.refusing import refuse_same_file, refuse_withheld, refuse_wordless
from authoring.pulling.speakers import Role
from authoring.text.lines import LineIndex
from authoring.transcripts.model import Transcript
from authoring.wording.noted import refuse_telling_name, secret_names, transcript_paths
from authoring.wording.shown import shown

VERB = "said"


@dataclass(frozen=True)
class Wanted:
    """A passage, and what its speaker is in the notes."""

    passage: Passage
    role: Role


@dataclass(frozen=True)
class Pulled:
    """One passage, and where its words stand in the notes."""

    wanted: Wanted
    lines: tuple[int, int]
    """First and last line of it in the notes, its tag included."""
    new: bool
    """Whether it was put in now."""
    shown: tuple[str, ...] = ()
    """Its lines as they may be shown; none of words that are off the record."""


@dataclass(frozen=True)
class Result:
    """What pulling came to."""

    text: str
    """The notes as they are to be."""
    pulled: tuple[Pulled, ...]
    heading: str
    """Of the beat they went into."""
    named: bool | None
    """Whether the notes name the transcript now; ``None`` where they did before."""
    sources: tuple[Role, ...] = ()
    """The sources that were made."""


def pull(notes: Notes, transcript: Transcript, wanted: Sequence[Wanted], beat: str | None = None) -> Result:
    """The notes with these passages in them, each once; what is there already stays where it is.

    Raises ``AuthoringError`` where a passage cannot stand in notes to the letter, or was told off the record.
    """
    refuse_same_file(notes, transcript)
    refuse_telling_name(Path(transcript.path), notes, secret_names(notes))
    told = shown(transcript, notes)
    for each in wanted:
        refuse_wordless(each.passage, transcript)
        refuse_withheld(each.passage, told[each.passage.turn], transcript)
    known = {_key(item): item for _, item in _items(notes)}
    each_once = list(dict.fromkeys(wanted))
    new = [each for each in each_once if _wanted_key(each) not in known]
    made = list(dict.fromkeys(each.role for each in new if each.role.kind == "new"))
    text, named = notes.text, None
    if new:
        text, named = _fronted(notes, transcript, made)
    fronted = parse_notes(text, notes.path) if text != notes.text else notes
    place = place_for(fronted, beat)
    result, fresh = _put(fronted, transcript, new, place) if new else (text, [])
    there = [
        _there(each, known[_wanted_key(each)], notes) for each in dict.fromkeys(wanted) if _wanted_key(each) in known
    ]
    return Result(result, (*fresh, *there), place.heading, named, tuple(made))


def _fronted(notes: Notes, transcript: Transcript, made: Sequence[Role]) -> tuple[str, bool | None]:
    """The notes with the sources that are new, and with the name of the transcript."""
    text = notes.text
    for role in made:
        text = with_source(text, role.id, role.name)
    paths = [path.resolve() for path in transcript_paths(notes)]
    if transcript.path in ("", "-") or Path(transcript.path).resolve() in paths:
        return text, None
    name = _seen_from(Path(notes.path), Path(transcript.path))
    try:
        fronted = with_transcript(text, parse_notes(text, notes.path).front, name)
    except AuthoringError:
        return text, False
    if fronted is None:
        return text, False
    try:
        read = parse_notes(fronted, notes.path)
    except NotesError:
        return text, False
    now = [path.resolve() for path in transcript_paths(read)]
    return (fronted, True) if now == [*paths, Path(transcript.path).resolve()] else (text, False)


def _seen_from(notes: Path, file: Path) -> str:
    try:
        return Path(os.path.relpath(file.resolve(), notes.resolve().parent)).as_posix()
    except ValueError:  # another drive on Windows
        return file.resolve().as_posix()


def _put(notes: Notes, transcript: Transcript, new: Sequence[Wanted], place: Place) -> tuple[str, list[Pulled]]:
    blocks = [list(_block(each)) for each in new]
    text, span = inserted(notes.text, place, blocks)
    try:
        read = parse_notes(text, notes.path)
    except NotesError as error:
        first, last = _line_of(text, span.start), _line_of(text, span.end)
        ours = [problem for problem in error.problems if problem.level == "error" and first <= problem.line <= last]
        why = ours[0].message if ours else error.problems[0].message
        raise _cannot(new, transcript, why) from None
    fresh = [(offset, item) for offset, item in _items(read) if span.start <= offset < span.end]
    if [_key(item) for _, item in fresh] != [_wanted_key(each) for each in new]:
        raise _cannot(new, transcript, "they would not be read as they were said")
    others = [_whole(item) for offset, item in _items(read) if not span.start <= offset < span.end]
    if others != [_whole(item) for _, item in _items(notes)]:
        why = "a tag below names its source by a pronoun, which would mean somebody else"
        raise _cannot(new, transcript, why)
    return text, [_pulled(each, item, read, block) for each, (_, item), block in zip(new, fresh, blocks, strict=True)]


def _line_of(text: str, offset: int) -> int:
    return LineIndex(text).position(offset)[0]


def _block(wanted: Wanted) -> Iterator[str]:
    turn = wanted.passage.said
    if wanted.role.kind == "asks":
        yield question_line(turn.text)
        return
    yield from quote_lines(turn.text)
    time = f" | {clock(turn.start)}" if turn.start is not None else ""
    yield f"— {wanted.role.id} | {VERB}{time}"


def _pulled(wanted: Wanted, item: Item, read: Notes, block: Sequence[str]) -> Pulled:
    first = read.lines.position(item.span.start)[0]
    if read.secret(item):
        return Pulled(wanted, (first, first + len(block) - 1), True)
    source = read.sources.get(item.source or "")
    lines = list(block)
    if source is not None and source.protected:
        lines[-1] = lines[-1].replace(f"— {source.id} |", "— (not named) |", 1)
    return Pulled(wanted, (first, first + len(block) - 1), True, tuple(lines))


def _there(wanted: Wanted, item: Item, notes: Notes) -> Pulled:
    first = notes.lines.position(item.span.start)[0]
    last = notes.lines.position(item.tag.span.start if item.tag else item.span.end)[0]
    return Pulled(wanted, (first, last), False)


def _items(notes: Notes) -> list[tuple[int, Item]]:
    return [(item.span.start, item) for beat in notes.beats for item in beat.items]


def _key(item: Item) -> tuple[str, str, str | None]:
    return item.kind, str.__str__(item.text), item.source


def _wanted_key(wanted: Wanted) -> tuple[str, str, str | None]:
    words = said(wanted.passage.said.text)
    if wanted.role.kind == "asks":
        return "question", words.replace("\n\n", " "), None
    return "quote", words, wanted.role.id


def _whole(item: Item) -> tuple[object, ...]:
    tag = item.tag
    return (*_key(item), None if tag is None else (tag.source, tag.verb, tag.time, tag.off_the_record, dict(tag.keys)))


def _cannot(new: Sequence[Wanted], transcript: Transcript, why: str) -> AuthoringError:
    lines = sorted({each.passage.said.line for each in new})
    where = f"{transcript.path}:{lines[0]}" if len(lines) == 1 else transcript.path
    hint = f"{why}; pull other words, or put them in by hand"
    return AuthoringError("these words cannot be put into the notes as they are", path=where, hint=hint)
