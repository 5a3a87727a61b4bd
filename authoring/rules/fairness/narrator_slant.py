"""The writer's own words neither praise nor blame: no “groundbreaking”, “hot-button”, “valuable perspective”.

The rule knows words that only judge (“remarkable”, “shameful”, “thankfully”), and some that judge in a certain company:
“valuable” before an insight, “comprehensive” before a view, “dominant” before a position, “significant” where that is
all that is said of a thing. What a source is reported to have said is the source's, and so are quotations, titles and
names, and what stands in the first person: speeches, letters, and sentences with “I” in them. Columns and reviews are
there to judge: switch the rule off for them.

Why: the Reuters Handbook asks reporters to keep their opinions out of their copy; a figure or a quotation lets readers
judge for themselves.

```bad
Her valuable perspective on this hot-button issue gave a comprehensive view of the ferry.
```
```finds
1:5 valuable => “valuable” is the writer's own verdict, expected what happened, or somebody to have said so
1:34 hot-button
1:58 comprehensive
```
```bad
Acme filed 900 patents, thanks to its dominant position. Its growth has been significant. Sadly, its boats are slow.
```
```finds
1:39 dominant
1:78 significant
1:91 Sadly
```
```good
“It is a groundbreaking boat,” Ruiz said. Ruiz called it remarkable, and said its engine was world-class.
```
```good
The ferry holds a comprehensive insurance and valuable cargo. A significant rise in fares is due in May.
```
```good
The film “A Remarkable Boat” won the Outstanding Picture Award.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.rules.sourced import in_words_of_others
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING

_VERDICTS = tuple(
    """groundbreaking ground-breaking game-changing cutting-edge world-class best-in-class hot-button stunning
    stunningly remarkable remarkably incredible incredibly amazing amazingly tireless tirelessly visionary
    legendary much-needed long-overdue staggering shocking shockingly heartless draconian ill-advised
    shameful shamefully disgraceful insightful impressive impressively exciting thrilling fascinating
    inspiring transformative outrageous brilliantly magnificent wonderful fantastic awesome exceptional
    extraordinary tremendous tremendously unparalleled esteemed hard-hitting no-nonsense jaw-dropping
    mind-boggling heartwarming heroic invaluable iconic starkly commonsense breathtaking
    awe-inspiring must-have trailblazing trail-blazing laughable ludicrous
    despicable appalling deplorable woefully masterful masterfully""".split()
)
"""Words that say nothing but what the writer thinks of it."""
_ASIDES = ("sadly", "regrettably", "thankfully", "unfortunately", "fortunately", "tragically", "ironically")
"""Words at the head of a sentence, or between commas, by which the writer comments."""
_IN_COMPANY = {
    "valuable": r" (?:[\w-]+ )?(?:perspectives?|insights?|lessons?|contributions?|voices?|expertise|experience|look)\b",
    "comprehensive": r" (?:view|look|picture|understanding|account|portrait|insights?|perspectives?)\b",
    "dominant": r" (?:position|role|force|player|power)\b",
    "stark": r" (?:contrast|reminder|difference|warning|reality)\b",
    "significant": r"(?=[.;]|, (?:and|but)\b|$)",
    "prestigious": r" ",
}
"""Words that judge before, or with, others."""
_SAID_OF = lazy(r"\b(?:is|are|was|were|been|be|remains?|remained) (?:very |quite |truly |highly |also )?$", re.I)
_NEAR = 24
_FAR = 400
"""Characters of a sentence that are looked at, however long it is."""
_OTHERS = lazy(
    r"\b(?:call(?:s|ed|ing)?|describe[sd]?|describing|dubbed|hail(?:s|ed)|prais(?:es|ed|ing)|considers?|considered"
    r"|deem(?:s|ed)|finds?|found|claim(?:s|ed|ing)?|believe[sd]?|thinks?|thought|feels?|felt|sa(?:y|ys|id|ying)|told|tells|argue[sd]?"
    r"|according|wrote|writes|seen as|agree[sd]?|hopes?|hoped|how|if|supposedly|allegedly|reportedly)\b"
)
"""Before the word, in its sentence: it may be somebody else's verdict."""
_GOES_ON = lazy(
    r":| to |(?<=ing) (?:the|an?|most|many|some|all|his|her|their|its|everyone|everybody|people|us|him|them|[A-Z])\b"
)
"""After the word: “remarkably: …”, “is exciting to see”, “shocking most observers”, which tells of others."""
_SELF = lazy(r"\b(?:I|me|my|myself)\b")
_OURS = ("i", "i'm", "i've", "me", "my", "we", "we're", "we've", "our", "us")
_MOST_OURS = 12
"""Words of the first person in a thousand, from which on a piece is somebody speaking for themselves."""
_FEW = 5


@cache
def _company(word: str) -> re.Pattern[str]:
    return re.compile(_IN_COMPANY[word])


def _is_name(text: str, place: int, start: int) -> bool:
    """Whether the word is part of a name or a title, or opens a sentence before one."""
    word = text[place : place + 80].split(maxsplit=2)[:2]
    return text[place].isupper() and (place > start or (len(word) > 1 and word[1][:1].isupper()))


def _judges(word: str, text: str, place: int, end: int, start: int) -> bool:
    if word in _ASIDES:
        return (place == start and text[end : end + 1] == ",") or (text[place - 2 : place] == ", " and text[end] == ",")
    if word not in _IN_COMPANY:
        return True
    if not _company(word).match(text, end):
        return False
    return word != "significant" or _SAID_OF.search(text, max(start, place - _NEAR), place) is not None


def _is_personal(told: Narrated) -> bool:
    """Whether somebody speaks for themselves all along: a speech, a letter, a post."""
    ours = sum(len(told.words.get(word, ())) for word in _OURS)
    return ours >= _FEW and ours * 1000 > _MOST_OURS * sum(map(len, told.words.values()))


def _is_others(told: Narrated, place: int, start: int, last: int) -> bool:
    """Whether the sentence has somebody else's verdict, or the writer speaks in the first person."""
    near, end = max(start, place - _FAR), min(last, place + _FAR)
    return _OTHERS.search(told.text, near, place) is not None or _SELF.search(told.text, near, end) is not None


def check(document: Document) -> Iterator[Hit]:
    """Point at every word of the narration that judges."""
    told = narrated(document)
    places = list(told.at(*_VERDICTS, *_ASIDES, *_IN_COMPANY))
    if not places or _is_personal(told):
        return
    for place in places:
        start, last = told.sentence_at(place)
        end = place
        while end < last and (told.text[end].isalnum() or told.text[end] == "-"):
            end += 1
        word = told.text[place:end].lower()
        if _is_name(told.text, place, start) or not _judges(word, told.text, place, end, start):
            continue
        if _is_others(told, place, start, last) or _GOES_ON.match(told.text, end):
            continue
        span = told.span(place, end)
        if not in_words_of_others(document, span):
            shown = told.text[place:end]
            yield Hit(
                span, f"“{shown}” is the writer's own verdict, expected what happened, or somebody to have said so"
            )
