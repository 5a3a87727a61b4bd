"""Whether a sentence can be told from its words to come from a note, for articles that have no trace.

It does where one note, together with what the notes say of its source, holds every number, every name and every “not”
of the sentence, and nearly all its other words that carry meaning: all but one in five. Words of one stem count as the
same. Of a transcript, three sentences in a row count as one note.
A sentence with fewer than two such words comes from a note only if all its words stand there. It errs on the side of
finding no note, since a sentence that wrongly counts as traced is never looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from authoring.notes.model import Fields, Item, Notes, Source, Value
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.trace.traced import Traced
from authoring.wording.characters import even
from authoring.wording.meaning import NEGATIONS
from authoring.wording.numbers import MONTHS
from authoring.wording.words import Words

_NEARLY = 0.8
FUNCTION = frozenset(
    """a an the and or but nor so yet if then than that this these those there here it its he she they them him her his
    hers their theirs we us our you your i me my who whom whose which what when where why how is are was were be been
    being am do does did done have has had having will would shall should can could may might must of in on at by for
    from to into onto over under about after before between through during with without within against up down out off
    as also too very just only such own same both each all any some more most other another said say says told
    tell tells saying according asked added wrote 's 'm 'd 'll n't mr mrs ms dr one while since until because himself
    herself itself themselves ourselves myself yourself""".split()
)
"""Words that carry no meaning of their own."""
_DATE = lazy(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_MONTH = ("january february march april may june july august september october november december").split()
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s", "e", "y")
_FIGURE = lazy(r"\d[\d,]*(?:\.\d+)?")
_WINDOW = 3
_SAME = 5
"""Words that two sentences share before one can be told to claim what the other does."""
_LEAST = 4
"""Letters that a stem keeps."""


@dataclass(frozen=True)
class _Read:
    """The words of a sentence or a note, by what they are."""

    numbers: frozenset[str]
    """And months and negations."""
    names: frozenset[str]
    others: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        return self.numbers | self.names | frozenset(self.others)


class NotedWords:
    """The words of every note, to look sentences up in."""

    def __init__(self, notes: Notes | None, answers: Iterable[str] = ()) -> None:
        units: list[tuple[str, Item | None]] = [*_units(notes)] if notes else []
        units += [(unit, None) for answer in answers for unit in _stretches(answer)]
        self._units = [_read(unit).all for unit, _ in units]
        self._items = [item for _, item in units]

    def hold(self, sentence: str) -> bool:
        """Whether one note holds what a sentence says."""
        wanted = _read(sentence)
        return bool(wanted.all) and any(_holds(unit, wanted) for unit in self._units)

    def find(self, sentence: str) -> tuple[Item, ...]:
        """The notes that hold what a sentence says, those that have most of its words; none of the front matter."""
        wanted = _read(sentence)
        if not wanted.all:
            return ()
        shares = [
            (len(wanted.all & unit), item)
            for unit, item in zip(self._units, self._items, strict=True)
            if item is not None and _holds(unit, wanted)
        ]
        most = max((count for count, _ in shares), default=0)
        return tuple(item for count, item in shares if count == most)

    def hold_figures(self, sentence: str) -> bool:
        """Whether the notes hold every figure that a sentence writes in digits, whatever they say of it."""
        typed = {figure.replace(",", "") for figure in _FIGURE.findall(sentence)}
        wanted = {number for number in _read(sentence).numbers if number[1:] in typed}
        return wanted <= frozenset().union(*self._units)


def same_claim(one: str, other: str, least: int = _SAME) -> bool:
    """Whether two sentences say the same: each holds the numbers, the names and nearly all words of the other.

    A sentence with fewer than ``least`` words that mean something is taken for none.
    """
    read, others = _read(one), _read(other)
    if min(len(read.all), len(others.all)) < least:
        return False
    return _holds(read.all, others) and _holds(others.all, read)


def _holds(unit: frozenset[str], wanted: _Read) -> bool:
    if not wanted.numbers <= unit or not wanted.names <= unit:
        return False
    found = sum(word in unit for word in wanted.others)
    if len(wanted.all) < 2:
        return found == len(wanted.others)
    return found >= _NEARLY * len(wanted.others)


@lru_cache(2048)  # a claim is held against many notes
def _read(text: str) -> _Read:
    words = Words(even(_DATE.sub(_spelled, text)))
    numbers: set[str] = set()
    names: set[str] = set()
    others: list[str] = []
    for number, key in enumerate(words.keys):
        if key[0] == "#" or key in MONTHS - {"may", "march"} or key in NEGATIONS:
            numbers.add(key.removesuffix("th"))
        elif key not in FUNCTION:
            face = words.faces[words.first[number]]
            begins = number == 0 or re.search(r"[.?!:]\W*$", words.between(number)) is not None
            if face[:1].isupper() and not begins:
                names.add(stem(key))
            else:
                others.append(stem(key))
    return _Read(frozenset(numbers), frozenset(names), tuple(others))


def _spelled(match: re.Match[str]) -> str:
    month = int(match[2])
    return f"{_MONTH[month - 1]} {int(match[3])}, {match[1]}" if 1 <= month <= 12 else match[0]


def stem(word: str) -> str:
    """The word without its ending, so that words of one stem count as the same."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    return word


def _stretches(text: str) -> Iterator[str]:
    """Every so many sentences in a row of an answer."""
    spans = list(sentence_spans(text))
    for first in range(max(len(spans) - _WINDOW + 1, 1)) if spans else ():
        yield text[spans[first][0] : spans[min(first + _WINDOW, len(spans)) - 1][1]]


def _units(notes: Notes) -> Iterator[tuple[str, Item | None]]:
    """What each note says, with its tag, its source and the heading over it; and each source and request by itself."""
    for beat in notes.beats:
        heading = str.__str__(beat.heading) if beat.heading else ""
        for item in beat.items:
            if not notes.secret(item):
                source = notes.sources.get(item.source) if item.source else None
                yield " . ".join(filter(None, (heading, _item(item, notes), _source(source)))), item
    yield from ((text, None) for text in _front(notes))


def _front(notes: Notes) -> Iterator[str]:
    for source in notes.sources.values():
        if not source.off_the_record:
            yield _source(source)
    for request in notes.requests:
        asked = notes.sources.get(request.to)
        if asked is None or not asked.off_the_record:
            yield f"{' . '.join(_texts(request.fields))} . {_source(asked)} . not respond comment"
    for entry in notes.front_list("corrections"):
        texts = (*_texts(entry), *_texts(notes.front_fields("corrects")))
        yield " . ".join((*texts, "An earlier version of the article published said wrongly . In fact . Correction"))
    for value in notes.front.values.values():
        if isinstance(value, Traced):
            yield f"By {str.__str__(value)}"
    yield " . ".join(_texts(notes.front_fields("interview")))


def _item(item: Item, notes: Notes) -> str:
    parts = [str.__str__(item.text)]
    if item.tag:
        parts += [str.__str__(part) for part in (item.tag.verb, item.tag.date_text, *item.tag.keys.values()) if part]
        parts += [
            _source(source) for key in ("citing", "to") if (source := notes.sources.get(item.tag.keys.get(key) or ""))
        ]
    return " . ".join(parts)


def _source(source: Source | None) -> str:
    """What may be printed of a source."""
    if source is None:
        return ""
    keys = ("alias", "reason") if source.protected else None
    return " . ".join(_texts(source.fields, keys))


def _texts(fields: Fields, keys: tuple[str, ...] | None = None) -> Iterator[str]:
    for key, value in fields.values.items():
        if keys is None or key in keys:
            yield from _of(value)


def _of(value: Value) -> Iterator[str]:
    if isinstance(value, Traced):
        yield str.__str__(value)
    elif isinstance(value, Fields):
        yield from _texts(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _of(each)
