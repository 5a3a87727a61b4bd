"""A word that British and American desks spell differently is spelled one way in a piece: *organise* or *organize*.

It counts both spellings in the writer's own sentences, word by word, and points at the first of the rarer one. Names
keep their own spelling (a Defense Department in a British paper): words with a capital inside a sentence are not
counted. Text that is handed in by two hands mixes them on purpose now and then, hence it only informs.

Why: two spellings of one word tell that two hands wrote a piece and nobody read it.

```bad
They organise the fair, and the other town will organize it next. The organisation is old.
```
```finds
1:49 organize => “organize” (1) stands beside “organise” (1), expected one spelling
```
```bad
The door is grey. The shed is gray, and so is the grey wall.
```
```finds
1:31 gray => “gray” (1) stands beside “grey” (2), expected one spelling
```
```good
They organise the fair. The Labor Department knows of no labour there.
```
```good
They organise the fair. “We organize it,” the other town wrote.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit

SEVERITY = Severity.INFO

_ISE = "apologise authorise categorise characterise criticise emphasise finalise generalise maximise minimise mobilise"
_ISE += " modernise organise prioritise realise recognise specialise standardise summarise utilise visualise"
_OUR = "behaviour colour favour favourite flavour harbour honour humour labour neighbour neighbourhood rumour"
_OTHERS = (
    "adviser/advisor ageing/aging analyse/analyze cancelled/canceled catalogue/catalog defence/defense"
    " fulfil/fulfill grey/gray jewellery/jewelry judgement/judgment kilometre/kilometer labelled/labeled litre/liter"
    " modelling/modeling offence/offense sceptical/skeptical theatre/theater totalled/totaled travelled/traveled"
    " travelling/traveling e-mail/email"
)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    pairs = [(word, word.replace("is", "iz") if word.count("is") == 1 else word[:-2] + "ze") for word in _ISE.split()]
    pairs += [(word, word.replace("our", "or")) for word in _OUR.split()]
    for pair in _OTHERS.split():
        one, other = pair.split("/")
        pairs.append((one, other))
    return tuple(form for one, other in pairs for form in _forms(one, other))


def _forms(one: str, other: str) -> Iterator[tuple[str, str]]:
    yield one, other
    if one.endswith("se"):
        yield from ((one + ending, other + ending) for ending in ("s", "d"))
        yield one[:-1] + "ing", other[:-1] + "ing"
        yield one[:-1] + "ation", other[:-1] + "ation"
        yield one[:-1] + "ations", other[:-1] + "ations"
    elif one[-2:] in ("ur", "er", "re", "ce", "il"):
        yield one + "s", other + "s"


def _small(told: Narrated, word: str) -> list[int]:
    """Where a word stands in lower case."""
    return [place for place in told.at(word) if told.text[place].islower()]


def check(document: Document) -> Iterator[Hit]:
    """Point at the rarer spelling of every word that is spelled in two ways."""
    told = narrated(document)
    known = told.words
    for one, other in _pairs():
        if one in known and other in known:
            here, there = _small(told, one), _small(told, other)
            if here and there:
                rarer = (len(here), -here[0]) < (len(there), -there[0])
                (word, places), (common, more) = [(one, here), (other, there)][:: 1 if rarer else -1]
                span = told.span(places[0], places[0] + len(word))
                message = f"“{word}” ({len(places)}) stands beside “{common}” ({len(more)}), expected one spelling"
                yield Hit(span, message)
