"""The one who did it comes first: “the board sold the pier”, not “the pier was sold by the board”.

It points at a passive in the writer's own words only where “by” names a person or a body, and where the verb has a
subject of its own, so that turning the clause round loses nothing: “the pier, which was sold by the board” is left
alone. A passive without “by” may be the right choice (nobody knows who did it, or nobody cares), and so may one with
it, where the paragraph is about the one it was done to. Hence it only informs, and is off unless it is named.

Why: every newsroom's guide asks for the active voice, which is shorter and says who answers for the deed.

```bad
The old pier was quietly sold by the harbour board. It had been built and painted by volunteers.
```
```finds
1:14 was quietly sold by => “was quietly sold by” puts the doer last, expected the doer first
1:56 had been built and painted by
```
```bad
Keys were, according to the log, handed out by the night guard. Was the gate then opened by a guest?
```
```finds
1:6 were, according to the log, handed out by => “… out by” puts the doer last, expected the doer first
1:65 Was the gate then opened by
```
```good
The pier was sold in May. It is made by hand, and will be closed by the end of June. The keeper was tired by noon.
The gate, which was painted by volunteers, was torn off by the storm. She wants to be heard by the board.
```
```good
“We were sold by the board,” she said. The harbour board sold the old pier.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.prose.narration import SPOKEN
from authoring.prose.participles import is_participle
from authoring.prose.passive import passives
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO
ON = False

_BEFORE = 60
"""Characters before “by” in which the participle stands, if it is a passive with its agent."""
_SHOWN = 40
"""Characters of the verb that fit into a message."""
_FINITE = frozenset("is are was were isn't aren't wasn't weren't has have had will would can could may might".split())
_NOT_TURNED = lazy(
    r"(?:\b(?:who|which|that|what|as|than|and|or|but|when|while|if|though|where|how|whom)|[,;:(—–-])\s*$", re.IGNORECASE
)
"""Before a verb whose subject is a pronoun that ties it to the clause before, or is not there at all."""
_NOBODY_DOES = frozenset(
    "accompanied connected dominated flanked followed headlined influenced inspired joined known linked matched met"
    " motivated preceded represented separated shadowed shaped surrounded underpinned".split()
)
"""What “by” goes with in any case, or what somebody is and does not do."""
_PHRASE = lazy(r"(?:[^\W\d_][\w’'&-]*(?: |\b(?! ))){1,6}")
_PARTED = lazy(r" (?:of|in|on|at|for|from|with|to|who|which|that|and|or|as|after|before|during) ")
_PAPERS = frozenset(
    "affidavit announcement article blog book complaint data document email e-mail estimate figure filing finding"
    " letter magazine memo message panel paper poll post press publication record release report result state statement"
    " study survey text transcript tweet voice website".split()
)


def _is_doer(words: str) -> bool:
    """Whether the words after “by” name a person or a body."""
    from authoring.prose.attribution.lexicon import PERSON
    from authoring.prose.attribution.lexicon import words as known

    phrase = _PARTED.split(words + " ", maxsplit=1)[0].split()
    if not phrase:
        return False
    if len(phrase) > 1 and phrase[0][0].isupper() and phrase[1][0].isupper():
        return True
    last = phrase[-1].lower()
    return known().get(last) == PERSON and last.removesuffix("s") not in _PAPERS


def check(document: Document) -> Iterator[Hit]:
    """Point at every passive that says who did it."""
    told = narrated(document)
    ended = 0
    for place in told.at("by"):
        words = told.text[max(0, place - _BEFORE) : place].lower().split()[-2:]
        if place < ended or not any(is_participle(word) for word in words):
            continue
        begin, ended = told.sentence_at(place)
        sentence = told.text[begin:ended]
        for found in passives(sentence):
            if found.agent is None or SPOKEN in sentence[found.start : found.agent]:
                continue
            agent = _PHRASE.match(sentence, found.agent)
            end = sentence.rindex("by", found.start, found.agent) + 2
            verb = " ".join(sentence[found.start : end].split())
            said = verb.lower().replace("’", "'").replace(",", "").split()
            if said[0] not in _FINITE or said[-2] in _NOBODY_DOES or _NOT_TURNED.search(sentence[: found.start]):
                continue
            if agent is not None and _is_doer(agent[0]):
                shown = verb if len(verb) <= _SHOWN else "… " + " ".join(verb.split()[-2:])
                message = f"“{shown}” puts the doer last, expected the doer first"
                yield Hit(told.span(begin + found.start, begin + end), message)
