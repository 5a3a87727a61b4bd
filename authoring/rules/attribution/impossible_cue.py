"""Words are said; nobody can smile, laugh or shrug them.

The rule points at a verb of the face or the body that stands as the tag of a quotation. What was seen may stand beside
the tag: “…,” she said, grinning.

Why: Bender's *Writing & Reporting for the Media* (OUP) asks for tags that a speaker can perform; the rest is a
stage direction.

```bad
“The boats are back,” the harbour master grinned.
```
```finds
1:42 grinned => nobody can say words by “grinned”, expected “said, grinning”
```
```bad
“It sank,” laughs Tom Abel, an angler. “Ah well,” he shrugged.
```
```finds
1:12 laughs => nobody can say words by “laughs”, expected “says, laughing”
1:54 shrugged
```
```good
“The boats are back,” the harbour master said, grinning. She laughed. “All of them.”
```
```good
“It sank,” Tom Abel shouted. He shrugged and left, and his son laughed.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity, Suggestion
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.prose.narration import SPOKEN
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING

_VERBS = """
smile grin laugh chuckle giggle sigh shrug nod frown beam smirk wink gesture grimace scowl blush yawn snicker snigger
titter wince bristle pout cringe
"""
_DOUBLED = frozenset({"grin", "nod", "shrug"})
_DIRECTLY = frozenset({"after", "before", "lead-in", "other verb"})
_AFTER_WORDS = lazy(SPOKEN + r"[ \n](?:he|she|they|I) $")
"""A second tag of one speaker, which the first one hides."""


@cache
def _forms() -> dict[str, str]:
    """Each form of these verbs, with what to write instead."""
    forms = {}
    for verb in _VERBS.split():
        bare = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
        manner = f"{bare}ing"
        forms[f"{bare}ed"] = f"said, {manner}"
        forms[verb + ("es" if verb.endswith("sh") else "s")] = f"says, {manner}"
    return forms


def _is_tagged(one: Attribution) -> bool:
    return one.kind is Kind.DIRECT and one.step in _DIRECTLY


def check(document: Document) -> Iterator[Hit]:
    """Point at every such verb that stands as the tag of quoted words."""
    told = narrated(document)
    places = list(told.at(*_forms()))
    if not places:
        return
    cues = {one.cue.span.start for one in document.attributions if one.cue and _is_tagged(one)}
    for place in places:
        word = told.text[place : place + 12].split()[0].rstrip(".,;:")
        span = told.span(place, place + len(word))
        before = told.text[max(0, place - len("they ") - 2) : place]
        if span.start in cues or _AFTER_WORDS.search(before):
            instead = _forms()[word.lower()]
            message = f"nobody can say words by “{word}”, expected “{instead}”"
            yield Hit(span, message, suggestions=(Suggestion(span, instead),))
