"""Words in quotation marks stand in the notes, or in a transcript that they name, in those words and that order.

Marks, dashes, spaces, Markdown and the first letter's case may differ, for those an editor sets; stage directions
such as (Laughter) are no words. What is left out or put in shows as “…” or in [brackets]; each stretch between them
stands in one answer, in order. Nothing else passes, however near: not another number, not another name, and no change
of tense. The answers of a Q&A and of a transcript are compared too; where the notes say `edited: true` and the
article tells its readers so, they may leave out whole sentences, which silent-cleanup tells. Left alone: titles,
terms, and up to four words in marks that nobody is said to have said. What is off the record counts as not in the
notes. Other changes have rules of their own, so that one quotation gets one finding: unmarked-edit, dropped-negation,
stitched-quote, wrong-speaker, silent-cleanup.

Why: quotation marks promise a reader that these words were said. The New York Times' guidelines on integrity and the
Associated Press's rules on quotations allow no change to them, not for grammar either.

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
> We may lose a third of the boats, // and nobody has told the crews.
— ruiz | said | 00:04:10

- the pier was built in 1911
— ruiz
```
```bad
“We will lose a third of the boats,” Ana Ruiz said.
```
```finds
1:1 “We will lose a third of the boats,” => “will lose” is quoted, expected “may lose” as in the notes
```
```bad
Ruiz said the crews are “tired of the whole business”.
```
```finds
1:25 “tired of the whole business” => nothing in the notes reads like this quotation, expected words that are noted
```
```bad
“Half,” Ana Ruiz said, “and nobody has told the crews.”
```
```finds
1:1 “Half,” => nothing in the notes reads like this quotation, expected words that are noted
```
```bad
“We may really lose a third of the boats,” Ruiz said.
```
```finds
1:1 “We may really lose a third of the boats,” => “really” is put in, expected only what was said, or [brackets] around it
```
```good
“We may lose a third of the boats,” Ana Ruiz said, “and nobody has told the crews.”
```
```good
"We may lose ... the boats, and nobody has told the [fishing] crews," Ruiz said.
```
```good
The “old pier” was in the film “The Long Winter”.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.quotes._verdict import VOICES as _VOICES
from authoring.rules.quotes._verdict import Verdict, correction, hit, short, verdicts, where

SEVERITY = Severity.ERROR
VOICES = _VOICES
NEEDS_NOTES = True

_KINDS = {"a number": "the number ", "a name": "the name ", "a date": "the date "}


def _message(document: Document, verdict: Verdict) -> str:
    from authoring.verification.changes import main_change

    check = verdict.quote.check
    place = where(document, check.origin)
    if check.status == "not-found":
        return "nothing in the notes reads like this quotation, expected words that are noted"
    change = main_change(check.diff, check.reason)
    if check.reason == "the order of the words":
        return f"these words were said in another order, expected them as in the {place}"
    if change is None:
        return f"the {place} has these words in another form, expected them as said, with cuts shown by …"
    if not change.said:
        return f"“{short(change.quoted)}” is put in, expected only what was said, or [brackets] around it"
    if not change.quoted:
        return f"“{short(change.said)}” is left out, expected it as in the {place}"
    kind = next((words for begin, words in _KINDS.items() if check.reason.startswith(begin)), "")
    room = 22 if kind else 26
    quoted, said = (f"{words} {change.after}" for words in (change.quoted, change.said))
    if max(len(quoted), len(said)) > room:
        quoted, said = change.quoted, change.said
    return f"“{short(quoted, room)}” is quoted, expected {kind}“{short(said, room)}” as in the {place}"


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation whose words were not said so."""
    from authoring.verification.changes import main_change

    for verdict in verdicts(document, "altered-quote"):
        result = verdict.quote.check
        change = main_change(result.diff, result.reason)
        edit = correction(document, verdict.quote, change) if change and result.status == "altered" else ()
        yield hit(verdict, _message(document, verdict), edit)
