"""A report, an outlet or a dataset that the article relies on can be looked up: the notes have its link and its date.

The rule points at the first mention of each outlet, document and organisation that a note cites, or a statement was made
to, and that has no `url:` in the notes, or no `date:` there or in a tag. It points, too, at “a study found” where no
source of the notes is named in that sentence or the next. Silent where the article itself links the name.

Why: the Trust Project asks for citations and references that a reader can follow, and *Science Writer*'s practice is to
give title and date of a study.

```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  herald: {name: The Delta Herald, kind: outlet, second: the Herald}
  survey: {name: Harbour Survey, kind: document, url: https://delta.example/survey}
  log: {name: the harbour log, kind: document, url: https://delta.example/log, date: 2024-05-01}
---
## Boats
- the trust sold the pier in May
  — herald | as noted by | 2024-05-03

- a third of the boats are rotten
  — survey | according to

- the last boat left in April
  — log | according to
```
```bad
The trust sold the pier in May, the Herald reported. The Herald gave no sum. A third of the boats are rotten, according to the Harbour Survey.
```
```finds
1:33 the Herald => “The Delta Herald” is cited without a link, expected “url:” under it in the notes
1:128 Harbour Survey => “Harbour Survey” is cited without a date, expected “date:” under it in the notes
```
```bad
A recent study of northern harbours found that wood rots.
```
```finds
1:3 recent study of northern harbours found => no source is named for this study, expected its title, date and link
```
```good
According to the harbour log, the last boat left in April. A survey found rot: the harbour log has the names.
```
```good
[The Delta Herald](https://herald.example/pier) reported that the trust sold the pier in May.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.document import BlockKind, Document, Voice
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, names_in, names_of, place_in

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source
    from authoring.text.span import Span

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH, Voice.ANSWER, Voice.BLOCKQUOTE})
NEEDS_NOTES = True

_KINDS = ("outlet", "document", "organisation")
_FLOW = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})


@cache
def _study() -> re.Pattern[str]:
    found = (
        "found|finds|shows|showed|says|said|suggests|suggested|concluded|concludes|revealed|reveals|reported|estimates"
    )
    before = r"(?<![\w’'-])(?:[Aa]|[Oo]ne|[Aa]nother|[Nn]ew|[Rr]ecent) "
    return re.compile(
        rf"{before}(?P<all>(?:[a-z\d][\w-]* ){{0,3}}(?P<what>study|survey|report|poll|analysis)"
        rf"(?: (?:of|by|on|in|from|last|this|published)(?: [a-z\d][\w’'-]*){{1,4}})? (?:{found}))\b"
    )


def _cited(notes: Notes) -> list[Source]:
    """The sources that a note cites, or that a statement was made to, in the order of the notes."""
    ids: dict[str, None] = {}
    for item in notes.items:
        if item.source and item.kind == "citation":
            ids[item.source] = None
        for key in ("citing", "cites", "to"):
            if item.tag and item.tag.keys.get(key):
                ids.update(dict.fromkeys(part.strip() for part in str.__str__(item.tag.keys[key]).split(",")))
    found = [notes.sources[id_] for id_ in ids if id_ in notes.sources]
    return [source for source in found if source.kind in _KINDS and not source.protected]


def _lacks(source: Source, notes: Notes) -> str | None:
    if not source.fields.text("url"):
        return "without a link, expected “url:” under it in the notes"
    if not source.fields.text("date") and not any(item.tag and item.tag.date for item in notes.by(source.id)):
        return "without a date, expected “date:” under it in the notes"
    return None


def _first_mention(document: Document, source: Source) -> Span | None:
    for block in document.blocks:
        if block.kind not in _FLOW:
            continue
        places = [(at, name) for name in names_of(source) if (at := block.text.find(name)) >= 0]
        if places:
            at, name = min(places, key=lambda place: (place[0], -len(place[1])))
            return block.span_of(at, at + len(name))
    return None


def check(document: Document) -> Iterator[Hit]:
    """Point at everything the article relies on that a reader cannot look up."""
    notes = document.notes
    assert notes is not None
    for source in _cited(notes):
        lack = _lacks(source, notes)
        span = _first_mention(document, source) if lack else None
        if lack and span is not None and not document.text.startswith("](", span.end):
            yield Hit(span, f"“{called(source)}” is cited {lack}", place_in(notes, source.span))
    told = narrated(document)
    for place in told.at("study", "survey", "report", "poll", "analysis"):
        begin, end = told.sentence_at(place)
        low = max(begin, place - 60)
        match = next((one for one in _study().finditer(told.text, low, end) if one.start("what") == place), None)
        if match is None:
            continue
        around = told.text[max(begin, place - 300) : min(end + 200, place + 500)]
        linked = any(voice is Voice.LINK_TARGET for _, voice in document.voices_in(told.span(begin, end)))
        if not linked and not any(names_in(source, around) for source in notes.sources.values()):
            message = f"no source is named for this {match['what']}, expected its title, date and link"
            yield Hit(told.span(*match.span("all")), message)
