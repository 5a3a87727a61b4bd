"""Reads a notes file: everything in it with its place, and everything that is wrong with it at once."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from authoring.errors import NotesError, Problem
from authoring.notes.model import Beat, Contacts, Notes, Source
from authoring.notes.problems import Problems
from authoring.text.files import UnreadableTextError, read_text
from authoring.text.patterns import lazy

if TYPE_CHECKING:
    from authoring.notes.front import Front

_DAMAGED = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffd]")
LIMIT = 5_000_000
"""Largest notes file, in bytes: a hundred times the notes of a long investigation."""


def read_notes(path: str | Path) -> Notes:
    """The notes in a file.

    Raises ``NotesError``, which holds every problem of the file in order of place, when any of them is an error;
    otherwise warnings and infos stand in ``Notes.problems``.
    """
    return parse_notes(_text(path), str(path))


def parse_notes(text: str, path: str) -> Notes:
    """The notes in a text that is decoded already; ``path`` is for messages.

    Raises ``NotesError`` as ``read_notes`` does.
    """
    notes, problems = _without_pauses(text, path)
    if notes is None:
        raise NotesError(path, problems)
    return notes


def check_notes(path: str | Path) -> tuple[Problem, ...]:
    """Every problem of a notes file, of every level, in order of place; never raises for what the file holds."""
    try:
        text = _text(path)
    except NotesError as error:
        return error.problems
    return _without_pauses(text, str(path))[1]


def _text(path: str | Path) -> str:
    try:
        return read_text(Path(path), LIMIT)
    except UnreadableTextError as error:
        problem = Problem(str(path), error.line, error.column, f"{error.message}; {error.hint}")
        raise NotesError(path, [problem]) from None


def _without_pauses(text: str, path: str) -> tuple[Notes | None, tuple[Problem, ...]]:
    """Reads while Python looks for no garbage: reading makes many small things that last, and no cycles among them."""
    if not gc.isenabled():
        return _understood(text, path)
    gc.disable()
    try:
        return _understood(text, path)
    finally:
        gc.enable()


def _understood(text: str, path: str) -> tuple[Notes | None, tuple[Problem, ...]]:
    # imported here, so that linting an article without notes pays for no YAML reader
    from authoring.notes.body import BodyReader
    from authoring.notes.check_front import check_front
    from authoring.notes.confidential import check_confidential
    from authoring.notes.fields import Filler
    from authoring.notes.front import read_front
    from authoring.notes.mentions import KnownNames, Mentions
    from authoring.notes.sources import Names, check_interview, read_requests, read_sources

    problems = Problems(path, text)
    front = read_front(text, problems)
    own = read_sources(front.fields, problems, whole=front.whole)
    check_front(front.fields, problems)
    taken, contacts, offered = _from_contacts(text, path, front, own)
    if isinstance(offered, tuple):  # the contacts file has errors
        return None, (*problems.sorted(), *offered)
    sources = {**own, **taken}
    names = Names(sources, complete=front.whole and _listed(front.fields.keys), offered=offered)
    requests = names.requests = read_requests(front.fields, names, problems)
    check_interview(front.fields, names, problems)
    filler = Filler(front.fields, names, problems)
    reader = BodyReader(names, filler, Mentions(sources), KnownNames(front.fields, sources), problems)
    beats = reader.read(text, front.body)
    check_confidential(front.fields, sources, beats, problems, elsewhere=taken)
    _check_characters(text, front.body, problems)
    _check_see(front.fields.text("slug"), front.fields.text("kind"), beats, problems)
    found = problems.sorted()
    if problems.failed:
        return None, found
    return Notes(path, text, front.fields, sources, requests, beats, found, contacts), found


def _from_contacts(
    text: str, path: str, front: Front, own: Mapping[str, Source]
) -> tuple[dict[str, Source], Contacts | None, Mapping[str, Source] | tuple[Problem, ...]]:
    """The sources that these notes take from the contacts file, where they stand, and all that could be taken.

    In place of the last, what is wrong with the contacts file, where it cannot be used and something is missing.
    """
    from authoring.notes.contacts import adopted, contacts_for, used

    missing = used(text, front.fields, front.body) - own.keys()
    known = contacts_for(path) if missing else None
    if known is None:
        return {}, None, {}
    if isinstance(known, tuple):
        return {}, None, known
    taken, contacts = adopted(known, missing, len(text))
    return taken, contacts, known.sources


def _listed(keys: Iterable[str]) -> bool:
    """Whether the sources can be known; under a misspelt key they are there, but nobody has read them."""
    from authoring.text.near import nearest

    return "sources" in keys or not any(nearest("sources", [key]) for key in keys)


def _check_characters(text: str, start: int, problems: Problems) -> None:
    for match in _DAMAGED.finditer(text, start):
        what = f"an invisible character (U+{ord(match.group()):04X})"
        if match.group() == "\ufffd":
            what = "a character that was lost (U+FFFD)"
        problems.warning(match.start(), match.end(), f"{what}, expected plain text; look what stood here")


def _check_see(slug: str | None, kind: str | None, beats: tuple[Beat, ...], problems: Problems) -> None:
    own = {"", str.__str__(slug or ""), str.__str__(kind or "")}
    known = {beat.slug for beat in beats}
    for beat in beats:
        for item in beat.items:
            see = item.tag.keys.get("see") if item.tag else None
            if see is None or not see.noted:
                continue
            piece, _, place = str.__str__(see).partition("#")
            if piece in own and place in known:
                continue
            if piece in own:
                problems.info(*see.noted, "no beat of this file is called so, expected “#” and a heading in lower case")
            else:
                problems.info(
                    *see.noted, "“see:” points outside this file, expected to exist there (it was not looked up)"
                )


def looks_like_notes(text: str) -> bool:
    """Whether a Markdown file is notes: its front matter has a ``sources:`` key."""
    opening = re.match(r"\ufeff?\s*?-{3,}[ \t]*(?:\r\n|\r|\n)", text)
    if opening is None:
        return False
    for line in re.finditer(r"(?:\A|(?<=[\r\n]))[^\r\n]*", text[opening.end() :]):
        if re.fullmatch(r"-{3,}[ \t]*", line.group()):
            return False
        if re.match(r"""(["']?)sources\1[ \t]*:(?:\s|$)""", line.group()):
            return True
    return False
