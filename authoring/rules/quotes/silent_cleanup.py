"""What is tidied in a quotation is what the house style lets an editor tidy.

It is told where words stand as they were heard, but not as they were noted: an “um” or a word said twice is gone, a
contraction is written out, a numeral stands for a word, a spelling is the house's, a sentence breaks elsewhere. None of
that changes what is said, so the rule only informs. The case of the first letter is not told of.

Why: the New York Times lets extraneous syllables go; the Associated Press wants quotations left as they are, and asks
that nothing be cleaned up without a word. A house that goes by the first may ignore this rule.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  abel: {name: Tom Abel, kind: person, role: an angler}
---
## Boats
> Um, it’s going to take, um, three years. // I’ve told them so.
— ruiz | said | 00:04:10

- the pier was built in 1911
— ruiz
```
```bad
“It’s going to take three years,” Ruiz said.
```
```finds
1:1 “It’s going to take three years,” => “um” is left out, expected it as in the notes, unless your house lets it go
```
```bad
“I have told them so,” Ruiz said.
```
```finds
1:1 “I have told them so,” => “I have” is quoted, expected “I’ve” as in the notes, unless your house tidies that
```
```good
“It’s going to take, um, three years,” Ruiz said. “I’ve told them so.”
```
```good
“It will take three years,” a sign says. Ruiz said the pier is old.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import Verdict, correction, hit, short, verdicts, where

SEVERITY = Severity.INFO
VOICES = _VOICES
NEEDS_NOTES = True

_ROOM = 14


def _message(document: Document, verdict: Verdict) -> str:
    from authoring.verification.changes import main_change

    check = verdict.quote.check
    change = main_change(check.diff, "")
    place = where(document, check.origin)
    if change is None:
        return f"capitals or hyphens are changed here, expected them as in the {place}, unless your house tidies that"
    said = short(change.said, _ROOM).replace("'", "’")
    quoted = short(change.quoted, _ROOM).replace("'", "’")
    if not change.quoted:
        return f"“{said}” is left out, expected it as in the {place}, unless your house lets it go"
    if not change.said:
        return f"“{quoted}” is put in, expected the words as in the {place}, unless your house tidies that"
    return f"“{quoted}” is quoted, expected “{said}” as in the {place}, unless your house tidies that"


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation that is tidied."""
    from authoring.verification.changes import main_change

    for verdict in verdicts(document, "silent-cleanup"):
        change = main_change(verdict.quote.check.diff, "")
        edit = correction(document, verdict.quote, change) if change else ()
        yield hit(verdict, _message(document, verdict), edit)
