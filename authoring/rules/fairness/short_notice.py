"""Whoever was asked for comment had time to answer before the piece was published.

The rule compares `asked_on` of a request that got no answer with `published` in the notes. Where both are days only, it
takes the most time that there can have been, so that a piece of the next day passes; with the hour
(`asked_on: 2024-05-06T17:00Z`) it counts hours. The house sets `hours`; a breaking story gives fewer, and says so.

Why: the BBC and National Public Radio ask for a chance to answer that is a real one. A call at five for a piece at
twenty past is none.

```notes
---
kind: brief
slug: fares
headline: Fares rise
published: 2024-05-06
sources:
  acme: {name: Acme Ferries, kind: company}
  port: {name: Port Authority, kind: organisation}
requests:
  - {to: acme, asked_by: The Ledger, asked_on: 2024-05-06, how: email, outcome: no response}
  - {to: port, asked_by: The Ledger, asked_on: 2024-05-03, how: email, outcome: no response}
---
## Lede
- fares rise in May
  — acme
```
```bad
The fares of Acme Ferries rise. Acme Ferries did not answer an email on Monday.
```
```finds
1:46 did not answer an email => asked less than 24 hours before publication, expected at least 24 hours to answer
```
```bad
The fares of Acme Ferries rise.
```
```finds
1:14 Acme Ferries
```
```good
The Port Authority did not answer an email on Friday.
```

An hour is enough where the house says so:

```options
hours: 1
```
```good
Acme Ferries did not answer an email on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from authoring.findings import Severity
from authoring.notes.model import Notes, Request
from authoring.prose.document import Document
from authoring.rules.fairness._no_comment import no_comments
from authoring.rules.hit import Hit
from authoring.rules.sourced import first_mention, names_in, place_in
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
NEEDS_NOTES = True

_GAP = lazy(r" (?=[Z+\-])")
_UNANSWERED = ("no response", "pending", "")


@dataclass(frozen=True)
class Options:
    """What the house asks for."""

    hours: int = 24
    """Between a request and publication, at least."""


def _moment(text: str | None) -> tuple[datetime, bool] | None:
    """A day, or a moment of it, and whether it is a moment."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(_GAP.sub("", str.__str__(text).strip()))
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment, len(text.strip()) > len("2024-05-06")


def _time_to_answer(notes: Notes, request: Request) -> timedelta | None:
    """The most time that there can have been between the request and publication."""
    asked, published = _moment(request.fields.text("asked_on")), _moment(notes.front.text("published"))
    if asked is None or published is None or published[0].date() < asked[0].date():
        return None
    if asked[1] and published[1]:
        return published[0] - asked[0]
    return timedelta(days=1 + (published[0].date() - asked[0].date()).days) - timedelta(seconds=1)


def _hours(count: int) -> str:
    return "an hour" if count == 1 else f"{count} hours"


def _place(document: Document, notes: Notes, to: str) -> Span | None:
    """The line that they did not answer, else where the article first names them."""
    source = notes.sources.get(to)
    if source is None:
        return None
    lines = (line.span for line in no_comments(document) if names_in(source, line.who))
    return next(lines, None) or first_mention(document, source)


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at every party that was asked too late to answer."""
    notes = document.notes
    if notes is None:
        return
    for to in dict.fromkeys(request.to for request in notes.requests):
        requests = [request for request in notes.requests if request.to == to]
        times = [_time_to_answer(notes, request) for request in requests]
        known = [time for time in times if time is not None]
        if len(known) < len(times) or any(request.outcome not in _UNANSWERED for request in requests):
            continue
        hours = -(-max(known) // timedelta(hours=1))
        span = _place(document, notes, to) if max(known) < timedelta(hours=options.hours) else None
        if span is not None:
            given, wanted = _hours(hours), _hours(options.hours)
            message = f"asked less than {given} before publication, expected at least {wanted} to answer"
            yield Hit(span, message, place_in(notes, requests[0].fields.place("asked_on")))
