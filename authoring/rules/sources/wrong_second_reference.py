"""After the full name, a person is called by the surname.

The rule takes the people who are quoted or reported under their full name, and those whom the notes list as persons,
and points at the first place after it where only the first name stands in the writer's words: once for each person.
Left alone are children, royalty and saints, families, namesakes in one article, first names that are also places or
words, and what stands in quotations, answers, headings and names of others. Some houses, and many magazines and company
posts, go by first names: hence it only informs. With `first_names: noted` a first name is right where the notes have it
(`second: Sarah`).

Why: the Associated Press uses the surname on second reference for everybody, so that nobody is made smaller, or more of
a friend, than the next.

```bad
Sarah Thompson sells boats. “They sell well,” Sarah said. Sarah’s boats are old.
```
```finds
1:47 Sarah => “Sarah” is a first name after the full name, expected “Thompson”
```
```bad
Tom Abel fishes here, and Ana Ruiz runs the harbour. Tom said the pier is old, and Ana agreed that it is.
```
```finds
1:54 Tom
1:84 Ana
```
```good
Sarah Thompson sells boats. “Sarah knows,” Thompson said. Sarah Low is her sister.
```
```good
Maria Abel, 9, and her father, Tom Abel, fish here. “I like it,” Maria said. Tom said he does, too.
```
```good
Queen Anne Stuart sold boats. “They sell,” Anne said. Virginia Low said so, too. Virginia is a fine state.
```
```notes
---
kind: interview
slug: boats
headline: The boats
sources:
  sarah: {name: Sarah Thompson, kind: person, second: Sarah}
---
## Boats
> They sell well.
— sarah | said
```
```bad
Sarah Thompson sells boats. Sarah’s boats are old.
```
```finds
1:29 Sarah => “Sarah” is a first name after the full name, expected “Thompson”
```
```options
first_names: noted
```
```good
Sarah Thompson sells boats. Sarah’s boats are old.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from authoring.findings import Origin, Severity, Suggestion
from authoring.notes.model import Source
from authoring.prose.attribution.first_names import pronouns
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.rules.sourced import place_in
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO

_ALSO_OTHERS = frozenset(
    """april june may august dawn hope grace rose will mark bill rob frank chuck jack gene pat sue faith joy heather
    ivy holly hazel iris ruby violet amber crystal daisy ginger pepper olive georgia virginia carolina florence victoria
    charlotte madison sydney chelsea paris jordan austin lincoln jackson lance dale dean earl duke page drew guy art
    christian mercedes penny robin major miles nelson wallace warren stanley stewart scott martin thomas james john
    lawrence vernon victor winston washington francisco santiago salvador otto lloyd morgan kelly""".split()
)
"""First names that are places, words, firms or surnames, too."""
_EXALTED = lazy(
    r"\b(?:King|Queen|Prince|Princess|Pope|Saint|St|Sister|Brother|Emperor|Empress|Lord|Lady|Sir|Dame|Father|Mother|Sultan"
    r"|Duke|Duchess|Baroness|Baron)\.? $"
)
_CHILD = lazy(r",? (?:who is |aged )?(?:a )?(?:[1-9]|1[0-7])(?:-year-old|,| years)")
_YOUNG = lazy(
    r"\b(?:[1-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)-year-old\b|"
    r"\b(?:son|daughter|baby|toddler|schoolboy|schoolgirl|nephew|niece|child|children|boy|girl)s?,?"
    r" (?:named |called )?$",
)
_KIN = lazy(r"\b(?:born|mother|father|parents|famil(?:y|ies)|brothers?|sisters?|wife|husband|childhood)\b", re.I)
"""Before a first name: in families, and of the years as a child, it tells people apart."""
_FULL = lazy(r"[A-Z]\w+ (?:[A-Z]\. )?[A-Z][\w’-]*\w\b")
_BEFORE_SURNAME = lazy(r"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?$")
_BORN = lazy(r"\bborn\b")
_IN_A_NAME = lazy(r"[ -]+[A-Z]|\.com\b")
"""What makes a first name part of a longer one, or of an address."""
_AFTER_A_NAME = lazy(r"[A-Z][\w’'-]*,? $")
_NEAR = 40
"""Characters around a name that are looked at."""


@dataclass(frozen=True)
class Options:
    """What the house does."""

    first_names: str = "never"
    """``noted`` where a first name is right that the notes have under ``second``."""


def _people(document: Document) -> dict[str, Source | None]:
    """The full names of persons in the article, with their sources in the notes."""
    found: dict[str, Source | None] = {}
    for source in document.notes.sources.values() if document.notes else ():
        if source.kind in ("person", "spokesperson") and source.name and not source.protected:
            found[" ".join(str.__str__(source.name).split())] = source
    told = narrated(document)
    for one in document.attributions:
        name = one.speaker.name or one.speaker.text if one.speaker else ""
        if name in _first_names():
            name = _full_name(name, told)
        if " " in name:
            found.setdefault(name, None)
    return {name: source for name, source in found.items() if _is_of_a_person(name)}


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.capitalize() for name in pronouns() if name not in _ALSO_OTHERS)


def _full_name(first: str, told: Narrated) -> str:
    """The only full name with that first name; else the first name."""
    full = {match[0] for place in told.at(first.lower()) if (match := _FULL.match(told.text, place))}
    return full.pop() if len(full) == 1 else first


def _is_of_a_person(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in pronouns() and first.lower() not in _ALSO_OTHERS


def _surname(name: str) -> str:
    """The last word of a name, with the small words before it: van der Berg."""
    words = name.split()
    at = next((number for number, word in enumerate(words[1:], 1) if word.islower()), len(words) - 1)
    return " ".join(words[at:]) if words[-1].rstrip(".") not in ("Jr", "Sr", "II", "III") else words[-2].rstrip(",")


def _first_name_alone(told: Narrated, name: str) -> Iterator[int]:
    """The places after the full name where only the first name stands."""
    first = name.split(maxsplit=1)[0]
    places = list(told.at(first.lower(), f"{first.lower()}'s"))
    full = next((place for place in places if _stands_at(told.text, place, name)), None)
    if full is None or _is_left_alone(told, name, full):
        return
    if any(told.text.endswith("born ", max(0, place - 5), place) for place in places):
        return
    for place in places:
        end = place + len(first)
        if place <= full or told.text[place:end] != first:
            continue
        before, behind = told.text[max(0, place - _NEAR) : place], told.text[end : end + _NEAR]
        if before.endswith(", ") and behind.startswith("."):  # Low, Ada.
            continue
        if _KIN.search(told.text, max(0, place - 3 * _NEAR), place):
            continue
        if not (_IN_A_NAME.match(behind) or _EXALTED.search(before) or _AFTER_A_NAME.search(_in_sentence(before))):
            yield place


def _in_sentence(before: str) -> str:
    """What stands before a word in its sentence, without the sentence's first word."""
    last = re.split(r"[.!?:;”\n]\s", before)[-1]
    return last if last == before else last.partition(" ")[2]


def _stands_at(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    return text.startswith(name, place) and not text[end : end + 1].isalnum()


def _is_left_alone(told: Narrated, name: str, full: int) -> bool:
    """Whether it is a child, of high rank, or one of several with that surname."""
    end = full + len(name)
    before, behind = told.text[max(0, full - _NEAR) : full], told.text[end : end + _NEAR]
    if _EXALTED.search(before) or _CHILD.match(behind) or _YOUNG.search(before) or _BORN.search(before + behind):
        return True
    first, surname = name.split(maxsplit=1)[0], _surname(name).rpartition(" ")[2]
    for place in told.at(surname.lower(), f"{surname.lower()}'s"):
        other = _BEFORE_SURNAME.search(told.text, max(0, place - _NEAR), place)
        if other and other[1] != first and other[1].lower() in pronouns():
            return True
    return False


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the first place where somebody is called by the first name alone."""
    told = narrated(document)
    notes = document.notes
    for name, source in _people(document).items():
        origin: Origin | None = None
        first, surname = name.split()[0], _surname(name)
        if notes is not None and source is not None and source.fields.text("second"):
            origin = place_in(notes, source.fields.place("second"))
            if options.first_names == "noted" and str.__str__(source.fields.text("second")) == first:
                continue
        place = next(_first_name_alone(told, name), None)
        if place is not None:
            span = told.span(place, place + len(first))
            message = f"“{first}” is a first name after the full name, expected “{surname}”"
            yield Hit(span, message, origin, (Suggestion(span, surname),))
