"""What a source has to win or lose is on record, and readers are told.

The rule asks the notes for the `stake:` of every person whose words are in the article: what it is, or `none`. Where
that is empty or missing, it points at the first mention. Where the notes name a stake, the article has to tell it: two
of its words at least, or the only one, stand somewhere in the article, in whatever form. Spokespersons and companies
speak for themselves, and readers know it.

Why: the SPJ Code of Ethics asks to consider sources' motives, and to tell them. A consultant who praises a client is no
independent expert.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: a harbour consultant, stake: }
  abel: {name: Tom Abel, kind: person, role: an angler, stake: his brother sells tickets for the ferry}
  low: {name: Ada Low, kind: person, role: the mayor, stake: none}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
> I fish here.
— abel | said | 00:05:10
> I have not been asked.
— low | said | 00:06:10
```
```bad
“We may lose a third of the boats,” said Ana Ruiz, a harbour consultant.
```
```finds
1:42 Ana Ruiz => the notes do not say what Ana Ruiz has at stake, expected it, or “stake: none”
```
```bad
“I fish here,” said Tom Abel, an angler. The ferry is late.
```
```finds
1:21 Tom Abel => what Tom Abel has at stake stands in the notes only, expected it here
```
```good
“I fish here,” said Tom Abel, an angler, whose brother is selling tickets. “I have not been asked,” Ada Low said.
```
```good
The pier is old.
```
"""
# the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import WORD, Document
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, first_mention, place_in, speaking

SEVERITY = Severity.WARNING
NEEDS_NOTES = True

_NOTHING = frozenset({"none", "no", "nothing", "none known", "no stake", "none declared"})
_LEAST = 4
"""Letters by which words are compared, so that “sells” is “selling”."""
_ENOUGH = 2
_COMMON = frozenset("that this with from whom which their they them have been were would will what when also".split())


def _stems(text: str) -> set[str]:
    words = (word.lower() for word in WORD.findall(text))
    return {word[:_LEAST] for word in words if len(word) >= _LEAST and word not in _COMMON}


def _is_told(document: Document, stake: str, known: set[str]) -> bool:
    """Whether the article has enough words of the stake besides those of the name."""
    wanted = _stems(stake) - known
    given = {stem for block in document.blocks for stem in _stems(block.text)}
    return len(wanted & given) >= min(_ENOUGH, len(wanted))


def check(document: Document) -> Iterator[Hit]:
    """Point at the first mention of every source whose stake is not known, or not told."""
    notes = document.notes
    if notes is None:
        return
    for source in speaking(notes):
        if source.kind != "person":
            continue
        stake = source.fields.text("stake")
        if stake and str.__str__(stake).strip(" .").casefold() in _NOTHING:
            continue
        span = first_mention(document, source)
        if span is None:
            continue
        name = called(source)
        if not stake:
            message = f"the notes do not say what {name} has at stake, expected it, or “stake: none”"
        elif not source.protected and not _is_told(document, str.__str__(stake), _stems(name)):
            message = f"what {name} has at stake stands in the notes only, expected it here"
        else:
            continue
        yield Hit(span, message, place_in(notes, source.fields.place("stake")))
