"""A paragraph is short enough to be read in one go.

It counts all words of a paragraph, those in quotation marks too, and points at its first sentence. A paragraph that is
mostly quotation is left alone, since where that may be broken is for `late-attribution` to say; so are answers of a Q&A
and lists of names. How long a paragraph may be is a matter of the page it is printed on, hence the
rule only informs.

Why: a narrow column makes a grey slab of ninety words, and a telephone a screenful. The limit is set by the house.

```options
words: 20
```
```bad
The harbour board met on Monday. It put off until the autumn the question of who is to pay for the pier that the storm took.
```
```finds
1:1 The harbour board met on Monday. => this paragraph has 26 words, expected 20 at most
```
```options
words: 20
```
```bad
Nobody spoke.

“We shall talk about it in the autumn,” its chair said on the way out. The painters would be gone by then, and they could sit down.
```
```finds
3:1 “We shall talk about it in the autumn,” its chair said on the way out.
```
```options
words: 20
```
```good
“We shall talk about who pays for the pier in the autumn,” its chair said. “The painters will be gone by then, and we can sit down.”
```
```good
The harbour board met on Monday. It put off until the autumn the question of who is to pay for the pier that the storm took.
```
```options
words: 20
```
```good
The harbour board met on Monday.

It put off until the autumn the question of who is to pay for the pier.
```

Options: `words`, the most words a paragraph may have.
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Severity
from authoring.prose.document import WORD, BlockKind, Document, Voice
from authoring.prose.narration import is_listing, narration_of
from authoring.rules.hit import Hit

SEVERITY = Severity.INFO
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})  # where a paragraph ends is the writer's choice


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    words: int = 90
    """The most words a paragraph may have."""


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at every paragraph with too many words."""
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.voice is not Voice.NARRATION:
            continue
        if len(block.text) <= options.words * 2:  # no words are that short
            continue
        words = [word for sentence in block.sentences for word in sentence.word_texts]
        if len(words) > options.words and not is_listing(words) and block.sentences:
            own = len(WORD.findall(narration_of(document, block)))
            if own * 2 < len(words):
                continue
            span = block.sentences[0].span
            yield Hit(span, f"this paragraph has {len(words)} words, expected {options.words} at most")
