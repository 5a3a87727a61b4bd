"""A word or two in quotation marks has somebody who said it.

The rule points at fragments of up to three words for which nobody is named, where the marks hold the words at arm's
length: “so-called plan”, so-called “plan”, and words that judge (“experts”, “fix”, “huge opportunity”). Silent on
names, titles, terms that are explained or come again, and where the sentence says who calls it so.

It is off unless it is named: in real articles a third of what it finds are terms of a trade (“quick fix”), which look
the same.

Why: the Associated Press advises against fragments that make a reader suspect irony where a source's own word was
meant.

```bad
The “so-called plan” stalled in May.
```
```finds
1:5 “so-called plan” => nobody is named for “so-called plan”, expected who says so, or no marks
```
```bad
The harbour got its “fix” at last, and the so-called “repair” of the pier has begun.
```
```finds
1:21 “fix”
1:54 “repair”
```
```good
The plan, which Ana Ruiz called “a napkin”, stalled in May.
```
```good
The crews call it “the bench”. A sign says “real coffee”, and the “slack” (the hour between tides) is short.
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import WORD, Block, BlockKind, Document, Quotation, Voice
from authoring.rules.attributed import around
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO
ON = False
VOICES = frozenset({Voice.SPEECH})

_MOST = 3
_LONGEST = 60
"""Characters of such a fragment."""
_JUDGING = frozenset(
    """expert experts expertise journalist journalists scientist scientists science reform reforms real free fair
    fairness freedom solution solutions fix fixes truth facts news victory success friend friends ally allies
    justice moderate moderates independent safe green clean ethical leader leaders elite elites patriots
    refugees charity normal proof consultation peaceful emergency voluntary generous gift mistake accident
    progress compromise historic reasonable responsible tough aggressive illegal unfair dangerous radical
    massive huge serious smart better
    """.split()
)
_NAMING = lazy(
    r"\b(?:call(?:ed|s|ing)?|known|nam(?:ed|e|es)|dubbed|label(?:led|ed|s)?|word|words|term|terms|phrase|titled?|entitled"
    r"|says?|said|reads?|marked|sign|button|tag|tagged|hashtag|nicknamed|stands? for|mean(?:s|t|ing)?|as|like|or|named"
    r"|versus|vs\.?|between|labels|status)\W{0,3}$",
    re.IGNORECASE,
)
_SO_CALLED = lazy(r"\bso-called\s+$", re.IGNORECASE)
_GLOSS = lazy(r"\s*(?:\(|[—–]|&mdash;|,? (?:which|that) (?:is|are|means)\b|is (?:when|where)\b|means\b)")


def _is_orphan(block: Block, quotation: Quotation, text: str) -> bool:
    """Whether the marks keep the words at a distance, and explain nothing."""
    words = [word.lower() for word in WORD.findall(quotation.text)]
    before, after = (
        text[max(block.span.start, quotation.span.start - 40) : quotation.span.start],
        text[quotation.span.end : quotation.span.end + 20],
    )
    if "so-called" in words or _SO_CALLED.search(before):
        return len(words) <= _MOST + 1
    if not words or len(words) > _MOST or not all(word.islower() for word in WORD.findall(quotation.text)):
        return False
    return not (_NAMING.search(before) or _GLOSS.match(after) or _JUDGING.isdisjoint(words))


def _fragments(document: Document) -> Iterator[Quotation]:
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.voice is Voice.NARRATION:
            for quotation in block.quotations:
                short = not quotation.depth and len(quotation.span) <= _LONGEST
                if short and _is_orphan(block, quotation, document.text):
                    yield quotation


def check(document: Document) -> Iterator[Hit]:
    """Point at every fragment whose marks are nobody's."""
    found = list(_fragments(document))
    if not found:
        return
    times = Counter(other.text.lower() for other in document.quotations if len(other.span) <= _LONGEST)
    for quotation in found:
        spoken = (segment for one in around(document, quotation.span) for segment in one.segments)
        if times[quotation.text.lower()] == 1 and not any(segment.overlaps(quotation.span) for segment in spoken):
            words = " ".join(quotation.text.split())
            yield Hit(quotation.span, f"nobody is named for “{words}”, expected who says so, or no marks")
