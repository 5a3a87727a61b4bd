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
```bad
Mark Abel fishes. “I like it,” Mark said. Sarah James and James Low do, too, and James said so.
```
```finds
1:32 Mark
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

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Origin, Severity, Suggestion
from authoring.notes.model import Source
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.attributed import SAYING
from authoring.rules.hit import Hit
from authoring.rules.sourced import place_in
from authoring.rules.sources._first_name import alone, first_names, full_name, is_of_a_person, surname_of

SEVERITY = Severity.INFO


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
    spoken: dict[str, None] = {}
    if not SAYING.isdisjoint(told.words):
        spoken = dict.fromkeys(one.speaker.name or one.speaker.text for one in document.attributions if one.speaker)
    for name in spoken:
        full = full_name(name, told) if name in first_names() else name
        if " " in full:
            found.setdefault(full, None)
    return {name: source for name, source in found.items() if is_of_a_person(name)}


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the first place where somebody is called by the first name alone."""
    told = narrated(document)
    notes = document.notes
    for name, source in _people(document).items():
        origin: Origin | None = None
        first, surname = name.split()[0], surname_of(name)
        if notes is not None and source is not None and source.fields.text("second"):
            origin = place_in(notes, source.fields.place("second"))
            if options.first_names == "noted" and str.__str__(source.fields.text("second")) == first:
                continue
        place = next(alone(told, name), None)
        if place is not None:
            span = told.span(place, place + len(first))
            message = f"“{first}” is a first name after the full name, expected “{surname}”"
            yield Hit(span, message, origin, (Suggestion(span, surname),))
