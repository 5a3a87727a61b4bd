"""A rule that is only proposed is not told as one in force.

What is proposed it learns from the notes (`status: proposed` on a source or an item, or a note that speaks of “proposed
regulations”) and from the other notes of the same story. Then it points at “the rules require”,
“these measures ban”, in the present tense, where the passage is about the same thing. The writer turns to “would”, or
says “proposed”; words of a source stay as they are, and a word beside them tells the reader. Where anything says that the
proposal was adopted, passed, signed or is in force, it is silent.

Why: what is law and what is not decides what readers may do. Our own practice.

```notes
---
kind: interview
slug: talk
headline: The harbour rules
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  plan: {name: Harbour Speed Plan, kind: document, status: proposed}
---
## Rules
- In May the harbour trust proposed regulations requiring fishing boats to sail at four knots
— plan
```
```bad
The harbour trust spoke of its fishing boats. The new regulations require them to sail at four knots.
```
```finds
1:47 The new regulations require => the notes have this as proposed only, expected “would”, or “proposed”
```
```bad
Ruiz spoke of the harbour trust. “Every fishing boat is slow now. These regulations force the trust to count them,” she said.
```
```finds
1:67 These regulations force => the notes have this as proposed only, expected a word beside the quotation that says so
```
```good
The harbour trust spoke of its fishing boats. The new regulations would require them to sail at four knots.
```
```good
The harbour trust has adopted the plan for its fishing boats. The new regulations require them to sail at four knots.
```
```good
The city council spoke of its trams. The new regulations require them to ring.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from authoring.findings import Origin, Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.sourced import place_in
from authoring.text.patterns import lazy

if TYPE_CHECKING:
    from authoring.notes.model import Notes

SEVERITY = Severity.WARNING
NEEDS_NOTES = True
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})

_LAW = (
    r"(?:rule|regulation|regulatory measure|measure|law|legislation|bill|ban|ordinance|directive|requirement|amendment)"
)
_PROPOSED = lazy(
    rf"\b(?:propos(?:ed|es|ing)|draft(?:ed)?|planned)\b[^.!?]{{0,40}}?\b{_LAW}s?\b|\b{_LAW}s?\b[^.!?]{{0,30}}\b(?:was|were|has been|have been|is|are) proposed\b",
    re.IGNORECASE,
)
_IN_FORCE = lazy(
    r"\b(?:adopted|enacted|in force|took effect|takes? effect|came into (?:force|effect)|signed (?:it|them|the|into)|passed"
    r"|approved|final(?:i[sz]ed)? (?:rule|regulation|version)s?|became law|is now law|ratified)\b",
    re.IGNORECASE,
)
_TOLD = lazy(
    rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Ii]ts|[Nn]ew) (?:(?!proposed|draft|planned)[a-z]+ )?{_LAW}s?"
    r" (?:also |now |already |currently )?(?P<verb>requires?|bans?|prohibits?|forbids?|bars?|limits?|forces?|obliges?|mandates?"
    r"|applies|apply|ensures?|means?|makes?|gives?|allows?|restricts?|imposes?"
    r"|(?:is|are) (?:designed|meant|intended|in place|binding)|targets?|covers?)\b"
)
_SIGNS = (
    "rule",
    "regulat",
    "measure",
    "law",
    "legislation",
    "bill",
    "ban",
    "ordinance",
    "directive",
    "requirement",
    "amendment",
)
_SHARED = 3
"""Words that carry meaning, which a passage and a proposal share at least."""
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True)
class _Proposal:
    """Something that is proposed: its words, and where a note says so."""

    words: frozenset[str]
    origin: Origin | None


def _words(text: str) -> frozenset[str]:
    from authoring.verification.figures import told

    return told(text).words


def _in_notes(notes: Notes) -> Iterator[tuple[str, _Proposal]]:
    """The texts of notes that speak of a proposal."""
    for item in notes.items:
        source = notes.sources.get(item.source or "")
        text = str.__str__(item.text)
        status = str.__str__((item.tag.keys.get("status") if item.tag else None) or "")
        if source is not None and not status:
            status = str.__str__(source.fields.text("status") or "")
        if status == "proposed" or (not status and _PROPOSED.search(text)):
            yield text, _Proposal(_words(text), place_in(notes, item.span))


def _proposals(document: Document) -> list[_Proposal]:
    """What is proposed, as the notes of the story tell; nothing where they say that anything is in force by now."""
    from authoring.notes.companions import companions

    every = (document.notes, *companions(document.notes).notes) if document.notes else ()
    found = [proposal for notes in every for _, proposal in _in_notes(notes)]
    texts = [str.__str__(item.text) for notes in every for item in notes.items]
    return [] if any(_IN_FORCE.search(text) and _about(found, text) for text in texts) else found


def _about(proposals: list[_Proposal], text: str) -> _Proposal | None:
    """The proposal that a passage is about."""
    if not proposals:
        return None
    words = _words(text)
    return next((each for each in proposals if len(words & each.words) >= _SHARED), None)


def _passages(document: Document) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in document.blocks:
        if block.kind in _KINDS and any(sign in block.text for sign in _SIGNS):
            for match in _TOLD.finditer(block.text):
                yield block, match


def check(document: Document) -> Iterator[Hit]:
    """Point at every proposal that is told as if it were in force."""
    passages = list(_passages(document))
    if not passages:
        return
    body = " ".join(block.text for block in document.blocks if block.kind in _KINDS)
    proposals = _proposals(document)
    if _IN_FORCE.search(body) or not proposals:
        return
    for block, match in passages:
        proposal = _about(proposals, block.text)
        if proposal is not None:
            span = block.span_of(match.start(), match.end())
            spoken = document.voice_at(span.start) is Voice.SPEECH
            expected = "a word beside the quotation that says so" if spoken else "“would”, or “proposed”"
            yield Hit(span, f"the notes have this as proposed only, expected {expected}", proposal.origin)
