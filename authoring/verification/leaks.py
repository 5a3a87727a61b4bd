"""Where an article holds what was told in confidence: the name of a protected source, words given off the record.

Practice: a promise of anonymity binds the newsroom (SPJ Code of Ethics; Reuters Handbook). Whoever shows anything of an
article that has notes asks here first which stretches must not be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from authoring.prose.document import WORD, Document
from authoring.text.bare import bare, plain, same_length
from authoring.text.span import Span
from authoring.verification.leaked_names import Name, name_of, names_in
from authoring.verification.leaked_words import words_in

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source

_KEY = "leaks"


@dataclass(frozen=True)
class Leak:
    """A stretch of an article that must not be printed, nor shown."""

    span: Span
    kind: Literal["name", "words"]
    alias: str | None = None
    """What may be printed in the place of a name, where the notes have it."""


def leaks(document: Document) -> tuple[Leak, ...]:
    """Every leak in the file, front matter, links and comments too, in order and free of overlaps; worked out once."""
    if _KEY not in document.worked_out:
        if document.notes is None:
            return ()
        document.worked_out[_KEY] = leaks_in(document.text, confidences(document.notes))
    return cast(tuple[Leak, ...], document.worked_out[_KEY])


@dataclass(frozen=True)
class Confidences:
    """What notes hold in confidence, and what they may be taken for that is open."""

    names: tuple[tuple[Name, str | None], ...] = ()
    """The names of protected sources, each with what may be printed in its place."""
    words: tuple[str, ...] = ()
    """What was told off the record."""
    told: tuple[str, ...] = ()
    """What may be printed."""
    opened: frozenset[str] = frozenset()
    """The words, in small letters, of names that may be printed."""
    others: frozenset[tuple[str, str]] = frozenset()
    """First name and surname of those who may be named."""
    silent: tuple[str, ...] = ()
    """The names of those who said nothing that may be used."""


def confidences(notes: Notes) -> Confidences:
    """What these notes hold in confidence."""
    sources = notes.sources.values()
    names = ((name, _text(source.alias)) for source in sources if source.protected and (name := _name(source)))
    words = [str.__str__(item.text) for beat in notes.beats for item in beat.items if notes.secret(item) and item.text]
    told = [str.__str__(item.text) for item in notes.items] if words else []
    named = [str.__str__(source.name) for source in sources if not source.protected and source.name]
    aliases = [str.__str__(source.alias) for source in sources if source.alias]
    byline = [str.__str__(notes.front.text("byline") or "")]
    return Confidences(
        tuple(names),
        tuple(words),
        tuple(told),
        words_of([*named, *aliases, *byline]),
        full_names(named),
        tuple(str.__str__(source.name) for source in sources if source.off_the_record and source.name),
    )


def remember(document: Document, held: Confidences) -> None:
    """Let an article whose notes cannot be read be held against what is known to be confidential in them."""
    document.worked_out[_KEY] = leaks_in(document.text, held)


def leaks_in(text: str, held: Confidences) -> tuple[Leak, ...]:
    """The same for any text."""
    found = sorted(_leaks(text, held), key=lambda leak: (leak.span.start, -leak.span.end))
    kept: list[Leak] = []
    for leak in found:
        before = kept[-1].span.end if kept else 0
        if leak.span.end > before:  # of two that overlap, the second for what it has more
            kept.append(replace(leak, span=Span(max(leak.span.start, before), leak.span.end)))
    return tuple(kept)


def _leaks(text: str, held: Confidences) -> Iterator[Leak]:
    if not (held.names or held.words):
        return
    for read, placed in _readings(text):
        for name, alias in held.names:
            for span in names_in(read, name, held.opened, held.others):
                yield Leak(placed(span), "name", alias)
        if held.words:
            yield from (Leak(placed(span), "words") for span in words_in(read, held.words, held.told))


def _readings(text: str) -> Iterator[tuple[str, Callable[[Span], Span]]]:
    """The text as it stands in the file, and where that is another, as it reads."""
    written = same_length(text)
    yield written, lambda span: span
    seen = bare(text)
    if seen.text != written:
        yield seen.text, lambda span: seen.span(span.start, span.end)


def _name(source: Source) -> Name | None:
    return name_of(str.__str__(source.name or ""), person=source.kind in ("person", "spokesperson"))


def _text(value: str | None) -> str | None:
    return str.__str__(value) if value else None


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of names, in small letters."""
    return frozenset(word.casefold() for name in names for word in WORD.findall(plain(name)))


def full_names(names: Iterable[str]) -> frozenset[tuple[str, str]]:
    """First name and surname of each."""
    found = (WORD.findall(plain(name)) for name in names)
    return frozenset((words[0], words[-1]) for words in found if len(words) > 1)
