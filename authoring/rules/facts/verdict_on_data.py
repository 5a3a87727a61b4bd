"""What a figure shows is for the reader, or for a named source, to say; the narrator gives the figure.

It points at a verdict hung on a fact: “underscoring its dominant position” after a comma in a sentence that has a
figure, “the visit underscores the importance of …”, “a testament to …”. Such a clause sounds like a finding and is an
opinion.
Say who thinks so, or leave it out. What a person underscores in a talk is reported speech, and is left alone, and so is
all that stands in quotation marks.

Why: the Editors' Code asks the press to keep comment, conjecture and fact apart.

```bad
The city planted 40,000 trees last year, underscoring its leading role in the fight against heat.
```
```finds
1:42 underscoring its leading role in the fight against heat => a verdict by the narrator, expected the fact alone, or somebody who says so
```
```bad
Her answers underscored the strategic moves of the shipping lines.
```
```finds
1:13 underscored the strategic moves of the shipping lines
```
```bad
The new bridge is a testament to the skill of its builders.
```
```finds
1:21 testament to the skill of its builders
```
```good
The city planted 40,000 trees last year. That makes it a leader, said Ana Ruiz of the Tree Council.
```
```good
Ruiz underscored the need for rain, and each speaker underscored it too. “It underscores our role,” she said.
```
```good
Light falls on three mirrors, reflecting its rays. The will and testament was read.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.prose.narration import SPOKEN
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING

_HUNG = (
    *("underscoring", "underlining", "highlighting", "demonstrating", "proving", "cementing", "solidifying"),
    *("reaffirming", "signaling", "signalling", "showcasing", "confirming", "showing", "illustrating", "reflecting"),
)
_MAIN = ("underscores", "underscored", "underscore")
_FIGURE = lazy(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|twice|double|most|percent|million)\b")
_VERDICT = lazy(
    r"\w+ (?:just |once again |yet again |once more |both )?(?:its|their|his|her|the|how|why|what|that|a|an)\b"
)
_ABSTRACT = lazy(
    r"[^,.;]*\b(?:importance|need|value|commitment|significance|strength|dominan\w+|leadership|roles?|power|resilience"
    r"|popularity|success|position|appeal|relevance|dedication|determination|status|potential|urgency|shifts?|trends?"
    r"|maturity|growth|interest|strateg\w+|demand|danger|depth|extent|scale|severity|inequ\w+|quality|challenges?)\b"
)
_PERSON = lazy(
    r"(?:\b(?:I|we|he|she|they|who|and|to|also|you|will|would|must|speakers?|leaders?|officials?|panelists?|panellists?"
    r"|company|firm|ministry|agency|government|department|council|office|court|committee|bank|union|statement|both"
    r"|experts?|members?|senators?|researchers?|scientists?|authors?|critics?|people|(?!(?:answ|numb|ord|pap|lett|matt|pow|off|tend|aft|weath|wat|rememb|numb)ers)[a-z]+(?:ists?|ers|ors|men|women))"
    rf"|\b[A-Z][\w’'-]*|[,{SPOKEN}]) ?$"
)
"""What stands before the verb where somebody underscores something, which reports what was said."""
_ITSELF = lazy(r"\b(?:This|That|It|These|Those|All this) $")
_OWN = lazy(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
"""A writer who speaks of himself, or a speech: the verdict is plainly the speaker's."""
_TESTAMENT = lazy(r"testaments? to\b")


def _end(told: Narrated, place: int) -> int:
    """Where the clause that begins here ends: at the sentence's end, or at its next comma."""
    _, end = told.sentence_at(place)
    clause = re.compile(r"[^,;—]*").match(told.text, place, end)
    stop = clause.end() if clause else end
    return stop - 1 if told.text[stop - 1 : stop] in ".!?" else stop


def check(document: Document) -> Iterator[Hit]:
    """Point at every verdict that the narrator hangs on a fact."""
    told = narrated(document)
    message = "a verdict by the narrator, expected the fact alone, or somebody who says so"
    for place in told.at(*_HUNG):
        begin, _ = told.sentence_at(place)
        before = told.text[begin:place]
        if before.endswith((", ", "— ", "– ")) and _FIGURE.search(before) and _VERDICT.match(told.text, place):
            end = _end(told, place)
            if _ABSTRACT.match(told.text[place:end]) and SPOKEN not in told.text[place:end]:
                yield Hit(told.span(place, end), message)
    for place in told.at(*_MAIN):
        begin, _ = told.sentence_at(place)
        before = told.text[begin:place]
        if _OWN.search(before):
            continue
        if before and _VERDICT.match(told.text, place) and (_ITSELF.search(before) or not _PERSON.search(before)):
            end = _end(told, place)
            yield Hit(told.span(place, end), message)
    for place in told.at("testament", "testaments"):
        begin, _ = told.sentence_at(place)
        if _TESTAMENT.match(told.text, place) and not _OWN.search(told.text[begin:place]):
            yield Hit(told.span(place, _end(told, place)), message)
