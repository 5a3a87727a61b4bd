"""Inserts lines into the text of notes, and a transcript's name into their front matter; nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from authoring.errors import AuthoringError
from authoring.notes.body import slugged
from authoring.notes.form import newline_of, put
from authoring.notes.model import Beat, Fields, Notes, Value
from authoring.notes.yaml_values import in_yaml, listed
from authoring.text.near import nearest
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced

HEADING = "From the transcript"
"""The beat that is made for passages where none is named; ``authoring new --transcript`` calls it so, too."""
_LINE_END = lazy(r"\r\n|\n|\r")
_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_CLOSING = lazy(r"[ \t\r\n]*,?[ \t\r\n]*\]")
_PLAIN_IN_LIST = lazy(r"[^\s,\[\]{}#'\"][^,\[\]{}#\r\n]*|'[^'\r\n]*'|\"[^\"\\\r\n]*\"")


@dataclass(frozen=True)
class Place:
    """Where in the body of notes lines go."""

    at: int
    """Offset into the text, at the end of a line."""
    heading: str
    """Of the beat; empty for lines before the first heading."""
    new: bool = False
    """Whether the beat is to be made."""


def place_for(notes: Notes, heading: str | None) -> Place:
    """The end of a beat, or of the file with a new beat. Raises ``AuthoringError`` for a name that is nearly one."""
    wanted = heading if heading is not None else HEADING
    slug = slugged(wanted)
    named = [beat for beat in notes.beats if beat.heading is not None and slug in (beat.slug, slugged(beat.heading))]
    if named:
        beat = named[0]
        return Place(_end(notes, beat), str.__str__(beat.heading or ""))
    there = [str.__str__(beat.heading) for beat in notes.beats if beat.heading]
    if heading is not None and (near := nearest(heading, there)):
        raise AuthoringError(f"no beat is called “{heading}”", path="--beat", hint=f"did you mean “{near}”?")
    if not slug or not wanted.isprintable() or "<!--" in wanted:
        raise AuthoringError(
            "this can be no heading, expected words on one line", path="--beat", hint='for example: --beat "The key"'
        )
    return Place(_last_line(notes.text, len(notes.text)), wanted, new=True)


def _end(notes: Notes, beat: Beat) -> int:
    """Behind the last line before the next beat that is not blank, comments too."""
    number = notes.beats.index(beat)
    following = notes.beats[number + 1].span.start if number + 1 < len(notes.beats) else len(notes.text)
    begin = max(notes.text.rfind("\n", 0, following), notes.text.rfind("\r", 0, following)) + 1
    end = _last_line(notes.text, begin if number + 1 < len(notes.beats) else following)
    return max(end, beat.span.end)


def _last_line(text: str, end: int) -> int:
    """The end of the last line before an offset that is not blank, its line break included."""
    words = len(text[:end].rstrip())
    line = _LINE_END.search(text, words, end)
    return line.end() if line else end


def inserted(text: str, place: Place, blocks: Sequence[Sequence[str]]) -> tuple[str, Span]:
    """The text with these blocks of lines, parted by blank ones, and where they stand in it."""
    newline = newline_of(text)
    lines = [newline.join([*block, ""]) for block in blocks]
    before = text[: place.at]
    lead = "" if not before or before.endswith(("\n", "\r")) else newline
    if place.new:
        heading = place.heading.replace("{", "\\{")
        lead += f"{newline}## {heading}{newline}"
    elif not _LINE.match(before, _line_start(before)).group().lstrip().startswith("#"):  # type: ignore[union-attr]
        lead += newline
    added = newline.join(lines)
    rest = text[place.at :]
    apart = newline if rest and not rest.startswith(("\n", "\r")) else ""
    start = place.at + len(lead)
    return f"{before}{lead}{added}{apart}{rest}", Span(start, start + len(added))


def _line_start(text: str) -> int:
    """Where the last line of a text begins, whether or not it is ended."""
    bare = text.removesuffix("\n").removesuffix("\r")
    return max(bare.rfind("\n"), bare.rfind("\r")) + 1


def with_source(text: str, id_: str, name: str) -> str:
    """The notes with one more source."""
    return put(text, ("sources", id_), {"name": name})


def with_transcript(text: str, front: Fields, name: str) -> str | None:
    """The notes that name this transcript too; ``None`` where it cannot be inserted."""
    group = front.get("interview")
    if not isinstance(group, Fields) or "transcript" not in group.keys:
        if "interview" in front.keys and group is not None and not isinstance(group, Fields):
            return None
        return put(text, ("interview", "transcript"), name)
    place, value = group.places["transcript"], group.get("transcript")
    if value is None:
        begin = group.keys["transcript"].end
        colon = text.find(":", begin) + 1
        braced = text[group.span.start : group.span.start + 1] == "{"
        return f"{text[:colon]} {_quoted(name) if braced else in_yaml(name)}{text[colon:]}"
    if isinstance(value, tuple):
        return _in_list(text, place, value, name)
    if not isinstance(value, Traced) or not _PLAIN_IN_LIST.fullmatch(place.of(text)):
        return None
    return f"{text[: place.start]}[{place.of(text)}, {_quoted(name)}]{text[place.end :]}"


def _in_list(text: str, place: Span, value: tuple[Value, ...], name: str) -> str | None:
    ends = [each.noted[1] for each in value if isinstance(each, Traced) and each.noted]
    if len(ends) != len(value) or not ends:
        return None
    if text[place.start : place.start + 1] == "[":
        end = ends[-1] + (text[ends[-1] : ends[-1] + 1] in ("'", '"'))
        return f"{text[:end]}, {_quoted(name)}{text[end:]}" if _CLOSING.match(text, end) else None
    newline = newline_of(text)
    start = max(text.rfind("\n", 0, ends[-1]), text.rfind("\r", 0, ends[-1])) + 1
    mark = re.match(r"[ \t]*-[ \t]+", text[start:])
    line = _LINE_END.search(text, ends[-1])
    return f"{text[: line.end()]}{mark[0]}{in_yaml(name)}{newline}{text[line.end() :]}" if mark and line else None


def _quoted(name: str) -> str:
    return listed((name,))[1:-1]
