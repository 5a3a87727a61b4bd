"""A name is spelled one way throughout.

It knows the people of an article by their first names, by who speaks, and by the notes, and points at a surname that is
one letter off (“Thomson” beside “Sarah Thompson”), and at brand names with capitals inside them that are also written
without (“Github” beside “GitHub”). The spelling that stands more often counts as the right one; the one of the
notes always does. Two people whose names differ by one letter are rare, and both are named in full then.

Why: a misspelled name is the mistake that its bearer never forgets; the Center for Public Integrity and Investigate
Midwest both have names checked one by one.

```bad
Sarah Thompson runs the ferry. The fares will rise, Thomson said, and Thompson is sorry.
```
```finds
1:53 Thomson => “Thomson” is “Thompson” elsewhere, expected one spelling
```
```bad
The town sells its PlayStation games. Two Playstation consoles are left, and the PlayStation chairs.
```
```finds
1:43 Playstation => “Playstation” is “PlayStation” elsewhere, expected one spelling
```
```bad
John Thompson runs the ferry. John Thompson is sorry, and Jon Thompson’s fares will rise.
```
```finds
1:59 Jon Thompson
```
```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruizek, kind: person, role: harbour master}
---
## Boats
- the pier is closed
— ruiz
```
```bad
The pier is closed, Ana Ruizec said. Ruizec has the key.
```
```finds
1:25 Ruizec => “Ruizec” is “Ruizek” in the notes, expected one spelling
1:38 Ruizec
```
```good
The pier is closed, Ana Ruizek said, and Mr Ruizek has Ruizek’s key. The Ruizeks left. South Korea and its South Korean boats stay.
```
```good
Jan Thompson and Jane Thompson are sisters. Paul Mayer was the town’s Mayor. Tom Korea met Anna Korean.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from authoring.findings import Origin, Severity
from authoring.prose.attribution.first_names import pronouns
from authoring.prose.document import Document, Voice
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.text.near import distance
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice) - {Voice.FRONT_MATTER, Voice.CODE, Voice.LINK_TARGET}

_SHORTEST = 5
"""Letters of a surname whose neighbours are no names of their own."""
_LONGEST = 60
"""Letters of a word that is a name."""
_MANY = 300
"""People beyond whom a text is a register and no article."""
_NO_NAMES = frozenset(
    "Mayor Baker Miller Major Prince Princess Chief Judge Bishop Minister Senator March Monday".split()
)


_SURNAME = lazy(r" (?:[A-Z]\. )?(?P<name>[A-Z][a-zà-öø-ÿ’'-]*[a-zà-öø-ÿ])")
"""What follows a first name."""
_CAPITALISED = lazy(r"[A-Z][a-zà-öø-ÿ]+")
_RUN = lazy(r"[A-Za-z]+\Z")
"""The letters before a place."""
_LETTERS = lazy(r"[A-Za-z]++(?![\w@/_=-]|\.\w)")
_CHAIN = lazy(r" [A-Z]")
"""What follows a first name, or the family name of somebody whose family name comes first."""


@cache
def _camel() -> re.Pattern[str]:
    """A capital inside a word."""
    return re.compile(r"(?<=[a-z])[A-Z]")


def _bare(name: str) -> str:
    """The name without a genitive."""
    return name[:-2] if name.endswith(("'s", "’s")) else name.rstrip("'’")


def _slip(name: str, other: str) -> bool:
    """Whether one of two surnames may be the other, mistyped; no plural, no word made from it."""
    if not -2 < len(name) - len(other) < 2 or min(len(name), len(other)) < _SHORTEST:
        return False
    if name[:2] != other[:2] and (name[0] != other[0] or name[-2:] != other[-2:]):  # quicker seen than counted
        return False
    if distance(name, other, 1) != 1:
        return False
    longer, shorter = sorted((name, other), key=len, reverse=True)
    return not (longer[:-1] == shorter and longer[-1] in "snai")


def _bearers(told: Narrated) -> dict[str, dict[str, list[Span]]]:
    """The surnames of those who are named in full, with their first names and the places of both together."""
    bearers: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for first in told.words.keys() & pronouns().keys():
        for place in told.at(first):
            match = _SURNAME.match(told.text, place + len(first)) if told.text[place].isupper() else None
            if match:
                surname = _bare(match["name"])
                span = told.span(place, match.start("name") + len(surname))
                bearers[surname][told.text[place : place + len(first)]].append(span)
    return bearers


def _firsts(bearers: Mapping[str, Mapping[str, list[Span]]]) -> Iterator[Hit]:
    """First names that are one letter off before the same surname (“Jon Thompson” beside “John Thompson”)."""
    for surname, firsts in bearers.items():
        if len(firsts) == 2:
            rarer, other = sorted(firsts, key=lambda first: (len(firsts[first]), -firsts[first][0].start))
            if len(firsts[rarer]) < len(firsts[other]) and distance(rarer, other, 1) == 1:
                for span in firsts[rarer]:
                    yield Hit(span, f"“{rarer} {surname}” is “{other} {surname}” elsewhere, expected one spelling")


def _headed(document: Document) -> dict[str, list[Span]]:
    """The capitalised words of headings and captions, with their places."""
    found: dict[str, list[Span]] = defaultdict(list)
    for block in document.blocks:
        if block.voice in (Voice.HEADING, Voice.CAPTION):
            for match in _CAPITALISED.finditer(block.text):
                found[match[0]].append(block.span_of(match.start(), match.end()))
    return found


def _alike(told: Narrated, headed: Mapping[str, list[Span]], surname: str, words: list[str]) -> dict[str, list[Span]]:
    """The capitalised words that may be this surname, mistyped, with their places; and the surname's own.

    ``words`` are those of the article that begin with its letter.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    for word in words:
        bare = _bare(word)
        if bare == surname.lower() or _slip(bare, surname.lower()):
            for place in told.at(word):
                face = told.text[place : place + len(bare)]
                if _CAPITALISED.fullmatch(face) and not _CHAIN.match(told.text, place + len(word)):
                    found[face].append(told.span(place, place + len(bare)))
    for face, spans in headed.items():
        if face == surname or _slip(face, surname):
            found[face].extend(spans)
    return {face: sorted(spans) for face, spans in found.items() if face not in _NO_NAMES}


def _noted(document: Document) -> Mapping[str, Origin]:
    """The surnames of the people in the notes who may be named, with their places."""
    notes = document.notes
    found = {}
    for source in notes.sources.values() if notes else ():
        name = source.name
        if notes and name and not source.protected and source.kind in ("person", "spokesperson") and " " in name:
            found[str.__str__(name).split()[-1]] = Origin(*notes.where(source.span.start))
    return found


def _people(document: Document) -> Iterator[Hit]:
    told = narrated(document)
    noted = _noted(document)
    bearers = _bearers(told)
    words: dict[str, list[str]] = defaultdict(list)
    if not (bearers or noted) or len(bearers) > _MANY:
        return
    yield from _firsts(bearers)
    headed = _headed(document)
    for word in told.words:
        words[word[0]].append(word)
    for surname in sorted({*bearers, *noted}):
        alike = _alike(told, headed, surname, words[surname[0].lower()]) if len(surname) >= _SHORTEST else {}
        own = alike.pop(surname, [])
        for face, spans in alike.items():
            others = set(bearers.get(face, ()))
            if face in noted or (others and not others & set(bearers.get(surname, others))):  # two people
                continue
            rarer = (len(spans), -spans[0].start) < (len(own), -own[0].start) if own else False
            if surname in noted or rarer:
                where = "in the notes" if surname in noted else "elsewhere"
                for span in spans:
                    yield Hit(span, f"“{face}” is “{surname}” {where}, expected one spelling", noted.get(surname))


def _brands(document: Document) -> Iterator[Hit]:
    told = narrated(document)
    seen: set[str] = set()
    after = 0
    for match in _camel().finditer(told.text):
        if match.start() < after:  # of a word that was looked at
            continue
        begin = _RUN.search(told.text, max(after, match.start() - _LONGEST), match.start())
        word = _LETTERS.match(told.text, begin.start() if begin else match.start())
        after = word.end() if word else match.end()
        key = word[0].lower() if word and len(word[0]) <= _LONGEST else ""
        if key in seen or len(key) < _SHORTEST:
            continue
        seen.add(key)
        faces: dict[str, list[int]] = defaultdict(list)
        for place in told.at(key):
            face = told.text[place : place + len(key)]
            apart = told.text[max(0, place - 1) : place] + told.text[place + len(key) : place + len(key) + 1]
            if not any(mark in "./@#:_=-" for mark in apart.rstrip(".:")) and not (face.isupper() or face.islower()):
                begins = place == told.sentence_at(place)[0]
                faces[face[0].lower() + face[1:] if begins and face[1:] != face[1:].lower() else face].append(place)
        first = {face[1:] for face in faces}
        if len(first) < 2:
            continue
        right = max(faces, key=lambda face: (len(faces[face]), sum(map(str.isupper, face))))
        for face, spots in faces.items():
            if face[1:] != right[1:]:
                for place in spots:
                    written = told.text[place : place + len(key)]
                    message = f"“{written}” is “{right}” elsewhere, expected one spelling"
                    yield Hit(told.span(place, place + len(key)), message)


def check(document: Document) -> Iterator[Hit]:
    """Point at every spelling of a name that another one is more frequent than."""
    yield from _people(document)
    yield from _brands(document)
