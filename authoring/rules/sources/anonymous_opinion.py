"""Nobody attacks, judges or guesses from behind a missing name.

What an unnamed source knows may be printed, with a reason; what it thinks of somebody may not. The rule points at a
quotation of a source that has no name (“an insider said”; with notes, one that has an alias) in which somebody or
something is called a fool, a liar, a disgrace and the like, or in which the source guesses (“I think he will resign”).
Spokespersons, who speak for somebody, and passers-by are left alone, and so is what the writer reports in other words.
It knows a short list of such words and passes over whatever it is not sure of.

Why: the Associated Press and Reuters take facts from unnamed sources and no opinions, since the person attacked cannot
answer, and nobody answers for the attack.

```bad
“He is a fool,” an insider said.
```
```finds
1:1 “He is a fool,” => this attack comes from a source without a name, expected it on the record, or left out
```
```bad
“I think she will resign in May,” said an official at the port, who asked not to be named.
```
```finds
1:1 “I think she will resign in May,” => this guess comes from a source without a name, expected it on the record, or left out
```
```good
“He is a fool,” Ada Low said. “The vote was taken in May,” an insider said.
```
```good
“The plan is a disgrace,” a spokesman for the union said. “I think the file is in the archive,” an official said.
```
```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  low: {name: Ada Low, kind: person, terms: anonymous, alias: a nurse on the ward, reason: she feared losing her job}
---
## Lede
> The director is incompetent.
— low
```
```bad
“The director is incompetent,” said a nurse on the ward, who feared losing her job.
```
```finds
1:1 “The director is incompetent,”
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.notes.model import Source
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.sources._unnamed import unnamed

SEVERITY = Severity.ERROR
VOICES = frozenset({Voice.SPEECH})


@cache
def _attack() -> re.Pattern[str]:
    """Somebody, or something, and what it is called; files may be corrupt, and a pump may be a failure."""
    offices = (
        r"president|minister|mayor|boss(?:es)?|director|chief|CEO|managers?|leaders?|man|woman|guys?|governor|senator"
        r"|secretary|owners?|chair(?:man|woman)?|coach|board|government|administration|judge|candidate|opponents?"
    )
    person = (
        rf"(?:he|she|they|these people|[Tt]h(?:e|is|at|ese) (?:{offices})|(?!It|This|That|There|What|All)[A-Z][a-z]+)"
    )
    thing = r"(?:it|this|that|(?:the|his|her|their|our|my|this|that) [\w-]+)"
    is_ = r"(?:['’](?:s|re)| is| are| was| were)"
    much = (
        r" (?:(?:just|simply|such|an?|the|total|complete|absolute|unmitigated|totally|completely|utterly|absolutely"
        r"|really|so|very|too|all|nothing but|one of the|biggest|worst) ){0,4}"
    )
    names = (
        r"(?:fools?|idiots?|idiotic|liars?|crooks?|clowns?|cowards?|cowardly|thugs?|bull(?:y|ies)|frauds?|traitors?"
        r"|hypocrites?|hypocritical|menace|monsters?|tyrants?|incompetent|corrupt|dishonest|unfit|useless|pathetic|stupid"
        r"|lazy|delusional|unhinged|deranged|toxic|crazy|insane|clueless|disaster|nightmare|failure"
        r"|out of (?:his|her|their) depth|not (?:up to the job|fit))"
    )
    shame = r"(?:disgrace|joke|farce|shambles|embarrassment|laughing ?stock|witch[- ]hunt)"
    return re.compile(
        rf"\b(?:{person}{is_}{much}(?:{names}|{shame})|(?i:{thing}){is_}{much}{shame})\b(?! of | in the )"
    )


@cache
def _guess() -> re.Pattern[str]:
    """The source's own guess at what somebody will do or wants."""
    return re.compile(
        r"\bI (?:think|believe|suspect|guess|bet|reckon|imagine|assume)(?: that)? (?:he|she|they|[A-Z][a-z]+)"
        r"(?:['’](?:ll|s|re|d)| will| is| are| may| might| would| wants?| knows?| knew)\b"
    )


def _words(document: Document, one: Attribution) -> str:
    return " ".join(segment.of(document.text) for segment in one.segments)


def _opens_with(text: str, begin: int, source: Source) -> bool:
    """Whether the alias of a source stands at this place."""
    alias = str.__str__(source.alias or "").casefold()
    return bool(alias) and text[begin : begin + len(alias)].casefold() == alias


def _from_the_unnamed(document: Document) -> Iterator[Attribution]:
    """The quotations of sources that are not named, and speak for nobody else."""
    known: set[int] = set()
    for unnamed_one in unnamed(document):
        if not unnamed_one.speaks_for:
            known.add(unnamed_one.words.span.start)
            yield unnamed_one.words
    protected = [source for source in document.notes.sources.values() if source.protected] if document.notes else []
    for one in document.attributions if protected else ():
        if one.speaker is None or one.span.start in known:
            continue
        begin = one.speaker.span.start
        if any(source.id == one.speaker.source or _opens_with(document.text, begin, source) for source in protected):
            yield one


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation in which somebody without a name attacks or guesses."""
    for one in _from_the_unnamed(document):
        if one.kind is Kind.INDIRECT:
            continue
        words = _words(document, one)
        what = "attack" if _attack().search(words) else "guess" if _guess().search(words) else None
        if what is not None:
            message = f"this {what} comes from a source without a name, expected it on the record, or left out"
            yield Hit(one.segments[0], message)
