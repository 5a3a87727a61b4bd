"""Where the sources of the notes stand in the article, for rules of several families."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from authoring.findings import Origin
from authoring.prose.attribution.model import Kind
from authoring.prose.narrated import narrated
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source
    from authoring.prose.attribution.model import Speaker
    from authoring.prose.document import Document

_NAMES = ("name", "alias", "first", "second", "short", "org")
_ROOM = 26
"""Characters of a name that fit into a message."""


def names_of(source: Source) -> tuple[str, ...]:
    """What an article may call a source, the fullest first; of a protected one only what is to be printed instead."""
    keys = ("alias",) if source.protected else _NAMES
    texts = [source.fields.text(key) for key in keys if key != "org" or source.kind == "spokesperson"]
    found = [" ".join(str.__str__(text).split()) for text in texts if text and text.strip()]
    if source.name and source.kind in ("person", "spokesperson") and not source.protected:
        found.append(str.__str__(source.name).split()[-1])
    return tuple(dict.fromkeys(found))


def called(source: Source) -> str:
    """What a message may call a source, without giving a protected one away."""
    names = names_of(source)
    if not names:
        return "this source"
    return names[0] if len(names[0]) <= _ROOM else names[0][: _ROOM - 1].rstrip(" ,;.") + "…"


def first_mention(document: Document, source: Source) -> Span | None:
    """Where the writer first names a source: by the full name, else as the article calls it later."""
    text = narrated(document).text
    for name in names_of(source):
        match = _pattern(name).search(text)
        if match:
            return narrated(document).span(match.start(), match.end())
    return None


def names_in(source: Source, text: str) -> bool:
    """Whether a stretch of the article names a source."""
    return any(_pattern(name).search(text) for name in names_of(source))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    spelt = re.escape(name).replace("’", "'").replace("'", "['’]")
    return re.compile(rf"(?<!\w){spelt}(?!\w)")


def speaking(notes: Notes) -> tuple[Source, ...]:
    """The sources that told something, in the order in which the notes have their words."""
    ids = [item.source for item in notes.of_kind("quote", "reported", "statement") if item.source]
    return _known(notes, ids)


def relied_on(notes: Notes) -> tuple[Source, ...]:
    """The sources of any item at all: those that told something, and what was read."""
    return _known(notes, (item.source for item in notes.of_kind("quote", "reported", "statement", "citation")))


def _known(notes: Notes, ids: Iterable[str | None]) -> tuple[Source, ...]:
    return tuple(notes.sources[id_] for id_ in dict.fromkeys(ids) if id_ is not None and id_ in notes.sources)


def place_in(notes: Notes, place: Span) -> Origin:
    """A place of the notes, as a finding gives it."""
    return Origin(*notes.where(place.start))


class _Reports:
    """Where an article reports in its own words what somebody said, to be asked often."""

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for one in document.attributions:
            if one.speaker is None or one.kind is Kind.DIRECT:
                continue
            if self._ends and one.span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], one.span.end)
            else:
                self._starts.append(one.span.start)
                self._ends.append(one.span.end)

    def holds(self, place: int) -> bool:
        """Whether a place of the file stands in a report."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._ends[index]


def in_words_of_others(document: Document, span: Span) -> bool:
    """Whether a stretch stands in what the article reports somebody to have said."""
    known = document.worked_out.get("words of others")
    if not isinstance(known, _Reports):
        known = document.worked_out["words of others"] = _Reports(document)
    return known.holds(span.start)


def source_for(document: Document, speaker: Speaker | None) -> Source | None:
    """The source of the notes that an article's words for a speaker name: by its name, or as the notes say it reads."""
    if document.notes is None or speaker is None:
        return None
    if speaker.source is not None:
        return document.notes.sources.get(speaker.source)
    wanted = {_bare(words) for words in (speaker.text, speaker.name) if words}
    found = [
        source for source in document.notes.sources.values() if not wanted.isdisjoint(map(_bare, names_of(source)))
    ]
    return found[0] if len(found) == 1 else None


def _bare(name: str) -> str:
    """A name without article and case."""
    return re.sub(r"^(?:the|an?) ", "", " ".join(name.casefold().split())).strip(" ,")


def one_side(one: Source, other: Source) -> bool:
    """Whether two sources, of one notes file or two, are the same, or speak for the same body."""
    names, others = ({_bare(name) for name in _sides(source)} for source in (one, other))
    return not names.isdisjoint(others)


def _sides(source: Source) -> Iterator[str]:
    for key in ("name", "alias", "short", "org", "employer"):
        value = source.fields.text(key)
        if value and value.strip():
            yield str.__str__(value)
