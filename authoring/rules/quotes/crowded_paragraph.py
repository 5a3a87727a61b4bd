"""One paragraph quotes one speaker.

The rule points at the first quotation in a paragraph whose speaker is another person than the one quoted before it there,
where both are named. Silent on fragments inside a sentence, on pronouns that may mean either, in a Q&A, and in paragraphs
of more than `words` words (200), whose breaks have been lost.

Why: Reuters gives each speaker a paragraph of his own, so that no reader has to look back to see who is talking.

```bad
“The boats are gone,” said Ana Ruiz. “They will be back,” said Tom Cole.
```
```finds
1:38 “They will be back,” => Cole is quoted in the paragraph of Ruiz, expected a new one
```
```bad
Ana Ruiz was blunt: “The boats are gone.” Her deputy, Tom Cole, said: “They will be back. They always were.”
```
```finds
1:71 “They will be back. They always were.”
```
```good
“The boats are gone,” said Ana Ruiz.

“They will be back,” said Tom Cole. “They always were,” he added.
```
```good
Ruiz called the plan “a napkin” and Cole called it “a start”. “The boats are gone,” said Ana Ruiz. “All of them,” she said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from authoring.findings import Severity
from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.attributed import of_quotations
from authoring.rules.hit import Hit

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.SPEECH})

_STEPS = frozenset({"after", "before", "lead-in", "colon", "other verb"})
"""Steps that see the speaker beside the words."""
_ROOM = 24
_LETTERS = 12
"""Characters of a long word with its space."""


@dataclass(frozen=True)
class Options:
    """What can be set."""

    words: int = 200
    """Words of the longest paragraph that is looked at."""


def _name(one: Attribution) -> str | None:
    """The surname of whoever is quoted at full length and named."""
    if one.kind is not Kind.DIRECT or one.step not in _STEPS or one.speaker is None or not one.speaker.name:
        return None
    return one.speaker.name.split()[-1]


def _alike(one: Attribution, name: str) -> bool:
    """Whether one name is part of the other, as of a firm and its short form."""
    return one.speaker is not None and name in (one.speaker.name or "").split()


def _is_short(block: Block, options: Options) -> bool:
    return len(block.text) < options.words * _LETTERS and block.text.count(" ") < options.words


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the second speaker of every paragraph that has two."""
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    told: int | None = None
    last: Attribution | None = None
    for one in of_quotations(document):
        name = _name(one)
        if name is None:
            continue
        number = bisect_right(starts, one.span.start) - 1
        block = blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or block.voice is not Voice.NARRATION or told == number:
            continue
        before = _name(last) if last and last.span.start >= block.span.start else None
        last = one
        if before and before != name and not _alike(one, before) and _is_short(block, options):
            told = number
            message = f"{name[:_ROOM]} is quoted in the paragraph of {before[:_ROOM]}, expected a new one"
            yield Hit(one.segments[0], message)
