"""An article that tells of an interview says when or how it took place.

“I recently sat down with her” could be an hour in her kitchen or five minutes on a screen. The rule points at the words
by which the writer tells of a talk with a named person (“sat down with”, “spoke with”, “had the opportunity to talk
to”) where the sentence gives no day, and neither its paragraph nor the next one a medium or a place: by phone, in her office.
Without such words there is nothing to point at, and it is silent.

Why: National Public Radio asks to be open about how material was gathered. An emailed answer has been polished, an
answer on the doorstep has not.

```bad
I recently had the opportunity to sit down with Sarah Thompson, who sells boats.
```
```finds
1:3 recently had the opportunity to sit down with => when and how you spoke is not told, expected it (“on May 3, by phone”)
```
```bad
We caught up with Ana Ruiz, the harbour master, to ask about the pier.
```
```finds
1:4 caught up with
```
```good
I sat down with Ana Ruiz in her office at the harbour. We spoke with Tom Abel by phone.
```
```good
We met the crews. I talked with people about boats. The captain sat down with Ana Ruiz.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from authoring.findings import Origin, Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.sourced import place_in

SEVERITY = Severity.INFO

_WORDS = (
    *("sat", "sit", "sitting", "spoke", "speak", "speaking", "talked", "talk", "talking", "caught", "chatted", "chat"),
    *("interview", "interviewed", "interviewing"),
)


@cache
def _talk() -> re.Pattern[str]:
    """The writer's talk with somebody who is named."""
    soon = r"(?:(?:recently|also|first|just|finally) )?"
    chance = r"had (?:the|a) (?:\w+ )?(?:opportunity|chance|pleasure|privilege|honou?r) (?:to|of) "
    did = r"(?:sat down|spoke|talked|chatted|caught up) (?:with|to)|interviewed"
    do = (
        r"(?:sit(?:ting)? down|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|catch(?:ing)? up) (?:with|to)|interview(?:ing)?"
    )
    person = r"(?=\s+\[?[A-Z][\w’'.-]+ [A-Z])"
    return re.compile(rf"\b(?:I|[Ww]e) (?P<told>{soon}(?:{chance}(?:{do})|{did})){person}")


@cache
def _how() -> re.Pattern[str]:
    """A medium, or the sort of place where people talk."""
    place = (
        r"office|home|house|kitchen|studio|garden|caf[eé]|restaurant|bar|pub|hotel|headquarters|library|backyard|room|booth"
        r"|conference|summit|event|meeting|workshop|campus|car|farm|shop|lab|laboratory|classroom|church|court|stage|harbou?r"
    )
    return re.compile(
        r"\b(?:phone|telephone|e-?mails?|emailed|by video|video (?:call|chat|conference|link)|Zoom|Skype|Google Meet|Teams"
        r"|in person|over (?:coffee|lunch|dinner|tea|breakfast|drinks|the course)|backstage|podcast|webinar|livestream"
        rf"|(?:in|at|on|from|outside|during|after) (?:[\w’'-]+ ){{1,4}}?(?:{place}))\b",
        re.IGNORECASE,
    )


@cache
def _when() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September"
        r"|October|November|December|May \d|\d May|(?:last|this) (?:week|month|morning|spring|summer|fall|autumn|winter)"
        r"|yesterday|today|online|just (?:before|after)|shortly (?:before|after)|ahead of|\d{4})\b"
    )


def _noted(document: Document) -> Origin | None:
    """Where the notes have, or should have, the day of the interview."""
    notes = document.notes
    if notes is None or "interview" not in notes.front.keys:
        return None
    return place_in(notes, notes.front_fields("interview").place("when"))


def check(document: Document) -> Iterator[Hit]:
    """Point at the words that tell of an interview, where its circumstances are not told."""
    told = narrated(document)
    seen: set[int] = set()
    for place in told.at(*_WORDS):
        start, end = told.sentence_at(place)
        if start in seen:
            continue
        seen.add(start)
        match = _talk().search(told.text, start, end)
        if match is None:
            continue
        number = bisect_right(told.starts, start) - 1
        around = "\n".join(block.text for block in told.blocks[number : number + 2])
        if _how().search(around) is None and _when().search(told.text, start, end) is None:
            message = "when and how you spoke is not told, expected it (“on May 3, by phone”)"
            yield Hit(told.span(match.start("told"), match.end("told")), message, _noted(document))
            return
