"""The material of a story: what its notes hold and the transcripts they name, without anything off the record.

Practice: what was said off the record is not there for the quote check, in the transcript neither, so that no answer
of it can hint at such words (SPJ Code of Ethics; Reuters Handbook).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from authoring.errors import TranscriptError
from authoring.findings import Origin
from authoring.notes.model import Item, Notes, Source
from authoring.text.files import tidied
from authoring.text.patterns import lazy
from authoring.trace.traced import Traced
from authoring.transcripts import Transcript, read_transcript
from authoring.transcripts.times import seconds
from authoring.wording.material import Material, Passage, from_transcript
from authoring.wording.secrets import without, without_name
from authoring.wording.speakers import same_speaker

_SAID = frozenset({"quote", "statement", "reported", "question", "citation", "claim", "narration"})
_FILE_WORD = lazy(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
_NAMES = ("name", "alias", "first", "second", "short", "org")


def material_of_notes(notes: Notes, transcripts: Iterable[Transcript] = ()) -> Material:
    """Everything in the notes, in the transcripts they name, and in these, that may be quoted.

    A transcript that cannot be read, or whose file name gives a protected source away, is left out; ``unread`` of the
    material says why.
    """
    passages = list(_from_items(notes))
    secrets = secret_names(notes)
    unread: list[TranscriptError] = []
    read: list[Transcript] = []
    given = {Path(transcript.path): transcript for transcript in transcripts}
    for path in dict.fromkeys((*given, *transcript_paths(notes))):
        try:
            refuse_telling_name(path, notes, secrets)
            read.append(given[path] if path in given else read_transcript(path))
        except TranscriptError as problem:
            unread.append(problem)
    hidden = list(told_off_the_record(notes))
    taken: set[str] = set()
    for group, transcript in enumerate(read, 1):
        answers = 1 + max((passage.answer for passage in passages), default=0)
        said = without(from_transcript(transcript, group, answers), hidden, taken)
        passages += [known for passage in said for known in _known(passage, notes)]
    names = {source.id: tuple(_names(source)) for source in notes.sources.values()}
    protected = frozenset(source.id for source in notes.sources.values() if source.protected)
    unhidden = any(words not in taken for words, _ in hidden)
    return Material(tuple(passages), secrets, names, protected, tuple(unread), unhidden)


_of_items: list[tuple[Notes, Material]] = []
"""The notes asked about last: all quotations of a story ask for those of its other pieces."""


def material_of_items(notes: Notes) -> Material:
    """What the notes themselves hold, without the transcripts they name."""
    for known, material in _of_items:
        if known is notes:
            return material
    protected = frozenset(source.id for source in notes.sources.values() if source.protected)
    material = Material(tuple(_from_items(notes)), secret_names(notes), {}, protected)
    _of_items[:] = [(notes, material), *_of_items[:7]]
    return material


def transcript_paths(notes: Notes) -> list[Path]:
    """The transcript files that the notes name, from the folder of the notes."""
    value = notes.front_fields("interview").get("transcript")
    listed = value if isinstance(value, tuple) else (value,)
    named = [str.__str__(entry).strip() for entry in listed if isinstance(entry, Traced)]
    return [tidied(Path(notes.path).parent / name) for name in named if name]


def refuse_telling_name(path: Path, notes: Notes, secrets: Iterable[str]) -> None:
    """Raise ``TranscriptError`` for jane-doe.vtt: every finding shows the name of the file it compares with."""
    if has_telling_name(path, secrets):
        message = (
            "a transcript has the real name of a protected source in its file name, expected one that tells nothing"
        )
        raise TranscriptError(message, path=notes.path, hint="rename the file, here as well if the notes name it")


def has_telling_name(path: Path, secrets: Iterable[str]) -> bool:
    """Whether the name of a file has one of these names in it, as jane-doe.vtt has."""
    words = {word.casefold() for word in _FILE_WORD.findall(path.stem)}
    return any(set(secret.casefold().split()) <= words for secret in secrets)


def _from_items(notes: Notes) -> Iterator[Passage]:
    """The notes in order; one marked ``same statement`` is part of the one before it from the same source."""
    groups: list[list[Item]] = []
    for item in notes.items:
        if item.kind not in _SAID:
            continue
        if groups and item.tag and item.tag.same_statement and groups[-1][-1].source == item.source:
            groups[-1].append(item)
        else:
            groups.append([item])
    for number, items in enumerate(groups):
        source = notes.sources.get(items[0].source or "")
        speaker = next(iter(_names(source)), None) if source else None
        text = "\n".join(_words(item) for item in items)
        yield Passage(text, speaker, source.id if source else None, number, _InNotes(notes, items), noted=True)


class _InNotes:
    """Places in items whose texts are joined by one character."""

    def __init__(self, notes: Notes, items: Sequence[Item]) -> None:
        self._notes = notes
        self._items = items

    def __call__(self, offset: int) -> tuple[Origin, float | None]:
        item, at = self._items[0], offset
        for following in self._items[1:]:
            if at <= len(item.text):
                break
            at -= len(item.text) + 1
            item = following
        noted = item.text[at : at + 1].noted
        line, column = self._notes.lines.position(noted[0] if noted else item.span.start)
        time = str.__str__(item.tag.time) if item.tag and item.tag.time else None
        return Origin(self._notes.path, line, column, time), seconds(time) if time else None


def _words(item: Item) -> str:
    return str.__str__(item.text)


def _when(item: Item) -> float | None:
    return seconds(str.__str__(item.tag.time)) if item.tag and item.tag.time else None


def told_off_the_record(notes: Notes) -> list[tuple[str, float | None]]:
    """What the notes keep off the record, each with its second in the recording where they have one."""
    return [(_words(item), _when(item)) for item in _off_the_record(notes)]


def _off_the_record(notes: Notes) -> list[Item]:
    return [item for beat in notes.beats for item in beat.items if notes.secret(item) and item.kind != "break"]


def _names(source: Source) -> Iterator[str]:
    """The names of a source that may be printed."""
    for key in ("alias",) if source.protected else _NAMES:
        value = source.fields.text(key)
        if value and value.strip() and (key != "org" or source.kind not in ("person",)):
            yield str.__str__(value)


def secret_names(notes: Notes) -> tuple[str, ...]:
    """The names of protected sources, the longest first; the words of these too, unless they are an open source's."""
    protected = [
        str.__str__(source.name).strip() for source in notes.sources.values() if source.protected and source.name
    ]
    opened = {
        word.casefold()
        for source in notes.sources.values()
        if not source.protected
        for word in str.__str__(source.name or "").split()
    }
    parts = {part for name in protected for part in name.split() if " " in name}
    parts = {part for part in parts if len(part) > 2 and part.casefold() not in opened}
    return tuple(sorted({name for name in protected if len(name) > 2} | parts, key=len, reverse=True))


def _known(passage: Passage, notes: Notes) -> Iterable[Passage]:
    """A passage of a transcript with its source, where its label names one; nothing where that is off the record."""
    if passage.speaker is None:
        return (passage,)
    named = sources_called(passage.speaker, notes)
    if any(source.off_the_record for source in named):
        return ()
    if len(named) != 1:
        return (passage,)
    source = named[0]
    if source.protected:
        unnamed = replace(passage, speaker=next(iter(_names(source)), None), source=source.id)
        return without_name(unnamed, str.__str__(source.name or "").strip())
    return (replace(passage, source=source.id),)


def sources_called(speaker: str, notes: Notes) -> list[Source]:
    """The sources of the notes that a label of a transcript may name."""
    return [
        source for source in notes.sources.values() if any(same_speaker(name, speaker) for name in _all_names(source))
    ]


def printed_name(source: Source) -> str | None:
    """What a source may be called in print, where the notes say it."""
    return next(iter(_names(source)), None)


def _all_names(source: Source) -> Iterator[str]:
    for key in ("name", "alias"):
        if value := source.fields.text(key):
            yield str.__str__(value)
