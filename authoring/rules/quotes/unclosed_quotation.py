"""A quotation that opens has a mark where it ends.

A quotation that goes on in the next paragraph opens again there, and closes at its end only; that is no fault. Nor is a
quotation whose closing mark stands further on, before the next heading, or one that ends a sentence right before the
next quotation opens, as in releases that have lost their paragraph breaks.

Why: without the mark a reader cannot tell the source's words from the writer's, and a narrated sentence is laid in
somebody's mouth. The Associated Press stylebook asks for an opening mark at each paragraph of a long quotation and for
a closing one at its end. The rule points at the opening mark; where the words end only the writer knows.

```bad
“The ferry will not sail before noon, the captain said.

She went back to the bridge.
```
```finds
1:1 “The => this quotation has no closing mark, expected one where the words end
```
```bad
He called the plan "daring and left the hall. "It will sink," he said.
```
```finds
1:20 "daring => this quotation has no closing mark, expected one where the words end
```
```good
“The ferry will not sail before noon.

“We wait for the tide,” the captain said.
```
```good
The mayor said: “The pier is gone. “We shall build another one before the winter storms. “It will be of stone.”
```
```good
The rule of the harbour reads: “No ship sails in fog.

No ship sails at night.”
```
```good
The pipe is 6" wide, the mast 5'10", and the dogs' bowls date from the '90s.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Quotation, Voice
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy
from authoring.text.quotations import stray_closing

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)  # it points at the opening mark, which is speech

_KINDS = {BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.LIST_ITEM}
_FIRST_WORD = lazy(r"\W*\w+")
_SENTENCE_END = lazy(r"[.!?…]['’)\]]*\s*$")
_OPENING = ("“", '"', "«", "„")
_AHEAD = 40
"""How many blocks further on a closing mark is looked for."""


def _goes_on(blocks: Sequence[Block], index: int, quotation: Quotation) -> bool:
    """Whether one of the two blocks that follow opens again, though a picture's credit may stand between."""
    if len(quotation.inner) > 1:
        return True
    after = blocks[index + 1 : index + 3]
    return quotation.span.end >= blocks[index].span.end and any(block.text[:1] in _OPENING for block in after)


def _closes_later(blocks: Sequence[Block], index: int, quotation: Quotation) -> bool:
    """Whether the mark that is missing stands further on."""
    for place, block in enumerate(blocks[index : index + _AHEAD]):
        if block.kind is BlockKind.HEADING:
            return False
        stray = stray_closing(block.text)
        if stray >= 0 and (place or block.span_of(stray, stray + 1).start > quotation.span.start):
            return True
    return False


def _is_reopened(block: Block, quotation: Quotation) -> bool:
    """Whether it ends a sentence where the next one opens: two paragraphs of a long quotation run together.

    A few words that do so are a slip.
    """
    if quotation.closed or quotation.span.end >= block.span.end:
        return False
    return len(quotation.text) > 40 and _SENTENCE_END.search(quotation.text) is not None


def check(document: Document) -> Iterator[Hit]:
    """Point at the opening mark of every quotation that is never closed."""
    for index, block in enumerate(document.blocks):
        if block.kind not in _KINDS:
            continue
        if any(_is_reopened(block, quotation) for quotation in block.quotations):
            continue
        for quotation in block.quotations:
            begin = quotation.inner[0].start
            if quotation.closed or quotation.depth or document.text[begin : begin + 1] in {">", "<", "/"}:
                continue
            if _goes_on(document.blocks, index, quotation) or _closes_later(document.blocks, index, quotation):
                continue
            start = block.position_of(quotation.span.start)
            word = _FIRST_WORD.match(block.text, start)
            yield Hit(
                block.span_of(start, word.end() if word else start + 1),
                "this quotation has no closing mark, expected one where the words end",
            )
            break  # what follows in the paragraph may be the same slip
