"""“Sources said” needs two of them.

The rule counts the people in the notes. It points at “sources”, “insiders” and “people familiar with” as the ones who
say something where the notes have fewer than two sources who are not named, and at “officials”, “residents” and the
like where they have fewer than two people at all. Silent on what such people told an outlet, or what an outlet is named
for; “experts” and “critics” are `vague-source`'s.

Why: the Reuters handbook allows the plural only where more than one source told the same; one is “a person at the
meeting”.

```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  clerk: {name: Jane Doe, kind: person, alias: a clerk of the trust, reason: she would lose her job}
  herald: {name: The Delta Herald, kind: outlet}
---
## Boats
~ the pier is sold
— clerk | said
```
```bad
Sources said the pier is sold. People familiar with the sale said that nobody was told.
```
```finds
1:1 Sources => “Sources” are several, expected one: the notes have 1 unnamed source
1:32 People familiar with the sale
```
```bad
The pier is sold, officials said on Monday. According to employees, nobody was told.
```
```finds
1:19 officials => “officials” are several, expected one: the notes have 1 person
1:58 employees
```
```good
A clerk of the trust said the pier is sold. Sources told the Herald so, too. The officials left.
```
```good
Officials said on Monday, the Herald reported, that the pier is sold. It has two sources of power.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit

if TYPE_CHECKING:
    from authoring.notes.model import Notes

SEVERITY = Severity.ERROR
NEEDS_NOTES = True

_UNNAMED = ("sources", "insiders")
_GROUPS = tuple(
    """officials residents employees workers neighbors neighbours lawyers doctors teachers
    parents researchers economists scientists witnesses executives campaigners activists supporters opponents""".split()
)
_REACH = 300
"""Characters of a sentence, either way, in which an outlet may be named."""


@cache
def _tag() -> re.Pattern[str]:
    """A verb of saying behind the plural."""
    return re.compile(
        r"(?P<who>\w+(?: (?:familiar|close|briefed|with knowledge|who know)[\w’' ]{0,40}?)?)"
        r"(?: (?:also|have|had|there|here))* (?:said|say|told|tell|confirmed|believe|warned|added|described)\b"
    )


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"\b(?:to|told|tell)(?: (?:the|a))? [A-Z]|\b[A-Z][\w’'-]* (?:reported|reports|wrote)\b|citing")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[,;:—–] |\b(?:[Aa]ccording to|that|and|but|while|as|some|several|other|two|company|city|town) )$"
    )


def _people(notes: Notes) -> int:
    return sum(source.kind in ("person", "spokesperson") for source in notes.sources.values())


def _unnamed(notes: Notes) -> int:
    return sum(source.protected or source.name is None for source in notes.sources.values() if source.kind == "person")


def check(document: Document) -> Iterator[Hit]:
    """Point at every plural that the notes have one voice for, or none."""
    assert document.notes is not None
    told = narrated(document)
    unnamed, people = _unnamed(document.notes), _people(document.notes)
    for place in told.at(*_UNNAMED, *_GROUPS, "people"):
        begin, end = told.sentence_at(place)
        word = told.text[place:end].split(maxsplit=1)[0].rstrip(".,;:")
        tag = _tag().match(told.text, place)
        before = told.text[max(begin, place - 30) : place]
        according = before.endswith("ccording to ")
        if not (tag or according) or not _before().search(before):
            continue
        who = tag["who"] if tag else word
        if word.lower() == "people" and " " not in who:
            continue
        anonymous = word.lower() in (*_UNNAMED, "people")
        count = unnamed if anonymous else people
        around = told.text[max(begin, place - _REACH) : min(end, place + _REACH)]
        if count < 2 and not _by().search(around):
            kind = "unnamed source" if anonymous else "person" if count == 1 else "people"
            kind += "s" if anonymous and count != 1 else ""
            span = told.span(place, place + len(who))
            yield Hit(span, f"“{who[:30]}” are several, expected one: the notes have {count} {kind}")
