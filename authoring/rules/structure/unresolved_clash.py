"""No place of an article still holds two versions, as `authoring update` leaves them where both sides changed words.

`authoring update` brings new notes or a new template into an article that was edited by hand. Where the notes and the
hand changed the same sentence differently, it keeps both and marks them, for a person to choose: delete the version
that does not hold, and all marks. In front matter the marks are comment lines. A mark that is left over, or deleted
in part, is found too.

Why: printed, both versions would follow each other, with the marks between them. Our own practice.

```bad
---
headline: The Ferry Will Cost More
# clash: yours
dek: Fares rise in May.
# clash: notes
# dek: Fares rise in June.
# clash: end
---
[[clash: yours]] “We waited,” Ruiz said. [[clash: notes]] “We did wait,” Ruiz said. [[clash: end]]
```
```finds
3:1 # clash: yours dek: Fares rise in May. # clash: notes # dek: Fares rise in June. # clash: end => two versions stand here, expected one of them, without the marks
9:1 [[clash: yours]] “We waited,” Ruiz said. [[clash: notes]] “We did wait,” Ruiz said. [[clash: end]] => two versions stand here, expected one of them, without the marks
```
```bad
The ferry is late. [[clash: you deleted this, the notes changed it]] It sails at noon. [[clash: end]]

The company told passengers. “We waited,” Ruiz said. [[clash: end]] It rained. [[clash: no
```
```finds
1:20 [[clash: you deleted this, the notes changed it]] It sails at noon. [[clash: end]] => words wait to be kept or deleted, expected one or the other, without the marks
3:54 [[clash: end]] => a mark of two versions was left over, expected none
3:80 [[clash: no => a mark of two versions was left over, expected none
```
```good
The clash: yours or mine, they asked. Both notes’ ends stood in [[clash of the end]].
```
```good
# Clash: yours and ours

They wrote of the clash: the end [[clash of cultures]] and [sic]] (see [the end [of it]](https://harbour.example)).
```
"""

# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.text.clashes import clashes

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice) - {Voice.CODE}

_MESSAGES = {
    "two": "two versions stand here, expected one of them, without the marks",
    "one": "words wait to be kept or deleted, expected one or the other, without the marks",
    "stray": "a mark of two versions was left over, expected none",
}


def check(document: Document) -> Iterator[Hit]:
    """Point at every place that waits for a choice, and at every mark that was left over."""
    for clash in clashes(document.text):
        yield Hit(clash.span, _MESSAGES[clash.kind])
