"""A paragraph that quotes somebody says who speaks.

The name stands with a reporting word in the quotation's own sentence (“…,” Ruiz said) or the one before it (Ruiz
thinks not. “…”), or leads in the quotation with a colon. What comes after a tagged quotation in the same paragraph
carries on from it, and so does a quotation that opens the next one. A sentence that only describes the speaker is no
tag, nor is “when asked about it, she smiled”: the reader has to guess whose words follow. Silent: fragments inside a
sentence, questions that nobody in particular asks, answers of a Q&A, headings, lists, pull quotes. Where the rule
cannot tell, it takes a quotation for attributed.

Why: Reuters asks for a source in every quoted paragraph, as near the words as can be; of 6,421 quotations counted in
US news, fewer than one in a hundred leave the reader to find the speaker in an earlier sentence.

```bad
Ruiz looked out at the harbour for a while. “We lost the boats, and then we lost the people.”
```
```finds
1:45 “We lost the boats, and then we lost the people.” => nobody is named for this quotation, expected who said it (“…,” Ruiz said)
```
```bad
Ruiz said the boats were gone.

When asked about the winter, Ruiz leaned back in her chair. “It took the pier first. Then it took the rest.”
```
```finds
3:61 “It took the pier first. Then it took the rest.”
```
```bad
Ana Ruiz, 54, has run the harbour since 2001, and has seen three mayors come and go.

“We lost the boats, and then we lost the people.”
```
```finds
3:1 “We lost the boats, and then we lost the people.”
```
```good
Ruiz looked out at the harbour for a while. “We lost the boats,” she said, “and then we lost the people.”
```
```good
Ruiz was blunt:

“We lost the boats, and then we lost the people.”

“I do not blame the weather for all of it.”
```
```good
She calls the pier “the longest bench in the whole of the north”. A sign there reads “Mind the gap between boat and pier.”
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.prose.tagged import untagged
from authoring.rules.hit import Hit

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.SPEECH})


def check(document: Document) -> Iterator[Hit]:
    """Point at every direct quotation whose paragraph names no speaker."""
    message = "nobody is named for this quotation, expected who said it (“…,” Ruiz said)"
    for quotation in untagged(document):
        yield Hit(quotation.span, message)
