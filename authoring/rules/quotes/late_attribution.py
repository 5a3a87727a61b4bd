"""A long quotation names its speaker by the end of its first sentence.

The rule counts the words of a quotation from its opening mark to its tag. Where there are more than `words` of them (45)
and the tag comes only after the second sentence, or where it comes after the third, the reader does not know whose words
they are; the same where a quotation of that length has no tag at all and leans on a description of somebody. Silent where the sentence or
paragraph before quotes or reports the same person, where a colon or a heading leads in, and in a Q&A.

Why: Reuters wants the source of a quotation clear at once, and the Associated Press puts the tag after the first
sentence of a long one.

```options
words: 16
```
```bad
The pier closed in May. “We lost the boats, and then we lost the people. It took the school first. Nobody came to see us then,” Ana Ruiz said.
```
```finds
1:25 “We lost the boats, and then we lost the people. It took the school first. Nobody came to see us then,” => 21 words before the speaker is named, expected the tag after the first sentence
```
```options
words: 16
```
```bad
Ana Ruiz leaned back in her chair. “We lost the boats, and then we lost the people. It took the school first. Nobody came to see us then.”
```
```finds
1:36 “We lost the boats, and then we lost the people. It took the school first. Nobody came to see us then.” => 21 words and no tag, expected one after the first sentence (“…,” Ruiz said)
```
```options
words: 16
```
```good
“We lost the boats, and then we lost the people,” Ana Ruiz said. “It took the school first. Nobody came to see us then.”
```
```options
words: 16
```
```good
Ruiz said the boats were gone. “We lost the boats, and then we lost the people. It took the school first. Nobody came to see us then,” she said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Severity
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import WORD, BlockKind, Document, Voice
from authoring.rules.attributed import of_quotations
from authoring.rules.hit import Hit
from authoring.text.sentences import sentence_spans

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.SPEECH})

_TAGGED = frozenset({"after", "other verb", "following"})
_MANY = 3
"""Sentences before the tag that are too many, however short."""
_FEW = 12
"""Words that are never too many."""
_NEAR = 250
"""Characters before the words in which their speaker may be named."""
_LEANING = frozenset({"after its subject", "after a remark"})
"""Steps that find somebody described before the words, and no tag."""


@dataclass(frozen=True)
class Options:
    """What can be set."""

    words: int = 45
    """Words that may stand before the tag."""


def _sentences(words: str) -> int:
    return sum(1 for _ in sentence_spans(words.strip("“”\"'‘’ ")))


def _is_late(one: Attribution) -> bool:
    """Whether the tag stands behind the words, or nowhere."""
    if one.step in _LEANING:
        return True
    return one.step in _TAGGED and one.cue is not None and one.cue.span.start >= one.segments[0].end


def _same(one: Attribution, other: Attribution) -> bool:
    """Whether both may be one person's."""
    if one.speaker is None or other.speaker is None:
        return False
    if one.speaker.name is None or other.speaker.name is None:  # “the 27-year-old” may be anybody
        return True
    return one.speaker.name.split()[-1] == other.speaker.name.split()[-1]


def _is_named(one: Attribution, document: Document) -> bool:
    """Whether what stands right before the words names the one who says them."""
    if one.speaker is None or one.speaker.name is None:
        return False
    above = document.text[max(0, one.segments[0].start - _NEAR) : one.segments[0].start]
    return re.search(rf"\b{re.escape(one.speaker.name.split()[-1])}\b", above) is not None


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at every long quotation whose speaker the reader learns late."""
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    before: Attribution | None = None
    for one in of_quotations(document):
        last, before = before, one
        if one.kind is not Kind.DIRECT or not _is_late(one):
            continue
        segment = one.segments[0]
        count = len(WORD.findall(document.text, segment.start, segment.end))
        sentences = _sentences(segment.of(document.text)) if count >= _FEW else 0
        if count <= options.words and (one.step in _LEANING or sentences < _MANY):
            continue
        number = bisect_right(starts, segment.start) - 1
        if blocks[number].kind is not BlockKind.PARAGRAPH or blocks[number].voice is not Voice.NARRATION:
            continue
        near = (
            last is not None and bisect_right(starts, last.span.start) >= number
        )  # in this paragraph or the one above
        if one.step in _TAGGED and (sentences < 2 or _is_named(one, document)):
            continue
        if one.step in _TAGGED and last and near and _same(one, last):
            continue
        if one.step in _TAGGED:
            message = f"{count} words before the speaker is named, expected the tag after the first sentence"
        else:
            message = f"{count} words and no tag, expected one after the first sentence (“…,” Ruiz said)"
        yield Hit(segment, message)
