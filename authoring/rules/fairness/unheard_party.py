"""Every party that others speak about has had its say, or was asked for it.

The notes tell who the parties are: persons, companies and organisations among the sources. One that told nothing, for
whom no spokesperson of the notes speaks, and to whom no request is recorded, is pointed at where the article first
names it, provided that somebody's words are about it: a tag says so (`about: acme`), or two quotations or reports of
other sources name it. Bodies that are only cited are no parties. A request counts whatever came of it.

Why: whoever is judged has a right of reply, in the BBC's guidelines, in the SPJ Code of Ethics and in most press codes;
and the answer is often the better story.

```notes
---
kind: interview
slug: fares
headline: Fares rise
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  acme: {name: Acme Ferries, kind: company}
  bolt: {name: Bolt Lines, kind: company}
  port: {name: Port Authority, kind: organisation}
requests:
  - {to: bolt, asked_by: The Ledger, asked_on: 2024-05-06, how: email, outcome: no response}
---
## Lede
~ the ferry has become a luxury
— ruiz | said | about: acme, bolt
> The Port Authority let them. // It always does.
— ruiz | said
```
```bad
The fares of Acme Ferries rise in May. Ana Ruiz said the ferry has become a luxury.
```
```finds
1:14 Acme Ferries => others speak about Acme Ferries, expected an answer or a request for one in the notes
```
```bad
The Port Authority sets the fares. “The Port Authority let them,” Ana Ruiz said. Ruiz said the Port Authority always does.
```
```finds
1:5 Port Authority
```
```good
The fares of Bolt Lines rise in May. Ana Ruiz said the ferry has become a luxury.
```
```good
“The Port Authority let them,” Ana Ruiz said. “It always does.”
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.notes.model import Notes, Source, Tag
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, first_mention, names_in, place_in

SEVERITY = Severity.WARNING
NEEDS_NOTES = True

_PARTIES = ("person", "company", "organisation")
_OFTEN = 2
"""Quotations and reports of others that make somebody a party; one may only mention them."""


def _speaks_for(other: Source, source: Source) -> bool:
    """Whether one source's words are the other's: a spokesperson, or somebody who works there."""
    names = [str.__str__(text) for key in ("name", "short") if (text := source.fields.text(key))]
    bodies = [str.__str__(text) for key in ("org", "employer") if (text := other.fields.text(key))]
    return other.id == source.id or any(
        name.casefold() in body.casefold() or body.casefold() in name.casefold() for name in names for body in bodies
    )


def _unheard(notes: Notes) -> Iterator[Source]:
    """The parties that told nothing, and were not asked."""
    heard = {item.source for item in notes.items if item.kind in ("quote", "reported", "statement", "citation")}
    heard |= {request.to for request in notes.requests}
    tags = [item.tag for item in notes.items if item.tag]
    cited = {id_ for tag in tags for key in ("cites", "citing") for id_ in _ids(tag, key)}
    speaking = [notes.sources[id_] for id_ in heard if id_ is not None and id_ in notes.sources]
    for source in notes.sources.values():
        if source.kind not in _PARTIES or source.id in cited or source.protected:
            continue
        if not any(_speaks_for(other, source) for other in speaking):
            yield source


def _ids(tag: Tag, key: str) -> list[str]:
    """The sources that a key of a tag names."""
    return [id_.strip() for id_ in str.__str__(tag.keys.get(key, "")).split(",")]


def _is_spoken_of(document: Document, notes: Notes, source: Source) -> bool:
    if any(item.tag and source.id in _ids(item.tag, "about") for item in notes.items):
        return True
    if any(one.speaker and names_in(source, one.speaker.text) for one in document.attributions):
        return False  # it has its say in the article
    told = (document.text[one.span.start : one.span.end] for one in document.attributions if one.speaker)
    return sum(names_in(source, words) for words in told) >= _OFTEN


def check(document: Document) -> Iterator[Hit]:
    """Point at the first mention of every party that others speak about and that was not asked."""
    notes = document.notes
    if notes is None:
        return
    for source in _unheard(notes):
        span = first_mention(document, source)
        if span is not None and _is_spoken_of(document, notes, source):
            name = called(source)
            message = f"others speak about {name}, expected an answer or a request for one in the notes"
            yield Hit(span, message, place_in(notes, source.span))
