"""Words that somebody wrote say how they came: in an email, a statement, a post.

A company has no voice, so the rule points at the first quotation that is given to one (“…,” the company said) in an
article that tells of no statement, letter or post. With notes it also points at what a company of the notes announced
or said where the sentence names no channel, and at a source whose notes have `via: email` or the like (statement,
letter, post, message) where the article only says “said”. Silent where an outlet is named as the one who was told.

Why: National Public Radio wants readers to know whether words were spoken to a reporter or sent to everybody.

```bad
“We are proud of the pier,” the company said. The boats are gone.
```
```finds
1:29 the company said => the company said this by no named channel, expected one (“in an emailed statement”)
```
```notes
---
kind: brief
slug: pier
headline: The pier goes
sources:
  acme: {name: Acme, kind: company}
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> The boats are gone.
— ruiz | said | via: email | 2024-05-03
```
```bad
Acme announced it will sell the pier. “The boats are gone,” Ana Ruiz said.
```
```finds
1:1 Acme announced
1:61 Ana Ruiz said => Ana Ruiz sent these words, expected the email to be named (“said in an email”)
```
```good
“We are proud,” the company said in a statement. “The boats are gone,” Ana Ruiz wrote.
```
```good
Acme announced on its website that it will sell the pier. “The boats are gone,” Ana Ruiz said in an email.
```
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from authoring.findings import Severity
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Document
from authoring.rules.attributed import of_quotations
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, place_in, source_for
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source

SEVERITY = Severity.WARNING

_SAYING = frozenset(
    """say says said add adds added announce announces announced state states stated confirm confirms confirmed explain
    explains explained declare declared insist insisted promise promised""".split()
)
_WRITTEN = ("email", "e-mail", "statement", "letter", "post", "message", "text", "memo", "fax")
_AROUND = 400
"""Characters around the tag, in its paragraph, in which the channel may be named."""


@cache
def _channel() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:statements?|e-?mail(?:ed|s)?|letters?|post(?:s|ed)?|tweet(?:s|ed)?|blogs?|blogged|releases?|released"
        r"|memos?|filings?|filed|reports?|web ?site|site|page|Twitter|Facebook|Instagram|LinkedIn|wrote|writes|written"
        r"|messages?|phone|call|interview(?:ed)?|conference|briefing|hearing|court|spokes\w+|campaign|ads?|newsletter"
        r"|podcast|video|speech|event|application|notice|response|replied|appeal|documents?|told|to [A-Z]\w+)\b"
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(
        r"(?:the|this|its) (?:\w+ ){0,2}(?:company|firm|manufacturer|airline|retailer|bank|agency|ministry|department"
        r"|council|university|foundation|charity|chain|start-?up|maker|developer|publisher|corporation|brand)",
        re.IGNORECASE,
    )


def _place(one: Attribution) -> Span:
    """The words that name the speaker and the cue, where they stand side by side; else the cue."""
    assert one.cue is not None
    assert one.speaker is not None
    start, end = sorted((one.speaker.span, one.cue.span))
    return Span(start.start, end.end) if 0 <= end.start - start.end <= 1 else one.cue.span


def _names_channel(document: Document, one: Attribution) -> bool:
    """Whether the channel stands near the tag, in narration."""
    blocks = document.blocks
    block = blocks[bisect_right(blocks, one.span.start, key=lambda other: other.span.start) - 1].span
    assert one.cue is not None
    begin, end = max(block.start, one.cue.span.start - _AROUND), min(block.end, one.cue.span.end + _AROUND)
    text = document.text[begin:end]
    for segment in one.segments if one.kind is not Kind.INDIRECT else ():
        low, high = max(segment.start, begin) - begin, min(segment.end, end) - begin
        if low < high:
            text = text[:low] + " " * (high - low) + text[high:]
    return _channel().search(text) is not None


def _sent(notes: Notes) -> dict[str, str]:
    """The sources whose words were sent, with the channel of the first of them."""
    found: dict[str, str] = {}
    for item in notes.items:
        via = str.__str__(item.tag.keys.get("via") or "").casefold() if item.tag else ""
        channel = next((word for word in _WRITTEN if word in via.split()), None)
        if item.source and channel:
            found.setdefault(item.source, channel)
    return found


def _of_notes(document: Document, notes: Notes) -> Iterator[Hit]:
    sent = _sent(notes)
    open_: dict[str, tuple[Source, Attribution] | None] = {}
    for one in document.attributions:
        source = source_for(document, one.speaker)
        if source is None or one.cue is None or one.via is not None or source.protected:
            continue
        if source.id in sent or (source.kind == "company" and one.cue.text.lower() in _SAYING):
            if _names_channel(document, one):
                open_[source.id] = None
            else:
                open_.setdefault(source.id, (source, one))
    for found in open_.values():
        if found is None:
            continue
        source, one = found
        name = called(source)
        if source.id in sent:
            message = f"{name} sent these words, expected the {sent[source.id]} to be named (“said in an email”)"
        else:
            message = f"{name} said this by no named channel, expected one (“in an emailed statement”)"
        yield Hit(_place(one), message, place_in(notes, source.span))


def check(document: Document) -> Iterator[Hit]:
    """Point at written words that seem to be spoken."""
    if document.notes is not None:
        yield from _of_notes(document, document.notes)
    bodies = (
        one
        for one in of_quotations(document)
        if one.kind is Kind.DIRECT
        and one.cue is not None
        and one.speaker is not None
        and one.cue.text.lower() in _SAYING
        and _body().fullmatch(one.speaker.text)
        and source_for(document, one.speaker) is None
    )
    first = next(bodies, None)
    if first is None or first.speaker is None or _names_channel(document, first):
        return
    before = document.text[max(0, first.span.start - 3000) : first.span.start]
    if not _channel().search(before):
        name = " ".join(first.speaker.text.split())[:24]
        yield Hit(_place(first), f"{name} said this by no named channel, expected one (“in an emailed statement”)")
