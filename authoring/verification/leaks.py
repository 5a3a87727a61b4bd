"""Where an article holds what was told in confidence: the name of a protected source, words given off the record.

Practice: a promise of anonymity binds the newsroom (SPJ Code of Ethics; Reuters Handbook). Whoever shows anything of an
article that has notes asks here first which stretches must not be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast
from unicodedata import normalize

from authoring.prose.attribution.lexicon import TITLES
from authoring.prose.document import WORD, Document
from authoring.text.patterns import lazy
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source

_KEY = "leaks"
_GAP = r"(?:[\W_]|&#?\w{1,8};|<[^<>]{1,60}>){1,9}"
"""What may stand between the parts of a name: a space, marks of Markdown and HTML, the hyphen of a link."""
_INITIAL = rf"(?:[^\W\d_]\.?{_GAP})?"
_BOUND, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_RUN = 7
"""Words in a row from which they are those that were told off the record, and no chance."""
_SHORT = 4
"""Words of a shorter note, all of which must stand there."""
_ALIKE = 0.8
"""Share of a note's words, in order, from which a sentence tells what it notes."""
_LONG = 4
"""Letters of a word that tells something; a run needs three of these."""
_PLACES = frozenset(
    """april may june august summer paris london sydney georgia virginia carolina florence charlotte austin jackson
    lincoln washington chelsea brooklyn savannah israel jordan chad china india france england ireland scotland madison
    houston dallas""".split()
)
"""First names that more often are something else."""
_TITLED = lazy(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s$")
_OTHERS = lazy(r"[ \n](?:[A-Z]\.?[ \n])?([A-Z][\w’'-]+)")
_BEFORE = lazy(r"\b([A-Z][\w’'-]+)[ \n](?:[A-Z]\.?[ \n])?$")


@dataclass(frozen=True)
class Leak:
    """A stretch of an article that must not be printed, nor shown."""

    span: Span
    kind: Literal["name", "words"]
    alias: str | None = None
    """What may be printed in the place of a name, where the notes have it."""


def leaks(document: Document) -> tuple[Leak, ...]:
    """Every leak in the file, front matter, links and comments too, in order and free of overlaps; worked out once."""
    if document.notes is None:
        return ()
    if _KEY not in document.worked_out:
        found = sorted(_leaks(document.text, document.notes), key=lambda leak: (leak.span.start, -leak.span.end))
        kept: list[Leak] = []
        for leak in found:
            if not kept or leak.span.start >= kept[-1].span.end:
                kept.append(leak)
        document.worked_out[_KEY] = tuple(kept)
    return cast(tuple[Leak, ...], document.worked_out[_KEY])


def _leaks(text: str, notes: Notes) -> Iterator[Leak]:
    protected = [source for source in notes.sources.values() if source.protected and source.name]
    if protected:
        plain = _plain(text)
        opened = _opened(notes)
        for source in protected:
            yield from _names(plain, source, opened)
    yield from _words(text, notes)


def _plain(text: str) -> str:
    """Without accents, character by character, so that places stay: Zoë is as good as Zoe."""
    if text.isascii():
        return text
    return "".join(normalize("NFD", char)[0] for char in text)


def _opened(notes: Notes) -> frozenset[str]:
    """The words of names that may be printed."""
    names = [str.__str__(source.name) for source in notes.sources.values() if not source.protected and source.name]
    names += [str.__str__(source.alias) for source in notes.sources.values() if source.alias]
    byline = notes.front.text("byline")
    names += [str.__str__(byline)] if byline else []
    return frozenset(word.casefold() for name in names for word in WORD.findall(_plain(name)))


def _names(text: str, source: Source, opened: frozenset[str]) -> Iterator[Leak]:
    name = _plain(str.__str__(source.name or ""))
    alias = str.__str__(source.alias) if source.alias else None
    words = [word for word in WORD.findall(name) if word not in TITLES]
    if not words or len("".join(words)) < 3:
        return
    whole = [Span(*match.span()) for pattern in _whole(words) for match in pattern.finditer(text)]
    yield from (Leak(span, "name", alias) for span in whole)
    if len(words) < 2 or source.kind not in ("person", "spokesperson"):
        return
    for span in whole:  # so that its own parts count as no everyday words
        text = text[: span.start] + " " * len(span) + text[span.end :]
    first, last = words[0], words[-1]
    if last.casefold() not in opened and len(last) > 2:
        yield from (Leak(span, "name", alias) for span in _alone(text, last, (), words))
    if first.casefold() not in opened | _PLACES and len(first) > 2:
        yield from (Leak(span, "name", alias) for span in _alone(text, first, (last,), words))


def _whole(words: list[str]) -> Iterator[re.Pattern[str]]:
    """The whole name as it may be written: Jane Doe, JANE Q. DOE, jane-doe, Doe, Jane; a single word with its case."""
    if len(words) == 1:
        yield re.compile(rf"{_BOUND}{re.escape(words[0])}{_ENDS}")
        return
    first, last = re.escape(words[0]), re.escape(words[-1])
    middle = "".join(rf"(?:{re.escape(word)}{_GAP})?" for word in words[1:-1])
    yield re.compile(rf"{_BOUND}{first}{_GAP}{middle or _INITIAL}{last}{_ENDS}", re.IGNORECASE)
    yield re.compile(rf"{_BOUND}{last}(?:,\s*|[-_+.]|%20){first}{_ENDS}", re.IGNORECASE)
    if len(first) > 1:
        yield re.compile(rf"{_BOUND}{first}{last}{_ENDS}", re.IGNORECASE)


def _alone(text: str, word: str, after: tuple[str, ...], own: list[str]) -> Iterator[Span]:
    """A part of a name where it can mean nobody else and is no everyday word.

    ``after`` are the words that may follow it; another name there, or before it, is another person's.
    """
    lower = re.compile(rf"{_BOUND}{re.escape(word.lower())}{_ENDS}")
    everyday = word != word.lower() and lower.search(text) is not None
    found: list[Span] = []
    for match in re.finditer(rf"{_BOUND}{re.escape(word)}{_ENDS}", text):
        following = _OTHERS.match(text, match.end())
        before = _BEFORE.search(text[max(0, match.start() - 40) : match.start()])
        if word == own[-1]:
            other = before is not None and before[1] not in own and _is_first_name(before[1])
        else:
            other = following is not None and following[1] not in after
        if other:
            return
        if everyday and not _TITLED.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        found.append(Span(*match.span()))
    yield from found


def _is_first_name(word: str) -> bool:
    from authoring.prose.attribution.first_names import pronouns

    return word.lower() in pronouns()


def _words(text: str, notes: Notes) -> Iterator[Leak]:
    secret = [item for beat in notes.beats for item in beat.items if notes.secret(item) and item.text]
    if not secret:
        return
    places = list(WORD.finditer(text))
    keys = [_key(match[0]) for match in places]
    known: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(keys) - _SHORT + 1):
        known.setdefault(tuple(keys[at : at + _SHORT]), []).append(at)
    told = [[_key(word) for word in WORD.findall(str.__str__(item.text))] for item in notes.items]
    for item in secret:
        words = [_key(word) for word in WORD.findall(str.__str__(item.text))]
        for start, end in list(_runs(words, keys, known)) or list(_nearly(words, keys, known)):
            if not any(_holds(other, keys[start:end]) for other in told):
                yield Leak(Span(places[start].start(), places[end - 1].end()), "words")


def _key(word: str) -> str:
    return word.replace("’", "'").casefold()


def _runs(words: list[str], keys: list[str], known: dict[tuple[str, ...], list[int]]) -> Iterator[tuple[int, int]]:
    """The longest runs of a note's words in those of the article."""
    least = min(_RUN, len(words))
    low = 0
    while low + max(least, _SHORT) <= len(words):
        longest = 0
        place = 0
        for at in known.get(tuple(words[low : low + _SHORT]), ()):
            length = _SHORT
            while low + length < len(words) and at + length < len(keys) and words[low + length] == keys[at + length]:
                length += 1
            if length > longest:
                longest, place = length, at
        if longest >= least and sum(len(word) >= _LONG for word in words[low : low + longest]) >= min(3, least - 1):
            yield place, place + longest
        low += max(1, longest - _SHORT + 1) if longest >= least else 1


def _nearly(words: list[str], keys: list[str], known: dict[tuple[str, ...], list[int]]) -> Iterator[tuple[int, int]]:
    """The place where most of a note's words stand in order, with a few changed."""
    from difflib import SequenceMatcher

    if len(words) < _RUN:
        return
    for low in range(len(words) - _SHORT + 1):
        for at in known.get(tuple(words[low : low + _SHORT]), ())[:_SHORT]:
            begin = max(0, at - low - _SHORT)
            window = keys[begin : at - low + len(words) + _SHORT]
            blocks = [
                block for block in SequenceMatcher(None, words, window, False).get_matching_blocks() if block.size
            ]
            if sum(block.size for block in blocks) >= _ALIKE * len(words):
                yield begin + blocks[0].b, begin + blocks[-1].b + blocks[-1].size
                return


def _holds(words: Iterable[str], run: list[str]) -> bool:
    """Whether a run of words stands in others."""
    return f" {' '.join(run)} " in f" {' '.join(words)} "
