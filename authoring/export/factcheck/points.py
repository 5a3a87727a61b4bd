"""What there is to check in a sentence, each with a box of its own: names, figures, dates, times and titles.

Practice: a checker underlines every fact and strikes it off when it is confirmed. What no program can tell from
opinion is left to the checker; these are the words that can be wrong on their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from authoring.prose.attribution.lexicon import TITLES, words
from authoring.prose.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from authoring.prose.document import WORD, BlockKind, Document
from authoring.text.patterns import lazy
from authoring.verification.figures import told
from authoring.verification.words import FUNCTION

PointKind = Literal["name", "figure", "date", "time", "title"]
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = lazy(
    rf"\b(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:[-–]\d{{1,2}}\b)?(?![:.]\d)(?:,? {_YEAR}\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? {_YEAR}\b)?|{MONTH},? (?:of )?{_YEAR}\b)"
    rf"|\b{_YEAR}-[01]\d-[0-3]\d\b|\b{WEEKDAY}s?\b"
    rf"|\b(?:January|February|April|June|July|August|September|October|November|December)\b"
    r"|(?<=\b[iI]n )(?:March|May)\b"
)
_TIME = lazy(r"\b\d{1,2}(?:[:.][0-5]\d)? ?(?:[AaPp]\.[Mm]\.|[AaPp][Mm]\b)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?!:)")
_BEFORE = lazy(r"(?:(?<!\w)(?:[A-Z]{1,3})?[$£€¥]|(?<![\w.])[\w.]*[-–/:]|(?<![\w])[−+-]|\w+)$")
_AFTER = lazy(r"(?:[-–/:.,]?\w+)*%?(?: (?:per ?cent|percent)\b)?")
_SMALL = frozenset({"#1", "#1th", "#2th"})
"""“One”, “first” and “second” in letters: mostly no figure."""
_INSIDE = frozenset({"of", "de", "van", "von", "der", "den", "di", "da", "del", "du", "la", "le", "al", "bin", "&"})
"""What may stand between the parts of a name."""
_NOBODY = frozenset({*MONTHS, *WEEKDAYS, *(day + "s" for day in WEEKDAYS), "I", "OK", "Q", "A"})
_OPENS = lazy(r"(?:^|[“\"‘(\[:]|[.?!…][”’\")\]]*\s+)[“\"‘(\[—–\s]*$")
_ARTICLE = lazy(r"^(?:an?|the|his|her|their|its)\s+", re.I)
_LARGE = 0.6
"""Share of its words from which the capitals of a sentence are those of a headline, and tell nothing."""
_FEW = 3
"""Words up to which a sentence may be a name."""
_ENDS_ROLE = frozenset("who whom whose that which and for from to at".split())
_LONGEST = 12
"""Words of a role that is looked for."""


@dataclass(frozen=True, slots=True)
class Point:
    """Words of a sentence that can be wrong on their own."""

    start: int
    """Where they begin in the sentence."""
    end: int
    kind: PointKind


class Points:
    """Finds what there is to check in the sentences of one article."""

    def __init__(self, document: Document) -> None:
        self._inside: set[str] = set()
        """Words that stand with a capital inside a sentence."""
        self._small: set[str] = set()
        """Words that stand without one anywhere."""
        for block in document.blocks:
            if block.kind is BlockKind.HEADING:
                continue
            for sentence in block.sentences:
                text = sentence.text
                for match in WORD.finditer(text) if not _is_large(text) else ():
                    word = _plain(match[0])
                    if not word[:1].isupper():
                        self._small.add(word)
                    elif not _OPENS.search(text[: match.start()]):
                        self._inside.add(word)
        self._roles = [pattern for role in _roles(document) if (pattern := _pattern(role))]
        for name in _names(document):
            self._inside.update(map(_plain, WORD.findall(name)))

    def of(self, text: str, *, capitals: bool = True) -> tuple[Point, ...]:
        """Every point of a sentence, in order; ``capitals`` says whether these mean something, as in no headline."""
        kept: list[Point] = []
        capitals = capitals and not _is_large(text)
        for found in (_dates(text), self._named(text, capitals=capitals), _figures(text), self._titles(text)):
            for point in found:
                if not any(point.start < other.end and other.start < point.end for other in kept):
                    kept.append(point)
        return tuple(sorted(kept, key=lambda point: point.start))

    def _titles(self, text: str) -> Iterator[Point]:
        for pattern in self._roles:
            for match in pattern.finditer(text):
                yield Point(*match.span(), "title")

    def _named(self, text: str, *, capitals: bool) -> Iterator[Point]:
        run: list[re.Match[str]] = []
        for match in WORD.finditer(text):
            if run and not _goes_on(text, run[-1], match):
                yield from self._run(text, run, capitals=capitals)
                run = []
            if _is_capital(match[0]) or (run and match[0] in _INSIDE):
                run.append(match)
            elif run:
                yield from self._run(text, run, capitals=capitals)
                run = []
        yield from self._run(text, run, capitals=capitals)

    def _run(self, text: str, run: list[re.Match[str]], *, capitals: bool) -> Iterator[Point]:
        while run and not _is_capital(run[-1][0]):
            run = run[:-1]
        while run and (not _is_capital(run[0][0]) or self._only_opens(text, run, capitals=capitals)):
            run = run[1:]
        while run and not capitals and not self._known(run[-1][0]):
            run = run[:-1]
        if not run or all(_plain(match[0]).casefold() in FUNCTION for match in run):
            return
        start, end = run[0].start(), run[-1].end()
        end -= len(run[-1][0]) - len(_plain(run[-1][0]))
        end += text[end : end + 1] == "." and "." in run[-1][0]  # the last point of U.S.
        if end - start > 1:
            yield Point(start, end, "name")

    def _only_opens(self, text: str, run: list[re.Match[str]], *, capitals: bool) -> bool:
        """Whether a word has its capital from where it stands, and not because it is a name."""
        word = _plain(run[0][0])
        if not capitals:
            return not self._known(word)
        if len(run) == 1 and word.casefold() in FUNCTION:
            return True
        if not _OPENS.search(text[: run[0].start()]):
            return False
        if len(word) > 1 and word.isupper() and not text.isupper():
            return False
        if word.casefold() in FUNCTION or word.casefold() in self._small:
            return True
        return word not in self._inside and (len(run) == 1 or word.casefold() in words())

    def _known(self, word: str) -> bool:
        plain = _plain(word)
        return plain in self._inside and plain.casefold() not in FUNCTION


def _is_large(text: str) -> bool:
    """Whether nearly every word has a capital, as in a headline, so that it tells nothing."""
    found = WORD.findall(text)
    return len(found) > _FEW and sum(word[:1].isupper() for word in found) > _LARGE * len(found)


def _goes_on(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    between = text[last.end() : match.start()]
    if between in (" ", "\n", " & ", "-", "’", "'"):
        return not _is_possessive(last[0])
    return between in (". ", ".") and (len(last[0]) == 1 or last[0] in TITLES)


def _is_possessive(word: str) -> bool:
    return word.endswith(("’s", "'s"))


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and _plain(word) not in _NOBODY and not word.startswith(("I’", "I'"))


def _plain(word: str) -> str:
    return word[:-2] if _is_possessive(word) else word


def _dates(text: str) -> Iterator[Point]:
    for match in _TIME.finditer(text):
        yield Point(*match.span(), "time")
    for match in _DATE.finditer(text):
        yield Point(*match.span(), "date")


def _figures(text: str) -> Iterator[Point]:
    for figure in told(text).figures:
        if figure.key[0] != "#" or (figure.key in _SMALL and not text[figure.start].isdigit()):
            continue
        before = _BEFORE.search(text, 0, figure.start)
        after = _AFTER.match(text, figure.end)
        digits = any(map(str.isdigit, text[figure.start : figure.end]))
        start = before.start() if before and digits else figure.start
        end = after.end() if after and digits else figure.end
        yield Point(start, end, "figure")


def _roles(document: Document) -> Iterator[str]:
    """What the notes say that people are."""
    for source in document.notes.sources.values() if document.notes else ():
        if not source.protected:
            for key in ("role", "title"):
                if value := source.fields.text(key):
                    yield str.__str__(value)


def _pattern(role: str) -> re.Pattern[str] | None:
    """A role as the article may have it, up to where it tells more of the person, or names what it is a role in."""
    found = [match[0] for match in WORD.finditer(_ARTICLE.sub("", role.partition(",")[0]))]
    kept: list[str] = []
    for word in found[:_LONGEST]:
        if word in _ENDS_ROLE or (kept and word[:1].isupper()):
            break
        if word[:1].islower():
            kept.append(word)
    while kept and kept[-1].casefold() in FUNCTION:
        kept.pop()
    return re.compile(rf"\b{'[ -]'.join(map(re.escape, kept))}\b", re.I) if kept else None


def _names(document: Document) -> Iterable[str]:
    """The names that the notes give."""
    for source in document.notes.sources.values() if document.notes else ():
        if not source.protected and (name := source.fields.text("name")) and source.kind != "document":
            yield str.__str__(name)
