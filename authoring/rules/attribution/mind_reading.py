"""What goes on in somebody's head is known to that person alone: “Ruiz was not surprised” needs a “she said”.

The rule points at feelings and beliefs that the narration tells of a named person, or of “he” and “she”, as if the
writer had seen them: was surprised, is convinced, believes, hopes, fears, knew. Silent where the clause is reported
(“Ruiz said she was not surprised”), on set phrases (“proud to announce”), on companies and crowds, in questions and
conditions, on a belief that goes on from a report of the same person or leads in to a quotation, and, with notes, where
a note of somebody's words has the feeling.

Why: Bender's *Writing & Reporting for the Media* (OUP) asks reporters to give thoughts as what a source said of them;
what shows is a smile, not the joy.

```bad
Ana Ruiz was not surprised by the vote. “They never come here,” she said.
```
```finds
1:10 was not surprised => nobody sees that Ruiz “was not surprised”, expected “Ruiz said …”
```
```bad
Tom Abel, an angler, stood on the pier with his son. He believes the boats will come back, and he fears the winter.
```
```finds
1:57 believes => nobody sees that he “believes”, expected “he said …”
1:99 fears
```
```good
Ana Ruiz said she was not surprised by the vote. She hoped for more, she said, and knew better. Is she convinced?
```
```good
The council is pleased to announce a new pier. Acme believes in boats. I was surprised, and the crews were delighted.
```
```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> I was not surprised.
— ruiz | said | 00:04:10
```
```good
Ana Ruiz was not surprised by the vote.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.prose.narration import SPOKEN
from authoring.rules.attributed import around
from authoring.rules.hit import Hit
from authoring.rules.people import is_person, may_be_person
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING

_FEELINGS = """
surprised pleased happy thrilled delighted excited proud angry furious disappointed frustrated worried
relieved shocked stunned confident convinced hopeful optimistic grateful impressed enthused embarrassed glad sad upset
afraid nervous anxious jealous ashamed bored amazed astonished unhappy unsurprised outraged horrified saddened
""".split()
_BELIEFS = "believes believed hopes hoped thinks fears feared knew wishes".split()
_STATE = lazy(
    r"(?:is|was|were|remains|remained|felt|feels)\s+(?:(?:not|never|also|very|so|clearly|particularly|deeply|really|still"
    r"|hardly|quite|too|less|more|genuinely)\s+)*$"
)
_BELIEF = lazy(
    r"(?:(?:believe[sd]|fear(?:s|ed)|hope[sd]|thinks|knew|wishes)\b)(?!\s*(?:[,.;:?!)]|to\b|in\b|of\b|about\b|for\b|him|her\b"
    r"|how\b|what\b|where\b|who\b|each\b|" + SPOKEN + r"))"
)
_SET = lazy(r"\s+(?:to (?:announce|present|share|be|have|welcome|support|represent|introduce|join|say|report|see)\b)")
_SUBJECT = lazy(
    r"(?:^|[,;:—–] |[,;]? ?\b(?:and|but|while|though|although|because|as|so|yet|since|where|whereas) |"
    + SPOKEN
    + r"\s*)"
    r"(?:(?:also|still|now|today|yesterday|ultimately|though|however),? )?"
    r"(?P<who>[Hh]e|[Ss]he|(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov)\.? )?[A-Z][\w’'-]+(?: (?:[A-Z]\.?|[A-Z][\w’'-]+)){0,3})"
    r"(?: (?:also|still|now|never|always|clearly|firmly|herself|himself|really))? $"
)
_REPORTED = lazy(
    r"\b(?:said|says|saying|say|told|tells|according|asked|asks|whether|if|wrote|writes|added|adds|admitted|explained|explains"
    r"|recalled|recalls|when|claimed|noted)\b",
    re.IGNORECASE,
)
_REACH = 400
"""Characters before the verb in which a reporting word may stand."""
_CLOSE = 4
"""Characters between a belief and the quotation that bears it out."""
_BESIDE = 60
"""Characters before the verb in which its subject stands."""


@cache
def _feelings() -> frozenset[str]:
    return frozenset(_FEELINGS)


def _in_notes(document: Document, word: str) -> bool:
    """Whether a note of somebody's words has the feeling."""
    if document.notes is None:
        return False
    return any(
        re.search(rf"\b{word[:6]}", str.__str__(item.text), re.IGNORECASE)
        for item in document.notes.of_kind("quote", "statement", "reported")
    )


def _minds(told: Narrated) -> Iterator[tuple[int, int, str, str]]:
    """Where each feeling or belief begins and ends, its word, and its subject."""
    for place in told.at(*_FEELINGS, *_BELIEFS):
        begin, end = told.sentence_at(place)
        if "?" in told.text[max(begin, end - 3) : end]:
            continue
        start = place
        word = told.text[place : min(end, place + 20)].split()[0].strip(".,;:!?)’'\"")
        if word.lower() in _feelings():
            state = _STATE.search(told.text[max(begin, place - _BESIDE) : place])
            if state is None or _SET.match(told.text, place + len(word)):
                continue
            start = place - len(state[0])
        elif not _BELIEF.match(told.text, place):
            continue
        low = max(begin, start - _REACH)
        before = told.text[low:start]
        subject = _SUBJECT.search(before[-_BESIDE:])
        if subject and not (len(before) > _BESIDE and subject.start() == 0) and not _REPORTED.search(before):
            yield start, place + len(word), word, subject["who"]


def _is_reported(document: Document, told: Narrated, start: int, span: Span, *, belief: bool) -> bool:
    """Whether the words stand in what somebody is said to have said, or a belief goes on from that."""
    block = told.block_at(start)[0]
    sentence = told.span(*told.sentence_at(start))
    last: Attribution | None = None
    for one in around(document, Span(sentence.start, min(sentence.end + _CLOSE, block.span.end))):
        own = one.cue is not None and one.cue.span.overlaps(span)
        if not own and any(segment.covers(span) for segment in one.segments):
            return True
        if belief and one.kind is Kind.DIRECT and 0 <= one.span.start - sentence.end < _CLOSE:
            return True
        if one.span.start >= block.span.start and one.span.end <= sentence.start:
            last = one
    if not belief or last is None:
        return False
    return sentence.start - max(last.span.end, last.cue.span.end if last.cue else 0) < _BESIDE


def check(document: Document) -> Iterator[Hit]:
    """Point at every thought or feeling that is told as seen."""
    told = narrated(document)
    for start, end, word, who in _minds(told):
        span = told.span(start, end)
        person = is_person(who, told.text) or (
            not told.text.startswith("were", start) and may_be_person(who, told.text)
        )
        if not person or _in_notes(document, word):
            continue
        if _is_reported(document, told, start, span, belief=word.lower() not in _feelings()):
            continue
        name = who.lower() if who.lower() in ("he", "she") else who.split()[-1]
        words = " ".join(told.text[start:end].split())
        yield Hit(span, f"nobody sees that {name} “{words}”, expected “{name} said …”")
