"""A line that somebody did not answer stands on a request of our own, or says whose request it was.

The rule looks for the request in the notes: one to the party that the line names, with `asked_by`, `asked_on` or `how`
filled in. Where the request was another outlet's (`asked_by` names one of the outlets among the sources), the article
names that outlet in the line. Without notes the rule is silent.

Why: that somebody did not answer Paper A says nothing about what they would have told us, and whoever copies the line
claims work that was not done. National Public Radio's memo on “no comment” asks who asked; the rest is the rule for
second-hand sources.

```notes
---
kind: brief
slug: fares
headline: Fares rise
sources:
  acme: {name: Acme Ferries, kind: company}
  port: {name: Port Authority, kind: organisation}
  herald: {name: The Herald, kind: outlet, second: the Herald}
requests:
  - to: acme
    asked_by:
    asked_on:
    how:
    outcome: no response
  - to: port
    asked_by: The Ledger
    asked_on: 2024-05-06
    how: two emails
    outcome: no response
---
## Lede
- fares rise in May
  — herald | according to
```
```bad
Acme Ferries has not responded to requests for comments on the fares.
```
```finds
1:14 has not responded to requests for comments => the notes do not say that we asked, expected who did (“did not answer Paper A, it reported”)
```
```bad
Bolt Lines declined to comment.
```
```finds
1:12 declined to comment => the notes have no request to them, expected who asked (“declined to comment to Paper A, it said”)
```
```good
Acme Ferries did not respond to the Herald’s requests for comment.
```
```good
Acme Ferries did not respond to requests for comment, the Herald reported.
```
```good
The Port Authority did not answer two emails from The Ledger.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.notes.model import Notes, Request
from authoring.prose.document import Document
from authoring.rules.fairness._no_comment import NoComment, no_comments, requests_about
from authoring.rules.hit import Hit
from authoring.rules.sourced import names_in, place_in

SEVERITY = Severity.ERROR
NEEDS_NOTES = True

_UNSAID = "the notes do not say that we asked, expected who did (“did not answer Paper A, it reported”)"
_UNASKED = "the notes have no request to them, expected who asked (“declined to comment to Paper A, it said”)"


def _is_known(request: Request) -> bool:
    return any(request.fields.text(key) for key in ("asked_by", "asked_on", "how"))


def _names_an_outlet(notes: Notes, line: NoComment) -> bool:
    """Whether the line says whose request it was."""
    outlets = (source for source in notes.sources.values() if source.kind == "outlet")
    return any(names_in(source, line.rest) or names_in(source, line.who) for source in outlets)


def _is_of_an_outlet(notes: Notes, request: Request) -> bool:
    asker = str.__str__(request.fields.text("asked_by") or "")
    return any(source.kind == "outlet" and names_in(source, asker) for source in notes.sources.values())


def _is_named(line: NoComment) -> bool:
    """Whether the line gives a name, which no request has; “the company” may be any of those that were asked."""
    return any(word[:1].isupper() for word in line.who.split()[1:]) or len(line.who.split()) == 1


def check(document: Document) -> Iterator[Hit]:
    """Point at every line that somebody did not answer for which the notes have no request of our own."""
    notes = document.notes
    if notes is None:
        return
    for line in no_comments(document):
        if not line.asked or line.reported or _names_an_outlet(notes, line):
            continue
        requests = requests_about(notes, line)
        if any(_is_known(request) and not _is_of_an_outlet(notes, request) for request in requests):
            continue
        if requests:
            yield Hit(line.span, _UNSAID, place_in(notes, requests[-1].fields.place("asked_by")))
        elif not notes.requests or _is_named(line):
            yield Hit(line.span, _UNASKED, place_in(notes, notes.front.place("requests")))
