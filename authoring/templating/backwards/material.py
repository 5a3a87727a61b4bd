"""What notes hold, as a template sees it: every text with the expression that prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from authoring.config.conventions import Conventions
from authoring.drafting.record import Record, encode
from authoring.drafting.story import story
from authoring.drafting.view import view
from authoring.notes.model import Notes

KINDS: Mapping[str, str] = {
    "narration": "narration",
    "quote": "quotes",
    "reported": "reported",
    "statement": "statements",
    "citation": "citations",
    "claim": "claims",
    "question": "questions",
    "action": "actions",
    "no-comment": "silences",
}
"""What a template calls the items of a kind in a beat."""
PIECE = (
    *("headline", "dek", "kicker", "byline", "published", "published_on", "asof", "slug", "story", "ai"),
    *("dateline.place", "dateline.day", "dateline.date", "publication.name", "interview.when_on", "interview.when"),
    *("interview.how", "image.alt", "image.file", "image.credit", "image.made_with"),
)
"""Fields of the front matter that an article may print."""
SOURCE = ("name", "first", "second", "role", "employer", "org", "short", "alias", "reason", "url", "report", "date")
"""Fields of a source that an article may print; what is the writer's alone, such as stake, is not among them."""
ITEM = ("text", "opening", "rest", "verb", "time", "page", "on", "asked", "manner", "lead", "via")
"""Fields of an item that an article may print."""


@dataclass(frozen=True)
class Entry:
    """One item of the notes, with its place among the beats that templates see."""

    beat: int
    number: int
    """Its place in the beat, breaks counted."""
    record: Record

    @property
    def kind(self) -> str:
        """The item's kind, as templates ask for it."""
        return str.__str__(self.record["kind"])

    @property
    def text(self) -> str:
        """The words of the item."""
        return plain(self.record["text"])


@dataclass(frozen=True)
class Known:
    """A text of the notes, and how a template says it."""

    text: str
    code: str
    """The expression, without braces."""
    needs: str = ""
    """The expression that is false where a story does not have this."""


@dataclass(frozen=True)
class Material:
    """The notes as templates see them; nothing confidential is in it."""

    notes: Notes
    record: Record
    entries: tuple[Entry, ...]
    """Every item but the breaks, in the order of the notes."""
    turns: frozenset[int] = frozenset()
    """Beats that the article tells in questions and answers."""

    @property
    def beats(self) -> list[Record]:
        """All beats in order."""
        beats: list[Record] = self.record["beats"]
        return beats

    def of(self, beat: int) -> list[Entry]:
        """The items of a beat, in order."""
        return [entry for entry in self.entries if entry.beat == beat]

    def slug(self, beat: int) -> str:
        """What a template knows a beat by."""
        return plain(self.beats[beat]["slug"])

    def fields(self) -> Iterator[Known]:
        """What the front matter says of the piece."""
        for path in PIECE:
            group, _, key = path.rpartition(".")
            record = self.record[group] if group else self.record
            if isinstance(record, Record) and isinstance(record.get(key), str):
                needs = f"notes.{group} and notes.{path}" if group else f"notes.{path}"
                yield Known(plain(record[key]), f"notes.{path}", needs)

    def of_sources(self) -> Iterator[tuple[Record, Known]]:
        """What the notes say of each source; the expression begins with ``source.``."""
        for source in self.record["sources"]:
            for key in SOURCE:
                if isinstance(source[key], str):
                    yield source, Known(plain(source[key]), f"source.{key}", f"source.{key}")
            if source["name"] and source["kind"] in ("person", "spokesperson"):
                yield source, Known(family(source), "source.name | surname", "source.name")


def family(source: Record) -> str:
    """The family name of a person."""
    from authoring.drafting.names import surname

    return plain(surname(source["name"]))


def plain(text: Any) -> str:
    """The characters alone, without where they come from."""
    return "" if text is None else str.__str__(text)


def material(notes: Notes, conventions: Conventions) -> Material:
    """What templates see of notes."""
    seen = view(notes, conventions)
    job = {"notes": encode(seen.notes), "sources": {key: encode(each) for key, each in seen.sources.items()}}
    record, _ = story(job, [encode(beat) for beat in seen.beats])
    entries = [
        Entry(number, place, item)
        for number, beat in enumerate(record["beats"])
        for place, item in enumerate(beat["items"])
        if item["kind"] != "break"
    ]
    return Material(notes, record, tuple(entries))
