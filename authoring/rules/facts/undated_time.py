"""“Today”, “Tuesday” or “in January” means a day only where something says when the piece was written.

It reads pieces that have no date at all: none in the front matter (`published`, `date`), no date line, no dateline. There
it points at the first of each expression of time that counts from the day of writing, or that lacks its year. A year
in the same sentence, or in the one before, is enough. Words between quotation marks are the speaker's and are not
read.

Why: the Associated Press ties each weekday and month to the day of publication; a piece found a year later through a
search has lost it.

```bad
In January the council put forward a plan. It votes on Tuesday.
```
```finds
1:1 In January => “In January” has no year and nothing dates the piece, expected a date
1:56 Tuesday => “Tuesday” counts from a day that nothing gives, expected a date
```
```bad
The council voted yesterday. The new rule begins on July 9, and the mayor said yesterday that it will stay.
```
```finds
1:19 yesterday
1:53 July 9
```
```good
---
published: 2024-07-08
---
The council voted yesterday. The new rule begins on Tuesday.
```
```good
In January 2024 the council put forward a plan. In March it was dropped. The office is shut on Tuesdays and every Friday.
```
```good
“We vote on Tuesday,” the mayor said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.calendar import MONTH, WEEKDAY, is_dated
from authoring.prose.document import Block, Document, Sentence, Voice
from authoring.prose.narration import narration_of
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING

_YEAR = lazy(r"\b(?:1[0-9]|20)\d\d\b")
_NOT_THE = r"(?<!\b[Tt]he )(?<!\bthese )"
_NO_DAY = lazy(
    r"(?:\b(?:a|an|one|another|every|each|any|some|that|most|the|TGI|Black|Good|Super|Ash|Cyber|Giving|Casual)"
    r"(?: [a-z]+){0,2} ?|[A-Z]\w+ |[’'-])$"
)
_HAPPENED = lazy(
    r"\b(?!(?:compared|based|expected|needed|used|located|situated)\b)[a-z]+ed\b|\b(?:was|were|had|has|have|will|would|shall|said|told"
    r"|began|begins?|came|took|made|gave|held|met|won|lost|went|put|set|led|sent|became|wrote|spoke|is to|are to)\b"
)
"""A sentence that speaks of one time, past or to come, and not of what happens every year."""
_HABIT = lazy(r"\b(?:every|each|usually|always|normally|typically|annual(?:ly)?|yearly)\b", re.IGNORECASE)
_SHORTEST = 3
"""Words of a sentence that is read; a shorter one is a label."""


@cache
def _from_now() -> re.Pattern[str]:
    """What counts from the day of writing; made when first needed, since most pieces are dated."""
    return re.compile(
        r"(?<!most )(?<!more )(?<!only )(?<!until )(?<!Until )\b[Rr]ecently\b|\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight)(?![\w’'-])"
        rf"|{_NOT_THE}\b(?:[Ll]ast|[Tt]his|[Nn]ext) (?:night|week|weekend|month|year|summer|winter|spring|autumn|{MONTH}|{WEEKDAY})"
        r"(?![\w’'-])"
        # “Today” is a day beside a verb of the past; elsewhere it mostly means nowadays.
        r"|(?:(?<=ed )|(?<=said )|(?<=told )|(?<=held )|(?<=met )|(?<=earlier )|(?<=here ))today(?![\w’'-])|\b[Tt]oday(?=,? \w+ed\b)"
        rf"|\b{WEEKDAY}(?![\w’'-])"
    )


@cache
def _no_year() -> re.Pattern[str]:
    """Days and months without their year."""
    return re.compile(
        rf"\b(?:{MONTH} [0-3]?\d(?:st|nd|rd|th)?\b(?![:.]?\d|[’'-])|[0-3]?\d(?:st|nd|rd|th)? (?:of )?{MONTH}(?![\w’'-])"
        rf"|(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil) (?:early |late |mid-)?{MONTH}(?![\w’'-]| \d))"
    )


def _found(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Place and fault of every expression of time in a sentence, in order."""
    hits = [
        (match.start(), match.end(), "has no year and nothing dates the piece")
        for match in _no_year().finditer(sentence)
    ]
    taken = [(start, end) for start, end, _ in hits]
    if hits and not _HAPPENED.search(sentence):
        hits = []
    for match in _from_now().finditer(sentence):
        if match[0].endswith("day") and match[0][:1].isupper() and _NO_DAY.search(sentence[: match.start()]):
            continue
        if not any(start < match.end() + 3 and match.start() < end + 3 for start, end in taken):
            hits.append((match.start(), match.end(), "counts from a day that nothing gives"))
    yield from sorted(hits)


def _read(document: Document, block: Block) -> Iterator[tuple[Sentence, str]]:
    """The sentences to search, with quoted words blanked, leaving out those that a year stands in or before."""
    narration = narration_of(document, block)
    year_before = False
    for sentence in block.sentences:
        words = narration[sentence.start : sentence.end]
        year = _YEAR.search(words) is not None
        if not year and not year_before and not _HABIT.search(words) and len(words.split()) >= _SHORTEST:
            yield sentence, words
        year_before = year


def check(document: Document) -> Iterator[Hit]:
    """Point at the first of each expression of time that nothing ties to a day."""
    if is_dated(document):
        return
    seen: set[str] = set()
    for block in document.blocks:
        if block.voice is not Voice.NARRATION:
            continue
        for sentence, words in _read(document, block):
            for start, end, fault in _found(words):
                written = words[start:end]
                if written.casefold() not in seen:
                    seen.add(written.casefold())
                    message = f"“{written}” {fault}, expected a date"
                    yield Hit(block.span_of(sentence.start + start, sentence.start + end), message)
