"""A Q&A that was cut or put in another order says so.

Where the notes say `edited: true` under `interview`, a Q&A made from them, or an article that quotes at length,
needs a line at its head or its foot: “edited for length and clarity”, “condensed”. A story that quotes a few
sentences needs none, since quotation marks already stand around only what is quoted.

Why: the columns of the New York Times that print conversations tell their readers that they were edited and
condensed.

```notes
---
kind: qa
slug: fares
headline: Ferry fares rise in May
interview:
  with: ruiz
  edited: true
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Fares
? Why now?
> Because diesel costs more.
— ruiz | said | 00:01:00
```
```bad
# Ferry fares rise in May

**Q:** Why now?

**Ana Ruiz:** Because diesel costs more.

**Q:** And the night boat?

**Ana Ruiz:** It stays.
```
```finds
1:3 Ferry fares rise in May => the notes say the answers were edited, expected a line that tells the reader so
```
```good
# Ferry fares rise in May

*This conversation has been condensed and edited.*

**Q:** Why now?

**Ana Ruiz:** Because diesel costs more.

**Q:** And the night boat?

**Ana Ruiz:** It stays.
```
```good
# Ferry fares rise in May

“Because diesel costs more,” Ana Ruiz said.
```
```notes
---
kind: qa
slug: fares
headline: Ferry fares rise in May
interview:
  with: ruiz
  edited: yes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Fares
? Why now?
> Because diesel costs more.
— ruiz | said | 00:01:00
```
```bad
---
headline: Ferry fares rise in May
---
**Q:** Why now?

**A:** Because diesel costs more.

**Q:** And the night boat?

**A:** It stays.
```
```finds
2:11 Ferry fares rise in May
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.structure._headline import headline_of, is_transcript

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands
NEEDS_NOTES = True


@cache
def _told() -> re.Pattern[str]:
    words = r"edited|condensed|shortened|abridged|abbreviated|cut|rearranged"
    return re.compile(
        rf"\b(?:{words})\b.{{0,40}}\b(?:for|and|to)\b|\b(?:interview|conversation|answers|q&a)\b.{{0,60}}\b(?:{words})\b",
        re.I,
    )


def check(document: Document) -> Iterator[Hit]:
    """Point at the headline of a Q&A that was edited and does not tell."""
    edited = document.notes.front_fields("interview").text("edited") if document.notes else None
    if str.__str__(edited or "").strip().casefold() not in ("true", "yes"):
        return
    blocks = [block for block in document.blocks if block.text.strip()]
    answers = any(block.voice in (Voice.QUESTION, Voice.ANSWER) for block in blocks)
    if not (answers or is_transcript(blocks)):
        return
    if not any(_told().search(block.text) for block in blocks if len(block.text.split()) <= 40):
        headline = headline_of(document)
        if headline is not None:
            yield Hit(headline, "the notes say the answers were edited, expected a line that tells the reader so")
