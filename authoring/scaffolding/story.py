"""Begins a story: the notes of its kind, with what is known filled in, in a folder of its own."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import AuthoringError, NotesError, Problem
from authoring.notes import parse_notes, read_notes
from authoring.notes.contacts import Known, contacts_for
from authoring.notes.form import LISTS, entry_of, fields_of, put
from authoring.notes.ids import PLACEHOLDER, id_for, renamed
from authoring.notes.model import Fields, Notes, Source
from authoring.notes.slug import slugged
from authoring.scaffolding.files import resolved, write_once
from authoring.scaffolding.given import Setting
from authoring.scaffolding.kinds import beginning
from authoring.scaffolding.older import taken_from
from authoring.scaffolding.turns import speakers, waiting
from authoring.trace.traced import Traced
from authoring.transcripts.model import Transcript

NOTES = "notes.md"
DRAFTS = "drafts"
_NAMING = ("slug", "headline")
_PEOPLE = ("person", "spokesperson", "")
_EXAMPLE = re.compile(r"(?:<!--[^\n]*-->\n)?<!--\n.*?\n-->", re.DOTALL)
"""Lines to type over, with the remark above them."""
_KIND = re.compile(r"^kind:.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a story is to begin with."""

    kind: str
    headline: str = ""
    settings: Sequence[Setting] = ()
    """Keys that are set from outside; they win over everything else."""
    older: Notes | None = None
    """The notes of an older story to take sources and beats from."""
    transcript: Transcript | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The notes of a new story, which are not written yet."""

    path: Path
    """The notes file that is to be."""
    text: str
    notes: Notes
    named: bool
    """Whether its folder goes by a headline or a slug, and not only by its kind."""
    turns: int = 0
    """Exchanges of a transcript that wait in it."""
    left: int = 0
    """Sources of the older story that were not taken."""
    mute: bool = False
    """Whether there was a transcript of which nothing could be taken, or not all."""


def project_of(folder: Path) -> Path:
    """The newsroom's project around a folder: the nearest above it with settings, else the folder itself."""
    here = resolved(folder)
    for above in (here, *here.parents):
        if (above / "authoring.toml").is_file():
            return above
        if (above / ".git").exists():
            break
    return here


def older_notes(named: Path, drafts: Path) -> Notes:
    """The notes of an older story, by its notes file, its folder, or the folder's name alone. Raises ``NotesError``."""
    for place in (named, drafts / named):
        if place.is_dir():
            return read_notes(place / NOTES)
        if place.is_file():
            return read_notes(place)
    hint = f"name its folder, such as {DRAFTS}/town-clock"
    raise AuthoringError("there is no such story", path=named, hint=hint)


def begun(wanted: Wanted, folder: Path) -> Story:
    """The notes of a new story in a folder of drafts. Raises ``AuthoringError`` where they would not be right."""
    text, source = beginning(wanted.kind, folder / "story" / NOTES)
    _checked(text, str(source))
    text = _KIND.sub(f"kind: {wanted.kind}", text, count=1)
    turns = left = 0
    mute = False
    if wanted.older is not None:
        text, left = _with_older(text, wanted.older, wanted.kind)
    text = _with_named(text, wanted.settings)
    for each in wanted.settings:
        text = put(text, each.way, each.value)
    if wanted.headline:
        text = put(text, ("headline",), wanted.headline)
    if wanted.transcript:
        text, turns, mute = _with_transcript(text, wanted.transcript)
    text = _with_id(_with_contact(text, folder / "story" / NOTES))
    text = _with_terms(text, folder / "story" / NOTES, wanted.older)
    path = folder / _folder_name(wanted.kind, text) / NOTES
    if wanted.transcript:
        text = put(text, ("interview", "transcript"), _seen_from(path.parent, Path(wanted.transcript.path)))
    front = fields_of(text)
    named = any(slugged(str.__str__(front.text(key) or "")) for key in _NAMING)
    return Story(path, text, _right(text, path, wanted.settings), named, turns, left, mute)


def write(story: Story) -> None:
    """Make the folder and its notes; raises ``AuthoringError`` where there are notes already, and changes nothing."""
    if not write_once(story.path, story.text):
        hint = "go on with it, or begin another one with another headline or --set slug=NAME"
        raise AuthoringError("this story is there already, and was left as it is", path=story.path, hint=hint)


def missing(text: str) -> list[tuple[str, ...]]:
    """Which keys a reporter is asked for: what every story has on top, and who is interviewed."""
    front = fields_of(text)
    ways: list[tuple[str, ...]] = [
        (key,) for key in ("headline", "byline") if key in front.keys and front.get(key) is None
    ]
    id_ = _interviewed(front)
    source = _sources(front).get(id_)
    if source is not None:
        ways += [("sources", id_, key) for key in ("name", "role") if key in source.keys and source.get(key) is None]
    return ways


def _folder_name(kind: str, text: str) -> str:
    """From the slug that is set, else the headline, else the kind and who is interviewed."""
    front = fields_of(text)
    for key in _NAMING:
        if name := slugged(str.__str__(front.text(key) or "")):
            return name
    id_ = _interviewed(front)
    entry = _sources(front).get(id_)
    hidden = entry is not None and Source(id_, "person", entry, front.span).protected
    return slugged(kind if hidden or id_ in ("", PLACEHOLDER) else f"{kind}-{id_}") or "story"


def _interviewed(front: Fields) -> str:
    interview = front.get("interview")
    with_ = interview.get("with") if isinstance(interview, Fields) else None
    first = with_[0] if isinstance(with_, tuple) and with_ else with_
    return str.__str__(first).partition(",")[0].strip() if isinstance(first, Traced) else ""


def _sources(front: Fields) -> Mapping[str, Fields]:
    listed = front.get("sources")
    entries = listed.values if isinstance(listed, Fields) else {}
    return {id_: entry for id_, entry in entries.items() if isinstance(entry, Fields)}


def _with_named(text: str, settings: Sequence[Setting]) -> str:
    """Notes in which whoever is interviewed goes by the id that is set for them, where one is."""
    if PLACEHOLDER not in _sources(fields_of(text)):
        return text
    kind_of = {each.way[1]: each.value for each in settings if each.way[0] == "sources" and each.way[2] == "kind"}
    ids = [each.way[1] for each in settings if each.way[0] == "sources" and kind_of.get(each.way[1], "") in _PEOPLE]
    with_ = [each.value for each in settings if each.way == ("interview", "with")]
    chosen = str(with_[0] if with_ and isinstance(with_[0], str) else (ids or [PLACEHOLDER])[0]).strip()
    return renamed(text, PLACEHOLDER, chosen) if re.fullmatch(r"[\w-]+", chosen) else text


def _with_id(text: str) -> str:
    """Notes in which whoever is interviewed goes by a short name made from theirs, where that is known."""
    sources = _sources(fields_of(text))
    name = sources[PLACEHOLDER].text("name") if PLACEHOLDER in sources else None
    id_ = id_for(str.__str__(name), sources) if name else ""
    return renamed(text, PLACEHOLDER, id_) if id_ else text


def _with_contact(text: str, path: Path) -> str:
    """Notes in which whoever is interviewed has what the newsroom's contacts say of them, by their id or their name."""
    front = fields_of(text)
    id_ = _interviewed(front)
    entry = _sources(front).get(id_)
    known = contacts_for(str(path))
    if entry is None or not isinstance(known, Known):
        return text
    name = str.casefold(entry.text("name") or "")
    listed = [each for each in known.sources.values() if not each.protected]
    found = next((each for each in listed if each.id == id_ or (name and str.casefold(each.name or "") == name)), None)
    if found is None:
        return text
    if id_ == PLACEHOLDER:
        text, id_ = renamed(text, PLACEHOLDER, found.id), found.id
    for key in found.fields.keys:
        told = found.fields.text(key)
        if told is not None and entry.get(key) is None:
            text = put(text, ("sources", id_, key), str.__str__(told))
    return text


def _with_terms(text: str, path: Path, older: Notes | None) -> str:
    """Notes that promise a source what the contacts, or the older story, promise whoever has that name."""
    known = contacts_for(str(path))
    promised = [
        *(known.sources.values() if isinstance(known, Known) else ()),
        *(older.sources.values() if older else ()),
    ]
    by_name = {str.casefold(each.name).strip(): each for each in promised if each.protected and each.name}
    for id_, entry in _sources(fields_of(text)).items() if by_name else ():
        if found := by_name.get(str.casefold(entry.text("name") or "").strip()):
            for key in _PROMISES:
                if (told := found.fields.text(key)) and entry.get(key) is None:
                    text = put(text, ("sources", id_, key), str.__str__(told))
    return text


_PROMISES = ("terms", "alias", "reason")


def _with_older(text: str, notes: Notes, kind: str) -> tuple[str, int]:
    older = taken_from(notes)
    sources = dict(older.sources)
    if older.interviewed and PLACEHOLDER in _sources(fields_of(text)):
        text = renamed(text, PLACEHOLDER, older.interviewed)
        for key, value in sources.pop(older.interviewed, {}).items():
            text = put(text, ("sources", older.interviewed, key), value) if value else text
    for key, value in older.front.items():
        text = put(text, (key,), value)
    for id_, fields in sources.items():
        text = put(text, ("sources", id_), fields or {"name": ""})
    for id_, fields in older.asked.items():
        open_ = {"asked_by": "", "asked_on": "", "how": "", "about": "", "outcome": ""}
        text = put(text, ("requests", id_), {**open_, **fields})
    if older.headings and str.casefold(notes.front.text("kind") or "") == kind:
        text = _under_headings(text, older.headings)
    return text, older.left


def _under_headings(text: str, headings: Sequence[str]) -> str:
    """The notes with the beats of an older story in place of their own, and with the lines to type over kept once."""
    body = text.find("\n## ") + 1
    if not body:
        body = len(text)
    lines = "\n\n".join(dict.fromkeys(_EXAMPLE.findall(text[body:])))
    beats = "\n".join(f"## {_as_heading(heading)}\n" for heading in headings)
    return f"{text[:body]}{f'{lines}{chr(10)}{chr(10)}' if lines else ''}{beats}"


def _as_heading(words: str) -> str:
    return " ".join(words.split()).replace("{", "\\{").replace("<!--", "<! --")


def _with_transcript(text: str, transcript: Transcript) -> tuple[str, int, bool]:
    front = fields_of(text)
    byline = front.get("byline")
    bylines = [str.__str__(each) for each in (byline if isinstance(byline, tuple) else (byline,)) if each is not None]
    found = speakers(transcript, bylines)
    told = sorted((each for each in found if not each.asks), key=lambda each: -each.words)
    there = _sources(front)
    for number, each in enumerate(told):
        known = each.id in there
        if number == 0 and PLACEHOLDER in there:
            text = renamed(text, PLACEHOLDER, each.id)
        elif not known:
            text = put(text, ("sources", each.id), {"name": each.name})
            continue
        entry = _sources(fields_of(text)).get(each.id)
        if each.name and entry is not None and entry.text("name") is None:
            text = put(text, ("sources", each.id, "name"), each.name)
    if told and not _interviewed(fields_of(text)):
        text = put(text, ("interview", "with"), told[0].id)
    exchanges = waiting(transcript, found)
    mute = not exchanges or any(
        not turn.speaker or "-->" in turn.text or "<!--" in turn.text for turn in transcript.turns
    )
    text = f"{text.rstrip()}\n\n{_WAITING}{''.join(map(_waits, exchanges))}" if exchanges else text
    return text, len(exchanges), mute


_WAITING = """\
## From the transcript
<!-- To use what stands between two marks below, delete the marks. “+” begins a paragraph. -->
"""


def _waits(exchange: str) -> str:
    return f"\n<!--\n+\n{exchange}\n-->\n"


def _seen_from(folder: Path, file: Path) -> str:
    try:
        return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive on Windows
        return file.resolve().as_posix()


def _checked(text: str, path: str) -> None:
    parse_notes(text, path)


def _right(text: str, path: Path, settings: Sequence[Setting]) -> Notes:
    """The notes as they will be read. Raises ``AuthoringError`` for a setting that is wrong, in the words for it."""
    try:
        return parse_notes(text, str(path))
    except NotesError as error:
        problem = next(each for each in error.problems if each.level == "error")
        culprit = _setting_at(text, problem, settings)
        if culprit is None:
            raise
        raise AuthoringError(problem.message, path=f"--set {culprit.dotted}") from None


def _setting_at(text: str, problem: Problem, settings: Sequence[Setting]) -> Setting | None:
    for each in settings:
        group: object = fields_of(text)
        if each.way[0] in LISTS:
            group = entry_of(fields_of(text), each.way[0], each.way[1])
        for name in () if each.way[0] in LISTS else each.way[:-1]:
            group = group.get(name) if isinstance(group, Fields) else None
        if isinstance(group, Fields):
            key, value = group.keys.get(each.way[-1]), group.place(each.way[-1])
            if key and key.start <= problem.start <= max(value.end, key.end):
                return each
        if len(each.way) == 3 and each.way[1] in problem.message:
            return each
    return None
