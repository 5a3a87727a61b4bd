"""The other notes of a story, which its pieces must agree with: an interview's notes know those of the brief.

They are found in the folder of the notes and the folders below it; and where the notes name their ``story:``, in the
folder above, too, with those below that. Two notes belong to one story where both name it, or where one points into the
other: ``see: brief#lede`` means the notes whose slug or kind is *brief* and that have that beat.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import NotesError
from authoring.notes.model import Notes
from authoring.notes.reader import looks_like_notes, parse_notes
from authoring.text.files import UnreadableTextError, read_text
from authoring.text.patterns import lazy

_SUFFIXES = (".md", ".markdown", ".txt")
_MOST_FOLDERS = 50
_MOST_FILES = 200
"""Files whose beginnings are looked at; those with “notes” in their names come first in each folder."""
_MOST_NOTES = 50
_LIMIT = 1_000_000
_BEGIN = 200
"""Bytes among which the front matter of notes begins."""
_KEY = lazy(r"^(story|slug|kind)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_SEE = lazy(r"\bsee:[ \t]*([^\s#|]+)#([^\s|]+)")
_HEADING = lazy(r"^##[ \t]+(\S.*)$", re.MULTILINE)
_FRONT_ENDS = lazy(r"^-{3,}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Companions:
    """The other notes of one story, and what had to be looked at to find them."""

    notes: tuple[Notes, ...] = ()
    """In order of path; what is off the record in them stays out of ``items``, as everywhere."""
    files: tuple[Path, ...] = ()
    """Every file that was opened: where one of them changes, the answer may."""
    folders: tuple[Path, ...] = ()
    """Every folder that was listed: a new file in one of them may be a companion."""


@dataclass(frozen=True)
class _Sniffed:
    """What the text of a notes file tells of its relations, without being read in full."""

    path: Path
    text: str
    story: str
    slug: str
    kind: str
    beats: frozenset[str]
    sees: tuple[tuple[str, str], ...]


_found: list[tuple[Notes, Companions]] = []
"""Those asked about last, since every rule and every article of the story asks again."""
_parsed: dict[tuple[str, str], Notes | None] = {}
"""Notes that were read as companions, by place and text; ``None`` for those with errors."""


def companions(notes: Notes) -> Companions:
    """The other notes of the same story, worked out once for these notes; faulty ones are left out.

    Whoever reads the notes anew gets a new answer.
    """
    for known, answer in _found:
        if known is notes:
            return answer
    answer = _companions(notes)
    _found[:] = [(notes, answer), *_found[:3]]
    return answer


def _companions(notes: Notes) -> Companions:
    own_path = Path(notes.path).resolve()
    own = _sniffed(own_path, notes.text)
    folders: list[Path] = []
    opened: list[Path] = []
    others: list[_Sniffed] = []
    for path in _files(own_path.parent, folders, upward=bool(own.story)):
        if path == own_path:
            continue
        if len(opened) == _MOST_FILES or len(others) == _MOST_NOTES:
            break
        opened.append(path)
        text = _notes_text(path)
        if text is not None:
            others.append(_sniffed(path, text))
    kin = [other for other in others if _is_kin(own, other, others)]
    kin.sort(key=lambda other: other.path)
    folder = Path(notes.path).parent
    places = [os.path.normpath(folder / os.path.relpath(other.path, own_path.parent)) for other in kin]
    read = tuple(found for other, place in zip(kin, places, strict=True) if (found := _read(other, place)))
    return Companions(read, tuple(opened), tuple(folders))


def _files(start: Path, listed: list[Path], *, upward: bool) -> Iterator[Path]:
    """Files that may be notes: those of the folder, of those below it, then of the folder above and its others."""
    seen: set[Path] = set()
    waiting = [start]
    while waiting and len(listed) < _MOST_FOLDERS:
        folder = waiting.pop(0)
        seen.add(folder)
        files, below = _entries(folder)
        listed.append(folder)
        yield from files
        waiting += [other for other in below if other not in seen]
        if not waiting and upward and start.parent not in seen:
            waiting.append(start.parent)


def _entries(folder: Path) -> tuple[list[Path], list[Path]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith((".", "_"))]
            files = [Path(entry.path) for entry in found if entry.name.lower().endswith(_SUFFIXES) and entry.is_file()]
            below = [Path(entry.path) for entry in found if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return [], []
    files.sort(key=lambda path: ("notes" not in path.name.lower(), path))
    return files, sorted(below)


def _notes_text(path: Path) -> str | None:
    """The text of a file that holds notes; ``None`` for every other, of which only the beginning is read."""
    try:
        with path.open("rb") as file:
            if b"---" not in file.read(_BEGIN):
                return None
        text = read_text(path, _LIMIT)
    except (OSError, ValueError, UnreadableTextError):
        return None
    return text if looks_like_notes(text) else None


def _sniffed(path: Path, text: str) -> _Sniffed:
    from authoring.notes.body import slugged

    ends = list(_FRONT_ENDS.finditer(text))[:2]
    front = text[: ends[1].start()] if len(ends) == 2 else text
    keys = {match[1]: match[2] for match in _KEY.finditer(front)}
    told = {key: re.sub(r"\s+#.*", "", value).strip().strip("\"'").casefold() for key, value in keys.items()}
    return _Sniffed(
        path,
        text,
        told.get("story", ""),
        told.get("slug", ""),
        told.get("kind", ""),
        frozenset(slugged(heading.strip()) for heading in _HEADING.findall(text)),
        tuple((piece.casefold(), beat) for piece, beat in _SEE.findall(text)),
    )


def _is_kin(own: _Sniffed, other: _Sniffed, others: list[_Sniffed]) -> bool:
    if own.story and other.story:
        return own.story == other.story
    everything = [own, *others]
    return _points(own, other, everything) or _points(other, own, everything)


def _points(one: _Sniffed, other: _Sniffed, everything: list[_Sniffed]) -> bool:
    """Whether ``one`` points into ``other``; by a kind only where no other notes as near can be meant."""
    for piece, beat in one.sees:
        if beat not in other.beats:
            continue
        if piece == other.slug:
            return True
        if piece == other.kind and piece not in (one.slug, one.kind):
            meant = [known for known in everything if known is not one and known.kind == piece and beat in known.beats]
            beside = [known for known in meant if known.path.parent == one.path.parent]
            if (beside or meant) == [other]:
                return True
    return False


def _read(other: _Sniffed, place: str) -> Notes | None:
    """The notes, with their place as findings show it: seen from where the article's own notes are seen."""
    key = (place, other.text)
    if key not in _parsed:
        if len(_parsed) > _MOST_NOTES:
            _parsed.clear()
        try:
            _parsed[key] = parse_notes(other.text, place)
        except NotesError:
            _parsed[key] = None
    return _parsed[key]
