"""A dateline names a place where the reporter was.

It compares the place before the first paragraph (“PARIS —”, “Orrin, May 3 (The Ledger) –”) with the notes: with the
place of their `dateline`, and, where they give none, with how the interview was done. A piece that was reported by
phone, by email or on a screen has no dateline, unless the notes say where the reporter was or hold something seen
there.

Why: Reuters and the Associated Press allow a dateline only where a reporter of theirs has been.

```notes
---
kind: brief
slug: fares
headline: Ferry fares rise in May
dateline:
  place: Orrin
interview:
  with: ruiz
  how: by phone
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Fares
- the fares rise
— ruiz
```
```bad
DUNMARROW — The ferry company will raise its fares in May, Ana Ruiz said.
```
```finds
1:1 DUNMARROW => this dateline is not that of the notes, expected “Orrin”
```
```good
ORRIN, May 3 — The ferry company will raise its fares in May, Ana Ruiz said.
```
```good
FARES — and how to pay them. The ferry company will raise its fares in May, Ana Ruiz said.
```
```notes
---
kind: brief
slug: fares
headline: Ferry fares rise in May
interview:
  with: ruiz
  how: by phone
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Fares
- the fares rise
— ruiz
```
```bad
# Ferry fares rise in May

ORRIN (The Ledger) – The ferry company will raise its fares in May, Ana Ruiz said.
```
```finds
3:1 ORRIN => the notes say this was reported from afar, expected no dateline, or where you were
```
```good
The ferry company will raise its fares in May, Ana Ruiz said.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import BlockKind, Document
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.ERROR
NEEDS_NOTES = True

_DATELINE = lazy(
    r"(?P<place>[A-Z][A-ZÀ-Ö.’' -]{2,38}[A-Z.])(?:, (?:[A-Z][\w.]+,? ?){1,3}\d{0,2})?(?: ?\([^)]{2,40}\))?"
    r" ?[—–-]{1,2} ?(?=[A-Z“\"‘])"
)
_FAR = lazy(r"\b(?:phone|telephone|call|e-?mail|video|zoom|teams|online|screen|message|chat|letter|text)\b", re.I)
_THERE = lazy(r"\b(?:person|visit|at (?:the|his|her|their)|in (?:the|his|her|their))\b", re.I)

_LINE = 60
"""Characters of a paragraph that is no byline."""


def _plain(place: str) -> str:
    return " ".join(re.findall(r"\w+", place.casefold()))


def check(document: Document) -> Iterator[Hit]:
    """Point at a dateline that the notes do not bear out."""
    notes = document.notes
    first = next(
        (block for block in document.blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 60), None
    )
    dateline = _DATELINE.match(first.text) if first else None
    if notes is None or first is None or dateline is None:
        return
    span = first.span_of(dateline.start("place"), dateline.end("place"))
    noted = str.__str__(notes.front_fields("dateline").text("place") or "").strip()
    place = _plain(dateline["place"])
    if noted:
        if not (place in _plain(noted) or _plain(noted) in place):
            shown = noted if len(noted) <= 30 else f"{noted[:29]}…"
            yield Hit(span, f"this dateline is not that of the notes, expected “{shown}”")
        return
    how = [str.__str__(notes.front_fields("interview").text("how") or "")]
    how += [str.__str__(item.tag.keys["via"]) for item in notes.items if item.tag and "via" in item.tag.keys]
    ways = [way for way in how if way.strip()]
    there = any(item.kind == "action" for item in notes.items) or any(_THERE.search(way) for way in ways)
    if ways and not there and all(_FAR.search(way) for way in ways):
        yield Hit(span, "the notes say this was reported from afar, expected no dateline, or where you were")
