"""A line that somebody did not answer says how and when they were asked.

“Acme has not responded to requests for comment” leaves a reader to wonder whether that was one message on a Sunday
night or a week of calls. One of the two will do: a phone call, two emails, Monday, three days. Who asked, and which
office, make it better. Left alone is who was reached and declined to comment, since that is an answer, and what
another outlet reports of its own request (“Reuters’ request”). Many desks print the bare formula, which is why this is no error: a house
that does allows the rule.

Why: National Public Radio asks its reporters to tell how they tried, and for how long, since the line alone sounds as
though somebody were hiding.

```bad
Acme Ferries has not responded to requests for comments on the new fares.
```
```finds
1:14 has not responded to requests for comments => how and when they were asked is not told, expected “did not answer two emails on Monday”
```
```bad
Acme did not respond to requests for comment on whether its boats would change their hours.
```
```finds
1:6 did not respond to requests for comment
```
```bad
The mayor could not be reached for comment. A spokesperson for Acme did not immediately respond to a request for comment.
```
```finds
1:11 could not be reached for comment
1:69 did not immediately respond to a request for comment
```
```good
Acme’s press office did not answer two emails and a call from The Ledger.
```
```good
The mayor did not respond on Monday to a request for comment.
```
```good
Acme declined to comment. The boat did not return, and the captain did not answer the question.
```
```good
Acme did not respond to requests for comment, the Herald reported.
```

Where the notes have the request, the finding leads to it:

```notes
---
kind: brief
slug: fares
headline: Fares rise
sources:
  acme: {name: Acme Ferries, kind: company}
requests:
  - to: acme
    asked_by: The Ledger
    asked_on: 2024-05-06
    how: two emails
    outcome: no response
---
## Lede
x acme
```
```bad
Acme Ferries did not respond to requests for comment.
```
```finds
1:14 did not respond to requests for comment => how and when they were asked is not told, expected it from the notes (two emails)
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Origin, Severity
from authoring.prose.document import Document
from authoring.rules.fairness._no_comment import NoComment, no_comments, requests_about
from authoring.rules.hit import Hit
from authoring.rules.sourced import place_in
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING

_ROOM = 24
"""Characters of the notes that fit into a message."""

_TOPIC = lazy(
    r"\b(?:about|regarding|concerning|as to|on (?:whether|how|why|what|the|an?|its|their|his|her|this|that|these|those))\b"
)
"""What they were asked about begins here, and tells nothing of how."""


@cache
def _told() -> re.Pattern[str]:
    """Words for the way and the time of a request, or for who made it."""
    return re.compile(
        r"\b(?:e-?mail\w*|call(?:s|ed)?|phone\w*|telephone\w*|voice ?mails?|messages?|messaged|texts?|texted|letters?|fax\w*"
        r"|in person|doorstep|at (?:his|her|their|the) (?:home|house|office)s?|social media|Facebook|Twitter|LinkedIn"
        r"|WhatsApp|Instagram|written questions|list of questions|in writing|contact form|website"
        r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|yesterday|today|tonight|this (?:morning|afternoon|evening|week)"
        r"|last (?:week|month|night)|deadline|press ?time|hours?|days?|weeks?|months?|publication|noon|published"
        r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d|May \d|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep"
        r"|Oct|Nov|Dec)\w*|once|twice|three times|\d{4})\b"
        r"|['’]s? (?:\w+ )?(?:requests?|quer(?:y|ies)|inquir(?:y|ies)|questions)\b|\brequests? (?:for comment )?(?:from|by) ",
        re.IGNORECASE,
    )


def _noted(document: Document, line: NoComment) -> tuple[str, Origin | None]:
    """What was expected, and the place of the request in the notes where they have one."""
    for request in requests_about(document.notes, line) if document.notes else ():
        if document.notes is None:
            break
        origin = place_in(document.notes, request.fields.span)
        how = " ".join(str.__str__(request.fields.text("how") or "").split())
        if how and len(how) <= _ROOM:
            return f"expected it from the notes ({how})", origin
        return "expected “did not answer two emails on Monday”", origin
    return "expected “did not answer two emails on Monday”", None


def check(document: Document) -> Iterator[Hit]:
    """Point at every line that somebody did not answer that tells neither how nor when they were asked."""
    for line in no_comments(document):
        if not line.asked or line.declined or line.reported:
            continue
        about = _TOPIC.search(line.rest)
        rest = line.rest[: about.start()] if about else line.rest
        if _told().search(line.who) or _told().search(rest):
            continue
        expected, origin = _noted(document, line)
        yield Hit(line.span, f"how and when they were asked is not told, {expected}", origin)
