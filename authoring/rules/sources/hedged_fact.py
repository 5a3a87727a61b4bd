"""A quotation in which somebody passes on what they heard does not carry a fact.

“From what I understand, it has closed” is hearsay: find out who knows, or look it up, and print that. The rule knows
the phrases for it at the head of a quoted sentence and between commas. It passes over negations (“I have not heard
that …”), what somebody was told to do, what they can tell for themselves, and plain doubt (“I think”).

Why: the BBC asks for first-hand sources, and to check what others have heard before it is broadcast as though it were
known.

```bad
“From what I understand, the plant closed in May,” Ruiz said.
```
```finds
1:2 From what I understand => this hedge carries a fact, expected somebody who knows it first-hand, or a record of it
```
```bad
“I’ve heard that they sold it,” said Ruiz. “The plant, as far as I know, is empty.”
```
```finds
1:2 I’ve heard that
1:56 as far as I know
```
```good
“I have heard that song before,” Ruiz said. “I was told to leave, and as far as I can tell I did the right thing.”
```
```good
The register lists the plant as closed on May 3. From what I understand, it is empty.
```
"""
# the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.SPEECH})


_MAY = lazy(r"(?i)understand|heard|\bhear\b|\btold|far as (?:I|we)|knowledge|rumou?r|remember|\bword\b|gather")
"""What words hold that have such a hedge."""


@cache
def _hedge() -> re.Pattern[str]:
    whose = r"(?:the|a|an|it|he|she|they|there|my|his|her|their|our|some|most|many|all|no|\d+|(?-i:[A-Z])[\w’'-]+)\b"
    aside = (
        r"from what (?:I|we)(?:['’]ve| have)? (?:understand|understood|heard|hear|gather|been told|know|read)"
        r"|(?:as|so) far as (?:I|we) (?:know|understand|am aware|are aware)|as far as (?:I['’]m|we['’]re) aware"
        r"|to (?:the best of )?my knowledge|if I remember (?:correctly|rightly|right)"
        r"|so (?:I|we)(?:['’]ve| have)? (?:hear|heard|been told)|or so I(?:['’]m told| hear)"
    )
    opening = (
        r"(?:I|we)(?:['’]ve| have)? (?:heard|been told|gather) that|(?:I['’]m|I am|we['’]re|we are) told(?: that)?"
        r"|my understanding is(?: that)?|(?:word is|rumou?r has it)(?: that)?"
    )
    return re.compile(
        rf"(?:^|(?<=[.!?;,] )|(?<=, and )|(?<=, but )|(?<=\band )|(?<=\bbut ))"
        rf"(?:(?:{aside})(?=,|[.”\"]|$)|(?:{opening})(?=,? {whose}))",
        re.IGNORECASE,
    )


def check(document: Document) -> Iterator[Hit]:
    """Point at every hedge in quoted words that a statement follows."""
    for quotation in document.quotations:
        for inner in quotation.inner:
            words = inner.of(document.text)
            for match in _hedge().finditer(words) if _MAY.search(words) else ():
                span = Span(inner.start + match.start(), inner.start + match.end())
                message = "this hedge carries a fact, expected somebody who knows it first-hand, or a record of it"
                yield Hit(span, message)
