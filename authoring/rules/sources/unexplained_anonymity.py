"""Whoever is not named is described as closely as can be, and readers learn why there is no name.

The rule points at the first words of a source that is described and nowhere named (“an official”, “a person familiar
with the talks”) where the paragraph and its neighbours give no reason: “who asked not to be named because …”, “who was
not authorised to speak”. A spokesperson is paid to speak and needs a name, or a line that it was refused. With notes it
asks for the `reason:` of every source that has an alias, in the notes and in the article. Left alone are plural
sources, witnesses and passers-by. A house that lets companies speak without a name allows the rule.

Why: the Associated Press and the Washington Post ask for the most specific description and the reason, since a reader
cannot judge words that nobody stands for.

```bad
The plan is dead, an official at the port said. A Microsoft spokesperson told the Herald that nothing has changed.
```
```finds
1:19 an official at the port => this source has no name and no reason for it, expected a name, or why it is not given
1:49 A Microsoft spokesperson => this spokesperson has no name, expected it, or that it was refused
```
```bad
“We are fine,” the ministry’s spokeswoman said. The spokeswoman said the pier was closed.
```
```finds
1:16 the ministry’s spokeswoman
```
```good
The plan is dead, said an official at the port who asked not to be named for fear of losing his job.
```
```good
A spokesperson for Acme, Ada Low, said nothing has changed. The spokesperson said fares rise. An official statement said so.
```
```good
A spokesman for the ministry, who declined to give his name, said the pier was closed.
```

What the notes say of a source that is not named:

```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  nurse: {name: Ada Low, kind: person, terms: anonymous, alias: a nurse on the ward, reason: she feared losing her job}
  guard: {name: Jo Park, kind: person, terms: anonymous, alias: a guard at the gate, reason: }
---
## Lede
- the ward is full
  — nurse
- the gate is shut
  — guard
```
```bad
The ward is full, a nurse on the ward said.

The gate is shut, a guard at the gate said.
```
```finds
1:19 a nurse on the ward => why this source is not named is not told, expected it as the notes have it
3:19 a guard at the gate => the notes give no reason why this source is not named, expected one, here and there
```
```good
The ward is full, said a nurse on the ward, who feared that she might lose her job.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from authoring.findings import Origin, Severity
from authoring.notes.model import Notes
from authoring.prose.document import WORD, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.sourced import first_mention, names_in, place_in
from authoring.rules.sources._unnamed import Unnamed, unnamed
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION})

_LEAST = 4
"""Letters of a word that tells something of a reason."""
_SHARE = 0.5


@cache
def _reason() -> re.Pattern[str]:
    return re.compile(
        r"\banonym|\b(?:not|without|nor) (?:to )?(?:be(?:ing)? )?(?:named|identified|quoted by name)|\bcondition (?:that|of)\b"
        r"|\bnot (?:be )?(?:named|identified)|\bnot (?:publicly )?authori[sz]ed|\bun(?:named|identified)|\bwithh[eo]ld"
        r"|\bon background\b|\b(?:declined|refused|would not|did not want|didn['’]t want|did not|asked not) (?:to )?(?:give|be|have|say who)"
        r"|\b(?:his|her|their|real) (?:real |full |last )?names?\b|\b(?:fear(?:s|ed|ing)?|afraid) |\bto protect (?:his|her|their)\b"
        r"|\bnames? (?:has|have|had) been changed",
        re.IGNORECASE,
    )


def _around(document: Document, span: Span) -> str:
    """The paragraph and its neighbours."""
    blocks = document.blocks
    number = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    return "\n".join(block.text for block in blocks[max(0, number - 1) : number + 2])


_NEAR = 40
_NAMED = lazy(r"\b[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+, $")
_NAME = lazy(r"\s*,?\s+[A-Z][\w’'-]+ [A-Z][\w’'-]+")


_OVERHEARD = lazy(r"[^.]{0,40}? (?:was|were) (?:over)?heard\b")
"""What anybody could hear needs no source."""


def _is_named(document: Document, one: Unnamed) -> bool:
    """Whether the name stands before the description, or follows it."""
    span = one.speaker.span
    before = document.text[max(0, span.start - _NEAR) : span.start]
    return _NAME.match(document.text, span.end) is not None or _NAMED.search(before) is not None


def _kind_of(one: Unnamed) -> str:
    """What the same speaker is called again: “a Microsoft spokesperson”, later “the spokesperson”."""
    found = re.search(r"spokes\w+|press officer", one.speaker.text, re.I)
    return found[0].lower() if found else one.speaker.text.partition(" ")[2].lower()


def _of_notes(document: Document, notes: Notes) -> Iterator[Hit]:
    for source in notes.sources.values():
        if not source.protected or source.alias is None:
            continue
        span = first_mention(document, source)
        if span is None:
            continue
        reason = source.fields.text("reason")
        around = _around(document, span)
        if not reason:
            message = "the notes give no reason why this source is not named, expected one, here and there"
        elif _tells(around, str.__str__(reason)) or _reason().search(around):
            continue
        else:
            message = "why this source is not named is not told, expected it as the notes have it"
        yield Hit(span, message, place_in(notes, source.fields.place("reason")))


def _tells(around: str, reason: str) -> bool:
    """Whether the article has the words of a reason, or half of them."""
    wanted = {word[:_LEAST].lower() for word in WORD.findall(reason) if len(word) >= _LEAST}
    given = {word[:_LEAST].lower() for word in WORD.findall(around)}
    return len(wanted & given) >= max(1, len(wanted) * _SHARE)


def _origin(document: Document, one: Unnamed) -> Origin | None:
    """The spokesperson's entry in the notes, where it is one whose name they do not have yet."""
    notes = document.notes
    for source in notes.sources.values() if notes and one.speaks_for else ():
        if notes and source.kind == "spokesperson" and not source.name and names_in(source, one.speaker.text):
            return place_in(notes, source.fields.place("name"))
    return None


def check(document: Document) -> Iterator[Hit]:
    """Point at the first words of everybody who is not named without a reason."""
    noted = list(_of_notes(document, document.notes)) if document.notes else []
    yield from noted
    known: set[str] = set()
    for one in unnamed(document):
        kind = _kind_of(one)
        span = one.speaker.span
        if kind in known or any(hit.span.start < span.end and span.start < hit.span.end for hit in noted):
            continue
        known.add(kind)
        if (
            _is_named(document, one)
            or _OVERHEARD.match(document.text, span.end)
            or _reason().search(_around(document, span))
        ):
            continue
        source = document.notes.sources.get(one.speaker.source or "") if document.notes else None
        if source is not None and source.protected:
            continue
        if one.speaks_for:
            message = "this spokesperson has no name, expected it, or that it was refused"
        else:
            message = "this source has no name and no reason for it, expected a name, or why it is not given"
        yield Hit(span, message, _origin(document, one))
