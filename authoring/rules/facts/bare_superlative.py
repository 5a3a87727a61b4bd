"""“The most”, “more than any other”, “six times as many” stand beside the count they rest on.

Without a count a reader cannot judge the claim, and an editor cannot check it: how many, since when, and who counted?
It points at claims of the most or the fewest, of more than any other, of so many times as many, and of record numbers,
where no count stands in the sentence or in those beside it. It reads quotations too, since a figure inside one is
checked like any other; the quoted words stay, and the count goes beside them or is asked for. Superlatives of taste
(“the best evening”) and labels (“the world's largest port”) are left alone: most of them are no statistics.

Why: the BBC's guidance on accuracy and Investigate Midwest's checklist ask for the figure behind each comparison.

```bad
China has filed more patents than any other country, the office said.
```
```finds
1:17 more patents than any other country => “more patents than any other country” has no count beside it, expected how many and when
```
```bad
“We have the highest number of bakeries in the whole state,” Ruiz said.
```
```finds
1:10 the highest number of bakeries in => “the highest number of bakeries in” has no count beside it, expected how many and when
```
```bad
The city has six times as many trees as its neighbour.
```
```finds
1:14 six times as many trees
```
```good
The country made 900 filings in 2014–2023, more than any other country, the office said.
```
```good
The harbour has the most boats of any in the state. The register counts 412.
```
```good
She likes tea more than any other drink. It was the most beautiful of evenings, and it happened five times.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.numerals import NUMERAL
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})

_SIGNS = (
    *("than any", "of any ", "est number of", "times more", "times as many", "times fewer", "a record number"),
    *("the most ", "the fewest "),
)
"""A paragraph without one of these has nothing to find; this is quicker to see than the pattern."""
_COUNTED = lazy(
    rf"(?<![\d-])(?!(?:1[6-9]|20)\d\d(?![\d,.]\d|%))\d[\d,.]*|\b(?:{NUMERAL}|dozens?|hundreds?|thousands?|millions?|half|third)\b",
    re.IGNORECASE,
)
"""A count: no year, and no ratio, which is blanked before."""
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@cache
def _claim() -> re.Pattern[str]:
    body = (
        "country|state|city|town|nation|county|company|firm|party|team|group|province|region|university|school|agency"
    )
    having = "has|have|had|filed|won|sold|received|recorded|issued|holds?|registered|reported|scored|owns?|employs?"
    counted = (
        "patents|filings|jobs|votes|users|subscribers|deaths|cases|customers|sales|medals|seats|arrests|complaints"
    )
    counted += "|visitors|passengers|members|employees|students|awards|views|downloads|accidents|crimes|murders|tickets"
    many = rf"\b(?:\d[\d,.]*|{NUMERAL}|thirty|forty|fifty|hundred) times (?:more|fewer|as many)"
    return re.compile(
        rf"\b(?:more|fewer) (?!(?:than|often|so)\b)[\w’'-]+(?: [\w’'-]+){{0,5}} than"
        rf" (?:any other (?:[\w’'-]+ )?(?:{body}|year|month|place)|any (?:{body})|any of (?:its|their|the|his|her) [a-z]+)\b"
        rf"|\bthe (?:most|fewest) [\w’'-]+(?: [\w’'-]+){{0,4}} of any (?:other )?(?:[\w’'-]+ )?(?:{body})\b"
        r"|\bthe (?:highest|largest|greatest|lowest|smallest) number of [\w’'-]+(?: [\w’'-]+){0,4}?"
        r" (?:in|of|on|ever|since|worldwide|nationwide)\b"
        rf"|\b(?:{having}) (?:by far )?(?:the (?:most|fewest) )(?:[a-z]+ )?(?:{counted})\b"
        rf"|{many} (?!(?:likely|often|than)\b)[a-z][\w’'-]+"
        r"|\ba record number of [\w’'-]+",
        re.IGNORECASE,
    )


def _around(block: Block, start: int, end: int) -> str:
    """The sentence and those beside it, without the claim's own words."""
    places = block.sentence_places
    at = min(bisect_right(places, start, key=itemgetter(1)), len(places) - 1)
    first, last = places[max(0, at - 1)][0], places[min(len(places) - 1, at + 1)][1]
    return f"{block.text[first:start]} {block.text[end:last]}"


def check(document: Document) -> Iterator[Hit]:
    """Point at every claim of most or more that has no count beside it."""
    if not any(sign in document.text for sign in _SIGNS):
        return
    for block in document.blocks:
        text = block.text
        if block.kind not in _KINDS or not any(sign in text for sign in _SIGNS):
            continue
        for match in _claim().finditer(text):
            if block.sentence_places and not _COUNTED.search(_around(block, match.start(), match.end())):
                written = match[0] if len(match[0]) <= 36 else f"{match[0][:35].rstrip()}…"
                message = f"“{written}” has no count beside it, expected how many and when"
                yield Hit(block.span_of(match.start(), match.end()), message)
