"""Whoever a claim is given to can be found: “experts say” is nobody.

The rule points at a crowd that stands as the source of a claim: experts, analysts, critics, observers and the like with
a reporting word, “according to experts”, “reports suggest”, “many believe”, “it is understood that”. Silent where the
crowd is counted or told (“two economists at Delta Bank said”), where the sentence has a link or names a speaker of its
own, and where the next sentences name somebody who speaks for such experts.

Why: National Public Radio asks who exactly says so, and the Associated Press takes no claim from “experts” that a
reader cannot find.

```bad
Prices will rise by half, experts say. Critics argue that the plan comes too late.
```
```finds
1:27 experts say => “experts say” names nobody, expected who says so
1:40 Critics argue
```
```bad
According to industry insiders, the pier will close. It is widely believed that the mayor knew.
```
```finds
1:1 According to industry insiders
1:54 It is widely believed => “It is widely believed” names nobody, expected who says so
```
```good
Two economists at Delta Bank said prices will rise. Critics of the plan at the Herald say it is late.
```
```good
Experts fear that the pier is lost. “It will go in the winter,” said Ana Ruiz, who teaches hydrology in Delta.
```
```good
He asked what experts say. The experts agree on this, and the critics’ prize went to a film.
```
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import BlockKind, Document, Voice
from authoring.prose.narrated import Narrated, narrated
from authoring.prose.narration import SPOKEN
from authoring.rules.attributed import around
from authoring.rules.hit import Hit
from authoring.text.span import Span

SEVERITY = Severity.ERROR

_REPORTS = "reports rumors rumours".split()
_CROWD = [*"experts analysts critics observers commentators insiders pundits skeptics sceptics".split(), *_REPORTS]
_TRADES = "economists scientists researchers historians scholars doctors lawyers officials".split()
"""A crowd only with “some” or “many”: of a study, “researchers say” is told in the next sentence."""
_VERBS = (
    r"(?:say|said|believe|believed|argue|argued|claim|claimed|think|thought|fear|feared|warn|warned|predict|predicted"
    r"|suggest|suggested|contend|contended|estimate|estimated|point out|pointed out|note|noted|caution|cautioned|expect"
    r"|expected|complain|complained|worry|worried|agree|agreed|indicate|indicated)"
)
_MANY = r"(?:some|many|most|several|various|numerous|other|certain)"
_QUALITY = (
    rf"(?:{_MANY}|leading|top|industry|legal|health|medical|security|military|political|policy|market|financial|economic"
    r"|environmental|education|technology|tech|foreign|western|outside|independent|local|international|recent|press"
    r"|media|news|unconfirmed|published|early)"
)
_OPENING = (
    r"(?:^|[,;:—–("
    + SPOKEN
    + r"]\s*|\b(?:that|while|but|although|though|because|as|since|yet|where|and yet|now|today)\s+)"
)
"""What may stand before a crowd that is the subject of its clause, and not told by what stands before it."""
_NEAR = 400
"""Characters behind the claim in which somebody may speak for the crowd, in its paragraph or the next."""


@dataclass(frozen=True)
class _Patterns:
    before: re.Pattern[str]
    before_trade: re.Pattern[str]
    verb: re.Pattern[str]
    many: re.Pattern[str]
    according: re.Pattern[str]
    it: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    also = r"\s+(?:(?:also|now|often|widely|long|have|had|still)\s+)*"
    crowd, trades = "|".join(_CROWD), "|".join(_TRADES)
    return _Patterns(
        re.compile(rf"{_OPENING}(?P<quality>(?:{_QUALITY}\s+)*)$", re.IGNORECASE),
        re.compile(rf"{_OPENING}(?P<quality>{_MANY}\s+(?:{_QUALITY}\s+)*)$", re.IGNORECASE),
        re.compile(rf"\w+{also}{_VERBS}\b"),
        re.compile(
            r"(?:some|many)\s+(?:have\s+)?(?:say|argue|believe|claim|suggested|argued|claimed|contend)\b", re.IGNORECASE
        ),
        re.compile(
            rf"according to (?:(?:{_QUALITY}\s+)*(?:{crowd})|{_MANY}\s+(?:{_QUALITY}\s+)*(?:{trades}))\b"
            r"(?!\s*[’']|,? (?:at|from|in|with|of|by|on|for|including|such as|like|who|cited|published|released)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            r"it is (?:(?:widely|generally|commonly|often|now)\s+)?"
            r"(?:understood|believed|thought|rumou?red|reported|said|claimed|alleged)\b"
            r"(?! (?:by|in|to|at|as|how|here)\b)",
            re.IGNORECASE,
        ),
    )


def _crowds(told: Narrated) -> Iterator[tuple[int, int]]:
    """Where a crowd stands as the source of a claim."""
    known = _patterns()
    for words, before in ((_CROWD, known.before), (_TRADES, known.before_trade)):
        for place in told.at(*words):
            if verb := known.verb.match(told.text, place):
                begin = told.sentence_at(place)[0]
                if opening := before.search(told.text[max(begin, place - 60) if place - begin > 60 else begin : place]):
                    yield place - len(opening["quality"]), verb.end()
    for place in told.at("some", "many"):
        if match := known.many.match(told.text, place):
            begin = told.sentence_at(place)[0]
            if known.before.search(told.text[max(begin, place - 60) if place - begin > 60 else begin : place]):
                yield match.span()
    for place in told.at("according"):
        if match := known.according.match(told.text, place):
            yield match.span()
    for place in told.at("it"):
        if match := known.it.match(told.text, place):
            yield match.span()


def _is_named(document: Document, told: Narrated, start: int, end: int) -> bool:
    """Whether a link, the sentence itself or the next ones tell who it is."""
    sentence = told.span(*told.sentence_at(start))
    if any(voice is Voice.LINK_TARGET for _, voice in document.voices_in(sentence)):
        return True
    crowd = told.span(start, end)
    reach = sentence.end
    words = told.text[start:end].lower().split()
    if words[0] != "it" and not any(word in _REPORTS for word in words):
        number = bisect_right(told.starts, start)
        reach = min(reach + _NEAR, told.blocks[min(number, len(told.blocks) - 1)].span.end)
    return any(
        one.speaker is not None
        and one.speaker.name is not None
        and sentence.start <= one.speaker.span.start < max(reach, sentence.end)
        and not one.speaker.span.overlaps(crowd)
        for one in around(document, Span(sentence.start, max(reach, sentence.end)))
    )


def check(document: Document) -> Iterator[Hit]:
    """Point at every crowd that a claim is given to, and that nobody speaks for."""
    told = narrated(document)
    for start, end in _crowds(told):
        if told.block_at(start)[0].kind is not BlockKind.PARAGRAPH or _is_named(document, told, start, end):
            continue
        words = " ".join(told.text[start:end].split())
        yield Hit(told.span(start, end), f"“{words}” names nobody, expected who says so")
